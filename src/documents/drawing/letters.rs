//! Which letters a drawing can show, and what stands for the others.
//!
//! The font that the program brings along has Latin, Greek and Cyrillic. Fonts for every script would be many times as large as the
//! program, and one of the machine's own would give other bytes elsewhere. So every other letter is written in Latin letters, and the
//! drawing lists where that was done.

use std::collections::BTreeSet;

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fonts::has_letter;
use crate::domain::shows_nothing;

/// One line, its marks joined to their letters, without the control characters that XML forbids and the signs that turn the
/// direction of a line.
pub(in crate::documents) fn clean(text: &str) -> String {
    let printable: String = text
        .nfc()
        .filter(|letter| !is_unseen(*letter))
        .map(|letter| match letter {
            '\u{fffe}' | '\u{ffff}' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Signs that take no room: marks that show nothing, joiners, variants of a letter, tags.
fn is_unseen(letter: char) -> bool {
    shows_nothing(letter)
        || matches!(letter,
            '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// What is drawn for a letter: itself, or Latin letters; a mark that no letter took up is left out, and of what nobody can write
/// otherwise a question mark is left.
pub(super) fn shown(letter: char, draw: &mut dyn FnMut(char)) {
    if letter == '\u{a0}' || has_letter(letter) {
        return draw(letter);
    }
    match any_ascii_char(letter) {
        "" if is_combining_mark(letter) || is_unseen(letter) => {}
        "" => draw('?'),
        latin => latin.chars().for_each(draw),
    }
}

/// A text as it is drawn. The words that had to be written otherwise are added to those known, as they are drawn.
pub(super) fn drawn(text: &str, substitutes: &mut BTreeSet<String>) -> String {
    let mut all = String::new();
    let mut changed: Vec<String> = Vec::new();
    for (place, word) in text.split(' ').enumerate() {
        let mut latin = String::new();
        word.chars()
            .for_each(|letter| shown(letter, &mut |one| latin.push(one)));
        if place > 0 {
            all.push(' ');
        }
        all.push_str(&latin);
        if latin == word {
            note(&mut changed, substitutes);
        } else {
            changed.push(latin);
        }
    }
    note(&mut changed, substitutes);
    all
}

/// Words that follow one another are listed together: the parts of a name.
fn note(changed: &mut Vec<String>, substitutes: &mut BTreeSet<String>) {
    let words = std::mem::take(changed).join(" ");
    let words = words.trim_matches([',', '.', ';', '…']);
    if !words.is_empty() {
        substitutes.insert(words.to_owned());
    }
}
