//! `[day]` and `[timetable]`: the hours of an onsite day, and who draws the timetables up. Every key has a default.

use super::section::Section;
use crate::domain::{DayHours, DrawnUpBy, TimeOfDay};
use crate::input::problems::codes;
use crate::schema::AnyField;
use crate::schema::settings::day::{
    ARRIVAL, BETWEEN, DEBRIEF, DEPARTURE, END, LUNCH, SECTION, START,
};
use crate::schema::settings::{lunch, timetable};

pub(super) fn day(root: &Section) -> DayHours {
    let section = root.section(&SECTION);
    let lunch = section.keys_of(&LUNCH);
    let hours = DayHours {
        start: section.or_default(&START),
        end: section.or_default(&END),
        lunch: [lunch.or_default(&lunch::FROM), lunch.or_default(&lunch::TO)],
        debrief: section.or_default(&DEBRIEF),
        between: section.or_default(&BETWEEN),
        arrival: section.read(&ARRIVAL),
        departure: section.read(&DEPARTURE),
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
    let note = |key: &dyn AnyField, fact: String| {
        let remedy = "Correct the times under [day].";
        section.note_at(key, &codes::REVERSED, fact, remedy);
    };
    if hours.start >= hours.end {
        note(&START, format!("{of_day}: it ends before it begins."));
        return;
    }
    if hours.start.minutes() >= end_of_sessions {
        let debrief = hours.debrief;
        let fact = format!("{of_day}, and the debrief of {debrief} minutes leaves no time in it.");
        note(&DEBRIEF, fact);
    }
    let [from, to] = hours.lunch;
    if from > to {
        let fact = format!("Lunch is from {from} to {to}: it ends before it begins.");
        note(&LUNCH, fact);
    }
    let within = |time: TimeOfDay| (hours.start..=hours.end).contains(&time);
    for (key, time) in [(&ARRIVAL, hours.arrival), (&DEPARTURE, hours.departure)] {
        if let Some(time) = time.filter(|time| !within(*time)) {
            let name = key.name();
            let fact = format!("{of_day}, and the {name}, {time}, is outside it.");
            note(key, fact);
        }
    }
}

pub(super) fn timetable(root: &Section) -> DrawnUpBy {
    let section = root.section(&timetable::SECTION);
    let by = section.or_default(&timetable::BY);
    section.finish();
    by
}
