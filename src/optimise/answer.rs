//! What the planner answers.

use serde::{Deserialize, Serialize};

use crate::domain::{Plan, Planned};

/// The answer to a question: a plan alone, or with what stands beside it in the reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer<P = Planned> {
    /// A plan: proved best, or the best found within the budget, as its tiers say.
    Plan(Box<P>),
    /// Proved: no plan keeps every rule. [`super::explain`] says why.
    NoPlan,
    /// The budget was spent before any plan was found, or the proof that there is none.
    OutOfTime,
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
