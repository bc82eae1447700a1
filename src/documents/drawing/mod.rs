//! A drawing as a list of shapes, in units of 1/200 inch: what is drawn, apart from how it becomes SVG or PNG.

pub(super) mod a4;
mod fonts;
pub(super) mod letters;
pub(super) mod paint;
pub(super) mod text;
mod words;

use std::collections::BTreeSet;

/// A colour: red, green, blue.
pub(super) type Colour = (u8, u8, u8);

// The GOV.UK palette, and tints of it that leave text on them legible.
pub(super) const BLACK: Colour = (0x0b, 0x0c, 0x0c);
pub(super) const WHITE: Colour = (0xff, 0xff, 0xff);
pub(super) const DARK_GREY: Colour = (0x50, 0x5a, 0x5f);
pub(super) const MID_GREY: Colour = (0xb1, 0xb4, 0xb6);
pub(super) const LIGHT_GREY: Colour = (0xf3, 0xf2, 0xf1);
pub(super) const BLUE: Colour = (0x1d, 0x70, 0xb8);
pub(super) const DARK_BLUE: Colour = (0x00, 0x30, 0x78);
pub(super) const PALE_BLUE: Colour = (0xd2, 0xe2, 0xf1);
pub(super) const RED: Colour = (0xd4, 0x35, 0x1c);
pub(super) const ORANGE: Colour = (0xe0, 0x9a, 0x6c);
pub(super) const PALE_ORANGE: Colour = (0xfd, 0xf0, 0xe7);
pub(super) const PURPLE: Colour = (0x8f, 0x7c, 0xba);
pub(super) const PALE_PURPLE: Colour = (0xea, 0xe6, 0xf3);
pub(super) const BROWN: Colour = (0x80, 0x5f, 0x2d);
pub(super) const PALE_YELLOW: Colour = (0xff, 0xf7, 0xbf);

/// A rectangle: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

/// How the lines of a pattern run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Like a slash.
    Rising,
    /// Like a backslash.
    Falling,
    /// Both.
    Crossed,
    /// Upright.
    Upright,
    /// Level.
    Level,
}

/// Which point of a text its position names; always the middle of the small letters vertically.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type {
    /// The em, in units.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) colour: Colour,
}

impl Type {
    pub(super) const fn new(size: f32, bold: bool, colour: Colour) -> Self {
        Self { size, bold, colour }
    }
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Fill(Rect, Colour),
    Line((i32, i32), (i32, i32), Colour),
    /// A filled shape with these corners.
    Polygon(Vec<(i32, i32)>, Colour),
    Text {
        text: String,
        at: (i32, i32),
        anchor: Anchor,
        look: Type,
    },
}

/// A drawing in the making; later shapes lie over earlier ones.
#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) shapes: Vec<Shape>,
    /// The words that the font could not show, as they are drawn.
    substitutes: BTreeSet<String>,
}

impl Drawing {
    pub(super) fn new(width: i32, height: i32) -> Self {
        Self {
            width,
            height,
            shapes: Vec::new(),
            substitutes: BTreeSet::new(),
        }
    }

    pub(super) fn fill(&mut self, rect: Rect, colour: Colour) {
        if rect.right > rect.left && rect.bottom > rect.top {
            self.shapes.push(Shape::Fill(rect, colour));
        }
    }

    /// A frame, `thick` units wide, inside the rectangle.
    pub(super) fn outline(&mut self, rect: Rect, colour: Colour, thick: i32) {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = rect;
        self.fill(
            Rect {
                bottom: top + thick,
                ..rect
            },
            colour,
        );
        self.fill(
            Rect {
                top: bottom - thick,
                ..rect
            },
            colour,
        );
        self.fill(
            Rect {
                right: left + thick,
                ..rect
            },
            colour,
        );
        self.fill(
            Rect {
                left: right - thick,
                ..rect
            },
            colour,
        );
    }

    /// A diamond around a point, `half` units to each of its corners.
    pub(super) fn diamond(&mut self, (x, y): (i32, i32), half: i32, colour: Colour) {
        let corners = vec![(x - half, y), (x, y - half), (x + half, y), (x, y + half)];
        self.shapes.push(Shape::Polygon(corners, colour));
    }

    /// An upright line, `thick` units wide.
    pub(super) fn upright(&mut self, x: i32, top: i32, bottom: i32, colour: Colour, thick: i32) {
        let left = x - thick / 2;
        let right = left + thick;
        self.fill(
            Rect {
                left,
                top,
                right,
                bottom,
            },
            colour,
        );
    }

    /// The same in dashes.
    pub(super) fn upright_dashes(&mut self, x: i32, top: i32, bottom: i32, colour: Colour) {
        let mut y = top;
        while y < bottom {
            self.upright(x, y, (y + 14).min(bottom), colour, 3);
            y += 22;
        }
    }

    /// A level line, `thick` units wide.
    pub(super) fn level(&mut self, y: i32, left: i32, right: i32, colour: Colour, thick: i32) {
        let bottom = y + thick;
        self.fill(
            Rect {
                left,
                top: y,
                right,
                bottom,
            },
            colour,
        );
    }

    /// Lines of a pattern, `gap` units apart, over a rectangle. Rectangles side by side continue each other's lines.
    pub(super) fn pattern(&mut self, rect: Rect, pattern: Pattern, gap: i32, colour: Colour) {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = rect;
        let (right, bottom) = (right - 1, bottom - 1);
        if right < left || bottom < top || gap < 1 {
            return;
        }
        let multiples = |from: i32, to: i32| {
            let first = from + (-from).rem_euclid(gap);
            (first..=to).step_by(gap as usize)
        };
        let mut lines = Vec::new();
        if matches!(pattern, Pattern::Rising | Pattern::Crossed) {
            for sum in multiples(left + top, right + bottom) {
                let (from, to) = (left.max(sum - bottom), right.min(sum - top));
                lines.push(((from, sum - from), (to, sum - to)));
            }
        }
        if matches!(pattern, Pattern::Falling | Pattern::Crossed) {
            for difference in multiples(left - bottom, right - top) {
                let (from, to) = (left.max(top + difference), right.min(bottom + difference));
                lines.push(((from, from - difference), (to, to - difference)));
            }
        }
        if pattern == Pattern::Upright {
            lines.extend(multiples(left, right).map(|x| ((x, top), (x, bottom))));
        }
        if pattern == Pattern::Level {
            lines.extend(multiples(top, bottom).map(|y| ((left, y), (right, y))));
        }
        let lines = lines.into_iter().filter(|(from, to)| from != to);
        self.shapes
            .extend(lines.map(|(from, to)| Shape::Line(from, to, colour)));
    }
}
