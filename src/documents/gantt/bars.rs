//! What a row shows: its texts on the left, its bars on the right, and names beside the bars.

use chrono::NaiveDate;

use super::axis::Axis;
use super::drawing::a4::SMALLEST;
use super::drawing::{Anchor, BLACK, Drawing, LIGHT_GREY, MID_GREY, Rect, Type, WHITE};
use super::lanes;
use super::rows::{GAP, GanttColumns, GanttRow, inspector_texts, visit_texts};
use super::style::{Bar, HEADING, NORMAL, ON_BAR, SMALL, SMALL_BOLD, SMALL_GREY};
use super::text::width;
use crate::documents::views::{DaysOfVisit, OnVisits, PlannedVisit};

/// What it takes to draw a row.
#[derive(Clone, Copy)]
pub(super) struct RowPainter {
    /// The day from which letters may go out.
    pub(super) authority_date: NaiveDate,
    pub(super) axis: Axis,
    pub(super) columns: GanttColumns,
}

impl RowPainter {
    /// What lies below the bars: the line under the row, and strips that concern this site alone.
    pub(super) fn ground(&self, drawing: &mut Drawing, row: &GanttRow<'_>, top: i32, bottom: i32) {
        if let GanttRow::Visit(visit) = row {
            lanes::draw_row(drawing, &self.axis, visit, (top, bottom));
        }
    }

    /// The texts on the left and the bars on the right.
    pub(super) fn row(&self, drawing: &mut Drawing, row: &GanttRow<'_>, top: i32, bottom: i32) {
        let (columns, middle) = (self.columns, (top + bottom) / 2);
        match row {
            GanttRow::Heading(name, captions) => {
                let rect = Rect {
                    left: columns.number - 10,
                    top,
                    right: self.axis.right + 1,
                    bottom,
                };
                drawing.fill(rect, WHITE);
                drawing.fill(
                    Rect {
                        top: top + 5,
                        ..rect
                    },
                    LIGHT_GREY,
                );
                drawing.level(bottom - 2, rect.left, rect.right, BLACK, 2);
                self.heading(drawing, name, *captions, rect);
                return;
            }
            GanttRow::Visit(visit) => {
                let number = visit.number.to_string();
                drawing.text(
                    &number,
                    (columns.name - 10, middle),
                    Anchor::End,
                    SMALL_BOLD,
                );
                self.texts(drawing, visit_texts(visit), middle);
                self.letter_and_notice(drawing, visit, middle);
                self.visit_bars(drawing, visit, top, bottom);
            }
            GanttRow::Inspector(inspector, visits) => {
                self.texts(drawing, inspector_texts(inspector, visits), middle);
                self.absences(drawing, inspector, middle);
                for visit in visits {
                    self.visit_bars(drawing, visit, top, bottom);
                }
                self.names(drawing, inspector, visits, middle);
            }
        }
        drawing.level(
            bottom - 1,
            columns.number - 10,
            self.axis.right,
            MID_GREY,
            1,
        );
    }

    /// The name of a group, and of its columns. A name too long for its column goes on over theirs.
    fn heading(&self, drawing: &mut Drawing, name: &str, captions: [&str; 2], rect: Rect) {
        let columns = self.columns;
        let smallest = Type {
            size: SMALLEST,
            ..HEADING
        };
        let fits = width(name, smallest) <= columns.second - columns.number - GAP / 2;
        let right = match fits {
            true => columns.second - GAP / 2,
            false => rect.right,
        };
        let room = Rect {
            left: columns.number,
            top: rect.top + 5,
            right,
            bottom: rect.bottom - 1,
        };
        drawing.text_in(name, room, Anchor::Start, HEADING, SMALLEST);
        if fits {
            let middle = (rect.top + rect.bottom) / 2 + 1;
            let [second, third] = captions;
            let room = columns.third - columns.second;
            drawing.text_within(second, (columns.second, middle), room, SMALL_BOLD);
            let room = columns.chart - columns.third;
            drawing.text_within(third, (columns.third, middle), room, SMALL_BOLD);
        }
    }

    fn texts(&self, drawing: &mut Drawing, texts: [String; 3], middle: i32) {
        let columns = self.columns;
        let [name, second, third] = texts;
        let room = |from: i32, to: i32| to - from - GAP / 2;
        let at = |x: i32| (x, middle);
        drawing.text_within(
            &name,
            at(columns.name),
            room(columns.name, columns.second),
            NORMAL,
        );
        let second_room = room(columns.second, columns.third);
        drawing.text_within(&second, at(columns.second), second_room, SMALL);
        let third_room = room(columns.third, columns.chart);
        drawing.text_within(&third, at(columns.third), third_room, SMALL_GREY);
    }

    /// Thin bars: the letter window, then notice up to the visit.
    fn letter_and_notice(&self, drawing: &mut Drawing, visit: &PlannedVisit, middle: i32) {
        let strip = |from: NaiveDate, to: NaiveDate, half: i32| Rect {
            left: self.axis.end(from),
            top: middle - half,
            right: self.axis.end(to.max(from)),
            bottom: middle + half,
        };
        let authority = self.authority_date;
        Bar::LetterWindow.draw(drawing, strip(authority, visit.letter_by, 7));
        let before = visit.first_day.pred_opt().unwrap_or(visit.first_day);
        Bar::Notice.draw(drawing, strip(visit.letter_by, before, 4));
    }

    /// Full bars: preparation, onsite and write-up days, each run of days as one.
    fn visit_bars(&self, drawing: &mut Drawing, visit: &PlannedVisit, top: i32, bottom: i32) {
        let (preparation, onsite) = runs_of(visit);
        let write_up = runs(visit.write_up());
        let all = [
            (Bar::Preparation, preparation),
            (Bar::WriteUp, write_up),
            (Bar::Onsite, onsite),
        ];
        for (bar, runs) in all {
            for (first, last) in runs {
                bar.draw(drawing, self.axis.strip(first, last, top + 4, bottom - 5));
            }
        }
    }

    /// Thin bars: the days on which an inspector is away.
    fn absences(&self, drawing: &mut Drawing, inspector: &OnVisits, middle: i32) {
        let half = Bar::Absent.half().unwrap_or_default();
        for (first, last) in self.shown_absences(inspector) {
            let rect = self.axis.strip(first, last, middle - half, middle + half);
            Bar::Absent.draw(drawing, rect);
        }
    }

    fn shown_absences<'v>(&self, inspector: &'v OnVisits) -> impl Iterator<Item = DayRun> + 'v {
        let axis = self.axis;
        let absences = inspector.absences.iter().copied();
        absences.filter(move |(first, last)| axis.shows(*first, *last))
    }

    /// The number of each visit on its bar, and the sites' names beside where nothing is in the way.
    fn names(
        &self,
        drawing: &mut Drawing,
        inspector: &OnVisits,
        visits: &[&PlannedVisit],
        middle: i32,
    ) {
        let away: Vec<(i32, i32)> = self
            .shown_absences(inspector)
            .map(|(first, last)| (self.axis.x(first), self.axis.end(last)))
            .collect();
        /// Bars nearer than this are named together.
        const TOGETHER: i32 = 60;
        let close = |a: &&PlannedVisit, b: &&PlannedVisit| self.begins(b) - self.ends(a) < TOGETHER;
        let groups: Vec<&[&PlannedVisit]> = visits.chunk_by(close).collect();
        let mut free_from = self.axis.left;
        for (place, group) in groups.iter().enumerate() {
            let next = groups.get(place + 1).and_then(|next| next.first());
            let limit = next.map_or(self.axis.right, |visit| self.begins(visit));
            let (mut names, mut outside) = (Vec::new(), Vec::new());
            for visit in *group {
                let (_, onsite) = runs_of(visit);
                let run = onsite.first().copied();
                let (from, to) = run.unwrap_or((visit.first_day, visit.last_day));
                let bar = self.axis.strip(from, to, 0, 0);
                let number = visit.number.to_string();
                names.push((number.clone(), visit.site.as_str()));
                if width(&number, ON_BAR) + 4 <= bar.right - bar.left {
                    let centre = ((bar.left + bar.right) / 2, middle);
                    drawing.text(&number, centre, Anchor::Middle, ON_BAR);
                } else {
                    outside.push(number);
                }
            }
            let full: Vec<String> = names
                .into_iter()
                .map(|(number, name)| match outside.as_slice() {
                    [] => name.to_owned(),
                    _ => format!("{number} {name}"),
                })
                .collect();
            let (Some(first), Some(last)) = (group.first(), group.last()) else {
                continue;
            };
            let bars = (self.begins(first), self.ends(last));
            let labels = [full.join(", "), outside.join(", ")];
            // No name lies over an absence.
            let before = away
                .iter()
                .map(|(_, end)| *end)
                .filter(|end| *end <= bars.0);
            let after = away
                .iter()
                .map(|(start, _)| *start)
                .filter(|start| *start >= bars.1);
            let free = (
                before.max().map_or(free_from, |end| end.max(free_from)),
                after.min().map_or(limit, |start| start.min(limit)),
            );
            let end = self.beside(drawing, &labels, bars, free, middle);
            free_from = end.max(bars.1);
        }
    }

    /// The first label that fits right of the bars, or left of them; how far it reaches.
    fn beside(
        &self,
        drawing: &mut Drawing,
        labels: &[String],
        (left, right): (i32, i32),
        (from, to): (i32, i32),
        middle: i32,
    ) -> i32 {
        const SPACE: i32 = 8;
        for label in labels {
            let wide = width(label, SMALL);
            let (x, anchor) = if right + wide + 2 * SPACE <= to {
                (right + SPACE, Anchor::Start)
            } else if left - wide - 2 * SPACE >= from {
                (left - SPACE, Anchor::End)
            } else {
                continue;
            };
            let heights = (middle - 12, middle + 12);
            drawing.text_on_white(label, x, heights, anchor, SMALL);
            return match anchor {
                Anchor::End => x,
                Anchor::Start | Anchor::Middle => x + wide,
            };
        }
        right
    }

    /// Where the bars of a visit end, the write-up included.
    fn ends(&self, visit: &PlannedVisit) -> i32 {
        let last = visit.write_up().last().copied();
        self.axis.end(last.unwrap_or(visit.last_day))
    }

    /// Where the bars of a visit begin, preparation included.
    fn begins(&self, visit: &PlannedVisit) -> i32 {
        let (preparation, _) = runs_of(visit);
        let first = preparation.first().map_or(visit.first_day, |run| run.0);
        self.axis.x(first)
    }
}

/// From one day to another, both included.
type DayRun = (NaiveDate, NaiveDate);

/// Runs of days without a gap: preparation, then onsite. A visit whose dates are no dates for its site,
/// as an edited plan may have, is one run.
fn runs_of(visit: &PlannedVisit) -> (Vec<DayRun>, Vec<DayRun>) {
    let ends_then = |days: &&DaysOfVisit| days.onsite.last() == Some(&visit.last_day);
    match visit.days.as_ref().filter(ends_then) {
        Some(days) => (runs(&days.preparation), runs(&days.onsite)),
        None => (Vec::new(), vec![(visit.first_day, visit.last_day)]),
    }
}

fn runs(days: &[NaiveDate]) -> Vec<DayRun> {
    days.chunk_by(|a, b| a.succ_opt() == Some(*b))
        .filter_map(|run| Some((*run.first()?, *run.last()?)))
        .collect()
}
