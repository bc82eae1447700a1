//! `milestones.csv`: every step with its earliest and latest date.

use crate::documents::OutputError;
use crate::documents::status::status;
use crate::documents::table::Table;
use crate::domain::Inspection;
use crate::milestones::{Project, STAGES, Step};

const COLUMNS: [&str; 18] = [
    "stage",
    "stage_name",
    "milestone_id",
    "milestone",
    "site_id",
    "site",
    "inspectorate",
    "owner",
    "paragraph",
    "first_day",
    "done",
    "earliest",
    "latest",
    "slack_working_days",
    "critical",
    "date_given",
    "late_by_working_days",
    "note",
];

/// The table: one row per step, in the order of the table of milestones.
pub(in crate::documents) fn milestones_csv(
    inspection: &Inspection,
    project: &Project<'_>,
) -> Result<Vec<u8>, OutputError> {
    let mut table = Table::new(&COLUMNS, status(inspection))?;
    for step in &project.steps {
        table.row(&row(inspection, step))?;
    }
    table.finish()
}

fn row(inspection: &Inspection, step: &Step<'_>) -> Vec<String> {
    let milestone = step.milestone;
    let stage = usize::try_from(milestone.stage).unwrap_or_default();
    let stage_name = STAGES.get(stage.wrapping_sub(1)).copied();
    let site = step.site.as_ref();
    let site_name = site.map(|id| inspection.site(id).map_or(id.as_str(), |site| &site.name));
    let dates = step.dates.as_ref();
    let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
    let text = |value: Option<String>| value.unwrap_or_default();
    vec![
        milestone.stage.to_string(),
        stage_name.unwrap_or_default().to_owned(),
        milestone.id.to_string(),
        milestone.name.clone(),
        text(site.map(ToString::to_string)),
        site_name.unwrap_or_default().to_owned(),
        text(step.inspectorate.as_ref().map(ToString::to_string)),
        milestone.owner.clone(),
        milestone.paragraph.clone(),
        text(dates.map(|dates| dates.start.to_string())),
        text(dates.map(|dates| dates.done.to_string())),
        text(dates.map(|dates| dates.earliest.to_string())),
        text(dates.and_then(|dates| Some(dates.latest?.to_string()))),
        text(dates.and_then(|dates| Some(dates.slack?.to_string()))),
        yes(dates.is_some_and(|dates| dates.critical)),
        yes(dates.is_some_and(|dates| dates.given)),
        text(
            dates
                .filter(|dates| dates.late_by > 0)
                .map(|dates| dates.late_by.to_string()),
        ),
        yes(milestone.note),
    ]
}
