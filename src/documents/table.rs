//! One table as CSV that a spreadsheet opens as it was meant: UTF-8 with a mark, and no cell that acts as a formula.

use super::OutputError;

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A table in the making. Every row carries the status in a last column.
pub(super) struct Table {
    writer: csv::Writer<Vec<u8>>,
    status: String,
}

impl Table {
    /// A table with these columns, and `status` after them.
    pub(super) fn new<T: AsRef<str>>(columns: &[T], status: String) -> Result<Self, OutputError> {
        let mut table = Self {
            writer: csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .from_writer(BYTE_ORDER_MARK.to_vec()),
            status: "status".to_owned(),
        };
        table.row(columns)?;
        table.status = status;
        Ok(table)
    }

    /// Adds a row.
    pub(super) fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> Result<(), OutputError> {
        let cells = cells.iter().map(|cell| harmless(cell.as_ref()));
        self.writer
            .write_record(cells.chain([harmless(&self.status)]))?;
        Ok(())
    }

    /// The bytes of the file.
    pub(super) fn finish(self) -> Result<Vec<u8>, OutputError> {
        self.writer
            .into_inner()
            .map_err(|error| OutputError::Csv(error.into_error().into()))
    }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
fn harmless(cell: &str) -> String {
    let starts_a_formula = cell
        .trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if starts_a_formula && !is_plain_number(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Digits with at most one point, and perhaps a minus before them.
fn is_plain_number(cell: &str) -> bool {
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}
