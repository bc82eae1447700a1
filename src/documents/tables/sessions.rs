//! `sessions.csv`: the draft timetable of every visit, made to be edited and to be checked again.

use super::{ReportTable, TableColumn};
use crate::documents::views::{Heading, SessionRow};
use crate::schema::tables::sessions as read;
use crate::words::list;

/// An edited table is read by [`crate::input::read_sessions`], by the columns that stand in the list of what is read.
const COLUMNS: [TableColumn<SessionRow>; 12] = [
    (read::SITE.name(), |row| (&row.site_id).into()),
    ("site_name", |row| (&row.site).into()),
    (read::ACTIVITY.name(), |row| (&row.activity).into()),
    (read::SESSION.name(), |row| row.session.into()),
    ("method", |row| {
        row.method.map(|method| method.name()).into()
    }),
    (read::DATE.name(), |row| row.date.into()),
    (read::START.name(), |row| row.start.into()),
    (read::END.name(), |row| row.end.into()),
    (read::PAIR.name(), |row| row.pair.into()),
    ("inspectors", |row| (&list(&row.inspectors)).into()),
    ("with", |row| (&row.with.join("; ")).into()),
    ("exception", |row| row.exception.as_ref().into()),
];

/// The table: one row for each session, by visit, day and start. It is the same for everybody but for the visits that are in it.
pub(in crate::documents) fn sessions(heading: &Heading, rows: &[SessionRow]) -> ReportTable {
    ReportTable::new(heading, &COLUMNS, rows)
}
