//! Which days are worked, and counting them.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::BankHoliday;

/// The nations whose working days count for authority, letters and preparation.
pub const DESK_NATIONS: [&str; 2] = ["England", "Wales"];

/// The bank holidays of every nation, by date.
#[derive(Debug)]
pub(super) struct WorkingDays {
    holidays: HashMap<String, BTreeMap<NaiveDate, String>>,
}

impl WorkingDays {
    pub(super) fn new(holidays: &[BankHoliday]) -> Self {
        let mut by_nation: HashMap<String, BTreeMap<NaiveDate, String>> = HashMap::new();
        for holiday in holidays {
            by_nation
                .entry(holiday.nation.clone())
                .or_default()
                .insert(holiday.date, holiday.name.clone());
        }
        Self {
            holidays: by_nation,
        }
    }

    pub(super) fn name(&self, nation: &str, date: NaiveDate) -> Option<&str> {
        self.holidays.get(nation)?.get(&date).map(String::as_str)
    }

    pub(super) fn in_nation(&self, nation: &str, date: NaiveDate) -> bool {
        is_weekday(date) && self.name(nation, date).is_none()
    }

    pub(super) fn at_the_desk(&self, date: NaiveDate) -> bool {
        DESK_NATIONS
            .iter()
            .all(|nation| self.in_nation(nation, date))
    }

    /// The n-th working day after a day, counted from the next one; n = 0 is the day itself.
    pub(super) fn desk_day_after(&self, date: NaiveDate, n: u32) -> NaiveDate {
        if n == 0 {
            return date;
        }
        date.iter_days()
            .skip(1)
            .filter(|day| self.at_the_desk(*day))
            .nth(n as usize - 1)
            .unwrap_or(NaiveDate::MAX)
    }

    /// The first working day on or after a day.
    pub(super) fn first_desk_day(&self, date: NaiveDate) -> NaiveDate {
        let mut days = date.iter_days();
        days.find(|day| self.at_the_desk(*day)).unwrap_or(date)
    }

    /// The last working day on or before a day.
    pub(super) fn last_desk_day(&self, date: NaiveDate) -> NaiveDate {
        days_back_from(date)
            .find(|day| self.at_the_desk(*day))
            .unwrap_or(date)
    }

    /// The `n` working days just before a day, earliest first.
    pub(super) fn desk_days_before(&self, date: NaiveDate, n: u32) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = days_back_from(date)
            .skip(1)
            .filter(|day| self.at_the_desk(*day))
            .take(n as usize)
            .collect();
        days.reverse();
        days
    }
}

pub(super) fn is_weekday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn days_back_from(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(date), |day| day.pred_opt())
}
