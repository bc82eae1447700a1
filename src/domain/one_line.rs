//! Text that stays on its line and shows what it says.
//!
//! A name with a line break in it could write a line of its own into a page, and one with a mark that turns the direction of
//! writing could make a line say something else. So no such character comes in, and none goes out.

use std::borrow::Cow;

/// Whether a character begins a new line, or jumps along it.
pub fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}')
}

/// Whether a character is a mark that shows nothing: of the direction of writing, of where a line may be broken, or of how a text
/// is encoded. The two joiners are none: some scripts are written with them.
pub fn shows_nothing(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
    )
}

/// Whether a character may stand in a title, an id or a name that is printed.
pub fn is_printable(c: char) -> bool {
    !c.is_control() && !breaks_line(c) && !shows_nothing(c)
}

/// The text with a sign in place of each character that must not be printed: of what is named as it stands, such as a file.
pub fn printable(text: &str) -> String {
    let sign = |c: char| if is_printable(c) { c } else { '\u{fffd}' };
    text.chars().map(sign).collect()
}

/// The text on one line, as it shows: a space for each line break and what is blank around it, and no marks that show nothing.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| breaks_line(c) || shows_nothing(c)) {
        return Cow::Borrowed(text);
    }
    let shown: String = text.chars().filter(|c| !shows_nothing(*c)).collect();
    let lines = shown.split(breaks_line).map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    Cow::Owned(lines.join(" "))
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn lines_become_one_and_marks_go() {
        assert_eq!(one_line("Alder"), "Alder");
        assert_eq!(one_line(" Alder \r\n\r\n\tBirch "), "Alder Birch");
        assert_eq!(one_line("Al\u{202e}der\u{2066}\u{200b}"), "Alder");
        assert_eq!(one_line("one\u{2028}two\u{2029}three"), "one two three");
        // Written with a joiner, as Persian and Sinhala are.
        assert_eq!(one_line("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }
}
