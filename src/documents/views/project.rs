//! The project timetable, from scope to publication: for everybody in the inspectorates, and for no inspected body. There need not
//! be a plan.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::heading::Heading;
use crate::calendar::Calendar;
use crate::domain::{Inspection, Letters, Plan, SiteId};
use crate::milestones::{Dates, Project, Step};

/// For the lead and the development group: every milestone with its dates.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectView<'p> {
    /// The head of the document.
    pub heading: Heading,
    /// The milestones.
    pub project: &'p Project<'p>,
    /// The day on which the selection is proposed.
    pub selection_proposed: NaiveDate,
    /// The latest authority over the inspectorates taking part.
    pub authority_date: NaiveDate,
    /// Whether all letters go out on one date.
    pub letters: Letters,
    /// Whether a date is set for publication.
    pub has_target: bool,
    site_names: BTreeMap<SiteId, String>,
}

impl<'p> ProjectView<'p> {
    /// The view of a project timetable.
    pub fn new(
        inspection: &Inspection,
        calendar: &Calendar,
        plan: Option<&Plan>,
        project: &'p Project<'p>,
    ) -> Self {
        let ids = project.steps.iter().filter_map(|step| step.site.as_ref());
        let name = |id: &SiteId| inspection.name_of_site(id).to_owned();
        Self {
            heading: match plan {
                Some(plan) => Heading::of_plan(inspection, plan),
                None => Heading::without_plan(inspection),
            },
            project,
            selection_proposed: inspection.timing.selection_proposed,
            authority_date: calendar.authority_date,
            letters: inspection.timing.letters,
            has_target: inspection.timing.publication.is_some(),
            site_names: ids.map(|id| (id.clone(), name(id))).collect(),
        }
    }

    /// The name of the site of a step; `None` where it is of no one site.
    pub(in crate::documents) fn site_name(&self, step: &Step<'_>) -> Option<&str> {
        let id = step.site.as_ref()?;
        self.site_names.get(id).map(String::as_str)
    }

    /// The steps row by row of the table of milestones.
    pub(in crate::documents) fn groups(&self) -> Vec<&'p [Step<'p>]> {
        let steps = &self.project.steps;
        steps
            .chunk_by(|a, b| a.milestone.id == b.milestone.id)
            .collect()
    }
}

/// Whose the working days of a step are; `None` where it takes none.
pub(in crate::documents) fn duration_from(step: &Step<'_>) -> Option<&'static str> {
    step.working_days().or(step.working_days_longer())?;
    Some(match step.milestone.days_are_ours {
        true => "default of Assize",
        false => "milestones.csv",
    })
}

/// When the steps of one row are done: from the first day of work to the last; where they come before an authority, or are
/// publication without a date set, on some day between two.
pub(in crate::documents) fn range(group: &[Step<'_>]) -> Option<(NaiveDate, NaiveDate, bool)> {
    let ends = |step: &Step<'_>| {
        let dates = step.dates.as_ref()?;
        let published = dates
            .longer
            .filter(|_| step.is_publication() && !dates.given);
        Some(match (step.between, published) {
            (Some((earliest, latest)), _) => (earliest, latest, true),
            (None, Some(longer)) => (dates.done, longer, true),
            (None, None) => (dates.start, dates.done, false),
        })
    };
    let all: Vec<_> = group.iter().filter_map(ends).collect();
    let is_range = all.iter().any(|ends| ends.2);
    // Where one is done between two days, no day of work is told of the others.
    let first = all.iter().map(|ends| ends.0).min()?;
    let last = all.iter().map(|ends| ends.1).max()?;
    Some((first, last, is_range))
}

/// How the steps of one row stand: late, critical, with so many working days to spare, or a note. Blank where nothing waits for
/// them.
pub(in crate::documents) fn standing(group: &[Step<'_>]) -> String {
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
