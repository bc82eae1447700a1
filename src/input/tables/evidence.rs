//! What is known about the sites: `indicators.csv`, `performance.csv`, `intelligence.csv`, `engagements.csv`.

use std::collections::HashMap;

use super::ids;
use crate::domain::{Engagement, Indicator, Intelligence, Performance, SiteId};
use crate::input::files::RawTable;
use crate::input::problems::words::{nearest, quote};
use crate::input::problems::{Problems, codes};
use crate::input::references::{Names, References};
use crate::input::table_row::{Record, records};
use crate::schema::forms::Thing;
use crate::schema::tables::{engagements, indicators, intelligence, performance};

/// The types of intelligence that can be scored.
const SCORED_TYPES: [&str; 2] = ["concern", "innovation"];

/// The id of every indicator.
pub(in crate::input) fn indicator_names(table: &RawTable, problems: &Problems) -> Names {
    let columns = (&indicators::INDICATOR, &indicators::NAME);
    ids(
        table,
        &indicators::TABLE,
        Thing::Indicator,
        columns,
        problems,
    )
}

/// Reads every indicator.
pub(in crate::input) fn indicators(table: &RawTable, problems: &Problems) -> Vec<Indicator> {
    let indicator = |record: Record| {
        let id = record.read(&indicators::INDICATOR);
        let better = record.read(&indicators::BETTER);
        let weight = record.or_default(&indicators::WEIGHT);
        Some(Indicator {
            id: id?,
            better: better?,
            weight,
            name: record.read(&indicators::NAME),
        })
    };
    records(table, problems).filter_map(indicator).collect()
}

/// Reads every value of an indicator: one row per site and indicator.
pub(in crate::input) fn performance(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Performance> {
    let mut seen: HashMap<(&str, &str), u32> = HashMap::with_capacity(table.rows.len());
    let mut all = Vec::with_capacity(table.rows.len());
    for record in records(table, problems) {
        let site = references.follow(record, &performance::SITE);
        let indicator = references.follow(record, &performance::INDICATOR);
        let value = record.read(&performance::VALUE);
        let (Some(site), Some(indicator)) = (site, indicator) else {
            continue;
        };
        if let Some(line) = seen.insert((site, indicator), record.row.line) {
            let place = record.place(&performance::INDICATOR);
            problems.add_with(&codes::DUPLICATE, place, || {
                let first = table.origin.line(line);
                let fact = format!(
                    "The site {} already has a value of {}, at {first}.",
                    quote(site),
                    quote(indicator)
                );
                let remedy =
                    "Delete one of the two rows. There is one row for each site and indicator.";
                (fact, remedy.to_owned())
            });
        }
        all.push(Performance {
            site: SiteId::from(site),
            indicator: indicator.to_owned(),
            value,
            period: record.read(&performance::PERIOD),
        });
    }
    all
}

/// Reads all intelligence.
pub(in crate::input) fn intelligence(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Intelligence> {
    let mut seen = HashMap::new();
    let intelligence = |record: Record| {
        let site = references.id(record, &intelligence::SITE);
        let kind = record
            .required(&intelligence::TYPE)
            .map(|text| intelligence_type(record, text));
        let strength = record.read(&intelligence::STRENGTH);
        note_twice(record, &mut seen);
        Some(Intelligence {
            site: site?,
            r#type: kind?,
            strength: strength?,
            note: record.read(&intelligence::NOTE),
            source: record.read(&intelligence::SOURCE),
        })
    };
    records(table, problems).filter_map(intelligence).collect()
}

/// The type as it is scored, in whatever case it was written.
fn intelligence_type(record: Record, text: &str) -> String {
    let mut scored = SCORED_TYPES.into_iter();
    if let Some(scored) = scored.find(|scored| scored.eq_ignore_ascii_case(text)) {
        return scored.to_owned();
    }
    if let Some(near) = nearest(text, SCORED_TYPES) {
        let fact = format!(
            "Intelligence of the type {} is shown but not scored.",
            quote(text)
        );
        let remedy = format!("Did you mean {}?", quote(near));
        let place = record.place(&intelligence::TYPE);
        record
            .problems
            .add(&codes::SIMILAR_WORD, place, fact, remedy);
    }
    text.to_owned()
}

/// Reads every other inspection.
pub(in crate::input) fn engagements(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Engagement> {
    let mut seen = HashMap::new();
    let engagement = |record: Record| {
        let site = references.id(record, &engagements::SITE);
        let inspection = record.read(&engagements::INSPECTION);
        let days = record.days(&engagements::FIRST_DAY, &engagements::LAST_DAY);
        let true_days = record.read(&engagements::DAYS);
        note_twice(record, &mut seen);
        let (first_day, last_day) = days?;
        Some(Engagement {
            site: site?,
            inspection: inspection?,
            first_day,
            last_day,
            days: true_days,
            inspectorate: record.read(&engagements::INSPECTORATE),
        })
    };
    records(table, problems).filter_map(engagement).collect()
}

/// Notes a row that is the same as one before it.
fn note_twice(record: Record, seen: &mut HashMap<String, u32>) {
    let cells: Vec<&str> = record.row.cells.iter().map(str::trim).collect();
    if let Some(line) = seen.insert(cells.join("\0"), record.row.line) {
        let place = record.line();
        record.problems.add_with(&codes::TWICE_COUNTED, place, || {
            let first = record.table.origin.line(line);
            let fact = format!("This row is the same as the one at {first}, and counts as well.");
            let remedy = "Delete one of the two, unless both are meant.";
            (fact, remedy.to_owned())
        });
    }
}
