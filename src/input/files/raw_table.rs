//! A table as it was read, before anybody asks what it means: the same for a CSV file and for a sheet.

use std::collections::HashMap;
use std::sync::Arc;

use csv::StringRecord;

use crate::domain::{breaks_line, is_printable, one_line, shows_nothing};
use crate::input::problems::{Origin, Place, Problems, codes, words};
use crate::schema::TableSpec;

/// Spreadsheet errors, as they stand in a cell.
pub(in crate::input) const CELL_ERRORS: [&str; 8] = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#DATA!",
];

/// A header and its rows.
#[derive(Debug)]
pub(in crate::input) struct RawTable {
    pub(in crate::input) origin: Origin,
    header_line: u32,
    header: Vec<Arc<str>>,
    columns: HashMap<Arc<str>, usize>,
    pub(in crate::input) rows: Vec<Row>,
}

/// One row, with the line it starts on.
#[derive(Debug)]
pub(in crate::input) struct Row {
    pub(in crate::input) line: u32,
    pub(in crate::input) cells: StringRecord,
}

impl Row {
    /// The text of a cell, trimmed; `None` where it is blank.
    pub(in crate::input) fn cell(&self, index: usize) -> Option<&str> {
        trimmed(self.cells.get(index)?)
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| trimmed(cell).is_none())
    }

    /// A row that begins with `# ` is a comment, as in the tables that `assize init` writes.
    fn is_comment(&self) -> bool {
        let first = self.cells.get(0).map(str::trim_start).unwrap_or_default();
        first == "#" || first.starts_with("# ")
    }
}

/// Trims spaces of every sort, and the invisible marks that copying from a web page leaves behind.
fn trimmed(text: &str) -> Option<&str> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    (!text.is_empty()).then_some(text)
}

impl RawTable {
    /// Takes the first row that is neither blank nor a comment as the header. `None`, with the problem noted, without one.
    pub(in crate::input) fn new(
        origin: Origin,
        spec: &TableSpec,
        rows: impl IntoIterator<Item = Row>,
        problems: &Problems,
    ) -> Option<Self> {
        let mut rows = rows
            .into_iter()
            .filter(|row| !row.is_comment() && !row.is_blank());
        let Some(first) = rows.next() else {
            problems.add(
                &codes::EMPTY_FILE,
                origin.whole(),
                format!("{} is empty.", origin.spoken()),
                match spec.required {
                    true => "Give it a header row and fill it in: there is no plan without it.",
                    false => "Give it a header row, or delete it.",
                },
            );
            return None;
        };
        let rows: Vec<Row> = rows.collect();
        if let Some(line) = header_below(&first, &rows, spec) {
            problems.add(
                &codes::HEADER_BELOW,
                origin.line(first.line),
                format!("The header seems to be in row {line}."),
                "Delete the rows above it.",
            );
            return None;
        }
        let header: Vec<Arc<str>> = (0..first.cells.len())
            .map(|index| Arc::from(first.cell(index).unwrap_or_default()))
            .collect();
        let rows = rows.into_iter().map(|row| on_one_line(row, &header, spec));
        let rows = rows.collect();
        let mut columns = HashMap::new();
        for (index, name) in header.iter().enumerate() {
            if !name.is_empty() {
                columns.entry(Arc::clone(name)).or_insert(index);
            }
        }
        let table = Self {
            header_line: first.line,
            header,
            columns,
            rows,
            origin,
        };
        table.check_header(problems);
        table.check_widths(problems);
        Some(table)
    }

    /// The filled headers, each with its column counted from 0.
    pub(in crate::input) fn columns(&self) -> impl Iterator<Item = (usize, &Arc<str>)> {
        self.header
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.is_empty())
    }

    /// The column with this header, counted from 0.
    pub(in crate::input) fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
    }

    /// The header row.
    pub(in crate::input) fn header_place(&self) -> Place {
        self.origin.line(self.header_line)
    }

    /// The header of a column.
    pub(in crate::input) fn header_cell(&self, index: usize) -> Place {
        self.place(self.header_line, index)
    }

    /// A cell.
    pub(in crate::input) fn place(&self, line: u32, index: usize) -> Place {
        let blank = Arc::from("");
        let header = self.header.get(index).unwrap_or(&blank);
        self.origin.cell(line, column_number(index), header)
    }

    fn check_header(&self, problems: &Problems) {
        for (index, name) in self.columns() {
            if !name.chars().all(is_printable) {
                let fact = format!(
                    "The header {} is not on one line, or cannot be printed.",
                    words::quote(name)
                );
                problems.add(
                    &codes::BAD_TEXT,
                    self.header_cell(index),
                    fact,
                    "Type it again, on one line.",
                );
            }
            if self.column(name) != Some(index) {
                problems.add(
                    &codes::COLUMN_TWICE,
                    self.header_cell(index),
                    format!("Two columns have the header {}.", words::quote(name)),
                    "Rename or delete one of them.",
                );
            }
        }
        for (index, name) in self.header.iter().enumerate() {
            let filled = || self.rows.iter().find(|row| row.cell(index).is_some());
            if name.is_empty() && filled().is_some() {
                problems.add(
                    &codes::BLANK_HEADER,
                    self.header_cell(index),
                    "This column has values but its header is blank. Merged header cells leave all but the first blank.",
                    "Unmerge the header cells, and give every column that has values one header of its own.",
                );
            }
        }
    }

    fn check_widths(&self, problems: &Problems) {
        let width = self.header.len();
        for row in &self.rows {
            let found = row.cells.len();
            if (width..found).any(|index| row.cell(index).is_some()) {
                let remedy = match self.origin.is_sheet() {
                    true => {
                        "Delete the values beyond the last header, or give their columns headers."
                    }
                    false => {
                        "Put a value that has a comma in it in quotation marks, and delete values beyond the last column."
                    }
                };
                problems.add_with(&codes::TOO_MANY_CELLS, self.origin.line(row.line), || {
                    let columns = words::count(width, "column");
                    (
                        format!("This row has {found} values, but the header has {columns}."),
                        remedy.to_owned(),
                    )
                });
            } else if found < width && !self.origin.is_sheet() {
                problems.add_with(&codes::SHORT_ROW, self.origin.line(row.line), || {
                    let values = words::count(found, "value");
                    (
                        format!("This row has {values}, but the header has {width} columns. The rest was taken as blank."),
                        "Check that no comma is missing.".to_owned(),
                    )
                });
            }
        }
    }
}

/// The row with each cell on one line, as it shows. Ids stay as they are: there such a character is an error.
fn on_one_line(row: Row, header: &[Arc<str>], spec: &TableSpec) -> Row {
    let is_new_name = |index: usize| {
        let name = header.get(index).map(AsRef::as_ref);
        let mut columns = spec.columns.iter();
        columns.any(|column| column.is_new_name() && Some(column.name()) == name)
    };
    // Nearly every row is as it should be.
    if !row
        .cells
        .as_slice()
        .contains(|c| breaks_line(c) || shows_nothing(c))
    {
        return row;
    }
    let cells = row.cells.iter().enumerate();
    let cells = cells.map(|(index, cell)| match is_new_name(index) {
        true => cell.into(),
        false => one_line(cell),
    });
    Row {
        line: row.line,
        cells: cells.collect(),
    }
}

/// The line of the header, where a title or the like stands above it.
fn header_below(first: &Row, rest: &[Row], spec: &TableSpec) -> Option<u32> {
    // A title takes a row or two. Further down, what looks like a header is more likely one that was pasted in.
    const ROWS_ABOVE: usize = 5;
    let required = |row: &Row| {
        let is_there = |name: &str| {
            let mut cells = (0..row.cells.len()).filter_map(|index| row.cell(index));
            cells.any(|cell| cell.eq_ignore_ascii_case(name))
        };
        let names = spec.columns.iter().filter(|column| column.is_required());
        names.filter(|column| is_there(column.name())).count()
    };
    if required(first) > 0 {
        return None;
    }
    let mut near = rest.iter().take(ROWS_ABOVE);
    near.find(|row| required(row) > 1).map(|row| row.line)
}

fn column_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX - 1) + 1
}
