//! The project timetable: against a network worked by hand, over bank holidays; what cannot be met; the built-in table, and
//! what `milestones.csv` changes in it.

mod built_in;
mod by_hand;
mod changes;
#[path = "../common/mod.rs"]
mod common;
mod courses;
mod impossible;
mod network;
mod record;

use assize::calendar::Calendar;
use assize::domain::{Inspection, Plan};
use assize::milestones::{Dates, Project, project};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn timetable<'a>(inspection: &'a Inspection, plan: Option<&Plan>) -> Project<'a> {
    project(inspection, &Calendar::new(inspection), plan)
}

/// The dates of the step with this label.
fn dates(project: &Project<'_>, label: &str) -> Dates {
    let found = project.steps.iter().find(|step| step.label == label);
    let step = found.unwrap_or_else(|| panic!("no step {label}"));
    step.dates.unwrap_or_else(|| panic!("{label} has no dates"))
}

/// The ids of the rows that have a step.
fn ids<'p>(project: &'p Project<'_>) -> Vec<&'p str> {
    let mut ids: Vec<&str> = project
        .steps
        .iter()
        .map(|step| step.milestone.id.as_str())
        .collect();
    ids.dedup();
    ids
}
