//! From the rows of each table to what they mean. A row with a wrong cell is left out, once that has been noted.

mod activities;
mod decisions;
mod evidence;
mod milestone_cells;
mod milestone_order;
mod milestones;
mod order;
mod people;
mod periods;
mod sites;

pub(super) use activities::{activities, unheld};
pub(super) use decisions::{authority_given, check_outcomes, consultation, fixed};
pub(super) use evidence::{engagements, indicator_names, indicators, intelligence, performance};
pub use milestones::built_in_milestones;
pub(super) use milestones::milestones;
pub(super) use order::check_order;
pub(super) use people::{absences, apart, clearances, conflicts, inspector_names, inspectors};
pub use periods::built_in_bank_holidays;
pub(super) use periods::{bank_holidays, periods, unused_nations};
pub(super) use sites::{broken_links, site_kinds, site_names, sites, unmet_needs};

use super::columns::{RESERVED_SITE_COLUMNS, TableSpec};
use super::files::RawTable;
use super::problems::words::{did_you_mean, list, nearest, quote};
use super::problems::{Problems, codes};
use super::record::Record;
use super::references::Names;
use crate::domain::Position;

/// The rows of a table, ready to be read.
pub(super) fn records<'a>(
    table: &'a RawTable,
    problems: &'a Problems,
) -> impl Iterator<Item = Record<'a>> + 'a {
    table.rows.iter().map(move |row| Record {
        table,
        row,
        problems,
    })
}

/// The ids that a table gives, also those of rows that have other faults.
fn ids(table: &RawTable, column: &str, thing: &'static str, problems: &Problems) -> Names {
    // Faults of the ids themselves are noted when the rows are read.
    let quiet = Problems::default();
    let mut names = Names::new(thing, problems.called(&format!("{thing}s")));
    for record in records(table, &quiet) {
        if let Some(id) = record.text(column) {
            names.add(id, record.text("name"), record.place(column), problems);
        }
    }
    names
}

/// Notes the columns that a table lacks.
pub(super) fn check_required_columns(table: &RawTable, spec: &TableSpec, problems: &Problems) {
    for column in spec.columns.iter().filter(|column| column.required) {
        if table.column(column.name).is_none() {
            let headers: Vec<&str> = table
                .columns()
                .map(|(_, name)| name.as_ref())
                .filter(|name| !spec.columns.iter().any(|known| known.name == *name))
                .collect();
            let remedy = match nearest(column.name, headers) {
                Some(near) => format!("Rename the column {} if it is meant.", quote(near)),
                None => "Add it.".to_owned(),
            };
            let fact = format!("The column {} is missing.", quote(column.name));
            problems.add(&codes::MISSING_COLUMN, table.header_place(), fact, remedy);
        }
    }
}

/// Checks the header of a table against the columns it should have.
pub(super) fn check_columns(table: &RawTable, spec: &TableSpec, problems: &Problems) {
    check_required_columns(table, spec, problems);
    for (index, name) in table.columns() {
        if !spec.columns.iter().any(|known| known.name == name.as_ref()) {
            unknown_column(table, spec, index, name, problems);
        }
    }
    if table.rows.is_empty() && spec.required {
        let fact = format!("{} has a header but no rows.", table.origin.spoken());
        problems.add(
            &codes::NO_ROWS,
            table.origin.whole(),
            fact,
            "Fill it in: there is no plan without it.",
        );
    }
}

fn unknown_column(
    table: &RawTable,
    spec: &TableSpec,
    index: usize,
    name: &str,
    problems: &Problems,
) {
    let absent = || {
        let columns = spec.columns.iter().map(|column| column.name);
        columns.filter(|name| table.column(name).is_none())
    };
    let place = table.header_cell(index);
    if spec.personal && name.eq_ignore_ascii_case("reason") {
        let fact = "This table is about people: the column “reason” was not read.";
        let remedy = "Delete the column. A reason is personal and never needed here.";
        problems.add(&codes::REASON_IGNORED, place, fact, remedy);
    } else if !spec.open {
        let all: Vec<&str> = spec.columns.iter().map(|column| column.name).collect();
        let remedy = did_you_mean(name, absent(), || {
            format!("Delete it. Columns of this table: {}.", list(&all, "and"))
        });
        problems.add(
            &codes::UNKNOWN_COLUMN,
            place,
            format!("There is no column {}.", quote(name)),
            remedy,
        );
    } else if RESERVED_SITE_COLUMNS.contains(&name) {
        let fact = format!(
            "The column {} has a name that means something else in quotas, profiles or periods.",
            quote(name)
        );
        problems.add(
            &codes::RESERVED_COLUMN,
            place,
            fact,
            "Give it another name.",
        );
    } else if let Some(near) = nearest(name, absent()) {
        // A required column that is absent is an error already, which names this one.
        if !spec
            .columns
            .iter()
            .any(|column| column.name == near && column.required)
        {
            let fact = format!(
                "The column {} is kept, but has no meaning of its own.",
                quote(name)
            );
            let remedy = format!("Did you mean {}?", quote(near));
            problems.add(&codes::SIMILAR_COLUMN, place, fact, remedy);
        }
    }
}

/// Where something is. Its coordinates stand in no message: they may be a home.
fn position(record: Record) -> Option<Position> {
    let degrees = |column: &str, limit: f64| {
        let text = record.text(column)?;
        match text.parse::<f64>() {
            Ok(number) if number.abs() <= limit => return Some(number),
            Ok(_) => {
                let fact = format!("The {column} is out of range.");
                let remedy = format!("It must be in degrees, from -{limit} to {limit}.");
                record
                    .problems
                    .add(&codes::OUT_OF_RANGE, record.place(column), fact, remedy);
            }
            Err(_) => {
                let fact = format!("The {column} is not a number.");
                let remedy = "Write it in degrees with a decimal point, such as 53.8; south and west are negative.";
                record
                    .problems
                    .add(&codes::NOT_A_NUMBER, record.place(column), fact, remedy);
            }
        }
        None
    };
    let (latitude, longitude) = (degrees("latitude", 90.0), degrees("longitude", 180.0));
    if record.has("latitude") != record.has("longitude") {
        let (given, blank) = match record.has("latitude") {
            true => ("latitude", "longitude"),
            false => ("longitude", "latitude"),
        };
        let fact = format!("The {given} is given but the {blank} is not, so neither is used.");
        record.problems.add(
            &codes::HALF_A_POSITION,
            record.place(given),
            fact,
            format!("Fill in the {blank}, or clear both."),
        );
        return None;
    }
    let (latitude, longitude) = (latitude?, longitude?);
    if !is_british(latitude, longitude) {
        let remedy = match is_british(longitude, latitude) {
            true => "Latitude and longitude seem to be swapped.",
            false => "Check both coordinates. Longitudes west of Greenwich are negative.",
        };
        let fact = "This place is outside the British Isles.";
        record.problems.add(
            &codes::OUTSIDE_BRITISH_ISLES,
            record.place("latitude"),
            fact,
            remedy,
        );
    }
    Some(Position {
        latitude,
        longitude,
    })
}

fn is_british(latitude: f64, longitude: f64) -> bool {
    (49.0..=61.5).contains(&latitude) && (-11.0..=2.5).contains(&longitude)
}
