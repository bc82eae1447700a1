//! The rows of a table as text, under the headers that the list of columns gives it.

use crate::schema::forms::{Or, Readable};
use crate::schema::{Field, TableSpec};

/// A table, and its rows with the headers first.
pub(super) type Written = (&'static TableSpec, Vec<Vec<String>>);

/// One row of a table, cell by cell. What is not put stays blank.
pub(super) struct RowOf {
    headers: Vec<&'static str>,
    cells: Vec<String>,
}

impl RowOf {
    pub(super) fn new(table: &TableSpec) -> Self {
        let headers: Vec<&str> = table.headers().collect();
        Self {
            cells: vec![String::new(); headers.len()],
            headers,
        }
    }

    /// With a value.
    pub(super) fn put<F: Readable>(mut self, column: &Field<F>, value: &F::Value) -> Self {
        let mut cells = self.headers.iter().zip(&mut self.cells);
        if let Some((_, cell)) = cells.find(|(header, _)| **header == column.name()) {
            *cell = column.write(value);
        }
        self
    }

    /// With a value, where there is one.
    pub(super) fn put_some<F: Readable>(self, column: &Field<F>, value: Option<&F::Value>) -> Self {
        match value {
            Some(value) => self.put(column, value),
            None => self,
        }
    }

    /// With a value, unless it is what holds where the cell is blank.
    pub(super) fn put_unusual<F: Readable>(self, column: &Field<Or<F>>, value: &F::Value) -> Self
    where
        F::Value: PartialEq,
    {
        match column.default() == *value {
            true => self,
            false => self.put(column, value),
        }
    }

    pub(super) fn cells(self) -> Vec<String> {
        self.cells
    }
}

/// The header of a table and a row for each of these.
pub(super) fn rows<T>(
    table: &TableSpec,
    of: &[T],
    row: impl Fn(RowOf, &T) -> RowOf,
) -> Vec<Vec<String>> {
    let header = table.headers().map(str::to_owned).collect();
    let rows = of.iter().map(|one| row(RowOf::new(table), one).cells());
    std::iter::once(header).chain(rows).collect()
}
