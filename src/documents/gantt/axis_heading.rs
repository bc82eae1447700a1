//! What stands above the time axis: months, the Monday of each week, and years where the months have no room for them.

use chrono::{Datelike, NaiveDate, Weekday};

use super::axis::Axis;
use super::drawing::{Anchor, BLACK, DARK_GREY, Drawing};
use super::style::{SMALL, SMALL_BOLD};
use super::text::width;
use crate::words::{month_name, short_date};

/// The height of a line.
const LINE: i32 = 34;
/// From the line at which something begins to its name.
const INDENT: i32 = 5;

/// The heading of an axis.
pub(super) struct AxisHeading<'a> {
    axis: &'a Axis,
    /// Whether the years have a line of their own.
    years: bool,
}

/// The days of a month, or of a year, that the axis shows.
type Span = (NaiveDate, NaiveDate);

impl<'a> AxisHeading<'a> {
    pub(super) fn new(axis: &'a Axis) -> Self {
        let heading = Self { axis, years: false };
        // The first and the last month may be there for a few days only.
        let whole = |span: &Span| (span.1 - span.0).num_days() >= 27;
        let mut months = heading.months().into_iter().filter(whole);
        let years = months.any(|month| {
            let name = heading.month_in_words(month);
            !name.is_some_and(|name| name.contains(&month.0.year().to_string()))
        });
        Self { axis, years }
    }

    /// The height of all its lines.
    pub(super) fn height(&self) -> i32 {
        if self.years { 3 * LINE } else { 2 * LINE }
    }

    /// Draws it down to `bottom`.
    pub(super) fn draw(&self, drawing: &mut Drawing, bottom: i32) {
        let axis = self.axis;
        let (weeks, months) = (bottom - LINE, bottom - 2 * LINE);
        if self.years {
            let room = |year: Span| self.room(year).then(|| year.0.year().to_string());
            self.names(drawing, (months - LINE, months), &self.years(), room);
        }
        let name = |month: Span| self.month_in_words(month);
        self.names(drawing, (months, weeks), &self.months(), name);
        self.weeks(drawing, weeks, bottom);
        drawing.level(bottom - 2, axis.left, axis.right, BLACK, 2);
    }

    /// A name for each month or year at its first day, with a line before each and after the last.
    fn names(
        &self,
        drawing: &mut Drawing,
        (top, bottom): (i32, i32),
        spans: &[Span],
        name: impl Fn(Span) -> Option<String>,
    ) {
        let axis = self.axis;
        for span in spans {
            let at = (axis.x(span.0) + INDENT, (top + bottom) / 2);
            if let Some(name) = name(*span) {
                drawing.text(&name, at, Anchor::Start, SMALL_BOLD);
            }
            drawing.upright(axis.x(span.0), top, bottom, BLACK, 2);
        }
        drawing.upright(axis.right, top, bottom, BLACK, 2);
    }

    /// The Monday of every week if there is room, by the day alone if need be, as the month stands above; otherwise of every second,
    /// third, …
    fn weeks(&self, drawing: &mut Drawing, top: i32, bottom: i32) {
        let axis = self.axis;
        let mondays = axis.days().filter(|day| day.weekday() == Weekday::Mon);
        let mondays: Vec<NaiveDate> = mondays.collect();
        let week = (axis.right - axis.left) / (mondays.len().max(1) as i32);
        let step = |name: fn(NaiveDate) -> String| {
            let widths = mondays.iter().map(|day| width(&name(*day), SMALL));
            (widths.max().unwrap_or(0) + INDENT + 4) / week.max(1) + 1
        };
        let whole: fn(NaiveDate) -> String = short_date;
        let alone: fn(NaiveDate) -> String = |day| day.day().to_string();
        let (name, step) = match step(whole) {
            1 => (whole, 1),
            _ => (alone, step(alone)),
        };
        let unnamed = self.months().into_iter();
        let unnamed: Vec<Span> = unnamed
            .filter(|month| self.month_in_words(*month).is_none())
            .collect();
        let mut free_from = axis.left;
        for day in mondays.iter().step_by(step as usize) {
            let in_unnamed = |month: &Span| (month.0..=month.1).contains(day);
            let text = match unnamed.iter().any(in_unnamed) {
                true => whole(*day),
                false => name(*day),
            };
            let at = (axis.x(*day) + INDENT, (top + bottom) / 2);
            let end = at.0 + width(&text, SMALL);
            // A name that takes the room of the next weeks has no line through it.
            if at.0 < free_from {
                continue;
            }
            if end <= axis.right {
                drawing.text(&text, at, Anchor::Start, SMALL);
                free_from = end + 4;
            }
            drawing.upright(axis.x(*day), top + 4, bottom, DARK_GREY, 2);
        }
    }

    /// The longest name of a month that has room over its days; `None` where there is room for none.
    fn month_in_words(&self, month: Span) -> Option<String> {
        let (name, year) = (month_name(month.0), month.0.year());
        let short = name.get(..3).unwrap_or(name);
        let long = [format!("{name} {year}"), format!("{short} {year}")];
        let names = long.into_iter().skip(if self.years { 2 } else { 0 });
        let mut names = names.chain([name.to_owned(), short.to_owned()]);
        let room = self.axis.end(month.1) - self.axis.x(month.0) - 2 * INDENT - 2;
        names.find(|name| width(name, SMALL_BOLD) <= room)
    }

    /// Whether a year's number has room over its days.
    fn room(&self, year: Span) -> bool {
        let room = self.axis.end(year.1) - self.axis.x(year.0) - 2 * INDENT - 2;
        width(&year.0.year().to_string(), SMALL_BOLD) <= room
    }

    fn months(&self) -> Vec<Span> {
        self.spans(|day| (day.year(), day.month()))
    }

    fn years(&self) -> Vec<Span> {
        self.spans(|day| (day.year(), 0))
    }

    fn spans(&self, of: impl Fn(&NaiveDate) -> (i32, u32)) -> Vec<Span> {
        let days: Vec<NaiveDate> = self.axis.days().collect();
        let spans = days.chunk_by(|a, b| of(a) == of(b));
        spans
            .filter_map(|span| Some((*span.first()?, *span.last()?)))
            .collect()
    }
}
