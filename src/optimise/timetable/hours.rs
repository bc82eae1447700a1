//! The hours of each onsite day, as stretches of minutes after midnight in which sessions may lie (V2).

use super::rows::DayRow;
use crate::domain::{DayHours, TimeOfDay};

/// The stretches of a day that are free for sessions, each with its beginning and end in minutes after midnight.
///
/// `last` is the last day with a session, on which the team departs.
pub(super) fn stretches(hours: &DayHours, day: DayRow, last: DayRow) -> Vec<(u32, u32)> {
    let mut from = hours.start;
    let mut to = hours.end;
    if let (true, Some(arrival)) = (day == DayRow::FIRST, hours.arrival) {
        from = from.max(arrival);
    }
    if let (true, Some(departure)) = (day == last, hours.departure) {
        to = to.min(departure);
    }
    let (from, to) = (from.minutes(), to.minutes().saturating_sub(hours.debrief));
    let [lunch, again] = hours.lunch.map(|time| time.minutes());
    let parts = match lunch == again {
        true => vec![(from, to)],
        false => vec![(from, to.min(lunch)), (from.max(again), to)],
    };
    parts.into_iter().filter(|(from, to)| from < to).collect()
}

/// Minutes of one preparation day: the whole day less lunch (V12).
pub(super) fn of_preparation(hours: &DayHours) -> u32 {
    let length = |from: TimeOfDay, to: TimeOfDay| to.minutes().saturating_sub(from.minutes());
    let lunch = length(hours.lunch[0], hours.lunch[1]);
    length(hours.start, hours.end).saturating_sub(lunch)
}
