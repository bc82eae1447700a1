//! Where everything stands on a page: days side by side, each with a column of times and one for each pair.

use std::ops::Range;

use super::box_text::BoxText;
use super::entry::Entry;
use super::flow::{Flow, Piece};
use super::programme::{Day, Programme};
use super::style::{MEMBER, PAIR};
use crate::documents::drawing::Rect;
use crate::documents::drawing::a4::{HEIGHT, MARGIN, WIDTH};

/// Below marking, title and dates.
pub(super) const DAYS_TOP: i32 = 168;
pub(super) const DAY_HEIGHT: i32 = 46;
/// Above the notes and the marking.
const GRID_BOTTOM: i32 = HEIGHT - 96;
/// The times left of each day.
pub(super) const TIMES: i32 = 84;
/// Between two days.
const GAP: i32 = 30;
/// No page has more days, and none more than leave its columns so wide, unless it has one.
const MOST_DAYS: usize = 5;
const NARROWEST: i32 = 175;
/// Columns so wide have larger words.
const WIDE: i32 = 480;
/// The names over a column take no more lines than this.
const MOST_LINES: usize = 8;
pub(super) const HEAD_LEADING: i32 = 25;
/// From the edge of a session's box to its words.
pub(super) const PADDING: i32 = 14;

/// The measures of a page.
pub(super) struct PageMeasures {
    /// From the left edge of one day to that of the next.
    step: i32,
    /// The width of a pair's column.
    column: i32,
    columns: usize,
    /// The names over the columns, the same every day.
    pub(super) heads: Vec<Flow>,
    pub(super) grid_top: i32,
    hours: Range<u32>,
}

impl PageMeasures {
    /// The measures of pages with so many days, at most.
    fn new(programme: &Programme, days: usize) -> Self {
        let columns = programme.columns();
        let step = (WIDTH - 2 * MARGIN + GAP) / days.max(1) as i32;
        let column = (step - GAP - TIMES) / columns as i32;
        let pairs = programme.pairs.iter().enumerate();
        let heads: Vec<Flow> = pairs
            .map(|(place, members)| {
                let mut lines = vec![vec![Piece::new(format!("Pair {}", place + 1), PAIR)]];
                let room = column - PADDING;
                lines.extend(members.iter().map(|one| vec![Piece::new(one, MEMBER)]));
                Flow::set(&lines, room).cut(MOST_LINES, room)
            })
            .collect();
        let lines = heads.iter().map(Flow::lines).max().unwrap_or(0);
        Self {
            step,
            column,
            columns,
            heads,
            grid_top: DAYS_TOP + DAY_HEIGHT + lines as i32 * HEAD_LEADING + 22,
            hours: programme.hours.clone(),
        }
    }

    /// Measures for the most days on a page with which the fewest texts are cut short, and how many days that is.
    pub(super) fn best(programme: &Programme) -> (Self, usize) {
        let mut best = Self::new(programme, 1);
        let (mut days, mut fewest) = (1, best.cuts(programme));
        for more in 2..=programme.days.len().min(MOST_DAYS) {
            let page = Self::new(programme, more);
            let cuts = page.cuts(programme);
            if page.column >= NARROWEST && cuts <= fewest {
                (best, days, fewest) = (page, more, cuts);
            }
        }
        // As many pages, each about as full as the others.
        let pages = programme.days.len().div_ceil(days);
        let even = programme.days.len().div_ceil(pages.max(1)).max(1);
        if even < days {
            best = Self::new(programme, even);
        }
        (best, even)
    }

    fn cuts(&self, programme: &Programme) -> usize {
        let heads: usize = self.heads.iter().map(|head| head.cuts).sum();
        let entries = programme.days.iter().flat_map(|day: &Day| &day.entries);
        let entries = entries.map(|entry| self.words(0, entry).1.flow.cuts);
        heads + entries.sum::<usize>()
    }

    /// The left and right edge of a day's columns.
    pub(super) fn day(&self, place: usize) -> (i32, i32) {
        (self.edge(place, 0), self.edge(place, self.columns))
    }

    /// The left edge of a column.
    pub(super) fn edge(&self, place: usize, column: usize) -> i32 {
        MARGIN + place as i32 * self.step + TIMES + column as i32 * self.column
    }

    /// How high a time of day stands.
    pub(super) fn y(&self, minutes: u32) -> i32 {
        let all = i64::from(self.hours.end.saturating_sub(self.hours.start).max(1));
        let past = i64::from(minutes.clamp(self.hours.start, self.hours.end) - self.hours.start);
        let room = i64::from(GRID_BOTTOM - self.grid_top);
        self.grid_top + (past * room / all) as i32
    }

    /// Every half hour from the first to the last.
    pub(super) fn half_hours(&self) -> impl Iterator<Item = u32> + use<> {
        self.hours.clone().step_by(30).chain([self.hours.end])
    }

    /// The rectangle of a time over some columns of a day.
    pub(super) fn rect(&self, place: usize, columns: Range<usize>, minutes: &Range<u32>) -> Rect {
        Rect {
            left: self.edge(place, columns.start),
            top: self.y(minutes.start),
            right: self.edge(place, columns.end),
            bottom: self.y(minutes.end),
        }
    }

    /// The box of a session and its words.
    pub(super) fn words(&self, place: usize, entry: &Entry) -> (Rect, BoxText) {
        let rect = self.rect(place, entry.columns.clone(), &entry.minutes);
        let rect = Rect {
            left: rect.left + 4,
            top: rect.top + 1,
            right: rect.right - 3,
            bottom: rect.bottom,
        };
        let room = (
            rect.right - rect.left - 2 * PADDING,
            rect.bottom - rect.top - 1,
        );
        (rect, BoxText::of(entry, room, self.column >= WIDE))
    }
}
