//! What another number of sites would score: the number of sites is a choice, not a result.

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::{CountValue, Kind, KindId};

/// How many sites of a kind are selected, and what other numbers would score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherCounts {
    /// The kind.
    pub kind: KindId,
    /// How many of its sites are selected.
    pub selected: usize,
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
    /// What the selection would score.
    pub scores: CountScore,
}

/// What a selection with another number of sites would score.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CountScore {
    /// Exactly this.
    Exactly {
        /// Tier 1.
        value: f64,
        /// How much more than that of the plan; below 0 if it is less.
        more: f64,
    },
    /// This at most.
    AtMost(f64),
    /// There is no plan with that number.
    NoPlan,
    /// There was no time to find out.
    Unknown,
}

/// What other numbers of sites of this kind would score.
pub(crate) fn other_counts(facts: &Particulars<'_>, kind: &Kind) -> OtherCounts {
    let visits = facts.visits().iter();
    let tier = facts.planned.plan.tiers.first();
    let here = tier.map_or(f64::NAN, |tier| tier.value);
    let changes = facts.planned.counts.iter();
    let of_kind = changes.filter(|change| change.kind == kind.id);
    OtherCounts {
        kind: kind.id.clone(),
        selected: visits.filter(|visit| visit.kind == kind.id).count(),
        others: of_kind
            .map(|change| OtherCount {
                count: change.count,
                allowed: change.allowed,
                scores: match change.value {
                    CountValue::Scores(value) => CountScore::Exactly {
                        value,
                        more: value - here,
                    },
                    CountValue::AtMost(value) => CountScore::AtMost(value),
                    CountValue::NoPlan => CountScore::NoPlan,
                    CountValue::Unknown => CountScore::Unknown,
                },
            })
            .collect(),
    }
}
