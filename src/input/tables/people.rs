//! `inspectors.csv` and the tables about inspectors: `absences.csv`, `clearances.csv`, `conflicts.csv`, `apart.csv`.

use chrono::Weekday;

use super::{ids, position, records};
use crate::domain::{Absence, Apart, Clearance, Conflict, Inspector, InspectorId};
use crate::input::choices::WEEKDAYS;
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::record::Record;
use crate::input::references::{Names, References};

const MONDAY_TO_FRIDAY: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

const YES_OR_NO: [(&str, bool); 4] = [
    ("yes", true),
    ("no", false),
    ("true", true),
    ("false", false),
];

/// The id of every inspector.
pub(in crate::input) fn inspector_names(table: &RawTable, problems: &Problems) -> Names {
    ids(table, "id", "inspector", problems)
}

/// Reads every inspector.
pub(in crate::input) fn inspectors(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Inspector> {
    records(table, problems)
        .filter_map(|record| inspector(record, known))
        .collect()
}

fn inspector(record: Record, known: &References) -> Option<Inspector> {
    let id = record.new_id("id");
    let name = record.required("name");
    let inspectorate = known.inspectorate(record, "inspectorate");
    let experienced = record.choice("experienced", &YES_OR_NO).unwrap_or(true);
    let base = position(record);
    let works = works(record);
    let max_days = record.whole("max_days", 0..=10_000);
    Some(Inspector {
        id: InspectorId::from(id?),
        name: name?.to_owned(),
        inspectorate: inspectorate?,
        experienced,
        base,
        skills: record.parts("skills").map(str::to_owned).collect(),
        works,
        max_days,
    })
}

/// The weekdays worked, in order of the week.
fn works(record: Record) -> Vec<Weekday> {
    if !record.has("works") {
        return MONDAY_TO_FRIDAY.to_vec();
    }
    let mut days: Vec<Weekday> = record
        .parts("works")
        .filter_map(|part| record.choose("works", part, &WEEKDAYS))
        .collect();
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    days
}

/// Reads every absence.
pub(in crate::input) fn absences(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Absence> {
    let absence = |record: Record| {
        let (inspector, days) = (known.inspector(record, "inspector"), record.days());
        let (first_day, last_day) = days?;
        Some(Absence {
            inspector: inspector?,
            first_day,
            last_day,
        })
    };
    records(table, problems).filter_map(absence).collect()
}

/// Reads every clearance.
pub(in crate::input) fn clearances(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Clearance> {
    let clearance = |record: Record| {
        let inspector = known.inspector(record, "inspector");
        let clearance = record.required("clearance");
        let valid_until = record.date("valid_until");
        Some(Clearance {
            inspector: inspector?,
            clearance: clearance?.to_owned(),
            valid_until,
        })
    };
    records(table, problems).filter_map(clearance).collect()
}

/// Reads every conflict.
pub(in crate::input) fn conflicts(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Conflict> {
    let conflict = |record: Record| {
        let (inspector, site) = (
            known.inspector(record, "inspector"),
            known.site(record, "site"),
        );
        Some(Conflict {
            inspector: inspector?,
            site: site?,
        })
    };
    records(table, problems).filter_map(conflict).collect()
}

/// Reads who is kept apart.
pub(in crate::input) fn apart(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Apart> {
    let apart = |record: Record| {
        let inspector_a = known.inspector(record, "inspector_a");
        let inspector_b = known.inspector(record, "inspector_b");
        let (inspector_a, inspector_b) = (inspector_a?, inspector_b?);
        if inspector_a == inspector_b {
            let fact = format!(
                "The inspector {} is kept apart from themselves.",
                quote(inspector_a.as_str())
            );
            problems.add(
                &codes::SELF_REFERENCE,
                record.place("inspector_b"),
                fact,
                "Name two different inspectors, or delete the row.",
            );
        }
        Some(Apart {
            inspector_a,
            inspector_b,
        })
    };
    records(table, problems).filter_map(apart).collect()
}
