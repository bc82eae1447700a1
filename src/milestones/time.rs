//! Calendar time: so many days, weeks, months or years from a day.

use chrono::{Days, Months, NaiveDate};

use crate::domain::{Time, Unit};

/// So long after a day; the same day of the month, or its last.
pub(super) fn after(day: NaiveDate, time: Time) -> NaiveDate {
    let n = time.number;
    let found = match time.unit {
        Unit::Days => day.checked_add_days(Days::new(n.into())),
        Unit::Weeks => day.checked_add_days(Days::new(u64::from(n) * 7)),
        Unit::Months => day.checked_add_months(Months::new(n)),
        Unit::Years => day.checked_add_months(Months::new(n.saturating_mul(12))),
    };
    found.unwrap_or(NaiveDate::MAX)
}

/// So long before a day.
pub(super) fn before(day: NaiveDate, time: Time) -> NaiveDate {
    let n = time.number;
    let found = match time.unit {
        Unit::Days => day.checked_sub_days(Days::new(n.into())),
        Unit::Weeks => day.checked_sub_days(Days::new(u64::from(n) * 7)),
        Unit::Months => day.checked_sub_months(Months::new(n)),
        Unit::Years => day.checked_sub_months(Months::new(n.saturating_mul(12))),
    };
    found.unwrap_or(NaiveDate::MIN)
}

/// The last day of which `moved` is no later than `limit`. `guess` is right to a few days.
pub(super) fn last_within(
    guess: NaiveDate,
    limit: NaiveDate,
    moved: impl Fn(NaiveDate) -> NaiveDate,
) -> NaiveDate {
    // Months differ by up to three days, and bank holidays with weekends make a few more.
    const FEW: u64 = 20;
    let top = guess.checked_add_days(Days::new(FEW)).unwrap_or(guess);
    let mut days = std::iter::successors(Some(top), NaiveDate::pred_opt);
    days.find(|day| moved(*day) <= limit).unwrap_or(guess)
}

/// The first day, from `from` on, of which `moved` is no earlier than `limit`.
pub(super) fn first_reaching(
    from: NaiveDate,
    limit: NaiveDate,
    moved: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> NaiveDate {
    let mut days = from.iter_days();
    days.find(|day| moved(*day).is_some_and(|found| found >= limit))
        .unwrap_or(NaiveDate::MAX)
}
