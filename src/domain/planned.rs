//! A plan, and what was proved of the plans beside it.

use schemars::JsonSchema;
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
    /// The selections that score the same; `None` where it is not proved that none scores more.
    pub ties: Option<Ties>,
    /// The best selection of any plan, where that of this plan scores less, within the tolerance.
    pub best_selection: Option<BestSelection>,
}

impl Planned {
    /// A plan of whose neighbours nothing is known.
    pub fn alone(plan: Plan) -> Self {
        Self {
            plan,
            counts: Vec::new(),
            sites: Vec::new(),
            left_out: Vec::new(),
            ties: None,
            best_selection: None,
        }
    }

    /// Whether nothing was asked yet of other choices.
    pub fn is_alone(&self) -> bool {
        self.sites.is_empty() && self.counts.is_empty()
    }
}

/// What a selection could score at most if one site were decided otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SiteChange {
    /// The site: one that is not selected, were it forced in; or one that is, were it left out.
    pub site: SiteId,
    /// Whether the plan selects it.
    pub selected: bool,
    /// What tier 1 could reach then: over the rules S1 to S5 and the inspector-days that there are, dates and teams left out.
    pub value: Worth,
    /// A selection that reaches it; `None` where there is no such value.
    pub instead: Option<OtherSelection>,
    /// Whether that selection can be visited and staffed, where it was shown that it can or that it cannot.
    pub visitable: Option<bool>,
}

/// Another selection than that of the plan, by what differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct OtherSelection {
    /// Sites that it has and the plan does not, by id.
    pub comes_in: Vec<SiteId>,
    /// Sites that the plan has and it does not, by id.
    pub goes_out: Vec<SiteId>,
}

/// The best selection of any plan, where that of this plan scores a little less: for its dates are better.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BestSelection {
    /// Which it is.
    pub selection: OtherSelection,
    /// What it scores in tier 1.
    pub value: f64,
    /// The least that its dates lose in tier 2, where that is proved.
    pub calendar: Option<f64>,
}

/// The selections that can be visited and staffed and score the same in tier 1 as that of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ties {
    /// Those that are known, besides that of the plan.
    pub others: Vec<Tie>,
    /// Whether these are all there are.
    pub all_listed: bool,
}

/// A selection that ties with that of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// The selection.
    pub selection: OtherSelection,
    /// Why it was not chosen.
    pub told_by: ToldBy,
}

/// What tells a selection that ties in tier 1 from that of the plan.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ToldBy {
    /// Nothing but the ids of its sites: it is as good in every tier.
    Ids,
    /// With dates as good, its best teams score worse in tier 3.
    Teams,
    /// Its best dates score worse in tier 2.
    Dates,
    /// How it compares in dates and teams was not worked out by itself.
    Unknown,
}

/// What tier 1 would be with another number of sites of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountChange {
    /// The kind.
    pub kind: KindId,
    /// How many of its sites would be selected, a pilot that does not count included: one more or one fewer than in the plan.
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
