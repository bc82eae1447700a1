//! How a timetable looks. As on the Gantt chart, one unit is 0.36 point, so 20 units are above 7 points.

use super::entry::Taken;
use crate::documents::drawing::{
    BLACK, BLUE, BROWN, Colour, DARK_BLUE, DARK_GREY, PALE_BLUE, PALE_YELLOW, Type, WHITE,
};

pub(super) const DATES: Type = Type::new(26.0, true, BLACK);
pub(super) const INSPECTION: Type = Type::new(22.0, false, DARK_GREY);
pub(super) const NOTE: Type = Type::new(20.0, false, DARK_GREY);
pub(super) const DAY: Type = Type::new(26.0, true, BLACK);
pub(super) const PAIR: Type = Type::new(20.0, true, BLACK);
pub(super) const MEMBER: Type = Type::new(20.0, false, BLACK);
pub(super) const HOUR: Type = Type::new(20.0, false, BLACK);
pub(super) const HALF_HOUR: Type = Type::new(20.0, false, DARK_GREY);
pub(super) const BAND: Type = Type::new(20.0, false, BLACK);

/// The words of a session, plain or bold, in one of the sizes that are tried.
pub(super) fn words(size: f32, bold: bool) -> Type {
    Type::new(size, bold, BLACK)
}

/// The ground of a session's box and the bar at its left: by who takes it, which its words say too.
pub(super) fn colours(taken: Taken) -> (Colour, Colour) {
    match taken {
        Taken::Pair => (WHITE, BLUE),
        Taken::Alone => (PALE_YELLOW, BROWN),
        Taken::Team => (PALE_BLUE, DARK_BLUE),
    }
}
