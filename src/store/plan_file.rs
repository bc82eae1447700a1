//! What stands in `plan.json`, row by row: the plan, and what is told beside it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::other_selections::{BestSelectionRow, SiteChangeRow, TiesRow};
use crate::domain::{
    CountChange, InspectorateId, KindId, LeftOut, MilestoneId, Plan, Planned, SiteId, Worth,
};

/// A plan of an inspection's visits, as `assize plan` writes it. Whatever else a file holds is passed over by whoever reads it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "plan.json")]
pub struct PlanFile<'p> {
    #[serde(flatten)]
    head: PlanHead,
    #[serde(flatten)]
    plan: &'p Plan,
    /// What one more and one fewer site of each kind would score. Files edited by hand may leave it out.
    #[schemars(default)]
    counts: Vec<CountChangeRow>,
    /// What the selection could score at most with one site decided otherwise. Files of an older version do not have it.
    #[schemars(default)]
    sites: Vec<SiteChangeRow>,
    /// Sites that would be selected but for what is fixed for them. Files of an older version do not have it.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schemars(default)]
    left_out: &'p [LeftOut],
    /// The selections that score the same in tier 1 and can be visited and staffed. Left out where it is not proved that none
    /// scores more; files of an older version do not have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    ties: Option<TiesRow>,
    /// The best selection of any plan, where that of this plan scores less, within the tolerance: for its dates are better. Files
    /// edited by hand may leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(default)]
    best_selection: Option<BestSelectionRow>,
    /// Every milestone from scope to publication. Worked out anew from the tables and the visits by whoever needs it; `assize check`
    /// compares. Files edited by hand may leave it out.
    #[schemars(default)]
    milestones: Vec<MilestoneRow>,
}

/// What stands first in `plan.json`: written for people, and worked out anew for every other output. `assize check` compares.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlanHead {
    /// `DRAFT`, or `Authorised` once every inspectorate's authority is recorded.
    #[schemars(default)]
    pub status: String,
    /// How the file must be handled.
    #[schemars(default)]
    pub marking: String,
    /// The scenario that the plan was made with: its file name without the ending; null where there was none.
    #[schemars(default)]
    pub scenario: Option<String>,
}

impl<'p> PlanFile<'p> {
    /// The file of a plan.
    pub fn new(head: PlanHead, planned: &'p Planned, milestones: Vec<MilestoneRow>) -> Self {
        Self {
            head,
            plan: &planned.plan,
            counts: planned.counts.iter().map(CountChangeRow::new).collect(),
            sites: planned.sites.iter().map(SiteChangeRow::new).collect(),
            left_out: &planned.left_out,
            ties: planned.ties.as_ref().map(TiesRow::new),
            best_selection: planned.best_selection.as_ref().map(BestSelectionRow::new),
            milestones,
        }
    }

    /// The bytes of the file: JSON, indented, ending in a newline. The same plan gives the same bytes.
    ///
    /// # Errors
    /// Where the plan cannot be said in JSON: none that the planner made.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// What stands beside the plan and is read back; a flattened struct would lose the line and column of an error.
#[derive(Deserialize)]
pub(super) struct Beside {
    pub(super) status: Option<String>,
    pub(super) marking: Option<String>,
    /// Null says that there was none; left out, it says nothing.
    #[serde(default, deserialize_with = "present")]
    pub(super) scenario: Option<Option<String>>,
    pub(super) milestones: Option<Vec<MilestoneRow>>,
    #[serde(default)]
    pub(super) counts: Vec<CountChangeRow>,
    #[serde(default)]
    pub(super) sites: Vec<SiteChangeRow>,
    #[serde(default)]
    pub(super) left_out: Vec<LeftOut>,
    #[serde(default)]
    pub(super) ties: Option<TiesRow>,
    #[serde(default)]
    pub(super) best_selection: Option<BestSelectionRow>,
}

fn present<'d, D: Deserializer<'d>>(reader: D) -> Result<Option<Option<String>>, D::Error> {
    Deserialize::deserialize(reader).map(Some)
}

/// What another number of sites of one kind would score. Without a figure there was no time to find out.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct CountChangeRow {
    /// The kind of site.
    pub(super) kind: KindId,
    /// How many of its sites would be selected.
    count: u32,
    /// Whether `sites.min` to `sites.max` allows that number.
    allowed: bool,
    /// What the best such plan scores in tier 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<f64>,
    /// What the best such plan scores at most in tier 1, where there was no time to look for dates and teams.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
    /// Whether there is no such plan.
    #[serde(default)]
    no_plan: bool,
}

/// One milestone: once, of one visit, or of one inspectorate. Keys that do not apply are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MilestoneRow {
    /// Its id in the table of milestones.
    pub milestone: MilestoneId,
    /// What is done by then.
    pub name: String,
    /// The stage of the methodology, from 1 to 8.
    pub stage: u32,
    /// The site, where it is of one visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// The inspectorate, where it is of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inspectorate: Option<InspectorateId>,
    /// The first day of work on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// The day on which it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
    /// The first day on which it can be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<NaiveDate>,
    /// The last day on which it can be done; left out where nothing waits for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<NaiveDate>,
    /// Whether it is on the chain that decides when the selection can be proposed, or the report published.
    pub critical: bool,
    /// Working days by which its given date is too early; left out where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_by: Option<i64>,
    /// Working days that it takes; left out where it takes none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_days: Option<u32>,
    /// Working days that it takes in the longer course; left out where they are no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_days_longer: Option<u32>,
    /// Whose the working days are: a default of Assize, which no methodology gives, or those of milestones.csv. Left out where it
    /// takes none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_from: Option<String>,
    /// The day on which it is done by the longer course; left out where that is no later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_longer: Option<NaiveDate>,
}

impl CountChangeRow {
    fn new(change: &CountChange) -> Self {
        let (scores, at_most) = match change.value {
            Worth::Exactly(value) => (Some(value), None),
            Worth::AtMost(value) => (None, Some(value)),
            Worth::Impossible | Worth::Unknown => (None, None),
        };
        Self {
            kind: change.kind.clone(),
            count: change.count,
            allowed: change.allowed,
            scores,
            at_most,
            no_plan: change.value == Worth::Impossible,
        }
    }

    /// What the row says.
    pub(super) fn read(self) -> CountChange {
        let value = match (self.scores, self.at_most, self.no_plan) {
            (Some(value), _, _) => Worth::Exactly(value),
            (None, Some(value), _) => Worth::AtMost(value),
            (None, None, true) => Worth::Impossible,
            (None, None, false) => Worth::Unknown,
        };
        CountChange {
            kind: self.kind,
            count: self.count,
            allowed: self.allowed,
            value,
        }
    }
}
