//! A plan, and what was proved of the plans beside it.

use serde::{Deserialize, Serialize};

use super::{KindId, LeftOut, Plan, SiteId};

/// A plan, and what stands beside it in the reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What one more and one fewer site of each kind would score.
    pub counts: Vec<CountChange>,
    /// What could be scored at most with each other site selected, or each selected one left out.
    pub sites: Vec<SiteChange>,
    /// Sites that would be selected but for what is fixed for them.
    pub left_out: Vec<LeftOut>,
}

impl Planned {
    /// A plan of whose neighbours nothing is known.
    pub fn alone(plan: Plan) -> Self {
        Self {
            plan,
            counts: Vec::new(),
            sites: Vec::new(),
            left_out: Vec::new(),
        }
    }
}

/// What a selection could score at most if one site were decided otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SiteChange {
    /// The site: one that is not selected, were it forced in; or one that is, were it left out.
    pub site: SiteId,
    /// Whether the plan selects it.
    pub selected: bool,
    /// What tier 1 could reach then: over the rules S1 to S5, dates and teams left out.
    pub value: Worth,
}

/// What tier 1 would be with another number of sites of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountChange {
    /// The kind.
    pub kind: KindId,
    /// How many of its sites would be selected: one more or one fewer than in the plan.
    pub count: u32,
    /// Whether `sites.min` to `sites.max` allows that number.
    pub allowed: bool,
    /// What tier 1 could reach then: at most, over the rules S1 to S5; exactly, where such a selection was found that can be visited
    /// and staffed.
    pub value: Worth,
}

/// What is known of tier 1, if one thing were decided otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Worth {
    /// Exactly this value, over all the rules.
    Exactly(f64),
    /// Proved: at most this value. Dates and teams, for which nobody looked or there was no time, may bring it lower still.
    AtMost(f64),
    /// Proved: it cannot be.
    Impossible,
    /// There was no time to find out.
    Unknown,
}
