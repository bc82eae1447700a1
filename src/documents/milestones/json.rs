//! The milestones in `plan.json`.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{InspectorateId, MilestoneId, SiteId};
use crate::milestones::{Project, Step};

/// One step. Keys that do not apply are left out.
#[derive(Serialize)]
pub(crate) struct MilestoneRow {
    milestone: MilestoneId,
    name: String,
    stage: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<SiteId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inspectorate: Option<InspectorateId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earliest: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<NaiveDate>,
    critical: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    late_by: Option<i64>,
}

/// Every step, in the order of the table.
pub(crate) fn rows(project: &Project<'_>) -> Vec<MilestoneRow> {
    project.steps.iter().map(row).collect()
}

fn row(step: &Step<'_>) -> MilestoneRow {
    let dates = step.dates.as_ref();
    MilestoneRow {
        milestone: step.milestone.id.clone(),
        name: step.milestone.name.clone(),
        stage: step.milestone.stage,
        site: step.site.clone(),
        inspectorate: step.inspectorate.clone(),
        start: dates.map(|dates| dates.start),
        done: dates.map(|dates| dates.done),
        earliest: dates.map(|dates| dates.earliest),
        latest: dates.and_then(|dates| dates.latest),
        critical: dates.is_some_and(|dates| dates.critical),
        late_by: dates.map(|dates| dates.late_by).filter(|days| *days > 0),
    }
}
