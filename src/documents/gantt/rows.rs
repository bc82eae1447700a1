//! The rows of the chart: a heading and a row per visit for each kind, then for each inspectorate's people.

use super::style::{HEADING, NORMAL, SMALL, SMALL_BOLD};
use super::text::width;
use crate::documents::views::{LeadView, OnVisits, PlannedVisit};
use crate::words::{capital, count, short_range};

/// The height of a heading row.
pub(super) const HEADING_HEIGHT: i32 = 38;

/// One row, its place decided later.
#[derive(Clone)]
pub(super) enum GanttRow<'v> {
    /// The name of a group, and of its second and third column.
    Heading(String, [&'static str; 2]),
    /// A visit.
    Visit(&'v PlannedVisit),
    /// An inspector and their visits.
    Inspector(&'v OnVisits, Vec<&'v PlannedVisit>),
}

/// Every row, visits first.
pub(super) fn rows(view: &LeadView) -> Vec<GanttRow<'_>> {
    let mut rows = Vec::new();
    for kind in &view.kinds {
        let visits = view.visits.iter();
        let visits: Vec<&PlannedVisit> = visits.filter(|visit| visit.kind == kind.id).collect();
        if !visits.is_empty() {
            let name = capital(&kind.name);
            let number = count(visits.len(), "visit", "visits");
            rows.push(GanttRow::Heading(
                format!("{name}: {number}"),
                ["Dates", "Visit lead"],
            ));
            rows.extend(visits.into_iter().map(GanttRow::Visit));
        }
    }
    for group in &view.people {
        let number = count(group.inspectors.len(), "inspector", "inspectors");
        rows.push(GanttRow::Heading(
            format!("{}: {number}", group.inspectorate),
            ["Visits", "Onsite"],
        ));
        let own = group.inspectors.iter();
        rows.extend(own.map(|one| GanttRow::Inspector(one, view.visits_of(one))));
    }
    rows
}

/// Where the columns left of the chart begin; the chart begins at the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct GanttColumns {
    pub(super) number: i32,
    pub(super) name: i32,
    pub(super) second: i32,
    pub(super) third: i32,
    pub(super) chart: i32,
}

/// Between the columns.
pub(super) const GAP: i32 = 22;
/// The width of the column of numbers.
const NUMBER: i32 = 44;

impl GanttColumns {
    /// As wide as their texts, within reason.
    pub(super) fn new(rows: &[GanttRow<'_>], left: i32) -> Self {
        let (mut name, mut second, mut third) = (160, 80, 80);
        for row in rows {
            let texts = match row {
                GanttRow::Heading(heading, captions) => {
                    name = name.max(width(heading, HEADING) - NUMBER + GAP);
                    second = second.max(width(captions[0], SMALL_BOLD));
                    third = third.max(width(captions[1], SMALL_BOLD));
                    continue;
                }
                GanttRow::Visit(visit) => visit_texts(visit),
                GanttRow::Inspector(inspector, visits) => inspector_texts(inspector, visits),
            };
            name = name.max(width(&texts[0], NORMAL));
            second = second.max(width(&texts[1], SMALL));
            third = third.max(width(&texts[2], SMALL));
        }
        let number = left;
        let name_at = number + NUMBER;
        let second_at = name_at + name.min(560) + GAP;
        let third_at = second_at + second.min(260) + GAP;
        Self {
            number,
            name: name_at,
            second: second_at,
            third: third_at,
            chart: third_at + third.min(340) + GAP,
        }
    }
}

/// A visit's site, dates and lead.
pub(super) fn visit_texts(visit: &PlannedVisit) -> [String; 3] {
    [
        match visit.is_pilot {
            true => format!("{} (pilot)", visit.site),
            false => visit.site.clone(),
        },
        short_range(visit.first_day, visit.last_day),
        visit.lead.clone(),
    ]
}

/// An inspector's name, number of visits and days.
pub(super) fn inspector_texts(inspector: &OnVisits, visits: &[&PlannedVisit]) -> [String; 3] {
    let days = visits.iter().filter_map(|visit| visit.days.as_ref());
    let onsite: usize = days.map(|days| days.onsite.len()).sum();
    [
        inspector.name.clone(),
        visits.len().to_string(),
        count(onsite, "day", "days"),
    ]
}
