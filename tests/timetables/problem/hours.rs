//! `[day]`: short days, so that a few sessions fill them, with every time on the grid of the draw.

use assize::domain::{DayHours, TimeOfDay};

use super::draw::Draw;

/// A length from `low` to `high` minutes, on the grid.
pub fn length(draw: &mut Draw, grid: u32, low: u32, high: u32) -> u32 {
    grid * draw.between(low.div_ceil(grid), (high / grid).max(low.div_ceil(grid)))
}

pub fn hours(draw: &mut Draw, grid: u32) -> DayHours {
    let at = TimeOfDay::from_minutes;
    let start = 540 + length(draw, grid, 0, 60);
    let long = draw.pick(&[180, 240, 300, 420]);
    let end = start + length(draw, grid, 150, long);
    // Mostly in the middle of the day; now and then where it takes up its edge, or lies outside.
    let from = match draw.between(1, 10) {
        1 => start,
        2 => end,
        _ => start + length(draw, grid, 60, end - start - 60),
    };
    // As long as asked, or the next length on the grid.
    let about = |draw: &mut Draw, minutes| length(draw, grid, minutes, minutes);
    let debrief = draw.pick(&[0, 15, 30]);
    let debrief = about(draw, debrief);
    let between = draw.pick(&[0, 15, 15, 30]);
    let between = about(draw, between);
    let arrival = draw.maybe(35, |draw| at(start + length(draw, grid, 0, 120)));
    let departure = draw.maybe(35, |draw| at(end - length(draw, grid, 0, 120)));
    let lunch = length(draw, grid, 10, 60);
    DayHours {
        start: at(start),
        end: at(end),
        lunch: [at(from), at(from + lunch)],
        debrief,
        between,
        arrival,
        departure,
    }
}
