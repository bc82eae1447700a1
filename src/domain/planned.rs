//! A plan, and what was proved of the plans beside it.

use super::{KindId, Plan, SiteId};

/// A plan, and what stands beside it in the reports.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What one more and one fewer site of each kind would score.
    pub counts: Vec<CountChange>,
    /// What could be scored at most with each other site selected, or each selected one left out.
    pub sites: Vec<SiteChange>,
}

/// What a selection could score at most if one site were decided otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteChange {
    /// The site: one that is not selected, were it forced in; or one that is, were it left out.
    pub site: SiteId,
    /// Whether the plan selects it.
    pub selected: bool,
    /// What tier 1 could reach then.
    pub value: SiteValue,
}

/// What is known of the best selection with one site decided otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SiteValue {
    /// Proved: at most this tier 1 value. Dates and teams may bring it lower still.
    AtMost(f64),
    /// Proved: no selection keeps the rules S1 to S5 then.
    NoSelection,
    /// There was no time to find out.
    Unknown,
}

/// What tier 1 would be with another number of sites of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct CountChange {
    /// The kind.
    pub kind: KindId,
    /// How many of its sites would be selected: one more or one fewer than in the plan.
    pub count: u32,
    /// Whether `sites.min` to `sites.max` allows that number.
    pub allowed: bool,
    /// What the best such plan would score.
    pub value: CountValue,
}

/// What is known of the best plan with another number of sites.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CountValue {
    /// Exactly this tier 1 value, over all the other rules.
    Scores(f64),
    /// At most this tier 1 value: the best selection, for which there was no time to look for dates and teams.
    AtMost(f64),
    /// There is no such plan.
    NoPlan,
    /// There was no time to find out.
    Unknown,
}
