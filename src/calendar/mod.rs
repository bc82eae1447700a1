//! The calendar of the planner and the reports: working days, authority, letters, and the days on which a visit could start.
//!
//! The checker has arithmetic of its own; nothing here is shared with it.

mod bars;
mod no_date;
mod starts;
mod working_days;

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::domain::{Authority, Inspection, InspectorateId, Letters, Timing};

pub use bars::DateBar;
pub use no_date::NoDate;
pub use starts::{Start, monday};
pub use working_days::DESK_NATIONS;
use working_days::{WorkingDays, is_weekday};

/// The dates that follow from `[timing]`, `[authority]`, the bank holidays and the tables of dates.
///
/// It keeps what it needs of the inspection, so that it can be made once and shared.
#[derive(Debug)]
pub struct Calendar {
    timing: Timing,
    working: WorkingDays,
    visiting: starts::Visiting,
    /// When each inspectorate that takes part gives its authority, in the order of the inspectorates.
    pub authority: Vec<(InspectorateId, NaiveDate)>,
    /// The latest of those: the authority date.
    pub authority_date: NaiveDate,
    /// The day letters are ready: `spare_days` working days after the authority date; with 0, the first on or after it.
    pub letters_ready: NaiveDate,
    /// The first day that gives the notice due: letters ready and `notice_weeks` × 7 days (T2).
    pub notice_ends: NaiveDate,
    /// The first possible day, from which delay is counted: the later of `first_day` and [`Self::notice_ends`].
    pub first_possible: NaiveDate,
}

impl Calendar {
    /// Works out every date that does not depend on the plan.
    pub fn new(inspection: &Inspection) -> Self {
        let working = WorkingDays::new(&inspection.bank_holidays);
        let timing = &inspection.timing;
        let given: HashMap<&InspectorateId, Authority> = inspection
            .authority
            .iter()
            .map(|(inspectorate, when)| (inspectorate, *when))
            .collect();
        let authority: Vec<(InspectorateId, NaiveDate)> = inspection
            .header
            .inspectorates
            .iter()
            .filter_map(|inspectorate| {
                let date = match given.get(inspectorate)? {
                    Authority::WorkingDays(n) => {
                        working.desk_day_after(timing.selection_proposed, *n)
                    }
                    Authority::On(date) => *date,
                };
                Some((inspectorate.clone(), date))
            })
            .collect();
        let authority_date = authority
            .iter()
            .map(|(_, date)| *date)
            .max()
            .unwrap_or(timing.selection_proposed);
        let letters_ready = match timing.spare_days {
            0 => working.first_desk_day(authority_date),
            days => working.desk_day_after(authority_date, days),
        };
        let notice_ends = add_days(letters_ready, u64::from(timing.notice_weeks) * 7);
        Self {
            timing: timing.clone(),
            working,
            visiting: starts::Visiting::new(inspection),
            authority,
            authority_date,
            letters_ready,
            notice_ends,
            first_possible: notice_ends.max(timing.first_day),
        }
    }

    /// Whether this is a working day of the nation: Monday to Friday less its bank holidays.
    pub fn is_working_day(&self, nation: &str, date: NaiveDate) -> bool {
        self.working.in_nation(nation, date)
    }

    /// Whether this is a working day of both England and Wales: for authority, letters and preparation.
    pub fn is_desk_day(&self, date: NaiveDate) -> bool {
        self.working.at_the_desk(date)
    }

    /// The n-th working day at the desk after a day, counted from the next one; n = 0 is the day itself.
    pub fn desk_day_after(&self, date: NaiveDate, n: u32) -> NaiveDate {
        self.working.desk_day_after(date, n)
    }

    /// The n-th working day at the desk before a day; n = 0 is the day itself.
    pub fn desk_day_before(&self, date: NaiveDate, n: u32) -> NaiveDate {
        let days = self.working.desk_days_before(date, n);
        days.first().copied().unwrap_or(date)
    }

    /// The last working day at the desk on or before a day.
    pub fn last_desk_day(&self, date: NaiveDate) -> NaiveDate {
        self.working.last_desk_day(date)
    }

    /// The working days at the desk after one day, up to and including another; negative the other way round.
    pub fn desk_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let count = |from: NaiveDate, to: NaiveDate| {
            let days = from.iter_days().skip(1).take_while(|day| *day <= to);
            days.filter(|day| self.is_desk_day(*day)).count() as i64
        };
        match from <= to {
            true => count(from, to),
            false => -count(to, from),
        }
    }

    /// Mondays to Fridays from the first day of a range to its last, bank holidays included.
    pub fn weekdays_between(from: NaiveDate, to: NaiveDate) -> u32 {
        from.iter_days()
            .take_while(|day| *day <= to)
            .filter(|day| is_weekday(*day))
            .count() as u32
    }

    /// The bank holiday of that nation on that day, if there is one.
    pub fn bank_holiday(&self, nation: &str, date: NaiveDate) -> Option<&str> {
        self.working.name(nation, date)
    }

    /// The last day for a letter that gives the notice due before `first_onsite`:
    /// the last working day on or before that day less `notice_weeks` × 7 days.
    pub fn letter_by(&self, first_onsite: NaiveDate) -> NaiveDate {
        let notice = u64::from(self.timing.notice_weeks) * 7;
        self.working.last_desk_day(sub_days(first_onsite, notice))
    }

    /// `letter_by` for each of these visits, given their first onsite days: with letters "together" all take
    /// the date of the first visit.
    pub fn letters(&self, first_days: &[NaiveDate]) -> Vec<NaiveDate> {
        let first_of_all = first_days.iter().min().copied();
        first_days
            .iter()
            .map(|first_day| match self.timing.letters {
                Letters::Together => self.letter_by(first_of_all.unwrap_or(*first_day)),
                Letters::Each => self.letter_by(*first_day),
            })
            .collect()
    }

    /// Slack of a letter: the working days after the authority date, up to and including `letter_by`.
    pub fn slack(&self, letter_by: NaiveDate) -> usize {
        self.authority_date
            .iter_days()
            .skip(1)
            .take_while(|day| *day <= letter_by)
            .filter(|day| self.is_desk_day(*day))
            .count()
    }
}

fn add_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

fn sub_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days))
        .unwrap_or(NaiveDate::MIN)
}
