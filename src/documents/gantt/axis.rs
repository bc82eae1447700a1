//! The time axis: where a day lies, and the weeks and months above.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::drawing::{Anchor, BLACK, DARK_GREY, Drawing, LIGHT_GREY, MID_GREY, Rect};
use super::style::{SMALL, SMALL_BOLD};
use super::text::width;
use crate::calendar::monday;
use crate::words::{month_name, short_date};

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

    fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
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

    /// Two lines of heading from `top` to `bottom`: months, then the Monday of each week.
    pub(super) fn heading(&self, drawing: &mut Drawing, top: i32, bottom: i32) {
        let middle = (top + bottom) / 2;
        self.months(drawing, top, middle);
        let mondays: Vec<NaiveDate> = self
            .days()
            .filter(|day| day.weekday() == Weekday::Mon)
            .collect();
        let widest = mondays
            .iter()
            .map(|day| width(&short_date(*day), SMALL))
            .max();
        let week = (self.right - self.left) / (mondays.len().max(1) as i32);
        // Every week is named if there is room, otherwise every second, third, …
        let step = (widest.unwrap_or(0) + 9) / week.max(1) + 1;
        for day in mondays.iter().step_by(step as usize) {
            let at = (self.x(*day) + 5, (middle + bottom) / 2);
            let text = short_date(*day);
            if at.0 + width(&text, SMALL) <= self.right {
                drawing.text(&text, at, Anchor::Start, SMALL);
            }
            drawing.upright(self.x(*day), middle + 4, bottom, DARK_GREY, 2);
        }
        drawing.level(bottom - 2, self.left, self.right, BLACK, 2);
    }

    fn months(&self, drawing: &mut Drawing, top: i32, bottom: i32) {
        let days: Vec<NaiveDate> = self.days().collect();
        for month in days.chunk_by(|a, b| (a.year(), a.month()) == (b.year(), b.month())) {
            let (Some(first), Some(last)) = (month.first(), month.last()) else {
                continue;
            };
            let room = self.end(*last) - self.x(*first) - 12;
            let (name, year) = (month_name(*first), first.year());
            let short = name.get(..3).unwrap_or(name);
            let texts = [
                format!("{name} {year}"),
                format!("{short} {year}"),
                short.to_owned(),
            ];
            let text = texts.iter().find(|text| width(text, SMALL_BOLD) <= room);
            let at = (self.x(*first) + 5, (top + bottom) / 2);
            if let Some(text) = text {
                drawing.text(text, at, Anchor::Start, SMALL_BOLD);
            }
            drawing.upright(self.x(*first), top, bottom, BLACK, 2);
        }
        drawing.upright(self.right, top, bottom, BLACK, 2);
    }
}
