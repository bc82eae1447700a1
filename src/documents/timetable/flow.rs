//! Words that flow over as many lines as they need, some of them bold, measured in the font that the program brings along.

use crate::documents::drawing::letters::clean;
use crate::documents::drawing::text::{fit, width};
use crate::documents::drawing::{Anchor, Drawing, Type};

/// Some words that look alike.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) look: Type,
}

impl Piece {
    /// Lines may end between its words, but not where they are joined by a no-break space.
    pub(super) fn new(text: impl AsRef<str>, look: Type) -> Self {
        let parts: Vec<String> = text.as_ref().split('\u{a0}').map(clean).collect();
        let text = parts.join("\u{a0}");
        Self { text, look }
    }
}

/// Words of one look on one line, and where they begin.
#[derive(Debug, Clone)]
struct WordRun {
    text: String,
    look: Type,
    x: i32,
    /// Where they end.
    end: i32,
}

/// Text set in lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    lines: Vec<Vec<WordRun>>,
    /// How many words had to be broken, and texts cut short.
    pub(super) cuts: usize,
}

impl Flow {
    /// Sets paragraphs, each of them pieces that follow one another, in lines no wider than `room`.
    pub(super) fn set(paragraphs: &[Vec<Piece>], room: i32) -> Self {
        let mut flow = Self::default();
        for pieces in paragraphs {
            flow.lines.push(Vec::new());
            for piece in pieces {
                for word in piece.text.split(' ').filter(|word| !word.is_empty()) {
                    flow.word(word, piece.look, room);
                }
            }
        }
        flow.lines.retain(|line| !line.is_empty());
        flow
    }

    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Puts a word on the last line if it fits, otherwise on the next; breaks it if it is wider than a line.
    fn word(&mut self, word: &str, look: Type, room: i32) {
        let mut rest = word.to_owned();
        loop {
            let space = width(" ", look);
            let line = self.lines.last().and_then(|line| line.last());
            let at = line.map_or(0, |run| run.end + space);
            if at + width(&rest, look) <= room {
                self.push(&rest, look, at);
                return;
            }
            if at > 0 {
                self.lines.push(Vec::new());
                continue;
            }
            let whole = rest.chars().count();
            let longest = (1..whole).rev().find(|kept| {
                let start: String = rest.chars().take(*kept).collect();
                width(&start, look) <= room
            });
            let kept = longest.unwrap_or(1);
            let start: String = rest.chars().take(kept).collect();
            self.push(&start, look, 0);
            self.cuts += 1;
            rest = rest.chars().skip(kept).collect();
            if rest.is_empty() {
                return;
            }
            self.lines.push(Vec::new());
        }
    }

    /// A word at the end of the last line, joined to what looks the same.
    fn push(&mut self, word: &str, look: Type, x: i32) {
        let Some(line) = self.lines.last_mut() else {
            return;
        };
        match line.last_mut() {
            Some(run) if run.look == look => {
                run.text = format!("{} {word}", run.text);
                run.end = run.x + width(&run.text, look);
            }
            _ => line.push(WordRun {
                text: word.to_owned(),
                look,
                x,
                end: x + width(word, look),
            }),
        }
    }

    /// The first lines, so many at least as one; what is left out shows as an ellipsis.
    pub(super) fn cut(mut self, lines: usize, room: i32) -> Self {
        let lines = lines.max(1);
        if self.lines.len() <= lines {
            return self;
        }
        self.lines.truncate(lines);
        self.cuts += 1;
        if let Some(run) = self.lines.last_mut().and_then(|line| line.last_mut()) {
            let room = room - run.x;
            let open = format!("{}…", run.text);
            run.text = if width(&open, run.look) <= room {
                open
            } else {
                // Wider than its room by a letter, so that `fit` cuts it.
                fit(&format!("{}……", run.text), run.look, room)
            };
        }
        self
    }

    /// Draws the lines, `leading` from the middle of one to the next; `top` is the top of the first.
    pub(super) fn draw(&self, drawing: &mut Drawing, left: i32, top: i32, leading: i32) {
        let mut middle = top + leading / 2;
        for line in &self.lines {
            for run in line {
                drawing.text(&run.text, (left + run.x, middle), Anchor::Start, run.look);
            }
            middle += leading;
        }
    }
}
