//! `[day]` and `[timetable]`: the hours of an onsite day, and who draws the timetables up. Every key has a default.

use super::super::codes;
use super::super::keys::Section;
use crate::domain::{DayHours, DrawnUpBy, TimeOfDay};

/// The longest daily debrief and the longest pause, in minutes.
const LONGEST_PAUSE: u32 = 480;

pub(super) fn day(root: &Section) -> DayHours {
    let section = root.section("day");
    let default = DayHours::default();
    let lunch = section.section("lunch");
    let hours = DayHours {
        start: section.time("start").unwrap_or(default.start),
        end: section.time("end").unwrap_or(default.end),
        lunch: [
            lunch.time("from").unwrap_or(default.lunch[0]),
            lunch.time("to").unwrap_or(default.lunch[1]),
        ],
        debrief: section
            .whole("debrief", 0..=LONGEST_PAUSE)
            .unwrap_or(default.debrief),
        between: section
            .whole("between", 0..=LONGEST_PAUSE)
            .unwrap_or(default.between),
        arrival: section.time("arrival"),
        departure: section.time("departure"),
    };
    check(&section, &hours);
    lunch.finish();
    section.finish();
    hours
}

/// Notes hours that are not in order.
fn check(section: &Section, hours: &DayHours) {
    let end_of_sessions = hours.end.minutes().saturating_sub(hours.debrief);
    let within = |time: TimeOfDay| (hours.start..=hours.end).contains(&time);
    let of_day = format!("The day is from {} to {}", hours.start, hours.end);
    let fault = if hours.start.minutes() >= end_of_sessions {
        let fact = format!("{of_day}, less {} minutes of debrief.", hours.debrief);
        Some(("start", format!("{fact} No time is left.")))
    } else if hours.lunch[0] > hours.lunch[1] {
        let [from, to] = hours.lunch;
        Some((
            "lunch",
            format!("Lunch is from {from} to {to}, before it begins."),
        ))
    } else if !hours.arrival.is_none_or(within) {
        Some((
            "arrival",
            format!("{of_day}, and the arrival is outside it."),
        ))
    } else if !hours.departure.is_none_or(within) {
        Some((
            "departure",
            format!("{of_day}, and the departure is outside it."),
        ))
    } else {
        None
    };
    if let Some((key, fact)) = fault {
        section.note(
            &codes::REVERSED,
            key,
            fact,
            "Correct the times under [day].",
        );
    }
}

pub(super) fn timetable(root: &Section) -> DrawnUpBy {
    let section = root.section("timetable");
    let choices = [
        ("lead", DrawnUpBy::Lead),
        ("each inspectorate", DrawnUpBy::EachInspectorate),
    ];
    let by = section.choice("by", &choices).unwrap_or_default();
    section.finish();
    by
}
