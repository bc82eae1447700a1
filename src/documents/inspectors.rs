//! `inspectors.csv`: who is where when, and what it adds up to.

use super::OutputError;
use super::status::status;
use super::table::Table;
use crate::domain::{Inspector, Visit};
use crate::insight::particulars::{Particulars, about};
use crate::words::{count, list};

const COLUMNS: [&str; 16] = [
    "inspector_id",
    "inspector",
    "inspectorate",
    "row",
    "site_id",
    "site",
    "kind",
    "preparation_first_day",
    "preparation_last_day",
    "preparation_days",
    "first_day",
    "last_day",
    "onsite_days",
    "visit_lead",
    "with",
    "km_there_and_back",
];

/// What one inspector's visits add up to.
#[derive(Default)]
struct Load {
    visits: usize,
    preparation: usize,
    onsite: usize,
    km: u64,
    far_unknown: bool,
}

/// The table: inspectors who are on a visit, in the order of `inspectors.csv`, each with their visits and a total.
///
/// Kilometres are to the nearest 10 for each visit, so that no home can be worked out from them.
pub(super) fn inspectors_csv(facts: &Particulars<'_>) -> Result<Vec<u8>, OutputError> {
    let mut table = Table::new(&COLUMNS, status(facts.inspection))?;
    for inspector in &facts.inspection.inspectors {
        let mut load = Load::default();
        let visits = facts.visits().iter();
        for visit in visits.filter(|visit| visit.team().any(|one| *one == inspector.id)) {
            table.row(&visit_row(facts, inspector, visit, &mut load))?;
        }
        if load.visits > 0 {
            table.row(&total_row(inspector, &load))?;
        }
    }
    table.finish()
}

fn visit_row(
    facts: &Particulars<'_>,
    inspector: &Inspector,
    visit: &Visit,
    load: &mut Load,
) -> Vec<String> {
    let start = facts.start(visit);
    let (preparation, onsite) = start
        .as_ref()
        .map(|start| (start.preparation.as_slice(), start.onsite.len()))
        .unwrap_or_default();
    let km = facts.km(visit, &inspector.id).map(about);
    load.visits += 1;
    load.preparation += preparation.len();
    load.onsite += onsite;
    load.km += km.unwrap_or(0);
    load.far_unknown |= km.is_none();
    let others: Vec<&str> = visit
        .team()
        .filter(|one| **one != inspector.id)
        .map(|one| facts.inspector_name(one))
        .collect();
    let leads = visit.visit_lead == inspector.id;
    let day = |day: Option<&chrono::NaiveDate>| day.map(ToString::to_string).unwrap_or_default();
    vec![
        inspector.id.to_string(),
        inspector.name.clone(),
        inspector.inspectorate.to_string(),
        "visit".to_owned(),
        visit.site.to_string(),
        facts.site_name(&visit.site).to_owned(),
        visit.kind.to_string(),
        day(preparation.first()),
        day(preparation.last()),
        preparation.len().to_string(),
        visit.first_day.to_string(),
        visit.last_day.to_string(),
        onsite.to_string(),
        if leads { "yes" } else { "no" }.to_owned(),
        list(&others),
        km.map(|km| km.to_string()).unwrap_or_default(),
    ]
}

fn total_row(inspector: &Inspector, load: &Load) -> Vec<String> {
    let blank = String::new;
    vec![
        inspector.id.to_string(),
        inspector.name.clone(),
        inspector.inspectorate.to_string(),
        "total".to_owned(),
        blank(),
        count(load.visits, "visit", "visits"),
        blank(),
        blank(),
        blank(),
        load.preparation.to_string(),
        blank(),
        blank(),
        load.onsite.to_string(),
        blank(),
        blank(),
        if load.far_unknown {
            blank()
        } else {
            load.km.to_string()
        },
    ]
}
