//! Text in the font that the program brings along, measured and drawn alike on every machine.

use std::convert::Infallible;

use ab_glyph::{Font, ScaleFont, point};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendTextStyle, FontFamily, FontStyle};

use super::fonts::{font, scale};
use super::letters::shown;
use super::{Anchor, Type};

/// What an SVG viewer should use: our font if it has it, otherwise one about as wide.
const FAMILY: &str = "Open Sans, Arial, Helvetica, sans-serif";

/// The SVG backend of `plotters` divides sizes by this to get the em.
const PLOTTERS_SIZE_PER_EM: f64 = 1.24;

/// The width of a text in units, in our own font.
fn measured(text: &str, look: Type) -> f32 {
    let Some(font) = font(look.bold) else {
        return 0.0;
    };
    let scaled = font.as_scaled(scale(font, look.size));
    let mut width = 0.0;
    for letter in text.chars() {
        shown(letter, &mut |one| {
            width += scaled.h_advance(scaled.glyph_id(one));
        });
    }
    width
}

/// The width of a text in our own font, in units.
pub(super) fn own_width(text: &str, look: Type) -> i32 {
    measured(text, look).ceil() as i32
}

/// The room that a text needs, in units. Whoever opens an SVG may not have our font, and theirs may be wider: everything is laid out
/// for one wider by a third.
pub(in crate::documents) fn width(text: &str, look: Type) -> i32 {
    (measured(text, look) * 4.0 / 3.0).ceil() as i32
}

/// The text, or as much of it as fits with an ellipsis.
pub(in crate::documents) fn fit(text: &str, look: Type, room: i32) -> String {
    if width(text, look) <= room {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    (1..letters.len())
        .rev()
        .map(|kept| {
            let kept: String = letters.iter().take(kept).collect();
            format!("{}…", kept.trim_end())
        })
        .find(|shorter| width(shorter, look) <= room)
        .unwrap_or_default()
}

/// A text in lines no wider than the room, broken between words; only a word that is wider by itself is cut short.
fn lines(text: &str, look: Type, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(&longer, look) <= room {
                *line = longer;
                continue;
            }
        }
        lines.push(fit(word, look, room));
    }
    lines
}

/// From the middle of a line to that of the next.
pub(in crate::documents) fn leading(look: Type) -> i32 {
    (look.size * 1.15).ceil() as i32
}

/// A text set whole in a room so wide and high: the largest size that holds it, from that of its look down to the smallest, in as many
/// lines as there is room for. It is cut short only where the smallest does not hold it.
pub(in crate::documents) fn set(
    text: &str,
    look: Type,
    smallest: f32,
    (wide, high): (i32, i32),
) -> (Type, Vec<String>) {
    let mut look = look;
    loop {
        let most = (high / leading(look)).max(1) as usize;
        let mut lines = lines(text, look, wide);
        let whole = lines.join(" ").len() == text.len();
        if whole && lines.len() <= most {
            return (look, lines);
        }
        if look.size <= smallest {
            if lines.len() > most {
                let rest = lines.split_off(most - 1).join(" ");
                lines.push(fit(&rest, look, wide));
            }
            return (look, lines);
        }
        look.size = (look.size - 1.0).max(smallest);
    }
}

/// A text's look, as the drawing backends ask for it.
pub(in crate::documents) struct Label {
    pub(in crate::documents) look: Type,
    pub(in crate::documents) anchor: Anchor,
}

impl BackendTextStyle for Label {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        BackendColor {
            alpha: 1.0,
            rgb: self.look.colour,
        }
    }

    fn size(&self) -> f64 {
        f64::from(self.look.size) * PLOTTERS_SIZE_PER_EM
    }

    fn style(&self) -> FontStyle {
        if self.look.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        }
    }

    fn anchor(&self) -> Pos {
        let across = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(across, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    /// The box from the baseline up to the height of an x: SVG centres text on the same.
    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        const X_HEIGHT: f32 = 0.54;
        let x_height = (self.look.size * X_HEIGHT).round() as i32;
        let width = own_width(text, self.look);
        Ok(((0, -x_height), (width, 0)))
    }

    /// Every covered point, by its place from the start of the baseline.
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        (x, y): (i32, i32),
        mut draw: DrawFunc,
    ) -> Result<Result<(), E>, Self::FontError> {
        let Some(font) = font(self.look.bold) else {
            return Ok(Ok(()));
        };
        let scale = scale(font, self.look.size);
        let scaled = font.as_scaled(scale);
        let mut pen = 0.0;
        let mut result = Ok(());
        for letter in text.chars() {
            let id = scaled.glyph_id(letter);
            let glyph = id.with_scale_and_position(scale, point(pen, 0.0));
            pen += scaled.h_advance(id);
            let Some(outline) = font.outline_glyph(glyph) else {
                continue;
            };
            let corner = outline.px_bounds().min;
            let (left, top) = (x + corner.x as i32, y + corner.y as i32);
            outline.draw(|across, down, coverage| {
                if result.is_ok() && coverage > 0.0 {
                    let colour = BackendColor {
                        alpha: f64::from(coverage.min(1.0)),
                        rgb: self.look.colour,
                    };
                    result = draw(left + across as i32, top + down as i32, colour);
                }
            });
        }
        Ok(result)
    }
}
