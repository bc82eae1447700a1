//! `inspectors.csv`: who is where when, and what it adds up to.

use super::{ReportTable, TableCell, TableColumn};
use crate::documents::views::{TeamView, Trip, Whereabouts};
use crate::insight::load::Load;
use crate::words::{count, list};

/// A row is a visit of an inspector, or, last, all of theirs together; at the end of the table, how the onsite days are shared.
enum InspectorsRow<'v> {
    Visit(&'v Whereabouts, &'v Trip),
    Total(&'v Whereabouts),
    Busiest(&'v Load),
    Median(&'v Load),
    OnNoVisit(&'v Load),
}

impl InspectorsRow<'_> {
    fn inspector<C: Into<TableCell>>(&self, cell: impl FnOnce(&Whereabouts) -> C) -> TableCell {
        match self {
            InspectorsRow::Visit(inspector, _) | InspectorsRow::Total(inspector) => {
                cell(inspector).into()
            }
            InspectorsRow::Busiest(_) | InspectorsRow::Median(_) | InspectorsRow::OnNoVisit(_) => {
                TableCell::Blank
            }
        }
    }

    /// What stands in a row for a visit; blank in the row for all.
    fn of_visit<C: Into<TableCell>>(&self, cell: impl FnOnce(&Trip) -> C) -> TableCell {
        match self {
            InspectorsRow::Visit(_, trip) => cell(trip).into(),
            InspectorsRow::Total(_)
            | InspectorsRow::Busiest(_)
            | InspectorsRow::Median(_)
            | InspectorsRow::OnNoVisit(_) => TableCell::Blank,
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
            InspectorsRow::Busiest(_) | InspectorsRow::Median(_) | InspectorsRow::OnNoVisit(_) => {
                TableCell::Blank
            }
        }
    }

    /// The onsite days of a visit, of an inspector, or of whoever has most or is in the middle.
    fn onsite(&self) -> TableCell {
        match self {
            InspectorsRow::Busiest(load) => load.most.into(),
            InspectorsRow::Median(load) if load.twice_median.is_multiple_of(2) => {
                (load.twice_median / 2).into()
            }
            InspectorsRow::Median(load) => TableCell::Decimal {
                units: i64::try_from(load.twice_median * 5).unwrap_or(i64::MAX),
                places: 1,
            },
            InspectorsRow::Visit(..) | InspectorsRow::Total(_) | InspectorsRow::OnNoVisit(_) => {
                self.added_up(|trip| trip.onsite)
            }
        }
    }

    /// The site of a visit, or how many visits or people a row is about.
    fn site(&self) -> TableCell {
        let people = |number| TableCell::Text(count(number, "inspector", "inspectors"));
        match self {
            InspectorsRow::Visit(_, trip) => (&trip.site).into(),
            InspectorsRow::Total(inspector) => {
                TableCell::Text(count(inspector.visits.len(), "visit", "visits"))
            }
            InspectorsRow::Busiest(load) => people(load.busiest.len()),
            InspectorsRow::Median(load) => {
                TableCell::Text(format!("of {} on a visit", load.on_visits))
            }
            InspectorsRow::OnNoVisit(load) => people(load.without.len()),
        }
    }
}

/// The table: inspectors in the order of `inspectors.csv`, each with their visits and a total; then how the onsite days are shared.
pub(in crate::documents) fn inspectors(view: &TeamView) -> ReportTable {
    let mut rows = Vec::new();
    for inspector in &view.inspectors {
        let visits = inspector.visits.iter();
        rows.extend(visits.map(|trip| InspectorsRow::Visit(inspector, trip)));
        rows.push(InspectorsRow::Total(inspector));
    }
    if let Some(load) = &view.load {
        rows.extend([
            InspectorsRow::Busiest(load),
            InspectorsRow::Median(load),
            InspectorsRow::OnNoVisit(load),
        ]);
    }
    ReportTable::new(&view.heading, &columns(), &rows)
}

fn columns<'v>() -> [TableColumn<InspectorsRow<'v>>; 17] {
    [
        ("inspector_id", |row| {
            row.inspector(|one| TableCell::from(&one.id))
        }),
        ("inspector", |row| {
            row.inspector(|one| TableCell::from(&one.name))
        }),
        ("inspectorate", |row| {
            row.inspector(|one| TableCell::from(&one.inspectorate))
        }),
        ("row", |row| match row {
            InspectorsRow::Visit(..) => "visit".into(),
            InspectorsRow::Total(_) => "total".into(),
            InspectorsRow::Busiest(_) => "most onsite days".into(),
            InspectorsRow::Median(_) => "median onsite days".into(),
            InspectorsRow::OnNoVisit(_) => "on no visit".into(),
        }),
        ("site_id", |row| {
            row.of_visit(|trip| TableCell::from(&trip.site_id))
        }),
        ("site", InspectorsRow::site),
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
        ("onsite_days", InspectorsRow::onsite),
        ("write_up_last_day", |row| {
            row.of_visit(|trip| trip.write_up.last().copied())
        }),
        ("pilot", |row| {
            row.of_visit(|trip| TableCell::yes_or_blank(trip.is_pilot))
        }),
        ("visit_lead", |row| row.of_visit(|trip| trip.leads)),
        ("with", |row| {
            row.of_visit(|trip| TableCell::Text(list(&trip.with)))
        }),
    ]
}
