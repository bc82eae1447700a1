//! A page for each visit: what happens on each of its days, by half hour, with a column for each pair. Made to be printed on A4
//! and handed to the team.
//!
//! It may be seen by the inspected body, so that it says nothing of any other site, of anyone outside the team, or of why the
//! site was chosen.

mod describe;
mod draw;
mod entry;
mod flow;
mod page;
mod style;
mod summary;
mod table;
mod words;

pub use summary::{
    corrected_sessions, moved_sessions, preparation_left_over, timetable_files, timetable_summary,
};

use std::collections::BTreeSet;

use super::OutputError;
use super::drawing::paint;
use super::status::draft;
use crate::domain::{Inspection, Plan, Visit};
use crate::store::safe_name;
use draw::Frame;
use page::Page;
use table::Table;

/// The timetables of the visits that have sessions, as SVG pages by file name: `timetable-SITE.svg`, and `timetable-SITE-2.svg` and
/// so on where the days need further pages. The same plan gives the same bytes.
///
/// # Errors
/// [`OutputError::Drawing`].
pub fn timetable_pages(
    inspection: &Inspection,
    plan: &Plan,
) -> Result<Vec<(String, Vec<u8>)>, OutputError> {
    let tables: Vec<(&Visit, Table)> = plan
        .visits
        .iter()
        .filter_map(|visit| Some((visit, Table::new(inspection, plan, visit)?)))
        .collect();
    let first = |visit: &Visit| format!("timetable-{}", safe_name(visit.site.as_str()));
    let mut taken: BTreeSet<String> = tables.iter().map(|(visit, _)| first(visit)).collect();
    let mut files = Vec::new();
    for (visit, table) in &tables {
        for (place, svg) in pages(inspection, table)?.into_iter().enumerate() {
            let mut name = first(visit);
            if place > 0 {
                name = format!("{name}-{}", place + 1);
                // Another site's id may end in the number of the page.
                while !taken.insert(name.clone()) {
                    name.push_str("-page");
                }
            }
            files.push((format!("{name}.svg"), svg));
        }
    }
    Ok(files)
}

/// The pages of one visit.
fn pages(inspection: &Inspection, table: &Table) -> Result<Vec<Vec<u8>>, OutputError> {
    let (page, days) = Page::best(table);
    let sheets: Vec<_> = table.days.chunks(days).collect();
    let marking = draft(inspection);
    let mut pages = Vec::with_capacity(sheets.len());
    for (place, days) in sheets.iter().enumerate() {
        let number = (sheets.len() > 1).then(|| format!("Page {} of {}", place + 1, sheets.len()));
        let frame = Frame {
            table,
            inspection: &inspection.header.title,
            marking: marking.as_deref(),
            page: number.as_deref(),
        };
        let mut title = format!("Visit timetable: {}, {}", table.site, table.dates);
        if let Some(number) = &number {
            title.push_str(&format!(", {}", number.to_lowercase()));
        }
        if let Some(marking) = &marking {
            title.push_str(&format!(" ({marking})"));
        }
        let drawing = draw::draw(&frame, &page, days);
        pages.push(paint::svg(
            &drawing,
            &title,
            &describe::describe(table, days),
        )?);
    }
    Ok(pages)
}
