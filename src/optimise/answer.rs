//! What the planner answers.

use crate::domain::{Plan, RuleSet};

pub use crate::domain::{CountChange, CountValue, Planned, SiteChange, SiteValue};

/// The answer to "plan this".
#[derive(Debug, Clone)]
pub enum Answer {
    /// A plan: proved best, or the best found in the time given, as its tiers say.
    Plan(Box<Planned>),
    /// Proved: no plan keeps every rule. [`super::explain`] says why.
    NoPlan,
    /// The time ran out before any plan was found, or the proof that there is none.
    OutOfTime,
}

/// The reply to one [`super::Question`].
#[derive(Debug, Clone)]
pub enum Reply {
    /// A plan: proved best, or the best found in the time given, as its tiers say.
    Plan(Plan),
    /// Proved: no plan keeps every rule.
    NoPlan,
    /// The time ran out before any plan was found, or the proof that there is none.
    OutOfTime,
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Collision {
    /// Rules that cannot hold together; without any one of them the rest could, as far as was shown in time.
    pub rules: RuleSet,
    /// Whether it was shown that none of them can be spared; otherwise the time was up first, and some may have
    /// nothing to do with it.
    pub narrowed: bool,
    /// In words: which site or which demand, and what stands in its way.
    pub reasons: Vec<String>,
}

/// Something worth showing while the planner works.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// The first full plan, when it is found: it keeps every rule, and nothing is said yet of how good it is.
    pub first_plan: Option<Box<Plan>>,
    /// `selection`, `calendar` or `staffing`.
    pub tier: &'static str,
    /// The best value found so far.
    pub best: Option<f64>,
    /// What no plan can beat, as far as has been shown.
    pub bound: Option<f64>,
}
