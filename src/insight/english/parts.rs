//! What the points of a plan are made of, in words.

use crate::insight::parts::{CalendarParts, SelectionParts};
use crate::words::{count, decimal, list};

/// A number of points: whole where it is whole, otherwise with three decimals.
pub fn points(value: f64) -> String {
    let text = decimal(value);
    let number = text.strip_suffix(".000").unwrap_or(&text);
    match number {
        "1" => "1 point".to_owned(),
        _ => format!("{number} points"),
    }
}

/// A weight as the settings have it: `1.0`, `0.05`.
pub(super) fn weight(value: f64) -> String {
    format!("{value:?}")
}

/// `evidence 5.120 and representation 31.300, less burden 1.500 and cost 2.000`.
pub fn selection_parts(parts: &SelectionParts) -> String {
    let named = |name: &str, points: Option<f64>| {
        let points = decimal(points?);
        Some(format!("{name} {points}"))
    };
    let all = |parts: [Option<String>; 2]| list(&parts.into_iter().flatten().collect::<Vec<_>>());
    let gained = all([
        named("evidence", parts.evidence),
        named("representation", parts.representation),
    ]);
    let lost = all([named("burden", parts.burden), named("cost", parts.cost)]);
    match (gained.is_empty(), lost.is_empty()) {
        (_, true) => gained,
        (true, false) => format!("less {lost}"),
        (false, false) => format!("{gained}, less {lost}"),
    }
}

/// `5 days in leave periods and 4 weeks of delay`: onsite days in periods better avoided, and weeks after the first possible one.
pub fn calendar_parts(parts: &CalendarParts) -> String {
    let leave = parts.leave_days.map(|days| {
        let days = match days {
            0 => "no days".to_owned(),
            days => count(days as usize, "day", "days"),
        };
        format!("{days} in leave periods")
    });
    let delay = parts.delay_weeks.map(|weeks| match weeks {
        0 => "no weeks of delay".to_owned(),
        1 => "1 week of delay".to_owned(),
        _ => format!("{weeks} weeks of delay"),
    });
    let lost = list(&[leave, delay].into_iter().flatten().collect::<Vec<_>>());
    // 54 weeks sounds like a year late; it is four weeks a visit.
    let adds_up = parts.visits > 1 && parts.delay_weeks.is_some_and(|weeks| weeks > 1);
    match adds_up {
        true => format!("{lost}, added up over {} visits", parts.visits),
        false => lost,
    }
}
