//! Turning what stands in the input into words for a message.

use crate::domain::printable;

/// The longest piece of the input that a message repeats, in characters.
const LONGEST_QUOTE: usize = 60;

/// Text from the input in quotation marks: cut where it is long, and safe to print on a terminal.
pub(in crate::input) fn quote(text: &str) -> String {
    let mut shown = printable(text);
    if shown.chars().count() > LONGEST_QUOTE {
        shown = shown.chars().take(LONGEST_QUOTE).collect();
        shown.push('…');
    }
    format!("“{shown}”")
}

/// A list as people write it: `a, b or c`.
pub(in crate::input) fn list<T: AsRef<str>>(items: &[T], word: &str) -> String {
    match items {
        [] => "nothing".to_owned(),
        [only] => only.as_ref().to_owned(),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", init.join(", "), last.as_ref())
        }
    }
}

/// The first names of a list, and how many more there are.
pub(in crate::input) fn first_of(names: &[String], most: usize) -> String {
    match names.get(most..) {
        Some(rest) if rest.len() > 1 => {
            let first = names.iter().take(most).cloned();
            let more = format!("{} others", rest.len());
            list(&first.chain([more]).collect::<Vec<_>>(), "and")
        }
        _ => list(names, "and"),
    }
}

/// `1 working day`, `2 working days`.
pub(in crate::input) fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}

/// The candidate nearest to what was written, if one is near enough to be meant.
///
/// Case, spaces, hyphens and underscores count as equal: people write “West Yorkshire” for `west-yorkshire`.
pub(in crate::input) fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const LONGEST: usize = 100;
    let wanted = folded(written);
    let length = wanted.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .filter(|candidate| *candidate != written && candidate.len() <= 4 * LONGEST)
        .map(|candidate| {
            let folded = folded(candidate);
            let allowed = (length.max(folded.chars().count()) / 3).max(1);
            let distance = strsim::osa_distance(&wanted, &folded);
            (distance, allowed, candidate)
        })
        .filter(|(distance, allowed, _)| distance <= allowed)
        .min_by_key(|(distance, _, candidate)| (*distance, *candidate))
        .map(|(_, _, candidate)| candidate)
}

fn folded(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    lower
        .chars()
        .map(|c| if c == ' ' || c == '-' { '_' } else { c })
        .collect()
}

/// `Did you mean “x”?` where something near is known, else the other remedy.
pub(in crate::input) fn did_you_mean<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    match nearest(written, candidates) {
        Some(near) => format!("Did you mean {}?", quote(near)),
        None => otherwise(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_found_and_far_ones_are_not() {
        let known = ["first_day", "last_day", "west-yorkshire"];
        assert_eq!(nearest("First day", known), Some("first_day"));
        assert_eq!(nearest("West Yorkshire", known), Some("west-yorkshire"));
        assert_eq!(nearest("lastday", known), Some("last_day"));
        assert_eq!(nearest("reason", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(list(&["a"], "or"), "a");
        assert_eq!(list(&["a", "b", "c"], "or"), "a, b or c");
    }

    #[test]
    fn quotes_are_short_and_printable() {
        assert_eq!(quote("\u{1b}[31mred"), "“\u{fffd}[31mred”");
        assert_eq!(quote(&"x".repeat(500)).chars().count(), LONGEST_QUOTE + 3);
    }
}
