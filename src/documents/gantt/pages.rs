//! The rows of a chart, shared out over as few pages as hold them at a legible height.

use super::rows::{GanttRow, HEADING_HEIGHT};

/// However much stands above the rows, a page holds so many.
const FEWEST: i32 = 10;

/// A row that can stand on a page: a heading, or one of the rows below it.
pub(super) trait Paged: Clone {
    /// Whether it is the heading of a group.
    fn is_heading(&self) -> bool;
    /// The heading of the group once more, where the group goes on over the page.
    fn continued(&self) -> Self;
    /// How high it is, where a row that is no heading has this height.
    fn height(&self, row_height: i32) -> i32 {
        match self.is_heading() {
            true => HEADING_HEIGHT,
            false => row_height,
        }
    }
}

impl Paged for GanttRow<'_> {
    fn is_heading(&self) -> bool {
        matches!(self, GanttRow::Heading(..))
    }

    fn continued(&self) -> Self {
        match self {
            GanttRow::Heading(name, columns) => {
                GanttRow::Heading(format!("{name}, continued"), *columns)
            }
            other => other.clone(),
        }
    }
}

/// The rows page by page, where each has so much room for rows no lower than `row_height`. A group that goes on over
/// the page has its heading again.
pub(super) fn split<R: Paged>(rows: Vec<R>, room: i32, row_height: i32) -> Vec<Vec<R>> {
    let room = room.max(HEADING_HEIGHT + FEWEST * row_height);
    let pages = filled(&rows, room, row_height);
    // The same number of pages, each about as full as the others.
    let fewest = pages.len() as i32;
    let all: i32 = rows.iter().map(|row| row.height(row_height)).sum();
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

/// Page after page, each filled before the next; always one page.
fn filled<R: Paged>(rows: &[R], room: i32, row_height: i32) -> Vec<Vec<R>> {
    let mut pages = Vec::new();
    let mut page: Vec<R> = Vec::new();
    let mut used = 0;
    let mut heading: Option<&R> = None;
    for row in rows {
        let own = row.height(row_height);
        // A heading does not stand alone at the foot of a page.
        let needed = if row.is_heading() {
            own + row_height
        } else {
            own
        };
        if used + needed > room && !page.is_empty() {
            pages.push(std::mem::take(&mut page));
            used = 0;
            if let (false, Some(heading)) = (row.is_heading(), heading) {
                page.push(heading.continued());
                used = HEADING_HEIGHT;
            }
        }
        if row.is_heading() {
            heading = Some(row);
        }
        page.push(row.clone());
        used += own;
    }
    pages.push(page);
    pages
}
