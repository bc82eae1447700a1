//! The tables of a plan: each is a list of columns over the rows of a view. What a table is, apart from how it is written:
//! `encoders` make files of it.

mod cell;
mod inspectors;
mod milestones;
mod preparation;
mod scores;
mod selection;
mod sessions;
mod visits;

pub(super) use cell::TableCell;
pub(super) use inspectors::inspectors;
pub(super) use milestones::milestones;
pub(super) use preparation::preparation;
pub(super) use scores::scores;
pub(super) use selection::selection;
pub(super) use sessions::sessions;
pub(super) use visits::visits;

use super::views::Heading;

/// A column over rows of one sort: its header, and what stands in it.
type TableColumn<R> = (&'static str, fn(&R) -> TableCell);

/// A table of typed cells.
#[derive(Debug, PartialEq)]
pub(super) struct ReportTable {
    /// What heads each column.
    pub(super) headers: Vec<String>,
    /// The rows, each with a cell for every column.
    pub(super) rows: Vec<Vec<TableCell>>,
    /// Whether it is a draft, how it must be handled, and which scenario it is of.
    pub(super) heading: Heading,
}

impl ReportTable {
    /// A table with these columns, and a row for each of `rows`.
    fn new<'r, R: 'r>(
        heading: &Heading,
        columns: &[TableColumn<R>],
        rows: impl IntoIterator<Item = &'r R>,
    ) -> Self {
        let headers = columns.iter().map(|(header, _)| (*header).to_owned());
        let cells = |row| columns.iter().map(|(_, cell)| cell(row)).collect();
        Self {
            headers: headers.collect(),
            rows: rows.into_iter().map(cells).collect(),
            heading: heading.clone(),
        }
    }

    /// Adds a column whose header only the input knows; one cell for each row.
    fn push_column(&mut self, header: String, cells: impl Iterator<Item = TableCell>) {
        self.headers.push(header);
        for (row, cell) in self.rows.iter_mut().zip(cells) {
            row.push(cell);
        }
    }
}
