//! The time axis: where a day lies. What stands above it is in `axis_heading`.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::drawing::{Drawing, LIGHT_GREY, MID_GREY, Rect};
use crate::calendar::monday;

/// Days from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    pub(super) left: i32,
    pub(super) right: i32,
    /// The Monday at the left edge.
    pub(super) first: NaiveDate,
    /// The Sunday at the right edge.
    pub(super) last: NaiveDate,
}

impl Axis {
    /// Whole weeks from one day to another, three years at most: an edited plan may hold any date.
    pub(super) fn new(left: i32, right: i32, from: NaiveDate, to: NaiveDate) -> Self {
        const LONGEST: Days = Days::new(3 * 364);
        let to = from.checked_add_days(LONGEST).map_or(to, |end| to.min(end));
        Self {
            left,
            right,
            first: monday(from),
            last: monday(to).checked_add_days(Days::new(6)).unwrap_or(to),
        }
    }

    /// Where a day begins; days beyond an edge lie on it.
    pub(super) fn x(&self, day: NaiveDate) -> i32 {
        let since = |day: NaiveDate| day.signed_duration_since(self.first).num_days();
        let days = (since(self.last) + 1).max(1);
        let place = since(day).clamp(0, days);
        let room = i64::from(self.right - self.left);
        self.left + (place * room / days) as i32
    }

    /// Where a day ends.
    pub(super) fn end(&self, day: NaiveDate) -> i32 {
        self.x(day.succ_opt().unwrap_or(day))
    }

    /// The strip from one day to another, both included.
    pub(super) fn strip(&self, from: NaiveDate, to: NaiveDate, top: i32, bottom: i32) -> Rect {
        Rect {
            left: self.x(from),
            top,
            right: self.end(to),
            bottom,
        }
    }

    /// Whether any day from one to another lies on the axis.
    pub(super) fn shows(&self, from: NaiveDate, to: NaiveDate) -> bool {
        from <= self.last && to >= self.first
    }

    pub(super) fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let last = self.last;
        self.first.iter_days().take_while(move |day| *day <= last)
    }

    /// Weekends, faint, and a line for each week.
    pub(super) fn ground(&self, drawing: &mut Drawing, top: i32, bottom: i32) {
        for day in self.days() {
            if day.weekday() == Weekday::Sat {
                let sunday = day.succ_opt().unwrap_or(day);
                drawing.fill(self.strip(day, sunday, top, bottom), LIGHT_GREY);
            }
        }
        for day in self.days().filter(|day| day.weekday() == Weekday::Mon) {
            drawing.upright(self.x(day), top, bottom, MID_GREY, 1);
        }
        drawing.upright(self.right, top, bottom, MID_GREY, 1);
    }
}
