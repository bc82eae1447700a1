//! A page for each visit: what happens on each of its days, by half hour, with a column for each pair. Made to be printed on A4
//! and handed to the team.
//!
//! It may be seen by the inspected body, so that it says nothing of any other site, of anyone outside the team, or of why the
//! site was chosen.

mod box_text;
mod describe;
mod draw;
mod entry;
mod flow;
mod layout;
mod programme;
mod style;

use std::collections::BTreeSet;

use super::OutputError;
use super::drawing::paint;
use super::views::InspectedBodyView;
use crate::store::safe_name;
use draw::HeadAndFoot;
use layout::PageMeasures;
use programme::Programme;

/// The timetables of visits, as SVG pages by file name: `timetable-SITE.svg`, and `timetable-SITE-2.svg` and so on where the days
/// need further pages. The same visits give the same bytes.
///
/// # Errors
/// [`OutputError::Drawing`].
pub(super) fn pages(views: &[InspectedBodyView]) -> Result<Vec<(String, Vec<u8>)>, OutputError> {
    let first =
        |view: &InspectedBodyView| format!("timetable-{}", safe_name(view.site_id.as_str()));
    let mut taken: BTreeSet<String> = views.iter().map(first).collect();
    let mut files = Vec::new();
    for view in views {
        for (place, svg) in pages_of(view)?.into_iter().enumerate() {
            let mut name = first(view);
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
fn pages_of(view: &InspectedBodyView) -> Result<Vec<Vec<u8>>, OutputError> {
    let programme = Programme::new(view);
    let (page, days) = PageMeasures::best(&programme);
    let sheets: Vec<_> = programme.days.chunks(days).collect();
    let marking = view.heading.banner();
    let mut pages = Vec::with_capacity(sheets.len());
    for (place, days) in sheets.iter().enumerate() {
        let number = (sheets.len() > 1).then(|| format!("Page {} of {}", place + 1, sheets.len()));
        let around = HeadAndFoot {
            programme: &programme,
            inspection: &view.heading.title,
            marking: &marking,
            page: number.as_deref(),
        };
        let mut title = format!("Visit timetable: {}, {}", programme.site, programme.dates);
        if let Some(number) = &number {
            title.push_str(&format!(", {}", number.to_lowercase()));
        }
        title.push_str(&format!(" ({marking})"));
        let drawing = draw::draw(&around, &page, days);
        let words = describe::describe(&programme, days);
        pages.push(paint::svg(&drawing, &title, &words)?);
    }
    Ok(pages)
}
