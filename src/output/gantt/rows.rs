//! The rows of the chart: a heading and a row per visit for each kind, then for each inspectorate's people.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::axis::Axis;
use super::drawing::{Anchor, BLACK, Drawing, LIGHT_GREY, MID_GREY, Rect};
use super::lanes;
use super::style::{Bar, HEADING, NORMAL, ON_BAR, SMALL, SMALL_BOLD, SMALL_GREY};
use super::text::width;
use crate::domain::{InspectorId, Visit};
use crate::output::facts::Facts;
use crate::output::words::{capital, count, kind_name, short_range};

/// The height of a heading row.
pub(super) const HEADING_HEIGHT: i32 = 38;

/// One row, its place decided later.
pub(super) enum Row<'a> {
    /// The name of a group.
    Heading(String),
    /// A visit and its number in the plan.
    Visit(usize, &'a Visit),
    /// An inspector and their visits, each with its number.
    Inspector(&'a InspectorId, Vec<(usize, &'a Visit)>),
}

/// Every row, visits first.
pub(super) fn rows<'a>(facts: &Facts<'a>) -> Vec<Row<'a>> {
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
            rows.push(Row::Heading(format!("{name}: {number}")));
            rows.extend(visits.into_iter().map(|(n, visit)| Row::Visit(n, visit)));
        }
    }
    for (heading, people) in people(facts) {
        let number = count(people.len(), "inspector", "inspectors");
        rows.push(Row::Heading(format!("{heading}: {number}")));
        rows.extend(people);
    }
    rows
}

/// The inspectors of the plan by inspectorate, in the order of the files; strangers last.
fn people<'a>(facts: &Facts<'a>) -> Vec<(String, Vec<Row<'a>>)> {
    let mut visits: BTreeMap<&InspectorId, Vec<(usize, &Visit)>> = BTreeMap::new();
    for (place, visit) in facts.visits().iter().enumerate() {
        for inspector in visit.team() {
            let theirs = visits.entry(inspector).or_default();
            if !theirs.iter().any(|(number, _)| *number == place + 1) {
                theirs.push((place + 1, visit));
            }
        }
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

const GAP: i32 = 22;

impl Columns {
    /// As wide as their texts, within reason.
    pub(super) fn new(facts: &Facts<'_>, rows: &[Row<'_>], left: i32) -> Self {
        let (mut name, mut second, mut third) = (160, 80, 80);
        for row in rows {
            let texts = match row {
                Row::Heading(_) => continue,
                Row::Visit(_, visit) => visit_texts(facts, visit),
                Row::Inspector(id, visits) => inspector_texts(facts, id, visits),
            };
            name = name.max(width(&texts[0], NORMAL));
            second = second.max(width(&texts[1], SMALL));
            third = third.max(width(&texts[2], SMALL));
        }
        let number = left;
        let name_at = number + 44;
        let second_at = name_at + name.min(430) + GAP;
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
fn visit_texts(facts: &Facts<'_>, visit: &Visit) -> [String; 3] {
    [
        facts.site_name(&visit.site).to_owned(),
        short_range(visit.first_day, visit.last_day),
        facts.inspector_name(&visit.visit_lead).to_owned(),
    ]
}

/// An inspector's name, number of visits and days.
fn inspector_texts(facts: &Facts<'_>, id: &InspectorId, visits: &[(usize, &Visit)]) -> [String; 3] {
    let starts = visits.iter().filter_map(|(_, visit)| facts.start(visit));
    let onsite: usize = starts.map(|start| start.onsite.len()).sum();
    let name = facts.inspector(id).map_or(id.as_str(), |one| &one.name);
    [
        name.to_owned(),
        count(visits.len(), "visit", "visits"),
        format!("{} onsite", count(onsite, "day", "days")),
    ]
}

/// What it takes to draw a row.
pub(super) struct RowPainter<'p, 'a> {
    pub(super) facts: &'p Facts<'a>,
    pub(super) axis: Axis,
    pub(super) columns: Columns,
}

impl RowPainter<'_, '_> {
    /// What lies below the bars: the line under the row, and strips that concern this site alone.
    pub(super) fn ground(&self, drawing: &mut Drawing, row: &Row<'_>, top: i32, bottom: i32) {
        if let Row::Visit(_, visit) = row
            && let Some(site) = self.facts.site(&visit.site)
        {
            lanes::draw_row(drawing, self.facts, &self.axis, site, (top, bottom));
        }
    }

    /// The texts on the left and the bars on the right.
    pub(super) fn row(&self, drawing: &mut Drawing, row: &Row<'_>, top: i32, bottom: i32) {
        let (columns, middle) = (self.columns, (top + bottom) / 2);
        match row {
            Row::Heading(name) => {
                let rect = Rect {
                    left: columns.number - 10,
                    top: top + 4,
                    right: self.axis.right,
                    bottom,
                };
                drawing.fill(rect, LIGHT_GREY);
                drawing.level(bottom - 2, rect.left, rect.right, BLACK, 2);
                let at = (columns.number, middle + 1);
                drawing.text_within(name, at, self.axis.right - at.0, HEADING);
                return;
            }
            Row::Visit(number, visit) => {
                let number = number.to_string();
                drawing.text(
                    &number,
                    (columns.name - 10, middle),
                    Anchor::End,
                    SMALL_BOLD,
                );
                self.texts(drawing, visit_texts(self.facts, visit), middle);
                self.letter_and_notice(drawing, visit, middle);
                self.visit_bars(drawing, visit, top, bottom);
            }
            Row::Inspector(id, visits) => {
                self.texts(drawing, inspector_texts(self.facts, id, visits), middle);
                for (place, (number, visit)) in visits.iter().enumerate() {
                    self.visit_bars(drawing, visit, top, bottom);
                    let next = visits.get(place + 1).map(|(_, next)| *next);
                    self.name_bars(drawing, (*number, visit), next, middle);
                }
            }
        }
        drawing.level(
            bottom - 1,
            columns.number - 10,
            self.axis.right,
            MID_GREY,
            1,
        );
    }

    fn texts(&self, drawing: &mut Drawing, texts: [String; 3], middle: i32) {
        let columns = self.columns;
        let [name, second, third] = texts;
        let room = |from: i32, to: i32| to - from - GAP / 2;
        let at = |x: i32| (x, middle);
        drawing.text_within(
            &name,
            at(columns.name),
            room(columns.name, columns.second),
            NORMAL,
        );
        let second_room = room(columns.second, columns.third);
        drawing.text_within(&second, at(columns.second), second_room, SMALL);
        let third_room = room(columns.third, columns.chart);
        drawing.text_within(&third, at(columns.third), third_room, SMALL_GREY);
    }

    /// Thin bars: the letter window, then notice up to the visit.
    fn letter_and_notice(&self, drawing: &mut Drawing, visit: &Visit, middle: i32) {
        let strip = |from: NaiveDate, to: NaiveDate, half: i32| Rect {
            left: self.axis.end(from),
            top: middle - half,
            right: self.axis.end(to.max(from)),
            bottom: middle + half,
        };
        let authority = self.facts.planned.plan.authority_date;
        Bar::LetterWindow.draw(drawing, strip(authority, visit.letter_by, 7));
        let before = visit.first_day.pred_opt().unwrap_or(visit.first_day);
        Bar::Notice.draw(drawing, strip(visit.letter_by, before, 4));
    }

    /// Full bars: preparation and onsite days, each run of days as one.
    fn visit_bars(&self, drawing: &mut Drawing, visit: &Visit, top: i32, bottom: i32) {
        let Some(start) = self.facts.start(visit) else {
            let rect = self
                .axis
                .strip(visit.first_day, visit.last_day, top + 4, bottom - 5);
            Bar::Onsite.draw(drawing, rect);
            return;
        };
        for (bar, days) in [
            (Bar::Preparation, &start.preparation),
            (Bar::Onsite, &start.onsite),
        ] {
            for run in days.chunk_by(|a, b| a.succ_opt() == Some(*b)) {
                if let (Some(first), Some(last)) = (run.first(), run.last()) {
                    bar.draw(drawing, self.axis.strip(*first, *last, top + 4, bottom - 5));
                }
            }
        }
    }

    /// The number of a visit on its bar, or beside it; the site's name too where nothing is in the way.
    fn name_bars(
        &self,
        drawing: &mut Drawing,
        (number, visit): (usize, &Visit),
        next: Option<&Visit>,
        middle: i32,
    ) {
        let number = number.to_string();
        let bar = self.axis.strip(visit.first_day, visit.last_day, 0, 0);
        let start = |visit: &Visit| {
            let start = self.facts.start(visit);
            let first = start.and_then(|start| start.needed().next());
            self.axis.x(first.unwrap_or(visit.first_day))
        };
        let limit = next.map_or(self.axis.right, start);
        let mut free = bar.right + 6;
        let fits_inside = width(&number, ON_BAR) + 4 <= bar.right - bar.left;
        if fits_inside {
            let centre = ((bar.left + bar.right) / 2, middle);
            drawing.text(&number, centre, Anchor::Middle, ON_BAR);
        } else if free + width(&number, SMALL_BOLD) <= limit {
            drawing.text(&number, (free, middle), Anchor::Start, SMALL_BOLD);
            free += width(&number, SMALL_BOLD) + 6;
        }
        let name = self.facts.site(&visit.site).map(|site| site.name.as_str());
        let name = name.unwrap_or(visit.site.as_str());
        if free + width(name, SMALL) * 21 / 20 + 8 <= limit {
            let ground = Rect {
                left: free - 2,
                top: middle - 12,
                right: free + width(name, SMALL) + 4,
                bottom: middle + 13,
            };
            drawing.fill(ground, super::drawing::WHITE);
            drawing.text(name, (free, middle), Anchor::Start, SMALL);
        }
    }
}
