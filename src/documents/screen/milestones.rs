//! The milestones for a terminal, fit to paste into an email.

use chrono::NaiveDate;

use super::opening;
use crate::documents::views::{ProjectView, range, standing};
use crate::insight::english;
use crate::milestones::{Project, STAGES, Step};
use crate::words::{between, count, date, date_range, list};

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
    let remarks = remarks(view.project);
    if !remarks.is_empty() {
        lines.push(String::new());
        lines.push("Look at these again:".to_owned());
        lines.extend(remarks);
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
        (false, _) => match project.publication_longer {
            Some(longer) => format!(
                "Publication {}: no date is set.",
                between(publication, longer)
            ),
            None => format!(
                "Publication on {} at the earliest: no date is set.",
                date(publication)
            ),
        },
    });
    lines.extend(courses(view, publication));
    lines.push(
        "Slack is in working days. Critical: on the chain that decides when the selection can be proposed, or the report published."
            .to_owned(),
    );
    lines
}

/// What the range of publication rests on, and whose the durations are.
fn courses(view: &ProjectView<'_>, publication: NaiveDate) -> Vec<String> {
    let project = view.project;
    let mut lines = Vec::new();
    match project.publication_longer {
        Some(_) if !view.has_target => lines.push(
            "The first of the two is by the usual durations; the second by the longer course, about ten months from fieldwork to report."
                .to_owned(),
        ),
        Some(longer) if longer > publication => lines.push(format!(
            "By the longer course, about ten months from fieldwork to report, it would be {}.",
            date(longer)
        )),
        _ => {}
    }
    let rows = || project.steps.iter().map(|step| step.milestone);
    let has_own = rows().any(|row| !row.days_are_ours && row.days > 0);
    lines.push(format!(
        "The durations are Assize’s own, not the methodology’s{}.",
        match has_own {
            true => ", but for those in your milestones.csv",
            false => "",
        }
    ));
    lines
}

/// What is to be looked at again, a line for each milestone and remark.
fn remarks(project: &Project<'_>) -> Vec<String> {
    let told = |step: &Step<'_>| -> Vec<String> {
        let remarks = step.remarks.iter().filter(|one| one.is_a_warning());
        let line = |one| format!("  {}: {}", step.label, english::remark(one));
        remarks.map(line).collect()
    };
    project.steps.iter().flat_map(told).collect()
}

/// The slack of publication.
fn spare(project: &Project<'_>) -> Option<i64> {
    let mut steps = project.steps.iter();
    let publication = steps.find(|step| step.is_publication())?;
    publication.dates.as_ref()?.slack
}

fn stage(group: &&[Step<'_>]) -> Option<u32> {
    group.first().map(|step| step.milestone.stage)
}

/// Dates, slack, name and owner of the steps of one row.
fn cells(group: &[Step<'_>]) -> [String; 4] {
    let when = match range(group) {
        Some((first, last, true)) => between(first, last),
        Some((first, last, false)) => date_range(first, last),
        None => String::new(),
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
