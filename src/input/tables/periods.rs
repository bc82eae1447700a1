//! `bank_holidays.csv`, the built-in list of them, and `periods_to_avoid.csv`.

use std::collections::BTreeSet;

use super::records;
use crate::domain::{BankHoliday, Period, Severity, Site};
use crate::input::columns::table_named;
use crate::input::files::RawTable;
use crate::input::files::csv_file;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Origin, Problems, codes};
use crate::input::record::Record;
use crate::input::references::References;

/// The bank holidays of England and Wales that come with the program: see `data/README.md`.
const BUILT_IN: &str = include_str!("../../../data/bank_holidays.csv");

/// The bank holidays of England and Wales that come with the program: `data/README.md` says where from, and for
/// which years. Every inspection has them.
pub fn built_in_bank_holidays() -> Vec<BankHoliday> {
    let quiet = Problems::default();
    let origin = Origin::file("bank_holidays.csv", 0);
    let table = table_named("bank_holidays")
        .and_then(|spec| csv_file::read(BUILT_IN, origin, spec, &quiet));
    table
        .map(|table| bank_holidays(&table, &quiet))
        .unwrap_or_default()
}

/// Reads every bank holiday of the table.
pub(in crate::input) fn bank_holidays(table: &RawTable, problems: &Problems) -> Vec<BankHoliday> {
    let holiday = |record: Record| {
        let nation = record.required("nation");
        let date = record.required_date("date");
        let name = record.required("name");
        Some(BankHoliday {
            nation: nation?.to_owned(),
            date: date?,
            name: name?.to_owned(),
        })
    };
    records(table, problems).filter_map(holiday).collect()
}

/// Reads every period to avoid.
pub(in crate::input) fn periods(
    table: &RawTable,
    known: &References,
    sites: Option<&[Site]>,
    problems: &Problems,
) -> Vec<Period> {
    records(table, problems)
        .filter_map(|record| period(record, known, sites))
        .collect()
}

fn period(record: Record, known: &References, sites: Option<&[Site]>) -> Option<Period> {
    let severity = [("must", Severity::Must), ("prefer", Severity::Prefer)];
    let name = record.required("name");
    let scope = scope(record, known, sites);
    let days = record.days();
    let severity = record.required_choice("severity", &severity);
    let ((applies_to, value), (first_day, last_day)) = (scope?, days?);
    Some(Period {
        name: name?.to_owned(),
        applies_to,
        value,
        first_day,
        last_day,
        severity: severity?,
    })
}

/// What a period applies to: `all`, a site, or the sites with a value in a column.
fn scope(
    record: Record,
    known: &References,
    sites: Option<&[Site]>,
) -> Option<(String, Option<String>)> {
    let applies_to = record.required("applies_to")?;
    if applies_to == "all" {
        if record.has("value") {
            let fact = "A period that applies to all has no value, so this one has no effect.";
            record.problems.add(
                &codes::NO_EFFECT,
                record.place("value"),
                fact,
                "Clear the cell, or say what the period applies to.",
            );
        }
        return Some((applies_to.to_owned(), None));
    }
    if applies_to != "site" && known.sites.is_some() && !known.site_columns.contains(applies_to) {
        record
            .problems
            .add_with(&codes::NO_SUCH_THING, record.place("applies_to"), || {
                let all = known
                    .site_columns
                    .iter()
                    .map(String::as_str)
                    .chain(["all", "site"]);
                let remedy = did_you_mean(applies_to, all, || {
                    "Write all, site, or the header of a column of the table of sites.".to_owned()
                });
                (
                    format!(
                        "{} is neither all nor site nor a column of the table of sites.",
                        quote(applies_to)
                    ),
                    remedy,
                )
            });
        return None;
    }
    let value = value_of(record, applies_to)?;
    if applies_to == "site" {
        known.site(record, "value")?;
    } else if let Some(sites) = sites {
        check_occurs(record, applies_to, value, sites);
    }
    Some((applies_to.to_owned(), Some(value.to_owned())))
}

fn value_of<'a>(record: Record<'a>, applies_to: &str) -> Option<&'a str> {
    if !record.has("value") {
        let fact = format!(
            "The value is blank, but the period applies to {}.",
            quote(applies_to)
        );
        let remedy = match applies_to {
            "site" => "Fill in the site’s id.",
            _ => "Fill in the text that the sites have in that column.",
        };
        record
            .problems
            .add(&codes::MISSING_VALUE, record.place("value"), fact, remedy);
    }
    record.text("value")
}

fn check_occurs(record: Record, column: &str, value: &str, sites: &[Site]) {
    let values = || sites.iter().filter_map(|site| site.cell(column));
    if values().any(|cell| cell == value) {
        return;
    }
    record
        .problems
        .add_with(&codes::NEVER_OCCURS, record.place("value"), || {
            let distinct: BTreeSet<&str> = values().collect();
            let remedy = did_you_mean(value, distinct, || {
                "Check the value against the table of sites.".to_owned()
            });
            (
                format!(
                    "No site has {} in the column {}.",
                    quote(value),
                    quote(column)
                ),
                remedy,
            )
        });
}

/// Notes nations of the table that no site keeps to.
pub(in crate::input) fn unused_nations(table: &RawTable, sites: &[Site], problems: &Problems) {
    const BUILT_IN_NATIONS: [&str; 2] = ["England", "Wales"];
    let used: BTreeSet<&str> = sites
        .iter()
        .map(|site| site.nation.as_str())
        .chain(BUILT_IN_NATIONS)
        .collect();
    let quiet = Problems::default();
    let mut noted = BTreeSet::new();
    for record in records(table, &quiet) {
        if let Some(nation) = record
            .text("nation")
            .filter(|nation| !used.contains(nation))
            && noted.insert(nation)
        {
            let fact = format!("No site is in the nation {}.", quote(nation));
            let remedy = did_you_mean(nation, used.iter().copied(), || {
                "Check the column nation of the table of sites, or delete the row.".to_owned()
            });
            problems.add(&codes::NEVER_OCCURS, record.place("nation"), fact, remedy);
        }
    }
}
