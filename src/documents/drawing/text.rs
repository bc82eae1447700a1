//! Text in the font that the program brings along, measured and drawn alike on every machine.

use std::convert::Infallible;
use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendTextStyle, FontFamily, FontStyle};

use super::{Anchor, Type};
use crate::domain::one_line;

/// What an SVG viewer should use: our font if it has it, otherwise one no wider.
const FAMILY: &str = "Open Sans, Arial, Helvetica, sans-serif";

/// The SVG backend of `plotters` divides sizes by this to get the em.
const PLOTTERS_SIZE_PER_EM: f64 = 1.24;

static REGULAR: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../../assets/fonts/OpenSans-Regular.ttf")).ok()
});
static BOLD: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../../assets/fonts/OpenSans-Bold.ttf")).ok()
});

fn font(bold: bool) -> Option<&'static FontRef<'static>> {
    if bold {
        BOLD.as_ref()
    } else {
        REGULAR.as_ref()
    }
}

/// The scale at which the em of a font is so many units.
fn scale(font: &FontRef<'_>, em: f32) -> PxScale {
    let units = font.units_per_em().unwrap_or(1.0);
    PxScale::from(em * font.height_unscaled() / units)
}

/// The width of a text in units, rounded up.
pub(in crate::documents) fn width(text: &str, look: Type) -> i32 {
    let Some(font) = font(look.bold) else {
        return 0;
    };
    let scaled = font.as_scaled(scale(font, look.size));
    let width: f32 = text
        .chars()
        .map(|letter| scaled.h_advance(scaled.glyph_id(letter)))
        .sum();
    width.ceil() as i32
}

/// The width of a text with room to spare: another font than ours may be a little wider.
pub(in crate::documents) fn roomy(text: &str, look: Type) -> i32 {
    width(text, look) * 21 / 20
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

/// One line, without the control characters that XML forbids.
pub(in crate::documents) fn clean(text: &str) -> String {
    let shown = one_line(text);
    let printable: String = shown
        .chars()
        .map(|c| {
            if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') {
                ' '
            } else {
                c
            }
        })
        .collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
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
        Ok(((0, -x_height), (width(text, self.look), 0)))
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
