//! One row of a table, and its cells as what they should be: a text, a date, a number, one of a few words.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::files::{CELL_ERRORS, RawTable, Row};
use super::problems::words::{self, quote};
use super::problems::{Place, Problems, codes};
use super::{choices, dates, numbers, times};
use crate::domain::TimeOfDay;

/// The longest id, in characters.
const LONGEST_ID: usize = 100;

/// A row being read. Every method notes what is wrong with a cell and then returns `None`.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) table: &'a RawTable,
    pub(super) row: &'a Row,
    pub(super) problems: &'a Problems,
}

/// That something was wrong, and has been noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noted;

impl<'a> Record<'a> {
    /// The place of a cell of this row.
    pub(super) fn place(&self, column: &str) -> Place {
        match self.table.column(column) {
            Some(index) => self.table.place(self.row.line, index),
            None => self.table.origin.line(self.row.line),
        }
    }

    /// Whether the cell is filled, with whatever.
    pub(super) fn has(&self, column: &str) -> bool {
        self.raw(column).is_some()
    }

    /// The text of a cell as it stands, with no problem noted.
    pub(super) fn raw(&self, column: &str) -> Option<&'a str> {
        self.row.cell(self.table.column(column)?)
    }

    /// The text of a cell; `None` where it is blank.
    pub(super) fn text(&self, column: &str) -> Option<&'a str> {
        let text = self.raw(column)?;
        self.is_readable(column, text).then_some(text)
    }

    /// The text of a cell, owned.
    pub(super) fn owned(&self, column: &str) -> Option<String> {
        self.text(column).map(str::to_owned)
    }

    fn is_readable(&self, column: &str, text: &str) -> bool {
        if CELL_ERRORS.contains(&text) {
            self.problems.add(
                &codes::CELL_ERROR,
                self.place(column),
                format!("The cell holds the spreadsheet error {}.", quote(text)),
                "Correct the formula, or clear the cell if the value is not known.",
            );
            return false;
        }
        let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if text.contains(strange) {
            self.problems.add(
                &codes::BAD_TEXT,
                self.place(column),
                format!(
                    "The text {} has a character in it that cannot be printed.",
                    quote(text)
                ),
                "Type it again.",
            );
            return false;
        }
        true
    }

    /// The text of a cell that must be filled.
    pub(super) fn required(&self, column: &str) -> Option<&'a str> {
        self.check_filled(column);
        self.text(column)
    }

    /// What a cell says: nothing where it is blank. `read` reads a filled one, and notes what is wrong with it.
    pub(super) fn given<T>(
        self,
        column: &str,
        read: impl FnOnce(Self) -> Option<T>,
    ) -> Result<Option<T>, Noted> {
        match self.has(column) {
            true => read(self).map(Some).ok_or(Noted),
            false => Ok(None),
        }
    }

    /// Notes it if the cell is blank. A column that is not there at all has been noted already.
    fn check_filled(&self, column: &str) {
        if self.raw(column).is_none() && self.table.column(column).is_some() {
            self.problems
                .add_with(&codes::MISSING_VALUE, self.place(column), || {
                    let remedy = "Fill it in, or delete the row.";
                    let are = match column {
                        "sessions" | "minutes" => "are",
                        _ => "is",
                    };
                    (
                        format!("The {} {are} blank.", column.replace('_', " ")),
                        remedy.to_owned(),
                    )
                });
        }
    }

    /// An id that this row gives: short, on one line and without `;`, which stands between ids.
    pub(super) fn new_id(&self, column: &str) -> Option<&'a str> {
        self.new_word(column, "id", "Give it a short id, such as west-yorkshire.")
    }

    /// A name that other rows refer to: short, on one line and without `;`, as an id.
    pub(super) fn new_name(&self, column: &str) -> Option<&'a str> {
        self.new_word(
            column,
            "name",
            "Give it a short name, such as Opening meeting.",
        )
    }

    fn new_word(&self, column: &str, sort: &str, remedy: &str) -> Option<&'a str> {
        let word = self.required(column)?;
        let shown = quote(word);
        let fault = if word.chars().count() > LONGEST_ID {
            format!("The {sort} {shown} is longer than {LONGEST_ID} characters.")
        } else if word.contains(';') {
            format!("The {sort} {shown} has a semicolon in it, which stands between {sort}s.")
        } else if word.contains(char::is_control) {
            format!("The {sort} {shown} runs over more than one line, or has a tab in it.")
        } else {
            return Some(word);
        };
        self.problems
            .add(&codes::BAD_TEXT, self.place(column), fault, remedy);
        None
    }

    /// The parts of a cell with `;` between, blank ones left out.
    pub(super) fn parts(&self, column: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let text = self.text(column).unwrap_or_default();
        text.split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
    }

    /// A date.
    pub(super) fn date(&self, column: &str) -> Option<NaiveDate> {
        let text = self.text(column)?;
        dates::parse(text)
            .map_err(|fault| {
                self.problems
                    .add(fault.code, self.place(column), fault.fact, fault.remedy)
            })
            .ok()
    }

    /// A date that must be given.
    pub(super) fn required_date(&self, column: &str) -> Option<NaiveDate> {
        self.check_filled(column);
        self.date(column)
    }

    /// A time of day, such as `09:30`.
    pub(super) fn time(&self, column: &str) -> Option<TimeOfDay> {
        let text = self.text(column)?;
        times::parse(text)
            .map_err(|fault| {
                self.problems
                    .add(fault.code, self.place(column), fault.fact, fault.remedy)
            })
            .ok()
    }

    /// A time of day that must be given.
    pub(super) fn required_time(&self, column: &str) -> Option<TimeOfDay> {
        self.check_filled(column);
        self.time(column)
    }

    /// A first and a last day, both of which must be given, in order.
    pub(super) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (first, last) = (
            self.required_date("first_day"),
            self.required_date("last_day"),
        );
        self.in_order(first?, last?, "last_day", "first day", "last day")
    }

    /// Two dates, if the first is not after the second.
    pub(super) fn in_order(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        column: &str,
        first_name: &str,
        last_name: &str,
    ) -> Option<(NaiveDate, NaiveDate)> {
        if first <= last {
            return Some((first, last));
        }
        let days = (words::day(first), words::day(last));
        self.problems.add(
            &codes::REVERSED,
            self.place(column),
            format!(
                "The {first_name}, {}, is after the {last_name}, {}.",
                days.0, days.1
            ),
            "Correct one of them, or swap them.",
        );
        None
    }

    /// A number in a range.
    pub(super) fn number(&self, column: &str, range: RangeInclusive<f64>) -> Option<f64> {
        let text = self.text(column)?;
        numbers::number(text, range)
            .map_err(|fault| {
                self.problems
                    .add(fault.code, self.place(column), fault.fact, fault.remedy)
            })
            .ok()
    }

    /// A whole number in a range.
    pub(super) fn whole(&self, column: &str, range: RangeInclusive<u32>) -> Option<u32> {
        let text = self.text(column)?;
        numbers::whole(text, range)
            .map_err(|fault| {
                self.problems
                    .add(fault.code, self.place(column), fault.fact, fault.remedy)
            })
            .ok()
    }

    /// A whole number that must be given.
    pub(super) fn required_whole(&self, column: &str, range: RangeInclusive<u32>) -> Option<u32> {
        self.check_filled(column);
        self.whole(column, range)
    }

    /// One of a few words, in whatever case.
    pub(super) fn choice<T: Copy + PartialEq>(
        &self,
        column: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let text = self.text(column)?;
        self.choose(column, text, choices)
    }

    /// One of a few words, that must be given.
    pub(super) fn required_choice<T: Copy + PartialEq>(
        &self,
        column: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        self.check_filled(column);
        self.choice(column, choices)
    }

    /// Which of a few words a text of this column is.
    pub(super) fn choose<T: Copy + PartialEq>(
        &self,
        column: &str,
        text: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let note = |(fact, remedy)| {
            self.problems
                .add(&codes::NOT_A_CHOICE, self.place(column), fact, remedy);
        };
        choices::choose(text, choices).map_err(note).ok()
    }
}
