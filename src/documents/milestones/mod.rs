//! The milestones as a table and on the screen.

mod csv;
mod screen;

pub(super) use csv::milestones_csv;
pub use screen::milestone_table;

use super::{OutputError, gantt};
use crate::calendar::Calendar;
use crate::domain::Inspection;
use crate::milestones::{Dates, Project, Step};
use crate::words::{date, list};

/// `milestones.csv` and the project chart, by name. A chart of many rows has further pages: `project-2.svg` and so on.
///
/// # Errors
/// [`OutputError`].
pub fn milestone_files(
    inspection: &Inspection,
    calendar: &Calendar<'_>,
    project: &Project<'_>,
) -> Result<Vec<(String, Vec<u8>)>, OutputError> {
    let table = milestones_csv(inspection, project)?;
    let mut files = vec![("milestones.csv".to_owned(), table)];
    let charts = gantt::project_charts(inspection, calendar, project)?;
    files.extend(gantt::named("project", charts));
    Ok(files)
}

/// The steps of one row of the table.
pub(super) fn groups<'p, 'a>(project: &'p Project<'a>) -> Vec<&'p [Step<'a>]> {
    project
        .steps
        .chunk_by(|a, b| a.milestone.id == b.milestone.id)
        .collect()
}

/// How a group stands: late, critical, with so many working days to spare, or a note. Blank where nothing waits for it.
pub(super) fn standing(group: &[Step<'_>]) -> String {
    let dates: Vec<&Dates> = group
        .iter()
        .filter_map(|step| step.dates.as_ref())
        .collect();
    let slack = dates.iter().filter_map(|dates| dates.slack).min();
    let late_by = dates.iter().map(|dates| dates.late_by).max().unwrap_or(0);
    let days = |number: i64| match number {
        1 => "1 day".to_owned(),
        _ => format!("{number} days"),
    };
    if late_by > 0 {
        return format!("{} late", days(late_by));
    }
    if group.iter().all(|step| step.milestone.note) {
        return "note".to_owned();
    }
    if dates.iter().any(|dates| dates.critical) {
        return "critical".to_owned();
    }
    match slack {
        Some(slack) if slack < 0 => format!("{} short", days(-slack)),
        Some(slack) => days(slack),
        None => String::new(),
    }
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
