//! The rows of the project chart: a heading per stage, and a row per milestone.

use chrono::NaiveDate;

use super::super::pages::Paged;
use super::super::style::{HEADING, SMALL, SMALL_BOLD};
use super::super::text::width;
use crate::documents::views::{ProjectView, range, standing};
use crate::milestones::{Remark, STAGES, Step};
use crate::words::{short_date, short_range};

/// One row, its place decided later.
#[derive(Debug, Clone)]
pub(super) enum ProjectRow<'p, 'a> {
    /// The name of a stage, and its first and last day.
    Stage(String, Option<(NaiveDate, NaiveDate)>),
    /// A milestone: its steps, of one visit or inspectorate each.
    Milestone(&'p [Step<'a>]),
}

impl Paged for ProjectRow<'_, '_> {
    fn is_heading(&self) -> bool {
        matches!(self, ProjectRow::Stage(..))
    }

    fn continued(&self) -> Self {
        match self {
            ProjectRow::Stage(name, ends) => ProjectRow::Stage(format!("{name}, continued"), *ends),
            other => other.clone(),
        }
    }
}

/// Every row but the notes, some of which lie years ahead.
pub(super) fn rows<'p>(view: &ProjectView<'p>) -> Vec<ProjectRow<'p, 'p>> {
    let mut rows = Vec::new();
    let groups = view.groups();
    for (place, name) in STAGES.iter().enumerate() {
        let of_stage = |group: &&&[Step<'p>]| {
            let first = group.first().map(|step| step.milestone);
            first.is_some_and(|one| !one.note && one.stage as usize == place + 1)
        };
        let here: Vec<&[Step<'p>]> = groups.iter().filter(of_stage).copied().collect();
        let dates = here
            .iter()
            .flat_map(|group| group.iter())
            .filter_map(|step| step.dates);
        let ends = dates
            .map(|dates| (dates.start, dates.done))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        if !here.is_empty() {
            rows.push(ProjectRow::Stage(format!("{} {name}", place + 1), ends));
            rows.extend(here.into_iter().map(ProjectRow::Milestone));
        }
    }
    rows
}

/// Where the columns left of the chart begin; the chart begins at the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProjectColumns {
    pub(super) name: i32,
    pub(super) dates: i32,
    pub(super) slack: i32,
    pub(super) chart: i32,
}

/// Between the columns.
pub(super) const GAP: i32 = 20;

impl ProjectColumns {
    /// As wide as their texts, within reason.
    pub(super) fn new(rows: &[ProjectRow<'_, '_>], left: i32) -> Self {
        let (mut name, mut dates, mut slack) = (300, 80, 80);
        for row in rows {
            if let ProjectRow::Stage(stage, _) = row {
                name = name.max(width(stage, HEADING).min(700));
            }
            if let ProjectRow::Milestone(group) = row {
                let texts = texts(group);
                name = name.max(width(&texts[0], SMALL));
                dates = dates.max(width(&texts[1], SMALL));
                slack = slack.max(width(&texts[2], SMALL_BOLD));
            }
        }
        let dates_at = left + name.min(760) + GAP;
        let slack_at = dates_at + dates.min(260) + GAP;
        Self {
            name: left,
            dates: dates_at,
            slack: slack_at,
            chart: slack_at + slack.min(190) + GAP,
        }
    }
}

/// A milestone's name, dates and slack.
pub(super) fn texts(group: &[Step<'_>]) -> [String; 3] {
    let mut remarks = group.iter().flat_map(|step| &step.remarks);
    let mark = match remarks.any(Remark::is_a_warning) {
        true => " *",
        false => "",
    };
    let name = match group {
        [] => String::new(),
        [only] => only.label.clone(),
        [first, ..] => format!("{} ({})", first.milestone.name, group.len()),
    };
    let when = range(group).map(|(first, last, between)| match between {
        true => format!("{} or by {}", short_date(first), short_date(last)),
        false => short_range(first, last),
    });
    [
        format!("{name}{mark}"),
        when.unwrap_or_default(),
        standing(group),
    ]
}
