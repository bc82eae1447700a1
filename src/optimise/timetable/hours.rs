//! The hours of each onsite day, as stretches of minutes after midnight in which sessions may lie (V2).

use super::rows::DayRow;
use crate::domain::{DayHours, TimeOfDay};

/// The stretches of a day that are free for sessions, each with its beginning and end in minutes after midnight.
///
/// `last` is the last day with a session, on which the team departs. With closing debriefs (`closes`) its own debrief comes before these
/// on that day, not at the end.
pub(super) fn stretches(
    hours: &DayHours,
    day: DayRow,
    last: DayRow,
    closes: bool,
) -> Vec<(u32, u32)> {
    let [from, to] = whole_day(hours, day, last);
    let debrief = match closes && day == last {
        true => 0,
        false => hours.debrief,
    };
    let to = to.saturating_sub(debrief);
    let [lunch, again] = hours.lunch.map(|time| time.minutes());
    let parts = match lunch == again {
        true => vec![(from, to)],
        false => vec![(from, to.min(lunch)), (from.max(again), to)],
    };
    parts.into_iter().filter(|(from, to)| from < to).collect()
}

/// The hours of a day: when it begins and ends, in minutes after midnight.
fn whole_day(hours: &DayHours, day: DayRow, last: DayRow) -> [u32; 2] {
    let mut from = hours.start;
    let mut to = hours.end;
    if let (true, Some(arrival)) = (day == DayRow::FIRST, hours.arrival) {
        from = from.max(arrival);
    }
    if let (true, Some(departure)) = (day == last, hours.departure) {
        to = to.min(departure);
    }
    [from.minutes(), to.minutes()]
}

/// When the team's own debrief is over before a closing debrief that begins then: as that one begins, or before the lunch that ends then.
fn debrief_over(hours: &DayHours, closing: u32) -> u32 {
    let [lunch, again] = hours.lunch.map(|time| time.minutes());
    match lunch < again && closing == again {
        true => lunch,
        false => closing,
    }
}

/// When the team's own debrief begins before a closing debrief that begins then on the last day.
pub(super) fn debrief_begins(hours: &DayHours, closing: u32) -> u32 {
    debrief_over(hours, closing).saturating_sub(hours.debrief)
}

/// Whether the team's own debrief has room before a closing debrief that begins then on the last day: within the hours and clear of lunch.
pub(super) fn has_debrief_before(hours: &DayHours, last: DayRow, closing: u32) -> bool {
    let [opens, _] = whole_day(hours, last, last);
    let [lunch, again] = hours.lunch.map(|time| time.minutes());
    let over = debrief_over(hours, closing);
    let is_clear = over <= lunch || again + hours.debrief <= over || lunch == again;
    hours.debrief == 0 || (opens + hours.debrief <= over && is_clear)
}

/// Minutes of one preparation day: the whole day less lunch (V12).
pub(super) fn of_preparation(hours: &DayHours) -> u32 {
    let length = |from: TimeOfDay, to: TimeOfDay| to.minutes().saturating_sub(from.minutes());
    let lunch = length(hours.lunch[0], hours.lunch[1]);
    length(hours.start, hours.end).saturating_sub(lunch)
}
