//! A drawing as SVG and as PNG: one function paints both.

use plotters::backend::{BitMapBackend, SVGBackend};
use plotters_backend::{BackendColor, DrawingBackend, DrawingErrorKind};

use super::text::Label;
use super::{Colour, Drawing, Rect, Shape, WHITE};
use crate::documents::OutputError;

/// Units of a drawing, and points of its PNG, per inch.
const PER_INCH: f64 = 200.0;

/// The drawing as an SVG document as wide as A4 is long, with a title and a description for those who cannot see it.
pub(in crate::documents) fn svg(
    drawing: &Drawing,
    title: &str,
    description: &str,
) -> Result<Vec<u8>, OutputError> {
    let size = size(drawing);
    let mut painted = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut painted, size);
        paint(drawing, &mut backend).map_err(failed)?;
    }
    let body = painted
        .split_once('>')
        .map(|(_, body)| body)
        .unwrap_or_default();
    // Whole millimetres: a page a tenth higher than A4 would print on two.
    let millimetres = |units: u32| (f64::from(units) / PER_INCH * 25.4).floor();
    let document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" \
         role=\"img\" aria-labelledby=\"assize-title assize-desc\">\n\
         <title id=\"assize-title\">{}</title>\n<desc id=\"assize-desc\">{}</desc>{body}",
        millimetres(size.0),
        millimetres(size.1),
        size.0,
        size.1,
        escape(title),
        escape(description),
    );
    Ok(document.into_bytes())
}

/// The drawing as a PNG that prints at its true size.
pub(in crate::documents) fn png(drawing: &Drawing) -> Result<Vec<u8>, OutputError> {
    let (width, height) = size(drawing);
    let mut pixels = vec![0; width as usize * height as usize * 3];
    {
        let mut backend = BitMapBackend::with_buffer(&mut pixels, (width, height));
        paint(drawing, &mut backend).map_err(failed)?;
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let per_metre = (PER_INCH / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

/// Paints every shape, in order, on a white ground.
fn paint<B: DrawingBackend>(
    drawing: &Drawing,
    backend: &mut B,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    backend.ensure_prepared()?;
    let ground = (drawing.width, drawing.height);
    backend.draw_rect((0, 0), ground, &opaque(WHITE), true)?;
    for shape in &drawing.shapes {
        match shape {
            Shape::Fill(rect, colour) => {
                let (from, to) = corners(*rect);
                backend.draw_rect(from, to, &opaque(*colour), true)?;
            }
            Shape::Line(from, to, colour) => backend.draw_line(*from, *to, &opaque(*colour))?,
            Shape::Polygon(corners, colour) => {
                backend.fill_polygon(corners.iter().copied(), &opaque(*colour))?;
            }
            Shape::Text {
                text,
                at,
                anchor,
                look,
            } => {
                let label = Label {
                    look: *look,
                    anchor: *anchor,
                };
                backend.draw_text(text, &label, *at)?;
            }
        }
    }
    backend.present()
}

fn corners(rect: Rect) -> ((i32, i32), (i32, i32)) {
    ((rect.left, rect.top), (rect.right, rect.bottom))
}

fn opaque(colour: Colour) -> BackendColor {
    BackendColor {
        alpha: 1.0,
        rgb: colour,
    }
}

fn size(drawing: &Drawing) -> (u32, u32) {
    (drawing.width.max(1) as u32, drawing.height.max(1) as u32)
}

fn escape(text: &str) -> String {
    super::letters::clean(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn failed(error: impl std::fmt::Display) -> OutputError {
    OutputError::Drawing(error.to_string())
}
