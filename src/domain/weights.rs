//! What the score values (`docs/design.md`, section 4).

use serde::{Deserialize, Serialize};

/// `[weights]`: what the score values (`docs/design.md`, section 4). All are 0 or more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    /// Per unit of evidence.
    pub evidence: f64,
    /// The part of the evidence that intelligence makes up, from 0 to 1.
    pub intelligence_share: f64,
    /// Per site that is fully represented.
    pub representation: f64,
    /// Selections that score so much less than the best count as equally good: in units of one site.
    pub tolerance: f64,
    /// Per full burden.
    pub burden: f64,
    /// Per visit of the costliest kind.
    pub cost: f64,
    /// Per onsite day in a period that is better avoided.
    pub leave: f64,
    /// Per week of delay of one visit.
    pub delay: f64,
    /// Per 100 km travelled by one inspector.
    pub travel: f64,
    /// Per inspector used.
    pub continuity: f64,
    /// Per onsite day of the inspector who has most.
    pub load: f64,
}

/// The weights by the tier whose value they make up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightsByTier {
    /// Which sites: evidence and its share of intelligence, representation, burden, cost.
    pub selection: [f64; 5],
    /// When: leave and delay.
    pub calendar: [f64; 2],
    /// Who: travel, continuity and load.
    pub staffing: [f64; 3],
}

impl Weights {
    /// What holds where `[weights]` says nothing.
    pub const DEFAULT: Self = Self {
        evidence: 1.0,
        intelligence_share: 0.3,
        representation: 1.0,
        tolerance: 0.05,
        burden: 1.0,
        cost: 0.5,
        leave: 10.0,
        delay: 1.0,
        travel: 1.0,
        continuity: 2.0,
        load: 0.0,
    };

    /// Each weight in its tier.
    ///
    /// What the planner has proved of a tier stays true while the weights of that tier stay as they are. One that stands
    /// in the wrong tier would keep a proof that no longer holds, so nothing is left out here by `..`.
    pub fn by_tier(&self) -> WeightsByTier {
        let Self {
            evidence,
            intelligence_share,
            representation,
            // What is worth no more than another is asked anew each time.
            tolerance: _,
            burden,
            cost,
            leave,
            delay,
            travel,
            continuity,
            load,
        } = *self;
        WeightsByTier {
            selection: [evidence, intelligence_share, representation, burden, cost],
            calendar: [leave, delay],
            staffing: [travel, continuity, load],
        }
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::DEFAULT
    }
}
