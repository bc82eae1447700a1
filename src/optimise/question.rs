//! What the planner can be asked of one inspection: the plan as it stands, or "what if".

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Count, KindId, SiteId, Weights};

/// A question: the inspection as it is in its tables, but for what is said here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Question {
    /// Sites that must be selected. One that is not in the tables cannot be: then there is no plan.
    pub with: Vec<SiteId>,
    /// Sites that must not be selected.
    pub without: Vec<SiteId>,
    /// Another number of sites, by kind (S1).
    pub counts: BTreeMap<KindId, Count>,
    /// Selections that are known and not wanted again: so one comes to the next best.
    pub other_than: Vec<Vec<SiteId>>,
    /// Other weights than those of the inspection.
    pub weights: Option<Weights>,
}
