//! What a row of the project chart shows: texts, bars, diamonds. The critical path is filled and thick, and named.

use super::super::axis::Axis;
use super::super::drawing::a4::SMALLEST;
use super::super::drawing::{
    Anchor, BLACK, BLUE, Colour, DARK_BLUE, DARK_GREY, Drawing, LIGHT_GREY, MID_GREY, Rect, WHITE,
};
use super::super::style::{Bar, HEADING, SMALL, SMALL_BOLD};
use super::is_preparation;
use super::rows::{GAP, ProjectColumns, ProjectRow, texts};
use crate::milestones::{Dates, Step};

/// From the middle of a diamond to its corners.
const HALF: i32 = 11;
/// Half the height of a bar of work: critical, and any other.
const THICK: i32 = 5;
const THIN: i32 = 2;

/// What lies below the lines and marks: the heading of a stage, and the line under a row.
pub(super) fn ground(
    drawing: &mut Drawing,
    axis: &Axis,
    columns: ProjectColumns,
    row: &ProjectRow<'_, '_>,
    (top, bottom): (i32, i32),
) {
    let left = columns.name - 10;
    match row {
        ProjectRow::Stage(..) => {
            let rect = Rect {
                left,
                top,
                right: axis.right + 1,
                bottom,
            };
            drawing.fill(rect, WHITE);
            drawing.fill(
                Rect {
                    top: top + 5,
                    ..rect
                },
                LIGHT_GREY,
            );
            drawing.level(bottom - 2, left, axis.right, BLACK, 2);
        }
        ProjectRow::Milestone(_) => drawing.level(bottom - 1, left, axis.right, MID_GREY, 1),
    }
}

/// The texts on the left, and the marks on the right.
pub(super) fn row(
    drawing: &mut Drawing,
    axis: &Axis,
    columns: ProjectColumns,
    row: &ProjectRow<'_, '_>,
    (top, bottom): (i32, i32),
) {
    let middle = (top + bottom) / 2;
    match row {
        ProjectRow::Stage(name, ends) => {
            let middle = middle + 1;
            let room = Rect {
                left: columns.name,
                top: top + 5,
                right: columns.dates - GAP / 2,
                bottom: bottom - 1,
            };
            drawing.text_in(name, room, Anchor::Start, HEADING, SMALLEST);
            drawing.text("Dates", (columns.dates, middle), Anchor::Start, SMALL_BOLD);
            drawing.text("Slack", (columns.slack, middle), Anchor::Start, SMALL_BOLD);
            if let Some((first, last)) = ends {
                let bar = axis.strip(*first, *last, middle - 6, middle + 4);
                stage(drawing, bar);
            }
        }
        ProjectRow::Milestone(group) => {
            let [name, dates, slack] = texts(group);
            let room = |from: i32, to: i32| to - from - GAP / 2;
            let cells = [
                (name, columns.name, columns.dates, SMALL),
                (dates, columns.dates, columns.slack, SMALL),
            ];
            for (text, from, to, look) in cells {
                drawing.text_within(&text, (from, middle), room(from, to), look);
            }
            let at = (columns.slack, middle);
            let look = if slack == "critical" || slack.ends_with("late") {
                SMALL_BOLD
            } else {
                SMALL
            };
            drawing.text_within(&slack, at, room(columns.slack, columns.chart), look);
            steps(drawing, axis, group, (top, bottom));
        }
    }
}

/// The bar of a stage: black, with a point down at each end.
fn stage(drawing: &mut Drawing, bar: Rect) {
    const POINT: i32 = 8;
    drawing.fill(bar, BLACK);
    for (x, inward) in [(bar.left, 1), (bar.right, -1)] {
        let corners = vec![
            (x, bar.top),
            (x + inward * POINT, bar.top),
            (x, bar.bottom + POINT),
        ];
        drawing
            .shapes
            .push(super::super::drawing::Shape::Polygon(corners, BLACK));
    }
}

/// The steps of a row: slack below, then work, then the diamonds on top.
fn steps(drawing: &mut Drawing, axis: &Axis, group: &[Step<'_>], (top, bottom): (i32, i32)) {
    let middle = (top + bottom) / 2;
    let mut dated: Vec<(&Step<'_>, Dates)> = group
        .iter()
        .filter_map(|step| Some((step, step.dates?)))
        .collect();
    // What is critical lies over what is not.
    dated.sort_by_key(|(_, dates)| dates.critical);
    let dated = || dated.iter().copied();
    for (step, dates) in dated() {
        if let (false, Some(latest)) = (step.is_stretch(), dates.latest)
            && latest > dates.done
            && !dates.critical
        {
            slack(drawing, (centre(axis, &dates), axis.end(latest)), middle);
        }
    }
    for (step, dates) in dated() {
        if step.is_stretch() {
            let bar = match is_preparation(step) {
                true => Bar::Preparation,
                false => Bar::Onsite,
            };
            let rect = axis.strip(dates.start, dates.done, middle - 9, middle + 9);
            bar.draw(drawing, rect);
            if dates.critical {
                drawing.level(middle + 9, rect.left, rect.right, BLACK, THICK);
            }
        } else if step.milestone.days > 0 {
            let (half, colour) = work(dates.critical);
            let strip = axis.strip(dates.start, dates.done, middle - half, middle + half);
            drawing.fill(strip, colour);
        }
    }
    for (_, dates) in dated().filter(|(step, _)| !step.is_stretch()) {
        diamond(drawing, (centre(axis, &dates), middle), dates.critical);
    }
}

/// The middle of the day on which a step is done.
fn centre(axis: &Axis, dates: &Dates) -> i32 {
    (axis.x(dates.done) + axis.end(dates.done)) / 2
}

fn work(critical: bool) -> (i32, Colour) {
    match critical {
        true => (THICK, BLACK),
        false => (THIN, BLUE),
    }
}

/// Filled where critical, hollow elsewhere.
fn diamond(drawing: &mut Drawing, at: (i32, i32), critical: bool) {
    if critical {
        drawing.diamond(at, HALF, BLACK);
    } else {
        drawing.diamond(at, HALF, DARK_BLUE);
        drawing.diamond(at, HALF - 4, WHITE);
    }
}

/// Dots from the earliest day to the latest, with a stroke at its end.
fn slack(drawing: &mut Drawing, (left, right): (i32, i32), middle: i32) {
    let mut x = left;
    while x < right {
        drawing.level(middle - 1, x, (x + 4).min(right), DARK_GREY, 2);
        x += 9;
    }
    drawing.upright(right, middle - 6, middle + 6, DARK_GREY, 2);
}

/// Every sort of mark by name, in the order in which [`sample`] knows them.
pub(super) const NAMES: [&str; 8] = [
    "Stage",
    "Critical path",
    "Other milestone",
    "Work on it",
    "Slack, to the latest day",
    "Onsite",
    "Preparation",
    "Critical visit: underlined",
];

/// A mark as the legend shows it.
pub(super) fn sample(drawing: &mut Drawing, place: usize, rect: Rect) {
    let middle = (rect.top + rect.bottom) / 2;
    let line = |half: i32| Rect {
        top: middle - half,
        bottom: middle + half,
        ..rect
    };
    match place {
        0 => stage(drawing, line(5)),
        1 => {
            drawing.fill(line(THICK), BLACK);
            diamond(drawing, (rect.right - HALF, middle), true);
        }
        2 => diamond(drawing, (rect.right - HALF, middle), false),
        3 => drawing.fill(line(THIN), BLUE),
        4 => slack(drawing, (rect.left, rect.right), middle),
        5 => Bar::Onsite.draw(drawing, line(9)),
        6 => Bar::Preparation.draw(drawing, line(9)),
        _ => {
            Bar::Onsite.draw(drawing, line(9));
            drawing.level(middle + 9, rect.left, rect.right, BLACK, THICK);
        }
    }
}
