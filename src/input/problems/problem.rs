//! One problem in the input: where it is, what is wrong, and what to do about it.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use super::codes::{Code, Severity};
use super::place::Place;
use crate::domain::printable;
use crate::schema::TableSpec;
use crate::schema::settings::{SETTINGS, SETTINGS_FILE};

/// A problem in the input. `Display` prints it for a terminal, over three lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it stops the work.
    pub severity: Severity,
    /// Its code, such as `E302`: see [`crate::input::problems::codes::ALL`].
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in a sentence or two.
    pub fact: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}: {}", self.severity, self.code, self.place)?;
        writeln!(f, "  {}", self.fact)?;
        write!(f, "  {}", self.remedy)
    }
}

/// The whole report for a terminal: every problem, then how many there are.
pub fn report(problems: &[Problem]) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&format!("{problem}\n\n"));
    }
    let count = |severity: Severity, one: &str| {
        let found = problems.iter().filter(|p| p.severity == severity).count();
        match found {
            1 => format!("1 {one}"),
            _ => format!("{found} {one}s"),
        }
    };
    let errors = count(Severity::Error, "error");
    let warnings = count(Severity::Warning, "warning");
    text.push_str(&format!("{errors} and {warnings}.\n"));
    text
}

/// How many problems of one code are shown for one column: a wrong column in a long table is one mistake, not a million.
const SHOWN_PER_COLUMN: usize = 50;

/// Every problem found so far. Readers share it, so that one pass over the input finds them all.
#[derive(Debug, Default)]
pub(in crate::input) struct Problems {
    found: RefCell<Collected>,
    tables_are_sheets: Cell<bool>,
    settings_are_a_sheet: Cell<bool>,
}

#[derive(Debug, Default)]
struct Collected {
    shown: Vec<Problem>,
    columns: HashMap<(&'static Code, Arc<str>, u32), PerColumn>,
}

#[derive(Debug, Default)]
struct PerColumn {
    shown: usize,
    hidden: usize,
    first_hidden: Option<Place>,
}

impl Problems {
    /// Notes a problem.
    pub(in crate::input) fn add(
        &self,
        code: &'static Code,
        place: Place,
        fact: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add_with(code, place, || (fact.into(), remedy.into()));
    }

    /// Notes a problem whose fact and remedy take effort to word: they are worded only if it will be shown.
    pub(in crate::input) fn add_with(
        &self,
        code: &'static Code,
        place: Place,
        words: impl FnOnce() -> (String, String),
    ) {
        let mut found = self.found.borrow_mut();
        let key = (code, place.file_shared(), place.column());
        let count = found.columns.entry(key).or_default();
        if count.shown == SHOWN_PER_COLUMN {
            count.hidden += 1;
            count.first_hidden.get_or_insert(place);
            return;
        }
        count.shown += 1;
        let (fact, remedy) = words();
        found.shown.push(Problem {
            severity: code.severity(),
            code: code.number,
            place,
            // Whatever stood in the input, a message cannot steer the terminal.
            fact: printable(&fact),
            remedy: printable(&remedy),
        });
    }

    /// From here on, remedies speak of sheets.
    pub(in crate::input) fn tables_are_sheets(&self) {
        self.tables_are_sheets.set(true);
    }

    /// From here on, remedies speak of the sheet of the settings.
    pub(in crate::input) fn settings_are_a_sheet(&self) {
        self.settings_are_a_sheet.set(true);
    }

    /// What a remedy calls a table: `sites.csv`, or `the sheet sites`.
    pub(in crate::input) fn called(&self, table: &TableSpec) -> String {
        match self.tables_are_sheets.get() {
            true => format!("the sheet {}", table.name),
            false => table.file(),
        }
    }

    /// What a remedy calls the settings: `inspection.toml`, or `the sheet inspection`.
    pub(in crate::input) fn settings_called(&self) -> String {
        match self.settings_are_a_sheet.get() {
            true => format!("the sheet {SETTINGS}"),
            false => SETTINGS_FILE.to_owned(),
        }
    }

    /// Whether anything was noted that stops the work.
    pub(in crate::input) fn has_errors(&self) -> bool {
        let found = self.found.borrow();
        found
            .shown
            .iter()
            .any(|problem| problem.severity == Severity::Error)
    }

    /// Every problem, in order of file, line and column.
    #[expect(clippy::iter_over_hash_type, reason = "all is sorted in the end")]
    pub(in crate::input) fn into_sorted(self) -> Vec<Problem> {
        let found = self.found.into_inner();
        let mut all = found.shown;
        for ((code, _, _), count) in found.columns {
            let Some(place) = count.first_hidden else {
                continue;
            };
            let (hidden, number) = (count.hidden, code.number);
            let fact = match hidden {
                1 => format!("There is 1 more problem {number} here."),
                _ => format!(
                    "From here on, there are {hidden} more problems {number} in this column."
                ),
            };
            all.push(Problem {
                severity: code.severity(),
                code: number,
                place,
                fact,
                remedy: "Correct those above first: often they all have one cause.".to_owned(),
            });
        }
        all.sort_by(|a, b| (&a.place, a.code, &a.fact).cmp(&(&b.place, b.code, &b.fact)));
        // A cell that is read twice has its fault noted twice.
        all.dedup();
        all
    }
}
