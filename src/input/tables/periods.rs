//! `periods_to_avoid.csv`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::{Period, Site};
use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Problems, codes};
use crate::input::references::References;
use crate::input::table_row::{Record, records};
use crate::schema::tables::applies_to;
use crate::schema::tables::periods_to_avoid::{
    APPLIES_TO, FIRST_DAY, LAST_DAY, NAME, SEVERITY, VALUE,
};

/// Reads every period to avoid.
pub(in crate::input) fn periods(
    table: &RawTable,
    references: &References,
    sites: Option<&[Site]>,
    problems: &Problems,
) -> Vec<Period> {
    records(table, problems)
        .filter_map(|record| period(record, references, sites))
        .collect()
}

fn period(record: Record, references: &References, sites: Option<&[Site]>) -> Option<Period> {
    let name = record.read(&NAME);
    let scope = scope(record, references, sites);
    let days = record.days(&FIRST_DAY, &LAST_DAY);
    let severity = record.read(&SEVERITY);
    let ((applies_to, value), (first_day, last_day)) = (scope?, days?);
    Some(Period {
        name: name?,
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
    references: &References,
    sites: Option<&[Site]>,
) -> Option<(String, Option<String>)> {
    let to = record.required(&APPLIES_TO)?;
    if to == applies_to::ALL {
        if record.has(&VALUE) {
            let fact = "A period that applies to all has no value, so this one has no effect.";
            let remedy = "Clear the cell, or say what the period applies to.";
            let place = record.place(&VALUE);
            record.problems.add(&codes::NO_EFFECT, place, fact, remedy);
        }
        return Some((to.to_owned(), None));
    }
    let is_site = to == applies_to::SITE;
    if !is_site && references.sites.is_some() && !references.site_columns.contains(to) {
        note_no_column(record, to, references);
        return None;
    }
    let mut value = value_of(record, to)?;
    if is_site {
        value = references.site(value, || record.place(&VALUE), record.problems)?;
    } else if let Some(sites) = sites {
        check_occurs(record, to, value, sites);
    }
    Some((to.to_owned(), Some(value.to_owned())))
}

fn note_no_column(record: Record, to: &str, references: &References) {
    let place = record.place(&APPLIES_TO);
    record.problems.add_with(&codes::NO_SUCH_THING, place, || {
        let columns = references.site_columns.iter().map(String::as_str);
        let all = columns.chain([applies_to::ALL, applies_to::SITE]);
        let remedy = did_you_mean(to, all, || {
            "Write all, site, or the header of a column of the table of sites.".to_owned()
        });
        let fact = format!(
            "{} is neither all nor site nor a column of the table of sites.",
            quote(to)
        );
        (fact, remedy)
    });
}

fn value_of<'a>(record: Record<'a>, to: &str) -> Option<&'a str> {
    if !record.has(&VALUE) {
        let fact = format!(
            "The value is blank, but the period applies to {}.",
            quote(to)
        );
        let remedy = match to {
            applies_to::SITE => "Name the site.",
            _ => "Fill in the text that the sites have in that column.",
        };
        let place = record.place(&VALUE);
        record
            .problems
            .add(&codes::MISSING_VALUE, place, fact, remedy);
    }
    record.text(&VALUE)
}

fn check_occurs(record: Record, column: &str, value: &str, sites: &[Site]) {
    let values = || sites.iter().filter_map(|site| site.cell(column));
    if values().any(|cell| cell == value) {
        return;
    }
    let place = record.place(&VALUE);
    record.problems.add_with(&codes::NEVER_OCCURS, place, || {
        let distinct: BTreeSet<Cow<str>> = values().collect();
        let distinct = distinct.iter().map(Cow::as_ref);
        let remedy = did_you_mean(value, distinct, || {
            "Check the value against the table of sites.".to_owned()
        });
        let fact = format!(
            "No site has {} in the column {}.",
            quote(value),
            quote(column)
        );
        (fact, remedy)
    });
}
