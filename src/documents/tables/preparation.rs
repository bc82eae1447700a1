//! `preparation.csv`: what each inspector does on each preparation day, with the hours.

use super::{ReportTable, TableCell, TableColumn};
use crate::documents::views::{PreparationRow, TeamView};
use crate::words::list;

const COLUMNS: [TableColumn<PreparationRow>; 9] = [
    ("site", |row| (&row.site_id).into()),
    ("site_name", |row| (&row.site).into()),
    ("date", |row| row.date.into()),
    ("inspector", |row| row.inspector.as_ref().into()),
    ("name", |row| (&list(&row.names)).into()),
    ("activity", |row| (&row.activity).into()),
    ("sessions", |row| row.sessions.into()),
    ("minutes", |row| row.minutes.into()),
    ("hours", |row| row.minutes.map(TableCell::hours).into()),
];

/// The table: one row for each person, day and activity. Sessions that do not fit stand at the end of each visit, with
/// no date and no inspector, and all whom they are for by name.
pub(in crate::documents) fn preparation(view: &TeamView) -> ReportTable {
    ReportTable::new(&view.heading, &COLUMNS, &view.preparation)
}
