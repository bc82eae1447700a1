//! `inspectors.csv`: who is where when, and what it adds up to.

use super::{ReportTable, TableCell, TableColumn};
use crate::documents::views::{TeamView, Trip, Whereabouts};
use crate::words::{count, list};

/// A row is a visit of an inspector, or, last, all of theirs together.
enum InspectorsRow<'v> {
    Visit(&'v Whereabouts, &'v Trip),
    Total(&'v Whereabouts),
}

impl InspectorsRow<'_> {
    fn inspector(&self) -> &Whereabouts {
        match self {
            InspectorsRow::Visit(inspector, _) | InspectorsRow::Total(inspector) => inspector,
        }
    }

    /// What stands in a row for a visit; blank in the row for all.
    fn of_visit<C: Into<TableCell>>(&self, cell: impl FnOnce(&Trip) -> C) -> TableCell {
        match self {
            InspectorsRow::Visit(_, trip) => cell(trip).into(),
            InspectorsRow::Total(_) => TableCell::Blank,
        }
    }

    /// A number of a visit, or the sum over all.
    fn added_up(&self, number: impl Fn(&Trip) -> usize) -> TableCell {
        match self {
            InspectorsRow::Visit(_, trip) => number(trip).into(),
            InspectorsRow::Total(inspector) => {
                let numbers = inspector.visits.iter().map(number);
                numbers.sum::<usize>().into()
            }
        }
    }
}

/// The table: inspectors who are on a visit, in the order of `inspectors.csv`, each with their visits and a total.
pub(in crate::documents) fn inspectors(view: &TeamView) -> ReportTable {
    let mut rows = Vec::new();
    for inspector in &view.inspectors {
        let visits = inspector.visits.iter();
        rows.extend(visits.map(|trip| InspectorsRow::Visit(inspector, trip)));
        rows.push(InspectorsRow::Total(inspector));
    }
    ReportTable::new(&view.heading, &columns(), &rows)
}

fn columns<'v>() -> [TableColumn<InspectorsRow<'v>>; 15] {
    [
        ("inspector_id", |row| (&row.inspector().id).into()),
        ("inspector", |row| (&row.inspector().name).into()),
        ("inspectorate", |row| (&row.inspector().inspectorate).into()),
        ("row", |row| match row {
            InspectorsRow::Visit(..) => "visit".into(),
            InspectorsRow::Total(_) => "total".into(),
        }),
        ("site_id", |row| {
            row.of_visit(|trip| TableCell::from(&trip.site_id))
        }),
        ("site", |row| match row {
            InspectorsRow::Visit(_, trip) => (&trip.site).into(),
            InspectorsRow::Total(inspector) => {
                (&count(inspector.visits.len(), "visit", "visits")).into()
            }
        }),
        ("kind", |row| {
            row.of_visit(|trip| TableCell::from(&trip.kind))
        }),
        ("preparation_first_day", |row| {
            row.of_visit(|trip| trip.preparation.first().copied())
        }),
        ("preparation_last_day", |row| {
            row.of_visit(|trip| trip.preparation.last().copied())
        }),
        ("preparation_days", |row| {
            row.added_up(|trip| trip.preparation.len())
        }),
        ("first_day", |row| row.of_visit(|trip| trip.first_day)),
        ("last_day", |row| row.of_visit(|trip| trip.last_day)),
        ("onsite_days", |row| row.added_up(|trip| trip.onsite)),
        ("visit_lead", |row| row.of_visit(|trip| trip.leads)),
        ("with", |row| {
            row.of_visit(|trip| TableCell::Text(list(&trip.with)))
        }),
    ]
}
