//! The legend below a chart: every sort of mark by name, in as many lines as they need.

use super::drawing::a4::{MARGIN, WIDTH};
use super::drawing::{Anchor, Drawing, Rect};
use super::style::SMALL;
use super::text::width;

/// From the middle of a line of marks to that of the next.
const LINE: i32 = 36;
/// The width of a mark.
const MARK: i32 = 54;
/// From a mark to its name, and from there to the next mark.
const GAPS: (i32, i32) = (10, 30);

/// Where each mark stands, in so many lines.
pub(super) struct Legend {
    places: Vec<(i32, i32)>,
    lines: i32,
}

impl Legend {
    /// Places the marks with these names.
    pub(super) fn new(names: &[&str]) -> Self {
        let (mut x, mut line) = (MARGIN, 0);
        let mut places = Vec::with_capacity(names.len());
        for name in names {
            let wide = MARK + GAPS.0 + width(name, SMALL);
            if x > MARGIN && x + wide > WIDTH - MARGIN {
                (x, line) = (MARGIN, line + 1);
            }
            places.push((x, line));
            x += wide + GAPS.1;
        }
        Self {
            places,
            lines: line + 1,
        }
    }

    /// The height of the legend, of a note below, of a line for words written otherwise, and of the marking at the foot.
    pub(super) fn height(&self) -> i32 {
        92 + self.lines * LINE
    }

    /// Draws every mark with its name, and then the notes; `middle` is that of the first line. `mark` draws one, by its place.
    pub(super) fn draw(
        &self,
        drawing: &mut Drawing,
        middle: i32,
        names: &[&str],
        mark: impl Fn(&mut Drawing, usize, Rect),
        note: &str,
    ) {
        for (place, ((x, line), name)) in self.places.iter().zip(names).enumerate() {
            let middle = middle + line * LINE;
            let rect = Rect {
                left: *x,
                top: middle - 13,
                right: x + MARK,
                bottom: middle + 13,
            };
            mark(drawing, place, rect);
            drawing.text(name, (rect.right + GAPS.0, middle), Anchor::Start, SMALL);
        }
        let below = middle + self.lines * LINE;
        let room = WIDTH - 2 * MARGIN;
        drawing.text_within(note, (MARGIN, below + 2), room, SMALL);
        drawing.list_substitutes((MARGIN, below + 28), room, SMALL);
    }
}
