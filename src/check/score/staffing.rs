//! Tier 3: who travels how far, and how many are used.

use crate::check::audit::{Audit, Visited};
use crate::domain::Position;

/// The radius of the earth, in km.
const EARTH_RADIUS: f64 = 6371.0;

/// The value of tier 3: travel, and the number of inspectors used.
pub(super) fn value(audit: &Audit) -> f64 {
    let weights = &audit.inspection.weights;
    let travel: f64 = (audit.visits.iter())
        .filter(|visit| !comes_with_the_same_team(audit, visit))
        .flat_map(|visit| {
            (visit.team.iter()).map(|person| match (person.base, visit.site.position) {
                (Some(base), Some(site)) => 2.0 * kilometres(base, site) / 100.0,
                _ => 0.0,
            })
        })
        .sum();
    weights.travel * travel + weights.continuity * audit.people_used().count() as f64
}

/// Whether the visit is to a kind brought with `same_team`: the team is there already.
fn comes_with_the_same_team(audit: &Audit, visit: &Visited) -> bool {
    (audit.inspection.links.iter()).any(|link| link.same_team && link.brings == visit.kind.id)
}

/// The great-circle distance between two points (haversine formula), in km.
fn kilometres(a: Position, b: Position) -> f64 {
    let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
    let across = (b.longitude - a.longitude).to_radians();
    let h =
        ((to - from) / 2.0).sin().powi(2) + from.cos() * to.cos() * (across / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS * h.min(1.0).sqrt().asin()
}
