//! The header of a table against the columns that it should have.

use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, list, nearest, quote};
use crate::input::problems::{Problems, codes};
use crate::schema::TableSpec;
use crate::schema::tables::RESERVED_SITE_COLUMNS;

/// Notes the columns that a table lacks.
pub(in crate::input) fn check_required_columns(
    table: &RawTable,
    spec: &TableSpec,
    problems: &Problems,
) {
    for column in spec.columns.iter().filter(|column| column.is_required()) {
        let column = column.name();
        if table.column(column).is_none() {
            let headers: Vec<&str> = table
                .columns()
                .map(|(_, name)| name.as_ref())
                .filter(|name| !spec.has(name))
                .collect();
            let remedy = match nearest(column, headers) {
                Some(near) => format!("Rename the column {} if it is meant.", quote(near)),
                None => "Add it.".to_owned(),
            };
            let fact = format!("The column {} is missing.", quote(column));
            problems.add(&codes::MISSING_COLUMN, table.header_place(), fact, remedy);
        }
    }
}

/// Checks the header of a table against the columns it should have.
pub(in crate::input) fn check_columns(table: &RawTable, spec: &TableSpec, problems: &Problems) {
    check_required_columns(table, spec, problems);
    for (index, name) in table.columns() {
        if !spec.has(name) {
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
    let absent = || spec.headers().filter(|name| table.column(name).is_none());
    let place = table.header_cell(index);
    if spec.personal && name.eq_ignore_ascii_case("reason") {
        let fact = "This table is about people: the column “reason” was not read.";
        let remedy = "Delete the column. A reason is personal and never needed here.";
        problems.add(&codes::REASON_IGNORED, place, fact, remedy);
    } else if !spec.open {
        let all: Vec<&str> = spec.headers().collect();
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
            .any(|column| column.name() == near && column.is_required())
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
