//! From a folder of tables, or one workbook, to an [`Inspection`](crate::domain::Inspection): or every problem in them at once.
