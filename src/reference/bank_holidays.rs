//! The bank holidays of England and Wales.

use super::built_in::{self, BuiltInRow};
use crate::domain::BankHoliday;
use crate::schema::Row;
use crate::schema::tables::bank_holidays::{DATE, NAME, NATION};

/// The table itself.
pub(super) const TABLE: &str = include_str!("../../data/bank_holidays.csv");

/// The nations whose bank holidays are built in.
pub const NATIONS: [&str; 2] = ["England", "Wales"];

/// The bank holidays of [`NATIONS`] that come with the program: `data/README.md` says where from, and for which years. Every
/// inspection has them.
pub fn bank_holidays() -> Vec<BankHoliday> {
    let holiday = |row: &BuiltInRow| {
        Ok(BankHoliday {
            nation: row.filled(&NATION)?,
            date: row.filled(&DATE)?,
            name: row.filled(&NAME)?,
        })
    };
    built_in::rows(TABLE, holiday)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_is_read_and_of_a_nation_that_is_known() {
        let holidays = bank_holidays();
        assert_eq!(holidays.len(), TABLE.lines().count() - 1);
        let nations: BTreeSet<&str> = holidays.iter().map(|one| one.nation.as_str()).collect();
        assert_eq!(nations, BTreeSet::from(NATIONS));
    }
}
