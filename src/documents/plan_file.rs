//! `plan.json` filled in: the plan, whether it is a draft, and every milestone.

use super::OutputError;
use super::views::Heading;
use crate::domain::Planned;
use crate::instance::Instance;
use crate::milestones::{Step, project};
use crate::store::{MilestoneRow, PlanFile};

/// The bytes of `plan.json`. The same plan gives the same bytes.
///
/// # Errors
/// [`OutputError::Json`].
pub fn plan_json(instance: &Instance, planned: &Planned) -> Result<Vec<u8>, OutputError> {
    let inspection = &instance.inspection;
    let project = project(inspection, &instance.calendar, Some(&planned.plan));
    let milestones = project.steps.iter().map(milestone).collect();
    let file = PlanFile::new(Heading::new(inspection).status(), planned, milestones);
    Ok(file.bytes()?)
}

fn milestone(step: &Step<'_>) -> MilestoneRow {
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
