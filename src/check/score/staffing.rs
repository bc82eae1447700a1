//! Tier 3: who travels how far, how many are used, and how much the busiest of them has to do.

use crate::check::audit::{Audit, Visited};
use crate::check::places::kilometres;
use crate::check::workload::onsite_days;
use crate::domain::{Inspector, Site};

/// The value of tier 3: travel, the number of inspectors used, and the onsite days of the one who has most.
pub(super) fn value(audit: &Audit) -> f64 {
    let weights = &audit.inspection.weights;
    let travel: f64 = (audit.visits.iter())
        .filter(|visit| !comes_with_the_same_team(audit, visit))
        .flat_map(|visit| {
            let mean = mean_way(audit, visit.site);
            (visit.team.iter()).map(move |person| way(audit, person, visit.site).unwrap_or(mean))
        })
        .sum();
    let busiest = (audit.people_used())
        .map(|person| onsite_days(audit, person).len())
        .max();
    weights.travel * 2.0 * travel / 100.0
        + weights.continuity * audit.people_used().count() as f64
        + weights.load * busiest.unwrap_or(0) as f64
}

/// Whether the visit is to a kind brought with `same_team`: the team is there already.
fn comes_with_the_same_team(audit: &Audit, visit: &Visited) -> bool {
    (audit.inspection.links.iter()).any(|link| link.same_team && link.brings == visit.kind.id)
}

/// How far an inspector has it to a site, one way, in km; `None` where nobody knows where they start from.
fn way(audit: &Audit, person: &Inspector, site: &Site) -> Option<f64> {
    let mut rows = audit.inspection.travel.iter();
    let row = rows.find(|row| row.inspector == person.id && row.site == site.id);
    row.map(|row| row.km)
        .or_else(|| as_the_crow_flies(person, site))
}

/// The great circle from where an inspector starts; 0 to a site that is nobody knows where.
fn as_the_crow_flies(person: &Inspector, site: &Site) -> Option<f64> {
    let base = person.base?;
    Some(site.position.map_or(0.0, |site| kilometres(base, site)))
}

/// What it is to a site on average over all inspectors of whom it is known where they start from, whatever `travel.csv` says; 0 if of none.
fn mean_way(audit: &Audit, site: &Site) -> f64 {
    let people = audit.inspection.inspectors.iter();
    let ways: Vec<f64> = people
        .filter_map(|person| as_the_crow_flies(person, site))
        .collect();
    match ways.len() {
        0 => 0.0,
        n => ways.iter().sum::<f64>() / n as f64,
    }
}
