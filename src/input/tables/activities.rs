//! `activities.csv`: what happens on a visit to each kind of site (`docs/timetables.md`).

use std::collections::{BTreeSet, HashMap};

use super::records;
use crate::domain::{
    Activity, Inspection, InspectorateId, Kind, Method, SetDay, TakenBy, TimeOfDay,
};
use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Problems, codes};
use crate::input::record::Record;
use crate::input::references::References;

const PLACES: [(&str, bool); 2] = [("onsite", false), ("remote", true)];
const DAYS: [(&str, SetDay); 3] = [
    ("first", SetDay::First),
    ("last", SetDay::Last),
    ("any", SetDay::Any),
];
/// More sessions on one visit than any team could hold.
const MOST_SESSIONS: u32 = 200;
const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// Reads every activity. References among them are followed by [`super::check_order`].
pub(in crate::input) fn activities(
    table: &RawTable,
    known: &References,
    kinds: &[Kind],
    problems: &Problems,
) -> Vec<Activity> {
    let mut seen = HashMap::new();
    let activity = |record: Record| {
        let activity = activity(record, known, kinds);
        if let (Some(kind), Some(name)) = (record.text("kind"), record.text("activity"))
            && let Some(line) = seen.insert((kind.to_owned(), name.to_owned()), record.row.line)
        {
            let first = record.table.origin.line(line);
            let fact = format!(
                "The activity {} of the kind {} is already given at {first}.",
                quote(name),
                quote(kind)
            );
            let remedy = "Delete one of the two rows, or give one another name.";
            problems.add(&codes::DUPLICATE, record.place("activity"), fact, remedy);
        }
        activity
    };
    records(table, problems).filter_map(activity).collect()
}

fn activity(record: Record, known: &References, kinds: &[Kind]) -> Option<Activity> {
    let kind = known.kind(record, "kind");
    let name = record.new_name("activity");
    let method = record.required_choice("method", Method::ALL);
    let sessions = record.required_whole("sessions", 1..=MOST_SESSIONS);
    let minutes = record.required_whole("minutes", 1..=MINUTES_OF_A_DAY);
    let remote = record.choice("where", &PLACES).unwrap_or(false);
    let of_kind = kind
        .as_ref()
        .and_then(|id| kinds.iter().find(|kind| kind.id == *id));
    let taken_by = taken_by(record, known, of_kind);
    let exception = exception(record, taken_by.as_ref());
    let day = record.choice("day", &DAYS).unwrap_or(SetDay::Any);
    let (earliest, latest) = (record.time("earliest"), record.time("latest"));
    if remote {
        note_without_effect(record);
    } else if let Some(minutes) = minutes {
        check_room(record, earliest, latest, minutes);
    }
    Some(Activity {
        kind: kind?,
        name: name?.to_owned(),
        method: method?,
        sessions: sessions?,
        minutes: minutes?,
        remote,
        taken_by: taken_by?,
        exception: exception?,
        with: record.parts("with").map(str::to_owned).collect(),
        day,
        earliest,
        latest,
        after: record.parts("after").map(str::to_owned).collect(),
        skills: record.parts("skills").map(str::to_owned).collect(),
        security: record.owned("security"),
    })
}

/// Who takes it; checks that the kind has such a pair.
fn taken_by(record: Record, known: &References, kind: Option<&Kind>) -> Option<TakenBy> {
    let text = record.text("pair").unwrap_or_default();
    if text.is_empty() {
        return Some(TakenBy::AnyPair);
    }
    if text.eq_ignore_ascii_case("all") {
        return Some(TakenBy::All);
    }
    let names: Vec<&str> = text.split('+').map(str::trim).collect();
    for name in &names {
        let names = known.inspectorates.as_ref();
        if names.is_some_and(|names| !names.has(name)) {
            record
                .problems
                .add_with(&codes::TAKES_NO_PART, record.place("pair"), || {
                    let fact = format!(
                        "The inspectorate {} takes no part in this inspection.",
                        quote(name)
                    );
                    (
                        fact,
                        names.map(|names| names.remedy(name)).unwrap_or_default(),
                    )
                });
            return None;
        }
    }
    let taken_by = match names.as_slice() {
        [one] => TakenBy::One(InspectorateId::from(*one)),
        [one, other] if one != other => {
            TakenBy::Pair([InspectorateId::from(*one), InspectorateId::from(*other)])
        }
        _ => {
            let fact = format!("{} is not a pair of two inspectorates.", quote(text));
            let remedy = "Write two different inspectorates with + between, such as HMICFRS+HMCPSI; one alone; all; or leave it blank for any pair.";
            record
                .problems
                .add(&codes::BAD_PAIR, record.place("pair"), fact, remedy);
            return None;
        }
    };
    let has_pair = kind.is_none_or(|kind| {
        kind.pairs.is_empty() || kind.pairs.iter().any(|pair| taken_by.allows(pair))
    });
    if !has_pair {
        let fact = format!(
            "A visit to a site of this kind has no pair for {}.",
            quote(text)
        );
        let remedy = format!(
            "Correct it, or add such a pair to pairs of the kind in {}.",
            record.problems.settings_called()
        );
        record
            .problems
            .add(&codes::BAD_PAIR, record.place("pair"), fact, remedy);
        return None;
    }
    Some(taken_by)
}

/// The exception, where one inspectorate works alone; `None` where it is missing, which is noted.
fn exception(record: Record, taken_by: Option<&TakenBy>) -> Option<Option<String>> {
    let reason = record.owned("exception");
    match (taken_by, &reason) {
        (Some(TakenBy::One(one)), None) => {
            let fact = format!(
                "{one} works alone here, but no exception says why: interviews, focus groups and all else are joint."
            );
            let remedy = "Say why this was agreed in the column “exception”, or leave “pair” blank for a joint pair.";
            record
                .problems
                .add(&codes::NO_EXCEPTION, record.place("pair"), fact, remedy);
            None
        }
        (Some(TakenBy::AnyPair | TakenBy::Pair(_) | TakenBy::All), Some(_)) => {
            let fact = "The activity is joint, so the exception has no effect.";
            let remedy =
                "Clear it, or name the inspectorate that works alone in the column “pair”.";
            record
                .problems
                .add(&codes::NO_EFFECT, record.place("exception"), fact, remedy);
            Some(None)
        }
        _ => Some(reason),
    }
}

/// Notes what a remote activity cannot keep to: preparation has days, but no hours.
fn note_without_effect(record: Record) {
    for column in ["with", "day", "earliest", "latest"] {
        if record
            .raw(column)
            .is_some_and(|text| !text.eq_ignore_ascii_case("any"))
        {
            let fact = format!(
                "The activity is remote, so {} has no effect: preparation is shared out by days.",
                quote(column)
            );
            record.problems.add(
                &codes::NO_EFFECT,
                record.place(column),
                fact,
                "Clear the cell, or make the activity onsite.",
            );
        }
    }
}

/// Notes a session that is longer than the time between its earliest and latest.
fn check_room(
    record: Record,
    earliest: Option<TimeOfDay>,
    latest: Option<TimeOfDay>,
    minutes: u32,
) {
    if let (Some(earliest), Some(latest)) = (earliest, latest)
        && earliest.minutes() + minutes > latest.minutes()
    {
        let fact =
            format!("A session of {minutes} minutes does not fit between {earliest} and {latest}.");
        record.problems.add(
            &codes::CONTRADICTION,
            record.place("latest"),
            fact,
            "Correct the times or the minutes.",
        );
    }
}

/// Notes skills and security that activities need and no inspector has.
pub(in crate::input) fn unheld(table: &RawTable, inspection: &Inspection, problems: &Problems) {
    let skills = inspection.inspectors.iter().flat_map(|one| &one.skills);
    let skills: BTreeSet<&str> = skills.map(String::as_str).collect();
    let held = inspection.clearances.iter();
    let held: BTreeSet<&str> = held.map(|row| row.clearance.as_str()).collect();
    // Faults of the cells themselves have been noted.
    let quiet = Problems::default();
    for record in records(table, &quiet) {
        let needed = record
            .parts("skills")
            .map(|skill| ("skills", skill, &skills));
        let secured = record
            .text("security")
            .map(|name| ("security", name, &held));
        for (column, needed, known) in needed.chain(secured) {
            if known.contains(needed) {
                continue;
            }
            problems.add_with(&codes::NOBODY_HOLDS, record.place(column), || {
                let home = match column {
                    "skills" => problems.called("inspectors"),
                    _ => problems.called("clearances"),
                };
                let remedy = did_you_mean(needed, known.iter().copied(), || {
                    format!("Add it to those who have it, in {home}.")
                });
                let name = record.text("activity").unwrap_or_default();
                let fact = format!(
                    "The activity {} needs {}, which no inspector has.",
                    quote(name),
                    quote(needed)
                );
                (fact, remedy)
            });
        }
    }
}
