//! What every page has in common: A4 on its side, the handling marking and the title.

use super::letters::clean;
use super::text::fit;
use super::{Anchor, BLACK, Drawing, RED, Rect, Type};

/// A4 on its side at 200 units an inch.
pub(in crate::documents) const WIDTH: i32 = 2339;
pub(in crate::documents) const HEIGHT: i32 = 1654;
pub(in crate::documents) const MARGIN: i32 = 60;

/// No text that says something is smaller: just below 7 points.
pub(in crate::documents) const SMALLEST: f32 = 19.0;

const MARKING: Type = Type::new(24.0, true, RED);
const TITLE: Type = Type::new(40.0, true, BLACK);

/// The handling marking at the top, and before it DRAFT while it is one.
pub(in crate::documents) fn marking_above(drawing: &mut Drawing, marking: &str) {
    write_marking(drawing, marking, 40);
}

/// The same at the foot.
pub(in crate::documents) fn marking_below(drawing: &mut Drawing, marking: &str) {
    let y = drawing.height - 30;
    write_marking(drawing, marking, y);
}

fn write_marking(drawing: &mut Drawing, marking: &str, y: i32) {
    let marking = fit(&clean(marking), MARKING, WIDTH - 2 * MARGIN);
    drawing.text(&marking, (WIDTH / 2, y), Anchor::Middle, MARKING);
}

/// The title below the marking. A long one is set smaller and in several lines.
pub(in crate::documents) fn title(drawing: &mut Drawing, title: &str) {
    let room = Rect {
        left: MARGIN,
        top: 57,
        right: WIDTH - MARGIN,
        bottom: 119,
    };
    drawing.text_in(title, room, Anchor::Start, TITLE, SMALLEST);
}
