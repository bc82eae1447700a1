//! The words in a session's box: set as large and as openly as its height lets them.

use super::entry::Entry;
use super::flow::{Flow, Piece};
use super::programme::times;
use super::style;

/// How the parts of a session's text follow one another.
#[derive(Debug, Clone, Copy)]
enum Setting {
    /// Each part begins a line.
    Open,
    /// Time and activity on the first lines, everything else on the next.
    Close,
    /// One part after the other, all in plain letters: words that look different side by side would touch in a wider font, or stand
    /// apart in a narrower one.
    WordRun,
    /// The same, without what the box need not say.
    Short,
}

/// A setting, the size of its letters, from line to line, and how much of the height stays free.
type Measures = (Setting, f32, i32, i32);

/// From the best to the closest. The first two are for wide columns.
const SETTINGS: [Measures; 11] = [
    (Setting::Open, 24.0, 30, 8),
    (Setting::Close, 24.0, 30, 8),
    (Setting::Open, 22.0, 27, 6),
    (Setting::Close, 22.0, 27, 6),
    (Setting::Open, 20.0, 24, 6),
    (Setting::Close, 20.0, 24, 6),
    (Setting::Open, 19.0, 21, 4),
    (Setting::Close, 19.0, 21, 4),
    (Setting::WordRun, 19.0, 20, 0),
    (Setting::WordRun, 19.0, 19, 0),
    (Setting::WordRun, 18.0, 18, 0),
];
/// When nothing else holds the words, and they may be cut.
const LAST: Measures = (Setting::Short, 18.0, 18, 0);

/// Words, and from the middle of one line to the next.
pub(super) struct BoxText {
    pub(super) flow: Flow,
    pub(super) leading: i32,
}

impl BoxText {
    /// The words of a session for a room so wide and high. They are cut short only if no setting holds them.
    pub(super) fn of(entry: &Entry, (width, height): (i32, i32), is_wide: bool) -> Self {
        let first = if is_wide { 0 } else { 2 };
        for (setting, size, leading, free) in SETTINGS.into_iter().skip(first) {
            let flow = Flow::set(&paragraphs(entry, setting, size), width);
            if flow.cuts == 0 && flow.lines() as i32 * leading + free <= height {
                return Self { flow, leading };
            }
        }
        // A session of a few minutes has one line of small letters.
        let (setting, size, leading, _) = LAST;
        let leading = height.clamp(12, leading);
        let flow = Flow::set(&paragraphs(entry, setting, size.min(leading as f32)), width);
        let lines = (height / leading).max(1) as usize;
        Self {
            flow: flow.cut(lines, width),
            leading,
        }
    }

    pub(super) fn height(&self) -> i32 {
        self.flow.lines() as i32 * self.leading
    }
}

fn paragraphs(entry: &Entry, setting: Setting, size: f32) -> Vec<Vec<Piece>> {
    let (plain, bold) = (style::words(size, false), style::words(size, true));
    let time = Piece::new(times(&entry.minutes), plain);
    let details: Vec<&str> = entry
        .details
        .iter()
        .filter(|detail| detail.is_needed || !matches!(setting, Setting::Short))
        .map(|detail| detail.text.as_str())
        .collect();
    let joined = Piece::new(details.join(". "), plain);
    match setting {
        Setting::Open => {
            let activity = Piece::new(&entry.activity, bold);
            let details = details.iter();
            let details = details.map(|detail| vec![Piece::new(detail, plain)]);
            [vec![time], vec![activity]]
                .into_iter()
                .chain(details)
                .collect()
        }
        Setting::Close => {
            let time = Piece::new(times(&entry.minutes), bold);
            vec![vec![time, Piece::new(&entry.activity, bold)], vec![joined]]
        }
        Setting::WordRun | Setting::Short => {
            let end = if details.is_empty() { "" } else { "." };
            let activity = Piece::new(format!("{}{end}", entry.activity), plain);
            vec![vec![time, activity, joined]]
        }
    }
}
