//! The words of a drawing: whole where there is any way to set them, and with a list of those that the font could not show.

use super::{Anchor, Drawing, Rect, Shape, Type, WHITE, letters, text};

impl Drawing {
    /// A text, at its full length.
    pub(in crate::documents) fn text(
        &mut self,
        words: &str,
        at: (i32, i32),
        anchor: Anchor,
        look: Type,
    ) {
        let text = letters::drawn(&letters::clean(words), &mut self.substitutes);
        if !text.is_empty() {
            self.shapes.push(Shape::Text {
                text,
                at,
                anchor,
                look,
            });
        }
    }

    /// A text from `at` that is shortened with an ellipsis if it is wider than `width`.
    pub(in crate::documents) fn text_within(
        &mut self,
        words: &str,
        at: (i32, i32),
        width: i32,
        look: Type,
    ) {
        let text = text::fit(&letters::clean(words), look, width);
        self.text(&text, at, Anchor::Start, look);
    }

    /// A text that is never cut short while a smaller size or a further line holds it, in the middle of the height of a rectangle.
    pub(in crate::documents) fn text_in(
        &mut self,
        words: &str,
        rect: Rect,
        anchor: Anchor,
        look: Type,
        smallest: f32,
    ) {
        let room = (rect.right - rect.left, rect.bottom - rect.top);
        let (look, lines) = text::set(&letters::clean(words), look, smallest, room);
        let leading = text::leading(look);
        let x = match anchor {
            Anchor::Start => rect.left,
            Anchor::Middle => (rect.left + rect.right) / 2,
            Anchor::End => rect.right,
        };
        let mut middle = (rect.top + rect.bottom - (lines.len() as i32 - 1) * leading) / 2;
        for line in lines {
            self.text(&line, (x, middle), anchor, look);
            middle += leading;
        }
    }

    /// A text in the middle between two heights, on a white ground as wide as it is in our own font.
    pub(in crate::documents) fn text_on_white(
        &mut self,
        words: &str,
        x: i32,
        (top, bottom): (i32, i32),
        anchor: Anchor,
        look: Type,
    ) {
        let wide = text::own_width(&letters::clean(words), look);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2,
            Anchor::End => x - wide,
        };
        let ground = Rect {
            left: left - 3,
            top,
            right: left + wide + 3,
            bottom,
        };
        self.fill(ground, WHITE);
        self.text(words, (x, (top + bottom) / 2), anchor, look);
    }

    /// Which words are not as they were given, in one line below everything; nothing where all are.
    pub(in crate::documents) fn list_substitutes(
        &mut self,
        at: (i32, i32),
        width: i32,
        look: Type,
    ) {
        let all: Vec<String> = self.substitutes.iter().cloned().collect();
        let listed = |shown: usize| {
            let names = all.get(..shown).unwrap_or(&all).join("; ");
            let more = match all.len() - shown {
                0 => String::new(),
                more => format!("; and {more} more"),
            };
            format!("Written in Latin letters here: {names}{more}.")
        };
        let lengths = (1..=all.len()).rev();
        let fitting = lengths
            .map(listed)
            .find(|line| text::width(line, look) <= width);
        if let Some(line) = fitting.or_else(|| all.first().map(|_| listed(1))) {
            self.text_within(&line, at, width, look);
        }
    }
}
