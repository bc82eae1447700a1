//! The font that the program brings along, plain and bold.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale};

static REGULAR: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../../assets/fonts/OpenSans-Regular.ttf")).ok()
});
static BOLD: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../../assets/fonts/OpenSans-Bold.ttf")).ok()
});

/// The font, plain or bold.
pub(super) fn font(bold: bool) -> Option<&'static FontRef<'static>> {
    if bold {
        BOLD.as_ref()
    } else {
        REGULAR.as_ref()
    }
}

/// The scale at which the em of a font is so many units.
pub(super) fn scale(font: &FontRef<'_>, em: f32) -> PxScale {
    let units = font.units_per_em().unwrap_or(1.0);
    PxScale::from(em * font.height_unscaled() / units)
}

/// Whether the font has this letter.
pub(super) fn has_letter(letter: char) -> bool {
    let font = font(false);
    font.is_some_and(|font| font.glyph_id(letter).0 != 0)
}
