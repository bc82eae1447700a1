//! What is drawn down the chart from named lanes above it: periods to avoid, bank holidays, authority, letters.

use chrono::NaiveDate;

use super::axis::Axis;
use super::drawing::{Anchor, BLACK, DARK_BLUE, DARK_GREY, Drawing, Type};
use super::style::{Bar, LETTERS, SMALL, SMALL_BOLD};
use super::text::width;
use crate::documents::views::{Avoided, Holiday, LeadView, PlannedVisit};
use crate::domain::{Letters, Severity};
use crate::words::{list, short_date};

/// The height of one lane.
const LANE: i32 = 30;

/// One named thing above the chart.
pub(super) struct Event {
    pub(super) label: String,
    pub(super) spans: Vec<(NaiveDate, NaiveDate)>,
    pub(super) mark: Mark,
    /// 0 is the lowest, next to the rows.
    lane: i32,
}

/// How an event looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A strip of days; the flag tells whether it runs down the whole chart.
    Strip(Bar, bool),
    /// The line of the authority date.
    Authority,
    /// The line of the day by which letters go out.
    LettersBy,
    /// The line of another day that much hangs on.
    Day,
}

impl Event {
    /// A day with a line of its own.
    pub(super) fn line(what: &str, day: NaiveDate, mark: Mark) -> Self {
        Self {
            label: format!("{what} {}", short_date(day)),
            spans: vec![(day, day)],
            mark,
            lane: 0,
        }
    }
}

/// Every event on the axis, each in the lowest lane where its label meets no other. The lines come first, so that
/// they reach the rows without crossing a label.
pub(super) fn events(view: &LeadView, axis: &Axis) -> Vec<Event> {
    let mut events = lines(view);
    let holidays = view.bank_holidays.iter();
    let holidays = holidays.filter(|holiday| axis.shows(holiday.date, holiday.date));
    let mut strips: Vec<Event> = holidays.map(holiday).collect();
    strips.extend(periods(&view.periods, axis));
    strips.sort_by_key(|event| event.spans.iter().map(|span| span.0).min());
    events.extend(strips);
    stack(&mut events, axis);
    events
}

/// Puts each event into the lowest lane where its label meets no other.
pub(super) fn stack(events: &mut [Event], axis: &Axis) {
    let mut taken: Vec<Vec<(i32, i32)>> = Vec::new();
    for event in events {
        let room = extent(event, axis);
        let free = |lane: &Vec<(i32, i32)>| lane.iter().all(|(l, r)| room.1 < *l || *r < room.0);
        let lane = taken.iter().position(free).unwrap_or(taken.len());
        if lane == taken.len() {
            taken.push(Vec::new());
        }
        if let Some(lane) = taken.get_mut(lane) {
            lane.push(room);
        }
        event.lane = lane as i32;
    }
}

/// The height that all lanes need together.
pub(super) fn height(events: &[Event]) -> i32 {
    let lanes = events.iter().map(|event| event.lane + 1).max();
    lanes.unwrap_or(0) * LANE + 8
}

fn lines(view: &LeadView) -> Vec<Event> {
    let mut events = Vec::new();
    let first = view.visits.iter().map(|visit| visit.letter_by).min();
    if let (Some(day), Letters::Together) = (first, view.letters) {
        events.push(Event::line("Letters by", day, Mark::LettersBy));
    }
    let authority = view.authority_date;
    events.push(Event::line("Authority", authority, Mark::Authority));
    events
}

/// A bank holiday with its nations; one of England and Wales without more words.
fn holiday(holiday: &Holiday) -> Event {
    let (name, date) = (list(&holiday.names), short_date(holiday.date));
    let is_in = |nation: &str| holiday.nations.iter().any(|known| known == nation);
    let everywhere = is_in("England") && is_in("Wales");
    let label = match everywhere {
        true => format!("{name} {date}"),
        false => format!("{name} {date} ({})", holiday.nations.join(", ")),
    };
    Event {
        label,
        spans: vec![(holiday.date, holiday.date)],
        mark: Mark::Strip(Bar::BankHoliday, everywhere),
        lane: 0,
    }
}

/// Periods to avoid, one event for each name and severity.
fn periods(periods: &[Avoided], axis: &Axis) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for period in periods {
        let span = (period.first_day, period.last_day);
        if !axis.shows(span.0, span.1) {
            continue;
        }
        let mark = Mark::Strip(bar(period.severity), period.everywhere);
        let same = |event: &&mut Event| event.label == period.name && event.mark == mark;
        match events.iter_mut().find(same) {
            Some(event) => event.spans.push(span),
            None => events.push(Event {
                label: period.name.clone(),
                spans: vec![span],
                mark,
                lane: 0,
            }),
        }
    }
    events
}

fn bar(severity: Severity) -> Bar {
    match severity {
        Severity::Must => Bar::Avoid,
        Severity::Prefer => Bar::RatherAvoid,
    }
}

fn look(event: &Event) -> Type {
    match event.mark {
        Mark::Authority | Mark::Day => SMALL_BOLD,
        Mark::LettersBy => LETTERS,
        Mark::Strip(..) => SMALL,
    }
}

/// Where the strips and the label of an event begin and end, with room to breathe.
fn extent(event: &Event, axis: &Axis) -> (i32, i32) {
    let left = event.spans.iter().map(|span| axis.x(span.0)).min();
    let right = event.spans.iter().map(|span| axis.end(span.1)).max();
    let (left, right) = (left.unwrap_or(axis.left), right.unwrap_or(axis.left));
    let (from, to, _) = label_extent(event, axis, left, right);
    (left.min(from) - 14, right.max(to) + 14)
}

/// The label stands right of its strips, or left of them where the chart ends.
fn label_extent(event: &Event, axis: &Axis, left: i32, right: i32) -> (i32, i32, Anchor) {
    let wide = width(&event.label, look(event));
    if right + 8 + wide <= axis.right {
        (right + 8, right + 8 + wide, Anchor::Start)
    } else {
        (left - 8 - wide, left - 8, Anchor::End)
    }
}

/// Where a lane lies: its top and bottom, the lowest lane above `rows_top`.
fn lane_edges(event: &Event, rows_top: i32) -> (i32, i32) {
    let bottom = rows_top - event.lane * LANE - 6;
    (bottom - LANE + 8, bottom)
}

/// The strips, each in its own lane and down the rows, below everything else.
pub(super) fn draw_columns(
    drawing: &mut Drawing,
    axis: &Axis,
    events: &[Event],
    (rows_top, rows_bottom): (i32, i32),
) {
    for event in events {
        let Mark::Strip(bar, whole) = event.mark else {
            continue;
        };
        let (top, bottom) = lane_edges(event, rows_top);
        for (first, last) in &event.spans {
            if !axis.shows(*first, *last) {
                continue;
            }
            bar.draw(drawing, axis.strip(*first, *last, top, bottom));
            if whole {
                bar.draw(drawing, axis.strip(*first, *last, rows_top, rows_bottom));
            }
        }
    }
}

/// Lines and labels, over the strips.
pub(super) fn draw_labels(
    drawing: &mut Drawing,
    axis: &Axis,
    events: &[Event],
    (rows_top, lines_bottom): (i32, i32),
) {
    for event in events {
        let (top, bottom) = lane_edges(event, rows_top);
        let left = event.spans.iter().map(|span| axis.x(span.0)).min();
        let right = event.spans.iter().map(|span| axis.end(span.1)).max();
        let (Some(left), Some(right)) = (left, right) else {
            continue;
        };
        match event.mark {
            Mark::Authority => drawing.upright(right, top, lines_bottom, BLACK, 4),
            Mark::LettersBy => drawing.upright_dashes(right, top, lines_bottom, DARK_BLUE),
            Mark::Day => drawing.upright(right, top, lines_bottom, DARK_GREY, 2),
            Mark::Strip(..) => {}
        }
        let (start, end, anchor) = label_extent(event, axis, left, right);
        let x = if anchor == Anchor::End { end } else { start };
        drawing.text_on_white(&event.label, x, (top, bottom), anchor, look(event));
    }
}

/// The strips of one site's row: periods and bank holidays that concern it and not the whole chart.
pub(super) fn draw_row(
    drawing: &mut Drawing,
    axis: &Axis,
    visit: &PlannedVisit,
    (top, bottom): (i32, i32),
) {
    for period in &visit.own_periods {
        if axis.shows(period.first_day, period.last_day) {
            let rect = axis.strip(period.first_day, period.last_day, top, bottom);
            bar(period.severity).draw(drawing, rect);
        }
    }
    for date in visit
        .own_holidays
        .iter()
        .filter(|day| axis.shows(**day, **day))
    {
        Bar::BankHoliday.draw(drawing, axis.strip(*date, *date, top, bottom));
    }
}
