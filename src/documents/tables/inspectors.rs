//! `inspectors.csv`: who is where when, and what it adds up to.

use super::{Cell, Column, ReportTable};
use crate::documents::views::{TeamView, Trip, Whereabouts};
use crate::words::{count, list};

/// A row is a visit of an inspector, or, last, all of theirs together.
enum Row<'v> {
    Visit(&'v Whereabouts, &'v Trip),
    Total(&'v Whereabouts),
}

impl Row<'_> {
    fn inspector(&self) -> &Whereabouts {
        match self {
            Row::Visit(inspector, _) | Row::Total(inspector) => inspector,
        }
    }

    /// What stands in a row for a visit; blank in the row for all.
    fn of_visit<C: Into<Cell>>(&self, cell: impl FnOnce(&Trip) -> C) -> Cell {
        match self {
            Row::Visit(_, trip) => cell(trip).into(),
            Row::Total(_) => Cell::Blank,
        }
    }

    /// A number of a visit, or the sum over all; blank where it is unknown.
    fn added_up(&self, number: impl Fn(&Trip) -> Option<u64>) -> Cell {
        match self {
            Row::Visit(_, trip) => number(trip).into(),
            Row::Total(inspector) => {
                let numbers = inspector.visits.iter().map(number);
                numbers.sum::<Option<u64>>().into()
            }
        }
    }
}

/// The table: inspectors who are on a visit, in the order of `inspectors.csv`, each with their visits and a total.
pub(in crate::documents) fn inspectors(view: &TeamView) -> ReportTable {
    let mut rows = Vec::new();
    for inspector in &view.inspectors {
        let visits = inspector.visits.iter();
        rows.extend(visits.map(|trip| Row::Visit(inspector, trip)));
        rows.push(Row::Total(inspector));
    }
    ReportTable::new(&view.heading, &columns(), &rows)
}

fn columns<'v>() -> [Column<Row<'v>>; 16] {
    [
        ("inspector_id", |row| (&row.inspector().id).into()),
        ("inspector", |row| (&row.inspector().name).into()),
        ("inspectorate", |row| (&row.inspector().inspectorate).into()),
        ("row", |row| match row {
            Row::Visit(..) => "visit".into(),
            Row::Total(_) => "total".into(),
        }),
        ("site_id", |row| {
            row.of_visit(|trip| Cell::from(&trip.site_id))
        }),
        ("site", |row| match row {
            Row::Visit(_, trip) => (&trip.site).into(),
            Row::Total(inspector) => (&count(inspector.visits.len(), "visit", "visits")).into(),
        }),
        ("kind", |row| row.of_visit(|trip| Cell::from(&trip.kind))),
        ("preparation_first_day", |row| {
            row.of_visit(|trip| trip.preparation.first().copied())
        }),
        ("preparation_last_day", |row| {
            row.of_visit(|trip| trip.preparation.last().copied())
        }),
        ("preparation_days", |row| {
            row.added_up(|trip| Some(trip.preparation.len() as u64))
        }),
        ("first_day", |row| row.of_visit(|trip| trip.first_day)),
        ("last_day", |row| row.of_visit(|trip| trip.last_day)),
        ("onsite_days", |row| {
            row.added_up(|trip| Some(trip.onsite as u64))
        }),
        ("visit_lead", |row| row.of_visit(|trip| trip.leads)),
        ("with", |row| {
            row.of_visit(|trip| Cell::Text(list(&trip.with)))
        }),
        ("km_there_and_back", |row| row.added_up(|trip| trip.km)),
    ]
}
