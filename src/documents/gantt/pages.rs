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

/// The rows page by page, where each has so much room for rows no lower than `row_height`. A group stays on one page where that
/// takes no more pages; one that goes on over the page has its heading again.
pub(super) fn split<R: Paged>(rows: Vec<R>, room: i32, row_height: i32) -> Vec<Vec<R>> {
    let room = room.max(HEADING_HEIGHT + FEWEST * row_height);
    let pages = filled(&rows, room, row_height, false);
    // The same number of pages, each about as full as the others.
    let fewest = pages.len() as i32;
    let all: i32 = rows.iter().map(|row| row.height(row_height)).sum();
    let least = (all / fewest.max(1)).max(HEADING_HEIGHT + row_height);
    for whole in [true, false] {
        let mut enough = least.min(room);
        loop {
            let even = filled(&rows, enough, row_height, whole);
            if even.len() as i32 <= fewest {
                return even;
            }
            if enough >= room {
                break;
            }
            enough = (enough + row_height).min(room);
        }
    }
    pages
}

/// Page after page, each filled before the next; always one page. With `whole`, a group that a page can hold is not parted.
fn filled<R: Paged>(rows: &[R], room: i32, row_height: i32, whole: bool) -> Vec<Vec<R>> {
    let mut pages = Vec::new();
    let mut page: Vec<R> = Vec::new();
    let mut used = 0;
    let mut heading: Option<&R> = None;
    for (place, row) in rows.iter().enumerate() {
        let own = row.height(row_height);
        let mut needed = own;
        if row.is_heading() {
            let below = rows.iter().skip(place + 1);
            let below = below.take_while(|row| !row.is_heading()).count() as i32;
            // A heading stands at the foot of a page neither alone nor with one of several rows.
            needed += below.min(2) * row_height;
            let group = own + below * row_height;
            if whole && group <= room {
                needed = group;
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    enum Row {
        Heading(&'static str),
        Continued(&'static str),
        Other,
    }

    impl Paged for Row {
        fn is_heading(&self) -> bool {
            !matches!(self, Row::Other)
        }

        fn continued(&self) -> Self {
            match self {
                Row::Heading(name) | Row::Continued(name) => Row::Continued(name),
                Row::Other => Row::Other,
            }
        }
    }

    fn rows(groups: &[(&'static str, usize)]) -> Vec<Row> {
        let group = |(name, rows): &(&'static str, usize)| {
            let mut all = vec![Row::Heading(name)];
            all.extend(vec![Row::Other; *rows]);
            all
        };
        groups.iter().flat_map(group).collect()
    }

    #[test]
    fn a_group_stays_on_one_page_where_that_takes_no_more_pages() {
        // Room for 20 rows and a heading: 12 and 10 would leave 8 rows of the second on the first page.
        let pages = split(rows(&[("forces", 12), ("areas", 10)]), 38 + 20 * 28, 28);
        assert_eq!(pages, [rows(&[("forces", 12)]), rows(&[("areas", 10)])]);
    }

    #[test]
    fn a_group_too_large_for_a_page_goes_on_under_its_heading() {
        let pages = split(rows(&[("forces", 30)]), 38 + 20 * 28, 28);
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[1][0], Row::Continued("forces"));
    }

    #[test]
    fn no_heading_stands_at_the_foot_of_a_page_without_two_rows() {
        for first in 1..40 {
            let pages = split(
                rows(&[("one", first), ("two", 25), ("three", 1)]),
                38 + 20 * 28,
                28,
            );
            for page in &pages {
                let place = page.iter().rposition(Paged::is_heading).expect("a heading");
                let below = page.len() - place - 1;
                let is_last = page[place] == Row::Heading("three");
                assert!(
                    below >= if is_last { 1 } else { 2 } || first == 1,
                    "{pages:?}"
                );
            }
        }
    }
}
