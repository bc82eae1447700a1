//! `inspectors.csv` and the tables about inspectors: `absences.csv`, `clearances.csv`, `conflicts.csv`, `apart.csv`.

use chrono::Weekday;

use super::ids;
use super::positions::position;
use crate::domain::{Absence, Apart, Clearance, Conflict, Inspector};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::references::{Names, References};
use crate::input::table_row::{Record, records};
use crate::schema::forms::Thing;
use crate::schema::tables::{absences, apart, clearances, conflicts, inspectors};

/// The id of every inspector.
pub(in crate::input) fn inspector_names(table: &RawTable, problems: &Problems) -> Names {
    let columns = (&inspectors::ID, &inspectors::NAME);
    ids(
        table,
        &inspectors::TABLE,
        Thing::Inspector,
        columns,
        problems,
    )
}

/// Reads every inspector.
pub(in crate::input) fn inspectors(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Inspector> {
    records(table, problems)
        .filter_map(|record| inspector(record, references))
        .collect()
}

fn inspector(record: Record, references: &References) -> Option<Inspector> {
    let id = record.read(&inspectors::ID);
    let name = record.read(&inspectors::NAME);
    let inspectorate = references.id(record, &inspectors::INSPECTORATE);
    let experienced = record.or_default(&inspectors::EXPERIENCED);
    let base = position(record, &inspectors::LATITUDE, &inspectors::LONGITUDE);
    let works = works(record);
    let max_days = record.read(&inspectors::MAX_DAYS);
    Some(Inspector {
        id: id?.into(),
        name: name?,
        inspectorate: inspectorate?,
        experienced,
        base,
        skills: record.read(&inspectors::SKILLS).unwrap_or_default(),
        works,
        max_days,
    })
}

/// The weekdays worked, in order of the week.
fn works(record: Record) -> Vec<Weekday> {
    let mut days = record.or_default(&inspectors::WORKS);
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    days
}

/// Reads every absence.
pub(in crate::input) fn absences(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Absence> {
    let absence = |record: Record| {
        let inspector = references.id(record, &absences::INSPECTOR);
        let days = record.days(&absences::FIRST_DAY, &absences::LAST_DAY);
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
    references: &References,
    problems: &Problems,
) -> Vec<Clearance> {
    let clearance = |record: Record| {
        let inspector = references.id(record, &clearances::INSPECTOR);
        let clearance = record.read(&clearances::CLEARANCE);
        let valid_until = record.read(&clearances::VALID_UNTIL);
        Some(Clearance {
            inspector: inspector?,
            clearance: clearance?,
            valid_until,
        })
    };
    records(table, problems).filter_map(clearance).collect()
}

/// Reads every conflict.
pub(in crate::input) fn conflicts(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Conflict> {
    let conflict = |record: Record| {
        let inspector = references.id(record, &conflicts::INSPECTOR);
        let site = references.id(record, &conflicts::SITE);
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
    references: &References,
    problems: &Problems,
) -> Vec<Apart> {
    let apart = |record: Record| {
        let inspector_a = references.id(record, &apart::INSPECTOR_A);
        let inspector_b = references.id(record, &apart::INSPECTOR_B);
        let apart = Apart {
            inspector_a: inspector_a?,
            inspector_b: inspector_b?,
        };
        if apart.inspector_a == apart.inspector_b {
            let person = quote(apart.inspector_a.as_str());
            let fact = format!("The inspector {person} is kept apart from themselves.");
            let remedy = "Name two different inspectors, or delete the row.";
            let place = record.place(&apart::INSPECTOR_B);
            problems.add(&codes::SELF_REFERENCE, place, fact, remedy);
        }
        Some(apart)
    };
    records(table, problems).filter_map(apart).collect()
}
