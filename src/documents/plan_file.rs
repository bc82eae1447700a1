//! `plan.json` filled in: the plan, whether it is a draft, how it must be handled, its scenario, and every milestone.

use super::OutputError;
use super::views::{Heading, duration_from};
use crate::calendar::Calendar;
use crate::domain::{Inspection, Plan, Planned};
use crate::instance::Instance;
use crate::milestones::{Step, project};
use crate::store::{MilestoneRow, PlanFile, PlanHead};

/// The bytes of `plan.json`. The same plan gives the same bytes.
///
/// # Errors
/// [`OutputError::Json`].
pub fn plan_json(instance: &Instance, planned: &Planned) -> Result<Vec<u8>, OutputError> {
    let heading = Heading::of_plan(&instance.inspection, &planned.plan);
    let head = PlanHead {
        status: heading.status.to_string(),
        marking: heading.marking,
        scenario: heading.scenario,
    };
    let file = PlanFile::new(
        head,
        planned,
        milestone_rows(&instance.inspection, &instance.calendar, &planned.plan),
    );
    Ok(file.bytes()?)
}

/// Every milestone of a plan, as `plan.json` has them.
pub fn milestone_rows(
    inspection: &Inspection,
    calendar: &Calendar,
    plan: &Plan,
) -> Vec<MilestoneRow> {
    let project = project(inspection, calendar, Some(plan));
    project.steps.iter().map(milestone).collect()
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
        working_days: step.working_days(),
        working_days_longer: step.working_days_longer(),
        duration_from: duration_from(step).map(str::to_owned),
        done_longer: dates.and_then(|dates| dates.longer),
    }
}
