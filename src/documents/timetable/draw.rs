//! A page of a timetable as shapes.

use super::entry::Entry;
use super::layout::{DAY_HEIGHT, DAYS_TOP, HEAD_LEADING, PADDING, PageMeasures, TIMES};
use super::programme::{Day, Programme, TeamTime};
use super::style::{self, BAND, DATES, DAY, HALF_HOUR, HOUR, INSPECTION, NOTE};
use crate::documents::drawing::a4::{self, HEIGHT, MARGIN, SMALLEST, WIDTH};
use crate::documents::drawing::text::width;
use crate::documents::drawing::{
    Anchor, BLACK, DARK_GREY, Drawing, LIGHT_GREY, MID_GREY, Rect, Type,
};
use crate::domain::TimeOfDay;

/// What stands above and below the days.
pub(super) struct HeadAndFoot<'a> {
    pub(super) programme: &'a Programme,
    pub(super) inspection: &'a str,
    /// The handling marking, and before it DRAFT while it is one.
    pub(super) marking: &'a str,
    /// `Page 1 of 2`, where there are several.
    pub(super) page: Option<&'a str>,
}

/// One page.
pub(super) fn draw(around: &HeadAndFoot<'_>, page: &PageMeasures, days: &[Day]) -> Drawing {
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    head(&mut drawing, around);
    for (place, day) in days.iter().enumerate() {
        day_head(&mut drawing, page, place, day);
        grid(&mut drawing, page, place);
        for one in &day.bands {
            band(&mut drawing, page, place, one);
        }
        for one in &day.entries {
            session(&mut drawing, page, place, one);
        }
    }
    let note =
        "Times may change to suit the people to be seen. The team debrief is for the team alone.";
    let y = HEIGHT - 64;
    drawing.text(note, (MARGIN, y), Anchor::Start, NOTE);
    let left = MARGIN + width(note, NOTE) + 30;
    drawing.list_substitutes((left, y), WIDTH - MARGIN - left, NOTE);
    a4::marking_below(&mut drawing, around.marking);
    drawing
}

fn head(drawing: &mut Drawing, around: &HeadAndFoot<'_>) {
    a4::marking_above(drawing, around.marking);
    let title = format!("Visit timetable: {}", around.programme.site);
    a4::title(drawing, &title);
    let mut right = WIDTH - MARGIN;
    if let Some(page) = around.page {
        drawing.text(page, (right, 136), Anchor::End, NOTE);
        right -= width(page, NOTE) + 30;
    }
    let dates = match &around.programme.spare {
        Some(spare) => format!("{}. {spare}", around.programme.dates),
        None => around.programme.dates.clone(),
    };
    let room = Rect {
        left: MARGIN,
        top: 114,
        right: MARGIN + width(&dates, DATES).min((right - MARGIN) * 2 / 3),
        bottom: 160,
    };
    drawing.text_in(&dates, room, Anchor::Start, DATES, SMALLEST);
    let room = Rect {
        left: room.right + 30,
        right,
        ..room
    };
    drawing.text_in(around.inspection, room, Anchor::Start, INSPECTION, SMALLEST);
}

/// The day, and below it the pairs.
fn day_head(drawing: &mut Drawing, page: &PageMeasures, place: usize, day: &Day) {
    let (left, right) = page.day(place);
    let rect = Rect {
        left: left - TIMES,
        top: DAYS_TOP,
        right,
        bottom: DAYS_TOP + DAY_HEIGHT,
    };
    drawing.fill(rect, LIGHT_GREY);
    drawing.level(rect.bottom - 2, rect.left, rect.right, BLACK, 2);
    let room = Rect {
        left: left + 4,
        ..rect
    };
    let [full, short] = day.names();
    let smallest = Type {
        size: SMALLEST,
        ..DAY
    };
    let name = match width(&full, smallest) <= room.right - room.left {
        true => full,
        false => short,
    };
    drawing.text_in(&name, room, Anchor::Start, DAY, SMALLEST);
    for (column, head) in page.heads.iter().enumerate() {
        let left = page.edge(place, column) + 6;
        head.draw(drawing, left, rect.bottom + 8, HEAD_LEADING);
    }
}

/// Lines and times by half hour, and lines between the columns.
fn grid(drawing: &mut Drawing, page: &PageMeasures, place: usize) {
    let (left, right) = page.day(place);
    let half_hours: Vec<u32> = page.half_hours().collect();
    let apart = match half_hours.as_slice() {
        [first, second, ..] => page.y(*second) - page.y(*first),
        _ => 0,
    };
    for minutes in &half_hours {
        let y = page.y(*minutes);
        let is_hour = minutes % 60 == 0;
        let (look, thick) = if is_hour { (HOUR, 2) } else { (HALF_HOUR, 1) };
        drawing.level(y - 1, left, right, MID_GREY, thick);
        // A long day has room for its hours only.
        if is_hour || apart >= 24 {
            let time = TimeOfDay::from_minutes(*minutes).to_string();
            drawing.text(&time, (left - 8, y), Anchor::End, look);
        }
    }
    let (top, bottom) = (
        page.grid_top,
        half_hours.last().map_or(0, |end| page.y(*end)),
    );
    for column in 0..=page.heads.len().max(1) {
        drawing.upright(page.edge(place, column), top, bottom, MID_GREY, 2);
    }
}

fn band(drawing: &mut Drawing, page: &PageMeasures, place: usize, band: &TeamTime) {
    let rect = page.rect(place, 0..page.heads.len().max(1), &band.minutes);
    drawing.fill(rect, LIGHT_GREY);
    drawing.outline(rect, MID_GREY, 1);
    let size = BAND.size.min((rect.bottom - rect.top) as f32).max(10.0);
    let look = Type { size, ..BAND };
    let room = Rect {
        left: rect.left + PADDING / 2,
        right: rect.right - PADDING / 2,
        ..rect
    };
    drawing.text_in(&band.name, room, Anchor::Middle, look, SMALLEST.min(size));
}

fn session(drawing: &mut Drawing, page: &PageMeasures, place: usize, entry: &Entry) {
    let (rect, words) = page.words(place, entry);
    let (ground, bar) = style::colours(entry.taken);
    drawing.fill(rect, ground);
    drawing.outline(rect, DARK_GREY, 1);
    let right = rect.left + 6;
    drawing.fill(Rect { right, ..rect }, bar);
    // At the top where there is room, and in the middle of a short box.
    let spare = rect.bottom - rect.top - words.height();
    let top = rect.top + (spare / 2).clamp(0, 6);
    words
        .flow
        .draw(drawing, rect.left + PADDING, top, words.leading);
}
