//! Places that are not known where others are: their journeys count as nothing, and that decides who goes.

use std::collections::HashSet;

use super::files::RawTable;
use super::problems::words::{list, quote};
use super::problems::{Place, Problems, codes};
use crate::domain::{Inspection, Inspector, KindId, Site, SiteId};
use crate::schema::tables::{inspectors, sites};
use crate::schema::{AnyField, TableSpec};

/// How many are named before the rest are only counted.
const NAMED: usize = 10;

/// Notes the inspectors without a home base, once for all of them, where others have one and journeys count.
pub(super) fn check_inspectors(table: &RawTable, inspection: &Inspection, problems: &Problems) {
    let mut places = visited(inspection).map(|site| site.position);
    if !journeys_count(inspection) || !places.any(|place| place.is_some()) {
        return;
    }
    let all = &inspection.inspectors;
    // A seat is for one inspectorate: only a colleague with a base could be passed over.
    let has_rival = |person: &&Inspector| {
        let mut others = all.iter();
        others.any(|one| one.inspectorate == person.inspectorate && one.base.is_some())
    };
    let unknown = all.iter().filter(|person| person.base.is_none());
    let unknown = unknown.filter(has_rival);
    let unknown: Vec<String> = unknown.map(|person| quote(&person.name)).collect();
    if unknown.is_empty() {
        return;
    }
    let fact = match unknown.len() {
        1 => format!(
            "{} has no coordinates. Their journeys count as 0 km, so they will be preferred.",
            named(&unknown)
        ),
        _ => format!(
            "{} have no coordinates. Their journeys count as 0 km, so they will be preferred.",
            named(&unknown)
        ),
    };
    note(
        table,
        &inspectors::TABLE,
        &inspectors::LATITUDE,
        fact,
        problems,
    );
}

/// Notes the sites without a place, once for all of them, where others have one and journeys to them count.
pub(super) fn check_sites(table: &RawTable, inspection: &Inspection, problems: &Problems) {
    let mut bases = inspection.inspectors.iter().map(|person| person.base);
    if !journeys_count(inspection) || !bases.any(|base| base.is_some()) {
        return;
    }
    let (known, unknown): (Vec<_>, Vec<_>) =
        visited(inspection).partition(|site| site.position.is_some());
    if unknown.is_empty() || known.is_empty() {
        return;
    }
    let unknown: Vec<String> = unknown.iter().map(|site| quote(&site.name)).collect();
    let has = if unknown.len() == 1 { "has" } else { "have" };
    let fact = format!(
        "{} {has} no coordinates. Journeys there count as 0 km, so who visits is chosen whatever the distance.",
        named(&unknown)
    );
    note(table, &sites::TABLE, &sites::LATITUDE, fact, problems);
}

/// The sites that could be visited by a journey of their own.
fn visited(inspection: &Inspection) -> impl Iterator<Item = &Site> {
    // Where the team is there already, a visit adds no travel.
    let links = inspection.links.iter().filter(|link| link.same_team);
    let brought: HashSet<&KindId> = links.map(|link| &link.brings).collect();
    let excluded = inspection.kinds.iter().flat_map(|kind| &kind.exclude);
    let excluded: HashSet<&SiteId> = excluded.collect();
    let all = inspection.sites.iter();
    all.filter(move |site| !brought.contains(&site.kind) && !excluded.contains(&site.id))
}

fn journeys_count(inspection: &Inspection) -> bool {
    inspection.weights.travel > 0.0
}

fn note(
    table: &RawTable,
    spec: &TableSpec,
    column: &dyn AnyField,
    fact: String,
    problems: &Problems,
) {
    let place: Place = match table.column(column.name()) {
        Some(index) => table.header_cell(index),
        None => table.header_place(),
    };
    let remedy = format!(
        "Fill in latitude and longitude in {}: the nearest town will do.",
        problems.called(spec)
    );
    problems.add(&codes::UNKNOWN_PLACE, place, fact, remedy);
}

/// The names, and how many more there are.
fn named(names: &[String]) -> String {
    match names.get(NAMED..) {
        Some(rest) if rest.len() > 1 => {
            let first = names.iter().take(NAMED).cloned();
            let more = format!("{} others", rest.len());
            list(&first.chain([more]).collect::<Vec<_>>(), "and")
        }
        _ => list(names, "and"),
    }
}
