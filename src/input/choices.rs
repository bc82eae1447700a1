//! Values that are one of a few words.

use chrono::Weekday;

use crate::input::problems::words::{list, nearest, quote};

/// The weekdays, by either name.
pub(super) const WEEKDAYS: [(&str, Weekday); 14] = [
    ("Mon", Weekday::Mon),
    ("Tue", Weekday::Tue),
    ("Wed", Weekday::Wed),
    ("Thu", Weekday::Thu),
    ("Fri", Weekday::Fri),
    ("Sat", Weekday::Sat),
    ("Sun", Weekday::Sun),
    ("Monday", Weekday::Mon),
    ("Tuesday", Weekday::Tue),
    ("Wednesday", Weekday::Wed),
    ("Thursday", Weekday::Thu),
    ("Friday", Weekday::Fri),
    ("Saturday", Weekday::Sat),
    ("Sunday", Weekday::Sun),
];

/// Which of a few words a text is, in whatever case; else the fact and the remedy.
///
/// Two words may mean the same: messages list the first of them.
pub(super) fn choose<T: Copy + PartialEq>(
    text: &str,
    choices: &[(&str, T)],
) -> Result<T, (String, String)> {
    let found = choices
        .iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(text));
    found.map(|(_, value)| *value).ok_or_else(|| {
        let is_first =
            |index: usize, value: &T| !choices.iter().take(index).any(|(_, other)| other == value);
        let words: Vec<&str> = choices
            .iter()
            .enumerate()
            .filter(|(index, (_, value))| is_first(*index, value))
            .map(|(_, (word, _))| *word)
            .collect();
        let fact = format!("{} is not one of {}.", quote(text), list(&words, "or"));
        let remedy = match nearest(text, choices.iter().map(|(word, _)| *word)) {
            Some(near) => format!("Did you mean {}?", quote(near)),
            None => "Write one of these words.".to_owned(),
        };
        (fact, remedy)
    })
}
