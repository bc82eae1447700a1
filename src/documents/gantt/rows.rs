//! The rows of the chart: a heading and a row per visit for each kind, then for each inspectorate's people.

use std::collections::BTreeMap;

use super::style::{NORMAL, SMALL};
use super::text::width;
use crate::domain::{InspectorId, Visit};
use crate::insight::particulars::Particulars;
use crate::words::{capital, count, kind_name, short_range};

/// The height of a heading row.
pub(super) const HEADING_HEIGHT: i32 = 38;

/// One row, its place decided later.
#[derive(Clone)]
pub(super) enum Row<'a> {
    /// The name of a group, and of its second and third column.
    Heading(String, [&'static str; 2]),
    /// A visit and its number in the plan.
    Visit(usize, &'a Visit),
    /// An inspector and their visits, each with its number.
    Inspector(&'a InspectorId, Vec<(usize, &'a Visit)>),
}

/// Every row, visits first.
pub(super) fn rows<'a>(facts: &Particulars<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut kinds: Vec<&str> = Vec::new();
    kinds.extend(facts.inspection.kinds.iter().map(|kind| kind.id.as_str()));
    // A plan edited by hand may name a kind that is not in the settings.
    for visit in facts.visits() {
        if !kinds.contains(&visit.kind.as_str()) {
            kinds.push(visit.kind.as_str());
        }
    }
    for kind in kinds {
        let numbered = facts.visits().iter().enumerate();
        let visits: Vec<(usize, &Visit)> = numbered
            .filter(|(_, visit)| visit.kind.as_str() == kind)
            .map(|(place, visit)| (place + 1, visit))
            .collect();
        if !visits.is_empty() {
            let name = capital(&kind_name(&kind.into()));
            let number = count(visits.len(), "visit", "visits");
            rows.push(Row::Heading(
                format!("{name}: {number}"),
                ["Dates", "Visit lead"],
            ));
            rows.extend(visits.into_iter().map(|(n, visit)| Row::Visit(n, visit)));
        }
    }
    for (heading, people) in people(facts) {
        let number = count(people.len(), "inspector", "inspectors");
        rows.push(Row::Heading(
            format!("{heading}: {number}"),
            ["Visits", "Onsite"],
        ));
        rows.extend(people);
    }
    rows
}

/// The inspectors of the plan by inspectorate, in the order of the files; strangers last.
fn people<'a>(facts: &Particulars<'a>) -> Vec<(String, Vec<Row<'a>>)> {
    let mut visits: BTreeMap<&InspectorId, Vec<(usize, &Visit)>> = BTreeMap::new();
    for (place, visit) in facts.visits().iter().enumerate() {
        for inspector in visit.team() {
            let theirs = visits.entry(inspector).or_default();
            if !theirs.iter().any(|(number, _)| *number == place + 1) {
                theirs.push((place + 1, visit));
            }
        }
    }
    for theirs in visits.values_mut() {
        theirs.sort_by_key(|(number, visit)| (visit.first_day, *number));
    }
    let mut groups: Vec<(String, Vec<Row<'a>>)> = Vec::new();
    for inspectorate in &facts.inspection.header.inspectorates {
        let mut rows = Vec::new();
        for inspector in &facts.inspection.inspectors {
            if inspector.inspectorate == *inspectorate
                && let Some((id, theirs)) = visits.remove_entry(&inspector.id)
            {
                rows.push(Row::Inspector(id, theirs));
            }
        }
        groups.push((inspectorate.to_string(), rows));
    }
    let strangers = visits.into_iter();
    let strangers = strangers.map(|(id, theirs)| Row::Inspector(id, theirs));
    groups.push(("Others".to_owned(), strangers.collect()));
    groups.retain(|(_, rows)| !rows.is_empty());
    groups
}

/// Where the columns left of the chart begin; the chart begins at the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub(super) number: i32,
    pub(super) name: i32,
    pub(super) second: i32,
    pub(super) third: i32,
    pub(super) chart: i32,
}

/// Between the columns.
pub(super) const GAP: i32 = 22;

impl Columns {
    /// As wide as their texts, within reason.
    pub(super) fn new(facts: &Particulars<'_>, rows: &[Row<'_>], left: i32) -> Self {
        let (mut name, mut second, mut third) = (160, 80, 80);
        for row in rows {
            let texts = match row {
                Row::Heading(..) => continue,
                Row::Visit(_, visit) => visit_texts(facts, visit),
                Row::Inspector(id, visits) => inspector_texts(facts, id, visits),
            };
            name = name.max(width(&texts[0], NORMAL));
            second = second.max(width(&texts[1], SMALL));
            third = third.max(width(&texts[2], SMALL));
        }
        let number = left;
        let name_at = number + 44;
        let second_at = name_at + name.min(520) + GAP;
        let third_at = second_at + second.min(230) + GAP;
        Self {
            number,
            name: name_at,
            second: second_at,
            third: third_at,
            chart: third_at + third.min(230) + GAP,
        }
    }
}

/// A visit's site, dates and lead.
pub(super) fn visit_texts(facts: &Particulars<'_>, visit: &Visit) -> [String; 3] {
    [
        facts.site_name(&visit.site).to_owned(),
        short_range(visit.first_day, visit.last_day),
        facts.inspector_name(&visit.visit_lead).to_owned(),
    ]
}

/// An inspector's name, number of visits and days.
pub(super) fn inspector_texts(
    facts: &Particulars<'_>,
    id: &InspectorId,
    visits: &[(usize, &Visit)],
) -> [String; 3] {
    let starts = visits.iter().filter_map(|(_, visit)| facts.start(visit));
    let onsite: usize = starts.map(|start| start.onsite.len()).sum();
    let name = facts.inspector(id).map_or(id.as_str(), |one| &one.name);
    [
        name.to_owned(),
        visits.len().to_string(),
        count(onsite, "day", "days"),
    ]
}
