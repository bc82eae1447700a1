//! Tiers 2 and 3: when the visits are, and who travels how far.

use crate::check::dates::weeks_between;
use crate::check::facts::{Facts, Visited};
use crate::check::timing::{applies, lies_in};
use crate::domain::{Position, Severity};

/// The radius of the earth, in km.
const EARTH_RADIUS: f64 = 6371.0;

/// The value of tier 2: leave broken into, and delay.
pub(in crate::check) fn calendar(facts: &Facts) -> f64 {
    let weights = &facts.inspection.weights;
    (facts.visits.iter())
        .map(|visit| {
            let weeks = weeks_between(facts.dates.first_possible, visit.first_day());
            weights.leave * leave_days(facts, visit) as f64 + weights.delay * weeks as f64
        })
        .sum()
}

/// The onsite days in any `prefer` period that applies, each day once.
fn leave_days(facts: &Facts, visit: &Visited) -> usize {
    (visit.onsite.iter())
        .filter(|&&day| {
            (facts.inspection.periods.iter())
                .filter(|period| period.severity == Severity::Prefer)
                .any(|period| applies(period, visit.site) && lies_in(day, period))
        })
        .count()
}

/// The value of tier 3: travel, and the number of inspectors used.
pub(in crate::check) fn staffing(facts: &Facts) -> f64 {
    let weights = &facts.inspection.weights;
    let travel: f64 = (facts.visits.iter())
        .filter(|visit| !comes_with_the_same_team(facts, visit))
        .flat_map(|visit| {
            (visit.team.iter()).map(|person| match (person.base, visit.site.position) {
                (Some(base), Some(site)) => 2.0 * kilometres(base, site) / 100.0,
                _ => 0.0,
            })
        })
        .sum();
    weights.travel * travel + weights.continuity * facts.people_used().count() as f64
}

/// Whether the visit is to a kind brought with `same_team`: the team is there already.
fn comes_with_the_same_team(facts: &Facts, visit: &Visited) -> bool {
    (facts.inspection.links.iter()).any(|link| link.same_team && link.brings == visit.kind.id)
}

/// The great-circle distance between two points (haversine formula), in km.
fn kilometres(a: Position, b: Position) -> f64 {
    let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
    let across = (b.longitude - a.longitude).to_radians();
    let h =
        ((to - from) / 2.0).sin().powi(2) + from.cos() * to.cos() * (across / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS * h.min(1.0).sqrt().asin()
}
