//! A table that comes with the program, row by row.

use std::fmt;

use csv::StringRecord;

use crate::schema::forms::Readable;
use crate::schema::{AnyField, Field, Misfit, Row};

/// What is wrong with a built-in table: a fault of ours.
#[derive(Debug, PartialEq)]
pub(super) struct BuiltInFault(String);

impl fmt::Display for BuiltInFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "A built-in table is wrong, which is a fault of Assize: {}",
            self.0
        )
    }
}

/// A row of a built-in table.
pub(super) struct BuiltInRow<'a> {
    header: &'a StringRecord,
    cells: StringRecord,
}

impl BuiltInRow<'_> {
    fn fault(&self, column: &dyn AnyField, what: impl fmt::Debug) -> BuiltInFault {
        let cells: Vec<&str> = self.cells.iter().collect();
        BuiltInFault(format!("{}, {}: {what:?}", cells.join(","), column.name()))
    }

    fn cell(&self, column: &dyn AnyField) -> Option<&str> {
        let mut columns = self.header.iter().zip(self.cells.iter());
        let found = columns.find(|(name, _)| *name == column.name());
        found.map(|(_, cell)| cell).filter(|cell| !cell.is_empty())
    }
}

impl Row for BuiltInRow<'_> {
    type Fault = BuiltInFault;

    fn given<F: Readable>(&self, field: &Field<F>) -> Result<Option<F::Value>, BuiltInFault> {
        let read = self.cell(field).map(|text| field.read(text));
        let wrong = |misfits: Vec<Misfit>| self.fault(field, misfits);
        read.transpose().map_err(wrong)
    }

    fn filled<F: Readable>(&self, field: &Field<F>) -> Result<F::Value, BuiltInFault> {
        self.given(field)?.ok_or_else(|| self.fault(field, "blank"))
    }
}

/// Every row of a built-in table.
#[expect(
    clippy::panic,
    reason = "one that is wrong stops the program: a plan would be wrong without it. Tests read them all"
)]
pub(super) fn rows<T>(text: &str, read: impl Fn(&BuiltInRow) -> Result<T, BuiltInFault>) -> Vec<T> {
    match try_rows(text, read) {
        Ok(rows) => rows,
        Err(fault) => panic!("{fault}"),
    }
}

fn try_rows<T>(
    text: &str,
    read: impl Fn(&BuiltInRow) -> Result<T, BuiltInFault>,
) -> Result<Vec<T>, BuiltInFault> {
    let unreadable = |error: csv::Error| BuiltInFault(error.to_string());
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let header = table.headers().map_err(unreadable)?.clone();
    table
        .records()
        .map(|cells| {
            let cells = cells.map_err(unreadable)?;
            let header = &header;
            read(&BuiltInRow { header, cells })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::tables::bank_holidays::{DATE, NATION};

    #[test]
    fn a_wrong_cell_and_a_blank_one_are_faults() {
        let read = |row: &BuiltInRow| Ok((row.filled(&NATION)?, row.given(&DATE)?));
        let good = try_rows("nation,date\nWales,2027-03-01\nWales,\n", read);
        assert_eq!(good.map(|rows| rows.len()), Ok(2));
        for bad in [
            "nation,date\n,2027-03-01\n",
            "nation,date\nWales,1 March\n",
            "nation,date\nWales\n",
        ] {
            assert!(try_rows(bad, read).is_err(), "{bad}");
        }
    }
}
