//! The milestones in a plan's file, against those that the tables and its visits give.
//!
//! The checker knows no milestones: to work them out a second way would take a second planner of a project. They are worked out
//! here as they were when the file was written, so that what is found is what was changed since: in the file or in the tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::check::{Misstatement, Part};
use crate::domain::{Inspection, InspectorateId, MilestoneId, SiteId};
use crate::store::MilestoneRow;
use crate::words::date;

/// After so many, the others are counted.
const MOST: usize = 5;

/// What tells one milestone from another.
type Which<'r> = (
    &'r MilestoneId,
    Option<&'r SiteId>,
    Option<&'r InspectorateId>,
);

/// Where the rows differ: a sentence for each milestone.
pub(super) fn compare(
    inspection: &Inspection,
    stated: &[MilestoneRow],
    due: &[MilestoneRow],
) -> Vec<Misstatement> {
    let mut by_which: BTreeMap<Which<'_>, &MilestoneRow> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in stated {
        if by_which.insert(which(row), row).is_some() {
            wrong.push(format!("{} is there twice.", called(inspection, row)));
        }
    }
    for row in due {
        match by_which.remove(&which(row)) {
            None => wrong.push(format!(
                "{} is left out; the tables give it.",
                called(inspection, row)
            )),
            Some(stated) if stated != row => wrong.push(format!(
                "{}: {}.",
                called(inspection, row),
                differences(stated, row).join("; ")
            )),
            Some(_) => {}
        }
    }
    for row in by_which.values() {
        let id = &row.milestone;
        wrong.push(format!(
            "the plan has a milestone “{id}”, for a site or an inspectorate or for all, that the tables do not give."
        ));
    }
    let more = wrong.len().saturating_sub(MOST);
    wrong.truncate(MOST);
    if more > 0 {
        wrong.push(format!("and {more} more are not as the tables give them."));
    }
    let says = |text| Part::Milestones.says(format!("milestones: {text}"));
    wrong.into_iter().map(says).collect()
}

fn which(row: &MilestoneRow) -> Which<'_> {
    (&row.milestone, row.site.as_ref(), row.inspectorate.as_ref())
}

/// The milestone by the name that the tables give, and whose it is.
fn called(inspection: &Inspection, row: &MilestoneRow) -> String {
    let of = match (&row.site, &row.inspectorate) {
        (Some(site), _) => format!(", {}", inspection.name_of_site(site)),
        (None, Some(inspectorate)) => format!(", {inspectorate}"),
        (None, None) => String::new(),
    };
    let known = inspection
        .milestones
        .iter()
        .find(|one| one.id == row.milestone);
    let name = known.map_or(row.milestone.as_str(), |one| &one.name);
    format!("“{name}”{of}")
}

/// What the row says, and what the tables give.
fn differences(stated: &MilestoneRow, due: &MilestoneRow) -> Vec<String> {
    let MilestoneRow {
        milestone: _,
        site: _,
        inspectorate: _,
        name,
        stage,
        start,
        done,
        earliest,
        latest,
        critical,
        late_by,
        working_days,
        working_days_longer,
        duration_from,
        done_longer,
    } = due;
    let days = |days: Option<i64>| days.map_or("none".to_owned(), |days| days.to_string());
    let number = |number: Option<u32>| days(number.map(i64::from));
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let pairs = [
        ("stage", stated.stage.to_string(), stage.to_string()),
        ("start", day(stated.start), day(*start)),
        ("done", day(stated.done), day(*done)),
        ("earliest", day(stated.earliest), day(*earliest)),
        ("latest", day(stated.latest), day(*latest)),
        ("critical", yes(stated.critical), yes(*critical)),
        ("late by", days(stated.late_by), days(*late_by)),
        (
            "working days",
            number(stated.working_days),
            number(*working_days),
        ),
        (
            "working days of the longer course",
            number(stated.working_days_longer),
            number(*working_days_longer),
        ),
        (
            "whose they are",
            text(&stated.duration_from),
            text(duration_from),
        ),
        (
            "done by the longer course",
            day(stated.done_longer),
            day(*done_longer),
        ),
    ];
    let differing = pairs.into_iter().filter(|(_, stated, due)| stated != due);
    let mut texts: Vec<String> = differing
        .map(|(key, stated, due)| format!("{key} recorded as {stated}, but the tables give {due}"))
        .collect();
    if stated.name != *name {
        texts.insert(0, "it has another name in the plan".to_owned());
    }
    texts
}

fn day(day: Option<NaiveDate>) -> String {
    day.map_or("no date".to_owned(), date)
}
