//! Tier 1: what the selection is worth, in units of one site.

use crate::check::audit::Audit;
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
                - weights.cost * cost(&inspection.kinds, kind)
        })
        .sum();
    if kind.profile.is_empty() {
        return of_sites;
    }
    let profile = KindProfile::new(inspection, &audit.columns, kind);
    of_sites + weights.representation * profile.represented_by(&selected)
}

/// *c*: the inspector-days that one visit takes, as a share of the largest among the kinds.
fn cost(kinds: &[Kind], kind: &Kind) -> f64 {
    let largest = kinds.iter().map(inspector_days).fold(0.0, f64::max);
    if largest > 0.0 {
        inspector_days(kind) / largest
    } else {
        0.0
    }
}

fn inspector_days(kind: &Kind) -> f64 {
    2.0 * kind.pairs.len() as f64 * (f64::from(kind.days) + f64::from(kind.prepare_days))
}
