//! From the text of a CSV file to a table.

use csv::ReaderBuilder;

use super::raw_table::{RawTable, Row};
use crate::input::problems::{Origin, Problems, codes};
use crate::schema::TableSpec;

/// Reads a CSV file; `None`, with the problem noted, where no table can be made of it.
pub(in crate::input) fn read(
    text: &str,
    origin: Origin,
    spec: &TableSpec,
    problems: &Problems,
) -> Option<RawTable> {
    if let Some(name) = other_separator(text) {
        problems.add(
            &codes::SEPARATOR,
            origin.line(1),
            format!(
                "The values in {} are separated by {name}, not by commas.",
                origin.spoken()
            ),
            "Save it as “CSV UTF-8 (comma delimited)”, or replace the separators by commas.",
        );
        return None;
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines::new(text);
    let mut rows = Vec::new();
    loop {
        let begin = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let mut cells = csv::StringRecord::new();
        match reader.read_record(&mut cells) {
            Ok(false) => break,
            Ok(true) => {
                lines.advance_to(begin);
                rows.push(Row {
                    line: lines.line,
                    cells,
                });
            }
            Err(error) => {
                problems.add(
                    &codes::UNREADABLE,
                    origin.line(lines.line),
                    format!("{} cannot be read from here on: {error}.", origin.spoken()),
                    "Save it again as “CSV UTF-8”.",
                );
                return None;
            }
        }
    }
    if let Some(row) = rows.last()
        && ends_inside_quotes(lines.rest())
    {
        problems.add(
            &codes::OPEN_QUOTE,
            origin.line(row.line),
            "A quotation mark in this row is never closed, so everything after it was taken as one value.",
            "Close the quotation mark, or delete it. A quotation mark inside a quoted value is written twice.",
        );
        rows.pop();
    }
    RawTable::new(origin, spec, rows, problems)
}

/// Counts lines up to where each record starts. The csv crate's own count stands still at blank lines and lone carriage returns.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// Moves to the record that starts at or, past line ends, after `byte`.
    fn advance_to(&mut self, byte: usize) {
        let bytes = self.text.as_bytes();
        while let Some(current) = bytes.get(self.at) {
            let is_line_end = matches!(current, b'\n' | b'\r');
            if self.at >= byte && !is_line_end {
                break;
            }
            let is_first_of_two = *current == b'\r' && bytes.get(self.at + 1) == Some(&b'\n');
            if is_line_end && !is_first_of_two {
                self.line = self.line.saturating_add(1);
            }
            self.at += 1;
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }
}

/// What stands between the values of the header, where it is not a comma.
fn other_separator(text: &str) -> Option<&'static str> {
    let header = text.lines().find(|line| {
        let line = line.trim();
        !line.is_empty() && line != "#" && !line.starts_with("# ")
    })?;
    if header.contains(',') {
        return None;
    }
    [(';', "semicolons"), ('\t', "tabs"), ('|', "vertical bars")]
        .into_iter()
        .find(|(separator, _)| header.contains(*separator))
        .map(|(_, name)| name)
}

/// Whether this record, the last of a file, ends inside a quoted value.
fn ends_inside_quotes(record: &str) -> bool {
    let mut inside = false;
    let mut at_start = true;
    let mut letters = record.chars().peekable();
    while let Some(letter) = letters.next() {
        match (inside, letter) {
            (true, '"') if letters.peek() == Some(&'"') => {
                letters.next();
            }
            (true, '"') => inside = false,
            (true, _) => {}
            (false, '"') if at_start => inside = true,
            (false, ',' | '\n' | '\r') => {
                at_start = true;
                continue;
            }
            (false, _) => {}
        }
        at_start = false;
    }
    inside
}
