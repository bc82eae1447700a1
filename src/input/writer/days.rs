//! The days that are not worked, or better avoided, as rows of text.

use super::rows::{Written, rows};
use crate::domain::{BankHoliday, Inspection};
use crate::reference;
use crate::schema::tables::{MOVED, bank_holidays, periods_to_avoid};

/// Bank holidays and periods.
pub(super) fn about_days(of: &Inspection) -> [Written; 2] {
    [
        (
            &bank_holidays::TABLE,
            rows(&bank_holidays::TABLE, &with_moved(of), |row, one| {
                row.put(&bank_holidays::NATION, &one.nation)
                    .put(&bank_holidays::DATE, &one.date)
                    .put(&bank_holidays::NAME, &one.name)
            }),
        ),
        (
            &periods_to_avoid::TABLE,
            rows(&periods_to_avoid::TABLE, &of.periods, |row, one| {
                row.put(&periods_to_avoid::NAME, &one.name)
                    .put(&periods_to_avoid::APPLIES_TO, &one.applies_to)
                    .put_some(&periods_to_avoid::VALUE, one.value.as_ref())
                    .put(&periods_to_avoid::FIRST_DAY, &one.first_day)
                    .put(&periods_to_avoid::LAST_DAY, &one.last_day)
                    .put(&periods_to_avoid::SEVERITY, &one.severity)
            }),
        ),
    ]
}

/// The bank holidays, and a row for each built-in one that there is not: without it, it would be back when the table is read.
fn with_moved(of: &Inspection) -> Vec<BankHoliday> {
    let is_there = |one: &BankHoliday| {
        let mut all = of.bank_holidays.iter();
        all.any(|other| (&other.nation, other.date) == (&one.nation, one.date))
    };
    let built_in = reference::bank_holidays().into_iter();
    let gone = built_in
        .filter(|one| !is_there(one))
        .map(|one| BankHoliday {
            name: MOVED.to_owned(),
            ..one
        });
    of.bank_holidays.iter().cloned().chain(gone).collect()
}
