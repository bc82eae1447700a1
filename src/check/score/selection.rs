//! Tier 1: what the selection is worth, in units of one site.

use crate::check::audit::{Audit, days, pairs};
use crate::domain::{Kind, Site};

use super::distance::KindProfile;
use super::{burden, evidence};

/// The value of tier 1.
pub(super) fn value(audit: &Audit) -> f64 {
    let selected: Vec<&Site> = audit.visits.iter().map(|visit| visit.site).collect();
    value_of(audit, &selected)
}

/// What tier 1 would be with these sites selected.
pub(in crate::check) fn value_of(audit: &Audit, selected: &[&Site]) -> f64 {
    (audit.inspection.kinds.iter())
        .map(|kind| value_of_kind(audit, kind, selected))
        .sum()
}

fn value_of_kind(audit: &Audit, kind: &Kind, selected: &[&Site]) -> f64 {
    let (inspection, weights) = (audit.inspection, &audit.inspection.weights);
    let of_kind = selected.iter().filter(|site| site.kind == kind.id);
    let selected: Vec<&Site> = of_kind.copied().collect();
    let of_sites: f64 = (selected.iter())
        .map(|site| {
            weights.evidence * evidence::evidence(inspection, &audit.columns, kind, site)
                - weights.burden * burden::burden(inspection, site)
                - weights.cost * cost(&inspection.kinds, kind, site)
        })
        .sum();
    if kind.profile.is_empty() {
        return of_sites;
    }
    let profile = KindProfile::new(inspection, &audit.columns, kind);
    of_sites + weights.representation * profile.represented_by(&selected)
}

/// *c*: the inspector-days that a visit to the site takes, as a share of the largest among the kinds by their own numbers.
fn cost(kinds: &[Kind], kind: &Kind, site: &Site) -> f64 {
    let of_kind = |kind: &Kind| inspector_days(kind, kind.pairs.len(), kind.days);
    let largest = kinds.iter().map(of_kind).fold(0.0, f64::max);
    if largest > 0.0 {
        inspector_days(kind, pairs(site, kind).len(), days(site, kind)) / largest
    } else {
        0.0
    }
}

/// What so many pairs take for so many onsite days of a kind, with preparation and write-up.
fn inspector_days(kind: &Kind, pairs: usize, days: u32) -> f64 {
    let at_the_desk = f64::from(kind.prepare_days) + f64::from(kind.write_up_days);
    2.0 * pairs as f64 * (f64::from(days) + at_the_desk)
}
