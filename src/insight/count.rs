//! What another number of sites would score: the number of sites is a choice, not a result.

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::{Kind, KindId, Named, Worth};

/// How many sites of a kind are selected, and what other numbers would score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherCounts {
    /// The kind, and what a site of it is called in a sentence.
    pub kind: Named<KindId>,
    /// How many of its sites are selected.
    pub selected: usize,
    /// Tier 1 of the plan.
    pub plan: f64,
    /// Tier 1 of the best selection of any plan, as far as was found.
    pub best: f64,
    /// Whether that is proved.
    pub proved: bool,
    /// One fewer and one more, as far as they were tried.
    pub others: Vec<OtherCount>,
}

/// Another number of sites of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OtherCount {
    /// How many.
    pub count: u32,
    /// Whether the settings allow that number.
    pub allowed: bool,
    /// What the selection could score.
    pub scores: Worth,
}

/// What other numbers of sites of this kind would score.
pub(crate) fn other_counts(facts: &Particulars<'_>, kind: &Kind) -> OtherCounts {
    let visits = facts.visits().iter();
    let tier = facts.planned.plan.tiers.first();
    let changes = facts.planned.counts.iter();
    let of_kind = changes.filter(|change| change.kind == kind.id);
    OtherCounts {
        kind: facts.named_kind(&kind.id),
        selected: visits.filter(|visit| visit.kind == kind.id).count(),
        plan: tier.map_or(f64::NAN, |tier| tier.value),
        best: tier.map_or(f64::NAN, |tier| tier.best.unwrap_or(tier.value)),
        proved: tier.is_some_and(|tier| tier.proven),
        others: of_kind
            .map(|change| OtherCount {
                count: change.count,
                allowed: change.allowed,
                scores: change.value,
            })
            .collect(),
    }
}
