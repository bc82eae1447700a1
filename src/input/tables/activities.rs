//! `activities.csv`: what happens on a visit to each kind of site (`docs/timetables.md`).

use std::collections::{BTreeSet, HashMap};

use crate::domain::{Activity, Inspection, Kind, KindId, SetDay, TakenBy, TimeOfDay};
use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Problems, codes};
use crate::input::references::References;
use crate::input::table_row::{Record, records};
use crate::schema::AnyField;
use crate::schema::forms::Taker;
use crate::schema::tables::activities::{
    ACTIVITY, AFTER, DAY, EARLIEST, EXCEPTION, GAP, KIND, LATEST, METHOD, MINUTES, PAIR, SECURITY,
    SESSIONS, SKILLS, WHERE, WITH,
};
use crate::schema::tables::{clearances, inspectors};
use crate::schema::words::SET_DAY;

/// Reads every activity. References among them are followed by [`super::check_order`].
pub(in crate::input) fn activities(
    table: &RawTable,
    references: &References,
    kinds: &[Kind],
    problems: &Problems,
) -> Vec<Activity> {
    let mut seen = HashMap::new();
    let activity = |record: Record| {
        let activity = activity(record, references, kinds);
        if let (Some(kind), Some(name)) = (record.text(&KIND), record.text(&ACTIVITY))
            && let Some(line) = seen.insert((kind.to_owned(), name.to_owned()), record.row.line)
        {
            let first = record.table.origin.line(line);
            let fact = format!(
                "The activity {} of the kind {} is already given at {first}.",
                quote(name),
                quote(kind)
            );
            let remedy = "Delete one of the two rows, or give one another name.";
            problems.add(&codes::DUPLICATE, record.place(&ACTIVITY), fact, remedy);
        }
        activity
    };
    records(table, problems).filter_map(activity).collect()
}

/// The minutes to pass things on, after what comes before.
fn gap(record: Record) -> Option<u32> {
    let gap = record.read(&GAP)?;
    if !record.has(&AFTER) {
        let fact = "There is a gap, but no activity that it comes after.";
        let remedy = "Fill in after, or clear the gap.";
        let place = record.place(&GAP);
        record
            .problems
            .add(&codes::CONTRADICTION, place, fact, remedy);
    }
    Some(gap)
}

fn activity(record: Record, references: &References, kinds: &[Kind]) -> Option<Activity> {
    let kind: Option<KindId> = references.id(record, &KIND);
    let name = record.read(&ACTIVITY);
    let method = record.read(&METHOD);
    let sessions = record.read(&SESSIONS);
    let minutes = record.read(&MINUTES);
    let remote = record.or_default(&WHERE);
    let of_kind = kind
        .as_ref()
        .and_then(|id| kinds.iter().find(|kind| kind.id == *id));
    let taken_by = taken_by(record, references, of_kind);
    let exception = exception(record, taken_by.as_ref());
    let day = record.or_default(&DAY);
    let (earliest, latest) = (record.read(&EARLIEST), record.read(&LATEST));
    if remote {
        note_without_effect(record);
    } else if let Some(minutes) = minutes {
        check_room(record, earliest, latest, minutes);
    }
    Some(Activity {
        kind: kind?,
        name: name?,
        method: method?,
        sessions: sessions?,
        minutes: minutes?,
        remote,
        taken_by: taken_by?,
        exception: exception?,
        with: record.read(&WITH).unwrap_or_default(),
        day,
        earliest,
        latest,
        after: record.read(&AFTER).unwrap_or_default(),
        gap: gap(record),
        skills: record.read(&SKILLS).unwrap_or_default(),
        security: record.read(&SECURITY),
    })
}

/// Who takes it; checks that they take part, and that the kind has such a pair.
fn taken_by(record: Record, references: &References, kind: Option<&Kind>) -> Option<TakenBy> {
    let Some(text) = record.text(&PAIR) else {
        return Some(TakenBy::AnyPair);
    };
    if let Some(known) = &references.inspectorates {
        let mut names = Taker::names(text).into_iter();
        if let Some(name) = names.find(|name| !known.has(name)) {
            let place = record.place(&PAIR);
            record.problems.add_with(&codes::TAKES_NO_PART, place, || {
                let fact = format!(
                    "The inspectorate {} takes no part in this inspection.",
                    quote(name)
                );
                (fact, known.remedy(name))
            });
            return None;
        }
    }
    let taken_by = record.read(&PAIR)?;
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
            .add(&codes::BAD_PAIR, record.place(&PAIR), fact, remedy);
        return None;
    }
    Some(taken_by)
}

/// The exception, where one inspectorate works alone; `None` where it is missing, which is noted.
fn exception(record: Record, taken_by: Option<&TakenBy>) -> Option<Option<String>> {
    let reason = record.read(&EXCEPTION);
    match (taken_by, &reason) {
        (Some(TakenBy::One(one)), None) => {
            let fact = format!(
                "{one} works alone here, but no exception says why: interviews, focus groups and all else are joint."
            );
            let remedy = "Say why this was agreed in the column “exception”, or leave “pair” blank for a joint pair.";
            let place = record.place(&PAIR);
            record
                .problems
                .add(&codes::NO_EXCEPTION, place, fact, remedy);
            None
        }
        (Some(TakenBy::AnyPair | TakenBy::Pair(_) | TakenBy::All), Some(_)) => {
            let fact = "The activity is joint, so the exception has no effect.";
            let remedy =
                "Clear it, or name the inspectorate that works alone in the column “pair”.";
            let place = record.place(&EXCEPTION);
            record.problems.add(&codes::NO_EFFECT, place, fact, remedy);
            Some(None)
        }
        _ => Some(reason),
    }
}

/// Notes what a remote activity cannot keep to: preparation has days, but no hours.
fn note_without_effect(record: Record) {
    let any = SET_DAY.word(SetDay::Any);
    let columns: [&dyn AnyField; 5] = [&WITH, &DAY, &EARLIEST, &LATEST, &GAP];
    for column in columns {
        let raw = record.raw(column);
        if raw.is_some_and(|text| !text.eq_ignore_ascii_case(any)) {
            let fact = format!(
                "The activity is remote, so {} has no effect: preparation is shared out by days.",
                quote(column.name())
            );
            let remedy = "Clear the cell, or make the activity onsite.";
            let place = record.place(column);
            record.problems.add(&codes::NO_EFFECT, place, fact, remedy);
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
        let remedy = "Correct the times or the minutes.";
        let place = record.place(&LATEST);
        record
            .problems
            .add(&codes::CONTRADICTION, place, fact, remedy);
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
        for skill in record.parts(&SKILLS) {
            let home = problems.called(&inspectors::TABLE);
            check_held(record, &SKILLS, skill, &skills, home, problems);
        }
        if let Some(name) = record.text(&SECURITY) {
            let home = problems.called(&clearances::TABLE);
            check_held(record, &SECURITY, name, &held, home, problems);
        }
    }
}

/// Notes it if nobody has what an activity needs; `home` is where it would stand.
fn check_held(
    record: Record,
    column: &dyn AnyField,
    needed: &str,
    held: &BTreeSet<&str>,
    home: String,
    problems: &Problems,
) {
    if held.contains(needed) {
        return;
    }
    problems.add_with(&codes::NOBODY_HOLDS, record.place(column), || {
        let remedy = did_you_mean(needed, held.iter().copied(), || {
            format!("Add it to those who have it, in {home}.")
        });
        let name = record.text(&ACTIVITY).unwrap_or_default();
        let fact = format!(
            "The activity {} needs {}, which no inspector has.",
            quote(name),
            quote(needed)
        );
        (fact, remedy)
    });
}
