//! One row of a table, and its cells as what they should be.

use chrono::NaiveDate;

use super::files::{CELL_ERRORS, RawTable, Row as RawRow};
use super::problems::words::quote;
use super::problems::{Place, Problems, codes};
use super::wording;
use crate::schema::forms::{self, Date, Or, Readable};
use crate::schema::tables::activities;
use crate::schema::{AnyField, Field, Misfit, Row};
use crate::words::date;

/// A row being read. What is wrong with a cell is noted where the cell is read.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) table: &'a RawTable,
    pub(super) row: &'a RawRow,
    pub(super) problems: &'a Problems,
}

/// That something was wrong, and has been noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noted;

/// The rows of a table, ready to be read.
pub(super) fn records<'a>(
    table: &'a RawTable,
    problems: &'a Problems,
) -> impl Iterator<Item = Record<'a>> + 'a {
    table.rows.iter().map(move |row| Record {
        table,
        row,
        problems,
    })
}

impl<'a> Record<'a> {
    /// The place of the row.
    pub(super) fn line(&self) -> Place {
        self.table.origin.line(self.row.line)
    }

    /// The place of a cell of this row.
    pub(super) fn place(&self, column: &dyn AnyField) -> Place {
        self.place_under(column.name())
    }

    /// The place of the cell under a header.
    pub(super) fn place_under(&self, header: &str) -> Place {
        match self.table.column(header) {
            Some(index) => self.table.place(self.row.line, index),
            None => self.line(),
        }
    }

    /// Whether the cell is filled, with whatever.
    pub(super) fn has(&self, column: &dyn AnyField) -> bool {
        self.raw(column).is_some()
    }

    /// The text of a cell as it stands, with no problem noted.
    pub(super) fn raw(&self, column: &dyn AnyField) -> Option<&'a str> {
        self.raw_under(column.name())
    }

    /// The text of the cell under a header as it stands, with no problem noted.
    pub(super) fn raw_under(&self, header: &str) -> Option<&'a str> {
        self.row.cell(self.table.column(header)?)
    }

    /// The text of a cell; `None` where it is blank.
    pub(super) fn text(&self, column: &dyn AnyField) -> Option<&'a str> {
        self.text_under(column.name())
    }

    /// The text of the cell under a header; `None` where it is blank.
    pub(super) fn text_under(&self, header: &str) -> Option<&'a str> {
        let text = self.raw_under(header)?;
        self.is_readable(header, text).then_some(text)
    }

    /// The text of a cell; notes it if it must be filled and is blank.
    pub(super) fn required(&self, column: &dyn AnyField) -> Option<&'a str> {
        self.check_filled(column);
        self.text(column)
    }

    /// The parts of a cell with `;` between, blank ones left out.
    pub(super) fn parts(&self, column: &dyn AnyField) -> impl Iterator<Item = &'a str> + use<'a> {
        self.parts_under(column.name())
    }

    /// The parts of the cell under a header.
    pub(super) fn parts_under(&self, header: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        forms::parts(self.text_under(header).unwrap_or_default())
    }

    /// What a cell says; `None` where it is blank or wrong.
    pub(super) fn read<F: Readable>(&self, column: &Field<F>) -> Option<F::Value> {
        self.check_filled(column);
        self.given(column).ok().flatten()
    }

    /// What a cell says, or what holds where it is blank or wrong.
    pub(super) fn or_default<F: Readable>(&self, column: &Field<Or<F>>) -> F::Value {
        self.read(column).unwrap_or_else(|| column.default())
    }

    /// A first and a last day, both of which must be given, in order.
    pub(super) fn days(
        &self,
        first: &Field<Date>,
        last: &Field<Date>,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let (from, to) = (self.read(first), self.read(last));
        self.in_order(from?, to?, last, ["first day", "last day"])
    }

    /// Two dates, if the first is not after the second, which stands in this column.
    pub(super) fn in_order(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        column: &dyn AnyField,
        [first_name, last_name]: [&str; 2],
    ) -> Option<(NaiveDate, NaiveDate)> {
        if first <= last {
            return Some((first, last));
        }
        let (first, last) = (date(first), date(last));
        let fact = format!("The {first_name}, {first}, is after the {last_name}, {last}.");
        let remedy = "Correct one of them, or swap them.";
        self.problems
            .add(&codes::REVERSED, self.place(column), fact, remedy);
        None
    }

    /// Notes what does not fit a column.
    pub(super) fn note(&self, misfits: &[Misfit], column: &dyn AnyField) {
        for misfit in misfits {
            let worded = wording::of(misfit, column.name());
            let place = self.place(column);
            self.problems
                .add(worded.code, place, worded.fact, worded.remedy);
        }
    }

    fn is_readable(&self, header: &str, text: &str) -> bool {
        let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let shown = quote(text);
        let (code, fact, remedy) = if CELL_ERRORS.contains(&text) {
            (
                &codes::CELL_ERROR,
                format!("The cell holds the spreadsheet error {shown}."),
                "Correct the formula, or clear the cell if the value is not known.",
            )
        } else if text.contains(strange) {
            (
                &codes::BAD_TEXT,
                format!("The text {shown} has a character in it that cannot be printed."),
                "Type it again.",
            )
        } else {
            return true;
        };
        self.problems
            .add(code, self.place_under(header), fact, remedy);
        false
    }

    /// Notes it if the cell must be filled and is blank. A column that is not there at all has been noted already.
    fn check_filled(&self, column: &dyn AnyField) {
        let name = column.name();
        if column.is_required() && self.raw(column).is_none() && self.table.column(name).is_some() {
            self.problems
                .add_with(&codes::MISSING_VALUE, self.place(column), || {
                    let are = match [activities::SESSIONS.name(), activities::MINUTES.name()]
                        .contains(&name)
                    {
                        true => "are",
                        false => "is",
                    };
                    let fact = format!("The {} {are} blank.", name.replace('_', " "));
                    (fact, "Fill it in, or delete the row.".to_owned())
                });
        }
    }
}

impl Row for Record<'_> {
    type Fault = Noted;

    fn given<F: Readable>(&self, field: &Field<F>) -> Result<Option<F::Value>, Noted> {
        if !self.has(field) {
            return Ok(None);
        }
        let text = self.text(field).ok_or(Noted)?;
        field.read(text).map(Some).map_err(|misfits| {
            self.note(&misfits, field);
            Noted
        })
    }

    fn filled<F: Readable>(&self, field: &Field<F>) -> Result<F::Value, Noted> {
        self.check_filled(field);
        self.given(field)?.ok_or(Noted)
    }
}
