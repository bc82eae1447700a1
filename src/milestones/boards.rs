//! The days on which the board or the chief of an inspectorate decides: what they decide falls on the next of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{Inspection, InspectorateId};

/// The days of one inspectorate, and what meets on each; none where `boards.csv` has none.
#[derive(Debug, Clone, Default)]
pub(super) struct Boards<'a>(BTreeMap<NaiveDate, Option<&'a str>>);

impl<'a> Boards<'a> {
    /// The days of an inspectorate.
    pub(super) fn of(inspection: &'a Inspection, who: &InspectorateId) -> Self {
        let rows = inspection.boards.iter();
        let own = rows.filter(|row| row.inspectorate == *who);
        Self(own.map(|row| (row.date, row.what.as_deref())).collect())
    }

    /// The day on which something is decided that could be on `day`: the next day on or after it, or else that day itself.
    pub(super) fn from(&self, day: NaiveDate) -> NaiveDate {
        let next = self.0.range(day..).next();
        next.map_or(day, |(next, _)| *next)
    }

    /// The last day on which something is decided that must be by `limit`. After the last of the days any day will do; where no
    /// day is early enough, the limit is told as it is.
    pub(super) fn by(&self, limit: NaiveDate) -> NaiveDate {
        match self.last() {
            Some(last) if limit <= last => {
                let before = self.0.range(..=limit).next_back();
                before.map_or(limit, |(day, _)| *day)
            }
            _ => limit,
        }
    }

    /// The last of the days.
    pub(super) fn last(&self) -> Option<NaiveDate> {
        self.0.keys().next_back().copied()
    }

    /// What meets on a day; `None` where nothing does.
    pub(super) fn meeting(&self, day: NaiveDate) -> Option<Option<&'a str>> {
        self.0.get(&day).copied()
    }
}
