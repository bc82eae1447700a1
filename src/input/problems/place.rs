//! Where in the input something stands: a file, a row, a cell, or a key of the settings.

use std::fmt;
use std::sync::Arc;

/// A place in the input, such as `sites.csv:18, column nation`, `sites!C18`
/// or `inspection.toml:12, key timing.notice_weeks`. Places sort by file, line and column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    rank: usize,
    file: Arc<str>,
    line: u32,
    column: u32,
    spot: Spot,
    is_sheet: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    Plain,
    Column(Arc<str>),
    Key(String),
}

impl Place {
    /// The file or sheet it is in.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line or row, counted from 1; 0 for the file as a whole.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The column, counted from 1; 0 for the line as a whole.
    pub(in crate::input) fn column(&self) -> u32 {
        self.column
    }

    pub(in crate::input) fn file_shared(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.is_sheet, self.line) {
            (true, 0) => write!(f, "sheet {}", self.file)?,
            (true, line) => write!(f, "{}!{}{line}", self.file, letters(self.column.max(1)))?,
            (false, 0) => f.write_str(&self.file)?,
            (false, line) => write!(f, "{}:{line}", self.file)?,
        }
        match &self.spot {
            Spot::Plain => Ok(()),
            Spot::Column(_) if self.is_sheet => Ok(()),
            Spot::Column(name) => write!(f, ", column {name}"),
            Spot::Key(key) => write!(f, ", key {key}"),
        }
    }
}

/// The letters of a spreadsheet column: 1 is A, 27 is AA.
fn letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A file or sheet that places lie in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::input) struct Origin {
    rank: usize,
    file: Arc<str>,
    is_sheet: bool,
}

impl Origin {
    /// A file; `rank` orders the files of a report.
    pub(in crate::input) fn file(name: &str, rank: usize) -> Self {
        Self {
            rank,
            file: Arc::from(crate::domain::printable(name)),
            is_sheet: false,
        }
    }

    /// A sheet of a workbook.
    pub(in crate::input) fn sheet(name: &str, rank: usize) -> Self {
        Self {
            is_sheet: true,
            ..Self::file(name, rank)
        }
    }

    /// What people call it: `sites.csv`, or `the sheet sites`.
    pub(in crate::input) fn spoken(&self) -> String {
        match self.is_sheet {
            true => format!("the sheet {}", self.file),
            false => self.file.to_string(),
        }
    }

    pub(in crate::input) fn is_sheet(&self) -> bool {
        self.is_sheet
    }

    /// The file as a whole.
    pub(in crate::input) fn whole(&self) -> Place {
        self.place(0, 0, Spot::Plain)
    }

    /// A line or row as a whole.
    pub(in crate::input) fn line(&self, line: u32) -> Place {
        self.place(line, 0, Spot::Plain)
    }

    /// A cell: its column counted from 1, and the column's header.
    pub(in crate::input) fn cell(&self, line: u32, column: u32, header: &Arc<str>) -> Place {
        let spot = match header.is_empty() {
            true => Spot::Column(Arc::from(letters(column))),
            false => Spot::Column(Arc::from(crate::domain::printable(header))),
        };
        self.place(line, column, spot)
    }

    /// A key of the settings, in dotted form.
    pub(in crate::input) fn key(&self, line: u32, key: &str) -> Place {
        self.place(line, 0, Spot::Key(crate::domain::printable(key)))
    }

    fn place(&self, line: u32, column: u32, spot: Spot) -> Place {
        Place {
            rank: self.rank,
            file: Arc::clone(&self.file),
            line,
            column,
            spot,
            is_sheet: self.is_sheet,
        }
    }
}
