//! What every page has in common: A4 on its side, the handling marking and the title.

use super::text::{clean, fit, width};
use super::{Anchor, BLACK, Drawing, RED, Type};

/// A4 on its side at 200 units an inch.
pub(in crate::documents) const WIDTH: i32 = 2339;
pub(in crate::documents) const HEIGHT: i32 = 1654;
pub(in crate::documents) const MARGIN: i32 = 60;

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

/// The title below the marking. A long one is set smaller before it is cut short.
pub(in crate::documents) fn title(drawing: &mut Drawing, title: &str) {
    let room = WIDTH - 2 * MARGIN;
    let title = clean(title);
    let sizes = [TITLE.size, 34.0, 28.0, 24.0].map(|size| Type { size, ..TITLE });
    let fitting = sizes.iter().find(|look| width(&title, **look) <= room);
    let look = fitting.or(sizes.last()).copied().unwrap_or(TITLE);
    drawing.text_within(&title, (MARGIN, 88), room, look);
}
