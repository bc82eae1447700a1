//! `inspectors.csv` and the tables about inspectors: `absences.csv`, `clearances.csv`, `conflicts.csv`, `travel.csv`, `apart.csv`.

use std::collections::HashMap;

use chrono::Weekday;

use super::ids;
use super::positions::position;
use crate::domain::{Absence, Apart, Clearance, Conflict, Inspector, InspectorId, SiteId, Travel};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::references::{Names, References};
use crate::input::table_row::{Record, records};
use crate::schema::AnyField;
use crate::schema::forms::Thing;
use crate::schema::tables::{absences, apart, clearances, conflicts, inspectors, travel};

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
    let (from, until) = (
        record.read(&inspectors::FROM),
        record.read(&inspectors::UNTIL),
    );
    if let (Some(from), Some(until)) = (from, until) {
        let names = ["first day in the team", "last day in it"];
        record.in_order(from, until, &inspectors::UNTIL, names)?;
    }
    Some(Inspector {
        id: id?.into(),
        name: name?,
        inspectorate: inspectorate?,
        experienced,
        from,
        until,
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
    let mut seen = HashMap::new();
    let conflict = |record: Record| {
        let inspector = references.id(record, &conflicts::INSPECTOR);
        let site = references.id(record, &conflicts::SITE);
        let linked = record.or_default(&conflicts::LINKED);
        let conflict = Conflict {
            inspector: inspector?,
            site: site?,
            linked,
        };
        let key = (conflict.inspector.clone(), conflict.site.clone());
        once(record, &conflicts::SITE, &mut seen, key, "conflict");
        Some(conflict)
    };
    records(table, problems).filter_map(conflict).collect()
}

/// Reads how far it is.
pub(in crate::input) fn travel(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Travel> {
    let mut seen = HashMap::new();
    let journey = |record: Record| {
        let inspector = references.id(record, &travel::INSPECTOR);
        let site = references.id(record, &travel::SITE);
        let km = record.read(&travel::KM);
        let journey = Travel {
            inspector: inspector?,
            site: site?,
            km: km?,
        };
        let key = (journey.inspector.clone(), journey.site.clone());
        once(record, &travel::SITE, &mut seen, key, "journey");
        Some(journey)
    };
    records(table, problems).filter_map(journey).collect()
}

/// Notes a second row of one inspector and one site.
fn once(
    record: Record,
    column: &dyn AnyField,
    seen: &mut HashMap<(InspectorId, SiteId), u32>,
    key: (InspectorId, SiteId),
    what: &str,
) {
    let (inspector, site) = key.clone();
    if let Some(line) = seen.insert(key, record.row.line) {
        let first = record.table.origin.line(line);
        let fact = format!(
            "The {what} of {} and {} is already given at {first}.",
            quote(inspector.as_str()),
            quote(site.as_str())
        );
        let remedy = "Delete one of the two rows.";
        let place = record.place(column);
        record.problems.add(&codes::DUPLICATE, place, fact, remedy);
    }
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
