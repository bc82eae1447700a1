//! Working days, and the dates that follow from `[timing]` and `[authority]` (`docs/design.md`, section 3, below the table).
//!
//! A hand-edited plan may name any date that a calendar can hold, so every step stops at the calendar's ends.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::{Authority, Inspection, Kind, Site};

/// Working at a desk, such as signing a letter, takes a working day of both nations.
const DESK_NATIONS: [&str; 2] = ["England", "Wales"];

/// The dates that hold for every visit, and the bank holidays they rest on.
pub(super) struct KeyDates {
    bank_holidays: BTreeMap<String, BTreeSet<NaiveDate>>,
    /// The latest authority over the inspectorates taking part.
    pub(super) authority: NaiveDate,
    /// The earliest first day that gives due notice, by T2.
    pub(super) notice_over: NaiveDate,
    /// The first day on which any visit could start: delay counts from its week.
    pub(super) first_possible: NaiveDate,
    notice: u64,
}

impl KeyDates {
    pub(super) fn new(inspection: &Inspection) -> Self {
        let timing = &inspection.timing;
        let mut bank_holidays: BTreeMap<String, BTreeSet<NaiveDate>> = BTreeMap::new();
        for holiday in &inspection.bank_holidays {
            let of_nation = bank_holidays.entry(holiday.nation.clone()).or_default();
            of_nation.insert(holiday.date);
        }
        let mut dates = Self {
            bank_holidays,
            authority: timing.selection_proposed,
            notice_over: timing.first_day,
            first_possible: timing.first_day,
            notice: u64::from(timing.notice_weeks) * 7,
        };
        dates.authority = inspection
            .authority
            .iter()
            .filter(|(id, _)| inspection.header.inspectorates.contains(id))
            .map(|(_, authority)| match *authority {
                Authority::On(date) => date,
                Authority::WorkingDays(n) => dates.desk_days_after(timing.selection_proposed, n),
            })
            .max()
            .unwrap_or(timing.selection_proposed);
        let letters_ready = match timing.spare_days {
            0 => dates.desk_day_from(dates.authority),
            days => dates.desk_days_after(dates.authority, days),
        };
        dates.notice_over = letters_ready
            .checked_add_days(Days::new(dates.notice))
            .unwrap_or(NaiveDate::MAX);
        dates.first_possible = timing.first_day.max(dates.notice_over);
        dates
    }

    /// Monday to Friday less the nation's bank holidays.
    pub(super) fn is_working(&self, nation: &str, date: NaiveDate) -> bool {
        let holiday = self.bank_holidays.get(nation);
        is_weekday(date) && !holiday.is_some_and(|days| days.contains(&date))
    }

    fn is_desk_day(&self, date: NaiveDate) -> bool {
        DESK_NATIONS.iter().all(|n| self.is_working(n, date))
    }

    /// The n-th working day after a day counts from the next one; n = 0 is the day itself.
    pub(super) fn desk_days_after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        match n.checked_sub(1) {
            None => day,
            Some(more) => (day.iter_days().skip(1))
                .filter(|&date| self.is_desk_day(date))
                .nth(more as usize)
                .unwrap_or(NaiveDate::MAX),
        }
    }

    /// The first working day on or after a day.
    fn desk_day_from(&self, day: NaiveDate) -> NaiveDate {
        (day.iter_days())
            .find(|&date| self.is_desk_day(date))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The onsite days of a visit of so many days that starts on this day: working days, bank holidays skipped.
    pub(super) fn onsite(&self, site: &Site, days: u32, first_day: NaiveDate) -> Vec<NaiveDate> {
        (first_day.iter_days())
            .filter(|&date| self.is_working(&site.nation, date))
            .take(days as usize)
            .collect()
    }

    /// The preparation days of a visit that starts on this day, in order.
    pub(super) fn preparation(&self, kind: &Kind, first_day: NaiveDate) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = (before(first_day))
            .filter(|&date| self.is_desk_day(date))
            .take(kind.prepare_days as usize)
            .collect();
        days.reverse();
        days
    }

    /// The first working day of the ISO week in which a day lies; the day itself where there is none before it.
    pub(super) fn week_opens(&self, nation: &str, date: NaiveDate) -> NaiveDate {
        (monday(date).iter_days())
            .take_while(|&day| day < date)
            .find(|&day| self.is_working(nation, day))
            .unwrap_or(date)
    }

    /// The last working day on which a letter gives due notice of a visit that starts on this day.
    pub(super) fn letter_by(&self, first_day: NaiveDate) -> NaiveDate {
        let latest = first_day
            .checked_sub_days(Days::new(self.notice))
            .unwrap_or(NaiveDate::MIN);
        if self.is_desk_day(latest) {
            return latest;
        }
        (before(latest))
            .find(|&date| self.is_desk_day(date))
            .unwrap_or(NaiveDate::MIN)
    }
}

/// The days before a day, latest first.
fn before(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(day.pred_opt(), |date| date.pred_opt())
}

fn is_weekday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The Monday by which an ISO week is known.
pub(super) fn monday(date: NaiveDate) -> NaiveDate {
    let since = u64::from(date.weekday().num_days_from_monday());
    date.checked_sub_days(Days::new(since))
        .unwrap_or(NaiveDate::MIN)
}

/// Whole weeks from the week of one day to the week of another; negative where the other is earlier.
pub(super) fn weeks_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (monday(to) - monday(from)).num_days() / 7
}

/// Calendar days from a day to the nearest day of a period, 0 inside it.
pub(super) fn days_off(date: NaiveDate, first_day: NaiveDate, last_day: NaiveDate) -> i64 {
    let early = (first_day - date).num_days();
    let late = (date - last_day).num_days();
    early.max(late).max(0)
}

/// So many calendar months earlier, same day of the month, clamped to the month's end.
pub(super) fn months_before(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_sub_months(Months::new(months))
        .unwrap_or(NaiveDate::MIN)
}

/// So many calendar months later, same day of the month, clamped to the month's end.
pub(super) fn months_after(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// How many Mondays to Fridays lie from one day to another, both included; bank holidays count.
pub(super) fn weekdays_from_to(first: NaiveDate, last: NaiveDate) -> u64 {
    // Day 1 of the common era was a Monday, so whole weeks since then are weeks of this calendar.
    let before = |n: i64| n.div_euclid(7) * 5 + n.rem_euclid(7).min(5);
    let start = before(i64::from(first.num_days_from_ce()) - 1);
    let end = before(i64::from(last.num_days_from_ce()));
    u64::try_from(end - start).unwrap_or(0)
}
