//! What is known about the sites: `indicators.csv`, `performance.csv`, `intelligence.csv`, `engagements.csv`.

use std::collections::HashMap;

use super::{ids, records};
use crate::domain::{Better, Engagement, Indicator, Intelligence, Performance, SiteId};
use crate::input::files::RawTable;
use crate::input::numbers::LARGEST;
use crate::input::problems::words::{nearest, quote};
use crate::input::problems::{Problems, codes};
use crate::input::record::Record;
use crate::input::references::{Names, References};

/// The types of intelligence that can be scored.
const SCORED_TYPES: [&str; 2] = ["concern", "innovation"];

const HEAVIEST: f64 = 1e6;

/// The id of every indicator.
pub(in crate::input) fn indicator_names(table: &RawTable, problems: &Problems) -> Names {
    ids(table, "indicator", "indicator", problems)
}

/// Reads every indicator.
pub(in crate::input) fn indicators(table: &RawTable, problems: &Problems) -> Vec<Indicator> {
    let better = [("higher", Better::Higher), ("lower", Better::Lower)];
    let indicator = |record: Record| {
        let id = record.new_id("indicator");
        let better = record.required_choice("better", &better);
        let weight = record.number("weight", 0.0..=HEAVIEST).unwrap_or(1.0);
        Some(Indicator {
            id: id?.to_owned(),
            better: better?,
            weight,
            name: record.owned("name"),
        })
    };
    records(table, problems).filter_map(indicator).collect()
}

/// Reads every value of an indicator: one row per site and indicator.
pub(in crate::input) fn performance(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Performance> {
    let mut seen: HashMap<(&str, &str), u32> = HashMap::with_capacity(table.rows.len());
    let mut all = Vec::with_capacity(table.rows.len());
    for record in records(table, problems) {
        let site = known.site(record, "site");
        let indicator = known.indicator(record, "indicator");
        let value = record.number("value", -LARGEST..=LARGEST);
        let (Some(site), Some(indicator)) = (site, indicator) else {
            continue;
        };
        if let Some(site) = record.text("site")
            && let Some(line) = seen.insert((site, indicator), record.row.line)
        {
            problems.add_with(&codes::DUPLICATE, record.place("indicator"), || {
                let first = table.origin.line(line);
                let fact = format!(
                    "The site {} already has a value of {}, at {first}.",
                    quote(site),
                    quote(indicator)
                );
                (
                    fact,
                    "Delete one of the two rows. There is one row for each site and indicator."
                        .to_owned(),
                )
            });
        }
        all.push(Performance {
            site,
            indicator: indicator.to_owned(),
            value,
            period: record.owned("period"),
        });
    }
    all
}

/// Reads all intelligence.
pub(in crate::input) fn intelligence(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Intelligence> {
    let mut seen = HashMap::new();
    let intelligence = |record: Record| {
        let site = known.site(record, "site");
        let kind = record
            .required("type")
            .map(|text| intelligence_type(record, text));
        let strength = record.required_whole("strength", 1..=5);
        note_twice(record, &mut seen);
        Some(Intelligence {
            site: site?,
            r#type: kind?,
            strength: strength?,
            note: record.owned("note"),
            source: record.owned("source"),
        })
    };
    records(table, problems).filter_map(intelligence).collect()
}

/// The type as it is scored, in whatever case it was written.
fn intelligence_type(record: Record, text: &str) -> String {
    if let Some(scored) = SCORED_TYPES
        .into_iter()
        .find(|scored| scored.eq_ignore_ascii_case(text))
    {
        return scored.to_owned();
    }
    if let Some(near) = nearest(text, SCORED_TYPES) {
        let fact = format!(
            "Intelligence of the type {} is shown but not scored.",
            quote(text)
        );
        record.problems.add(
            &codes::SIMILAR_WORD,
            record.place("type"),
            fact,
            format!("Did you mean {}?", quote(near)),
        );
    }
    text.to_owned()
}

/// Reads every other inspection.
pub(in crate::input) fn engagements(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Engagement> {
    let mut seen = HashMap::new();
    let engagement = |record: Record| {
        let site: Option<SiteId> = known.site(record, "site");
        let inspection = record.required("inspection");
        let days = record.days();
        let true_days = record.whole("days", 0..=10_000);
        note_twice(record, &mut seen);
        let (first_day, last_day) = days?;
        Some(Engagement {
            site: site?,
            inspection: inspection?.to_owned(),
            first_day,
            last_day,
            days: true_days,
            inspectorate: record.owned("inspectorate"),
        })
    };
    records(table, problems).filter_map(engagement).collect()
}

/// Notes a row that is the same as one before it.
fn note_twice(record: Record, seen: &mut HashMap<String, u32>) {
    let cells: Vec<&str> = record.row.cells.iter().map(str::trim).collect();
    if let Some(line) = seen.insert(cells.join("\0"), record.row.line) {
        let place = record.table.origin.line(record.row.line);
        record.problems.add_with(&codes::TWICE_COUNTED, place, || {
            let first = record.table.origin.line(line);
            let fact = format!("This row is the same as the one at {first}, and counts as well.");
            (
                fact,
                "Delete one of the two, unless both are meant.".to_owned(),
            )
        });
    }
}
