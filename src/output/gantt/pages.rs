//! The rows of a chart, shared out over as few pages as hold them at a legible height.

use super::rows::{HEADING_HEIGHT, Row};

/// However much stands above the rows, a page holds so many.
const FEWEST: i32 = 10;

/// The rows page by page, where each has so much room for rows no lower than `row_height`. A group that goes on over
/// the page has its heading again.
pub(super) fn split(rows: Vec<Row<'_>>, room: i32, row_height: i32) -> Vec<Vec<Row<'_>>> {
    let room = room.max(HEADING_HEIGHT + FEWEST * row_height);
    let pages = filled(&rows, room, row_height);
    // The same number of pages, each about as full as the others.
    let fewest = pages.len() as i32;
    let all: i32 = rows.iter().map(|row| height(row, row_height)).sum();
    let mut enough = (all / fewest.max(1)).max(HEADING_HEIGHT + row_height);
    while enough < room {
        let even = filled(&rows, enough, row_height);
        if even.len() as i32 <= fewest {
            return even;
        }
        enough += row_height;
    }
    pages
}

fn height(row: &Row<'_>, row_height: i32) -> i32 {
    match row {
        Row::Heading(..) => HEADING_HEIGHT,
        Row::Visit(..) | Row::Inspector(..) => row_height,
    }
}

/// Page after page, each filled before the next; always one page.
fn filled<'a>(rows: &[Row<'a>], room: i32, row_height: i32) -> Vec<Vec<Row<'a>>> {
    let mut pages = Vec::new();
    let mut page: Vec<Row<'a>> = Vec::new();
    let mut used = 0;
    let mut heading: Option<&Row<'a>> = None;
    for row in rows {
        let own = height(row, row_height);
        let is_heading = matches!(row, Row::Heading(..));
        // A heading does not stand alone at the foot of a page.
        let needed = if is_heading { own + row_height } else { own };
        if used + needed > room && !page.is_empty() {
            pages.push(std::mem::take(&mut page));
            used = 0;
            if let (false, Some(Row::Heading(name, columns))) = (is_heading, heading) {
                page.push(Row::Heading(format!("{name}, continued"), *columns));
                used = HEADING_HEIGHT;
            }
        }
        if is_heading {
            heading = Some(row);
        }
        page.push(row.clone());
        used += own;
    }
    pages.push(page);
    pages
}
