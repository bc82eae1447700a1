//! Settled dates: whether they hold a day on which a visit could start, and if not, what stands in the way.

use chrono::NaiveDate;

use super::{Settled, SettledRow, Visit, each_once};
use crate::calendar::{DateBar, Start};
use crate::domain::Rule;
use crate::input::problems::words::{count, list, quote};
use crate::schema::tables::fixed::{NOT_AFTER, NOT_BEFORE};
use crate::words::{date, date_range, weekday};

/// No onsite day before the one, none after the other; `None` is open.
type Bounds = [Option<NaiveDate>; 2];

impl Settled<'_> {
    /// The starts that the rows of a site leave it; `None`, with the problem noted, where they leave none.
    pub(super) fn possible(&self, visit: &Visit, rows: &[SettledRow]) -> Option<Vec<Start>> {
        let mut is_noted = false;
        let mut together: Bounds = [None, None];
        let mut last = None;
        for row in rows {
            let bounds = [row.row.not_before, row.row.not_after];
            if bounds == [None, None] {
                continue;
            }
            if !visit.starts.iter().any(|start| start.is_within(bounds)) {
                self.note_dates(visit, row, bounds);
                is_noted = true;
            }
            together = [
                together[0].max(bounds[0]),
                match (together[1], bounds[1]) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                },
            ];
            last = Some(row);
        }
        let starts = visit.starts.iter();
        let left: Vec<Start> = starts
            .filter(|start| start.is_within(together))
            .cloned()
            .collect();
        match last {
            _ if !left.is_empty() => return Some(left),
            Some(row) if !is_noted => self.note_together(visit, row, together),
            _ => {}
        }
        None
    }

    fn note_dates(&self, visit: &Visit, row: &SettledRow, bounds: Bounds) {
        let fact = format!(
            "{} cannot be visited {}: {}. {}",
            visit.name(),
            spoken(bounds),
            self.why_none(visit, bounds),
            visit.so()
        );
        self.note(place(row), fact, "Correct the dates, or delete the row.");
    }

    fn note_together(&self, visit: &Visit, row: &SettledRow, bounds: Bounds) {
        let reason = match bounds {
            [Some(first), Some(last)] if first > last => format!(
                "one allows no day before {}, another none after {}",
                date(first),
                date(last)
            ),
            _ => format!(
                "it cannot be visited {}: {}",
                spoken(bounds),
                self.why_none(visit, bounds)
            ),
        };
        let fact = format!(
            "The rows for {} cannot all hold: {reason}. {}",
            visit.name(),
            visit.so()
        );
        let remedy = "All rows for a site hold together: correct the dates, or delete one.";
        self.note(place(row), fact, remedy);
    }

    /// Why no visit to a site lies within these days.
    fn why_none(&self, visit: &Visit, bounds: Bounds) -> String {
        let timing = &self.inspection.timing;
        let calendar = self.calendar;
        let nation = &visit.site.nation;
        let from = bounds[0].map_or(timing.first_day, |day| day.max(timing.first_day));
        let to = bounds[1].map_or(timing.last_day, |day| day.min(timing.last_day));
        if from > to {
            return format!(
                "fieldwork is from {}",
                date_range(timing.first_day, timing.last_day)
            );
        }
        if to < calendar.notice_ends {
            return self.notice();
        }
        let days = || from.iter_days().take_while(|day| *day <= to);
        if !days().any(|day| calendar.is_working_day(nation, day)) {
            return format!("each of those days is at a weekend or a bank holiday of {nation}");
        }
        let fitting = Rule::Window | Rule::WorkingDays;
        let fitting = calendar.starts(visit.site, &visit.kind, fitting);
        let fitting: Vec<&Start> = fitting
            .iter()
            .filter(|start| start.is_within(bounds))
            .collect();
        match fitting.is_empty() {
            true => format!("{}, and none fits there", length(visit)),
            false => self.forbidding(visit, &fitting),
        }
    }

    fn notice(&self) -> String {
        format!(
            "no visit can start before {}, {} after letters are ready on {}",
            date(self.calendar.notice_ends),
            count(self.inspection.timing.notice_weeks as usize, "week"),
            date(self.calendar.letters_ready)
        )
    }

    /// What rules out each of these starts: the notice, periods and other inspections, by name.
    fn forbidding(&self, visit: &Visit, starts: &[&Start]) -> String {
        let bars = self.calendar.bars(visit.site, starts).into_iter();
        let reasons = bars.filter_map(|(bar, _)| match bar {
            DateBar::Notice(_) => Some(self.notice()),
            DateBar::Period {
                name,
                first_day,
                last_day,
            } => {
                let days = date_range(first_day, last_day);
                Some(format!("no visit may be in {}, {days}", quote(&name)))
            }
            DateBar::Inspection {
                name,
                first_day,
                last_day,
                gap_weeks,
            } => Some(format!(
                "no visit may be within {} of the inspection {}, {}",
                count(gap_weeks as usize, "week"),
                quote(&name),
                date_range(first_day, last_day)
            )),
            // The rows are what is looked at.
            DateBar::Fixed { .. } => None,
        });
        each_once(reasons).join("; and ")
    }
}

/// The cell with the dates of a row.
pub(super) fn place(row: &SettledRow) -> crate::input::problems::Place {
    match row.row.not_before {
        Some(_) => row.record.place(&NOT_BEFORE),
        None => row.record.place(&NOT_AFTER),
    }
}

/// The days that a row allows, to follow “cannot be visited”.
fn spoken(bounds: Bounds) -> String {
    match bounds {
        [Some(first), Some(last)] if first == last => format!("on {}", date(first)),
        [Some(first), Some(last)] => format!("from {}", date_range(first, last)),
        [Some(first), None] => format!("from {} on", date(first)),
        [None, Some(last)] => format!("up to {}", date(last)),
        [None, None] => "at all".to_owned(),
    }
}

/// What a visit takes: `a visit takes 3 working days in one week and starts on a Monday or a Tuesday`.
fn length(visit: &Visit) -> String {
    let days = visit.kind.days;
    let mut text = format!("a visit takes {}", count(days as usize, "working day"));
    if days > 5 {
        text.push_str(" in a row, from the first working day of a week");
    } else if days > 1 {
        text.push_str(" in a row in one week");
    }
    if !visit.kind.start_days.is_empty() {
        let names: Vec<String> = visit
            .kind
            .start_days
            .iter()
            .map(|day| format!("a {}", weekday(*day)))
            .collect();
        text.push_str(&format!(", starting on {}", list(&names, "or")));
    }
    text
}
