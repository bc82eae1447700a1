//! The milestones for a terminal, fit to paste into an email.

use chrono::NaiveDate;

use super::opening;
use crate::documents::views::{ProjectView, standing};
use crate::milestones::{Project, STAGES, Step};
use crate::words::{count, date, date_range, list};

/// The milestones by stage: dates, slack, what and who; then how old the evidence is at publication.
pub fn milestone_table(view: &ProjectView<'_>) -> String {
    let mut lines = opening(&view.heading);
    lines.extend(what_drives(view));
    let groups = view.groups();
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
    if let Some(age) = evidence_age(view.project) {
        lines.extend([String::new(), age]);
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What drives the dates, in a few sentences.
fn what_drives(view: &ProjectView<'_>) -> Vec<String> {
    let project = view.project;
    let mut lines = Vec::new();
    if !project.planned {
        lines.push(
            "No plan was given: fieldwork is taken to last from the first possible day to the end of the window."
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
    let spare = spare(project);
    lines.push(match (view.has_target, spare) {
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

/// How old the evidence is at publication, in a sentence or two; `None` without a plan or publication.
fn evidence_age(project: &Project<'_>) -> Option<String> {
    let age = project.evidence_age.as_ref()?;
    let oldest: Vec<&str> = age
        .visits
        .iter()
        .filter(|one| one.days == age.worst.days)
        .map(|one| one.name.as_str())
        .collect();
    Some(format!(
        "Age of the evidence at publication: {} days on average over the visits, {} days at worst ({}, last onsite day {}).",
        age.mean.round(),
        age.worst.days,
        list(&oldest),
        date(age.worst.last_day)
    ))
}
