//! A table as the bytes of a file. An encoder knows cells, and nothing of what a table is about.

mod csv;

pub(super) use self::csv::csv;
