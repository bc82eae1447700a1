//! `[day]` and `[timetable]`: the hours of an onsite day, and who draws the timetables up. Every key has a default.

use crate::domain::{DayHours, DrawnUpBy, TimeOfDay};
use crate::input::keys::Section;
use crate::input::problems::codes;

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
    let of_day = format!("The day is from {} to {}", hours.start, hours.end);
    let note = |key: &'static str, fact: String| {
        section.note(
            &codes::REVERSED,
            key,
            fact,
            "Correct the times under [day].",
        );
    };
    if hours.start >= hours.end {
        note("start", format!("{of_day}: it ends before it begins."));
        return;
    }
    if hours.start.minutes() >= end_of_sessions {
        let debrief = hours.debrief;
        let fact = format!("{of_day}, and the debrief of {debrief} minutes leaves no time in it.");
        note("debrief", fact);
    }
    let [from, to] = hours.lunch;
    if from > to {
        let fact = format!("Lunch is from {from} to {to}: it ends before it begins.");
        note("lunch", fact);
    }
    for (key, time) in [("arrival", hours.arrival), ("departure", hours.departure)] {
        let within = |time: TimeOfDay| (hours.start..=hours.end).contains(&time);
        if let Some(time) = time
            && !within(time)
        {
            note(
                key,
                format!("{of_day}, and the {key}, {time}, is outside it."),
            );
        }
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
