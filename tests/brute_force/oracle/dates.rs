//! Days, weeks and letters, as `docs/design.md`, section 3, has them.

use std::collections::{BTreeMap, BTreeSet};

use assize::domain::{Authority, Inspection};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The Monday of the ISO week of a day: what a week is known by.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// Monday to Friday, bank holidays included.
pub fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Who has which day off, and what follows from it for the letters.
pub struct Calendar {
    holidays: BTreeMap<String, BTreeSet<NaiveDate>>,
    /// The day letters are ready.
    pub letters_ready: NaiveDate,
    /// The first day on which a visit may start for notice.
    pub notice_over: NaiveDate,
    /// The first possible day: from its week the delay of visits is counted.
    pub first_possible: NaiveDate,
}

impl Calendar {
    pub fn new(problem: &Inspection) -> Self {
        let mut holidays: BTreeMap<String, BTreeSet<NaiveDate>> = BTreeMap::new();
        for holiday in &problem.bank_holidays {
            holidays
                .entry(holiday.nation.clone())
                .or_default()
                .insert(holiday.date);
        }
        let timing = &problem.timing;
        let mut calendar = Self {
            holidays,
            letters_ready: timing.first_day,
            notice_over: timing.first_day,
            first_possible: timing.first_day,
        };
        let authority = problem
            .header
            .inspectorates
            .iter()
            .map(|taking_part| {
                let (_, when) = problem
                    .authority
                    .iter()
                    .find(|(name, _)| name == taking_part)
                    .expect("every inspectorate has its authority");
                match when {
                    Authority::On(day) => *day,
                    Authority::WorkingDays(n) => {
                        calendar.desk_day_after(timing.selection_proposed, *n)
                    }
                }
            })
            .max()
            .expect("some inspectorate takes part");
        calendar.letters_ready = match timing.spare_days {
            0 => authority
                .iter_days()
                .find(|day| calendar.desk(*day))
                .expect("a working day comes"),
            spare => calendar.desk_day_after(authority, spare),
        };
        calendar.notice_over =
            calendar.letters_ready + Days::new(7 * u64::from(timing.notice_weeks));
        calendar.first_possible = timing.first_day.max(calendar.notice_over);
        calendar
    }

    /// A working day of one nation.
    pub fn works(&self, nation: &str, day: NaiveDate) -> bool {
        is_weekday(day)
            && !self
                .holidays
                .get(nation)
                .is_some_and(|days| days.contains(&day))
    }

    /// A working day of both England and Wales: authority, letters, preparation, review and write-up.
    pub fn desk(&self, day: NaiveDate) -> bool {
        self.works("England", day) && self.works("Wales", day)
    }

    /// The n-th desk day after a day; 0 is the day itself.
    pub fn desk_day_after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        let (mut day, mut left) = (day, n);
        while left > 0 {
            day = day + Days::new(1);
            if self.desk(day) {
                left -= 1;
            }
        }
        day
    }

    /// So many working days of a nation in a row, from a working day on.
    pub fn onsite(&self, nation: &str, first: NaiveDate, days: u32) -> Vec<NaiveDate> {
        first
            .iter_days()
            .filter(|day| self.works(nation, *day))
            .take(days as usize)
            .collect()
    }

    /// So many desk days just before the first onsite day.
    pub fn preparation(&self, first: NaiveDate, days: u32) -> Vec<NaiveDate> {
        let mut found = Vec::new();
        let mut day = first;
        while found.len() < days as usize {
            day = day - Days::new(1);
            if self.desk(day) {
                found.push(day);
            }
        }
        found
    }
}

/// The engagement days of every site: Mondays to Fridays inside the burden window, each engagement at most its `days`.
pub fn engagement_days(problem: &Inspection) -> Vec<u32> {
    let burden = &problem.burden;
    let from = problem.timing.first_day - Months::new(burden.months_before);
    let to = problem.timing.last_day + Months::new(burden.months_after);
    problem
        .sites
        .iter()
        .map(|site| {
            let of_site = problem.engagements.iter().filter(|e| e.site == site.id);
            of_site
                .map(|engagement| {
                    let counted = engagement
                        .first_day
                        .iter_days()
                        .take_while(|day| *day <= engagement.last_day)
                        .filter(|day| from <= *day && *day <= to && is_weekday(*day))
                        .count() as u32;
                    counted.min(engagement.days.unwrap_or(u32::MAX))
                })
                .sum()
        })
        .collect()
}
