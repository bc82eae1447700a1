//! `plan.json`: the plan as bytes, and back. Every report is drawn from it and can be drawn again.

use serde::{Deserialize, Serialize};

use super::plan_fault::{check_text, check_texts, parsed};
use crate::calendar::Calendar;
use crate::documents::OutputError;
use crate::documents::milestones::{self, MilestoneRow};
use crate::documents::status;
use crate::domain::{Inspection, KindId, PLAN_FORMAT, Plan, SiteId};
use crate::milestones::project;
use crate::optimise::{CountChange, Planned, SiteChange, Worth};

/// What `plan.json` adds to the plan.
#[derive(Serialize)]
struct Written<'a> {
    status: String,
    #[serde(flatten)]
    plan: &'a Plan,
    counts: Vec<CountRow>,
    sites: Vec<SiteRow>,
    milestones: Vec<MilestoneRow>,
}

/// What another number of sites would score. Files edited by hand may leave it out.
#[derive(Serialize, Deserialize)]
struct CountRow {
    kind: KindId,
    count: u32,
    allowed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
    #[serde(default)]
    no_plan: bool,
}

/// What the selection could score with one site decided otherwise. Older files do not have it.
#[derive(Serialize, Deserialize)]
struct SiteRow {
    site: SiteId,
    selected: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
    #[serde(default)]
    no_selection: bool,
}

/// The same, read apart from the plan: a flattened struct would lose the line and column of an error.
#[derive(Deserialize)]
struct Beside {
    #[serde(default)]
    counts: Vec<CountRow>,
    #[serde(default)]
    sites: Vec<SiteRow>,
}

/// The plan as JSON, indented, ending in a newline. The same plan gives the same bytes.
pub fn plan_json(inspection: &Inspection, planned: &Planned) -> Result<Vec<u8>, OutputError> {
    let calendar = Calendar::new(inspection);
    let project = project(inspection, &calendar, Some(&planned.plan));
    let written = Written {
        status: status(inspection),
        plan: &planned.plan,
        counts: planned.counts.iter().map(CountRow::from).collect(),
        sites: planned.sites.iter().map(SiteRow::from).collect(),
        milestones: milestones::rows(&project),
    };
    let mut bytes = serde_json::to_vec_pretty(&written)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a plan, also one edited by hand.
///
/// # Errors
/// In words for the user: the line, the column and the key at fault, and what to do. Texts that could steer a terminal
/// or flood it are refused too.
pub fn read_plan(text: &str) -> Result<Plan, String> {
    read_planned(text).map(|planned| planned.plan)
}

/// Reads a plan with what stands beside it in the reports.
///
/// # Errors
/// As [`read_plan`].
pub fn read_planned(text: &str) -> Result<Planned, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let plan: Plan = parsed(text)?;
    if plan.format != PLAN_FORMAT {
        return Err(format!(
            "The plan has format {}; this program reads format {PLAN_FORMAT}. Plan again with `assize plan`.",
            plan.format
        ));
    }
    check_texts(&plan)?;
    let beside: Beside = parsed(text)?;
    for (index, row) in beside.counts.iter().enumerate() {
        check_text(&format!("counts[{index}].kind"), row.kind.as_str())?;
    }
    Ok(Planned {
        plan,
        counts: beside.counts.into_iter().map(CountChange::from).collect(),
        sites: beside.sites.into_iter().map(SiteChange::from).collect(),
    })
}

impl From<&CountChange> for CountRow {
    fn from(change: &CountChange) -> Self {
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
}

impl From<CountRow> for CountChange {
    fn from(row: CountRow) -> Self {
        let value = match (row.scores, row.at_most, row.no_plan) {
            (Some(value), _, _) => Worth::Exactly(value),
            (None, Some(value), _) => Worth::AtMost(value),
            (None, None, true) => Worth::Impossible,
            (None, None, false) => Worth::Unknown,
        };
        Self {
            kind: row.kind,
            count: row.count,
            allowed: row.allowed,
            value,
        }
    }
}

impl From<&SiteChange> for SiteRow {
    fn from(change: &SiteChange) -> Self {
        let at_most = match change.value {
            Worth::Exactly(value) | Worth::AtMost(value) => Some(value),
            Worth::Impossible | Worth::Unknown => None,
        };
        Self {
            site: change.site.clone(),
            selected: change.selected,
            at_most,
            no_selection: change.value == Worth::Impossible,
        }
    }
}

impl From<SiteRow> for SiteChange {
    fn from(row: SiteRow) -> Self {
        let value = match (row.at_most, row.no_selection) {
            (Some(value), _) => Worth::AtMost(value),
            (None, true) => Worth::Impossible,
            (None, false) => Worth::Unknown,
        };
        Self {
            site: row.site,
            selected: row.selected,
            value,
        }
    }
}
