//! The milestones for a terminal, fit to paste into an email.

use chrono::NaiveDate;

use super::{evidence_age, groups, standing};
use crate::documents::status::draft;
use crate::domain::Inspection;
use crate::milestones::{Project, STAGES, Step};
use crate::words::{count, date, date_range};

/// The milestones by stage: dates, slack, what and who; then how old the evidence is at publication.
pub fn milestone_table(inspection: &Inspection, project: &Project<'_>) -> String {
    let mut lines = Vec::new();
    if let Some(draft) = draft(inspection) {
        lines.extend([draft, String::new()]);
    }
    lines.push(inspection.header.title.clone());
    lines.extend(opening(inspection, project));
    let groups = groups(project);
    let cells: Vec<[String; 4]> = groups.iter().map(|group| cells(group)).collect();
    let width = |column: usize| {
        let texts = cells.iter().filter_map(|row| row.get(column));
        texts.map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let (dates, slack, name) = (width(0), width(1), width(2));
    let mut stages: Vec<u32> = groups.iter().filter_map(stage).collect();
    stages.sort_unstable();
    stages.dedup();
    for number in stages {
        let here = || {
            let rows = groups.iter().zip(&cells);
            rows.filter(move |(group, _)| stage(group) == Some(number))
        };
        let place = usize::try_from(number).unwrap_or_default();
        let title = STAGES.get(place.wrapping_sub(1)).copied();
        lines.push(String::new());
        lines.push(format!("Stage {number}: {}", title.unwrap_or_default()));
        for (_, [when, spare, what, owner]) in here() {
            let line = format!("  {when:dates$}  {spare:slack$}  {what:name$}  {owner}");
            lines.push(line.trim_end().to_owned());
        }
    }
    if let Some(age) = evidence_age(project) {
        lines.extend([String::new(), age]);
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What drives the dates, in a few sentences.
fn opening(inspection: &Inspection, project: &Project<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if !project.planned {
        lines.push(
            "There is no plan yet: fieldwork is taken to last from the first possible day to the end of the window."
                .to_owned(),
        );
    }
    lines.push(format!(
        "Work begins on {} at the latest, or a date that is given is missed.",
        date(project.start)
    ));
    let Some(publication) = project.publication else {
        return lines;
    };
    let target = inspection.timing.publication.is_some();
    let spare = spare(project);
    lines.push(match (target, spare) {
        (true, Some(0)) => format!("Publication on {}: no day to spare.", date(publication)),
        (true, Some(days)) if days > 0 => format!(
            "Publication on {}: {} to spare.",
            date(publication),
            count(days as usize, "working day", "working days")
        ),
        (true, _) => format!("Publication on {}.", date(publication)),
        (false, _) => format!(
            "Publication on {} at the earliest: no date is set.",
            date(publication)
        ),
    });
    lines.push(
        "Slack is in working days. Critical: on the chain that decides when the selection can be proposed, or the report published."
            .to_owned(),
    );
    lines
}

/// The slack of publication.
fn spare(project: &Project<'_>) -> Option<i64> {
    let mut steps = project.steps.iter();
    let publication = steps.find(|step| step.milestone.id.as_str() == "publication")?;
    publication.dates.as_ref()?.slack
}

fn stage(group: &&[Step<'_>]) -> Option<u32> {
    group.first().map(|step| step.milestone.stage)
}

/// Dates, slack, name and owner of the steps of one row.
fn cells(group: &[Step<'_>]) -> [String; 4] {
    let dates = || group.iter().filter_map(|step| step.dates.as_ref());
    let first: Option<NaiveDate> = dates().map(|dates| dates.start).min();
    let last = dates().map(|dates| dates.done).max();
    let when = match (first, last) {
        (Some(first), Some(last)) => date_range(first, last),
        _ => String::new(),
    };
    let milestone = group.first().map(|step| step.milestone);
    let owner = milestone.map(|one| one.owner.clone());
    let name = match group {
        [only] => only.label.clone(),
        _ => {
            let name = milestone.map_or("", |one| one.name.as_str());
            let of_visits = group.iter().any(|step| step.site.is_some());
            let many = match of_visits {
                true => count(group.len(), "visit", "visits"),
                false => count(group.len(), "inspectorate", "inspectorates"),
            };
            format!("{name} ({many})")
        }
    };
    [when, standing(group), name, owner.unwrap_or_default()]
}
