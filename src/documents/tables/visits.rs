//! `visits.csv`: when each site is visited, by whom, and why then and why they.

use super::{ReportTable, TableCell, TableColumn};
use crate::documents::views::{LeadView, PlannedVisit};
use crate::insight::english;

const COLUMNS: [TableColumn<PlannedVisit>; 20] = [
    ("visit", |row| row.number.into()),
    ("site_id", |row| (&row.site_id).into()),
    ("site", |row| (&row.site).into()),
    ("kind", |row| (&row.kind).into()),
    ("first_day", |row| row.first_day.into()),
    ("last_day", |row| row.last_day.into()),
    ("onsite_days", |row| {
        row.days.as_ref().map(|days| days.onsite.len()).into()
    }),
    ("preparation_first_day", |row| {
        row.preparation().first().copied().into()
    }),
    ("preparation_days", |row| row.preparation().len().into()),
    ("write_up_last_day", |row| {
        row.write_up().last().copied().into()
    }),
    ("write_up_days", |row| row.write_up().len().into()),
    ("pilot", |row| TableCell::yes_or_blank(row.is_pilot)),
    ("visit_lead", |row| (&row.lead).into()),
    ("pairs", |row| (&row.pairs).into()),
    ("letter_window_opens", |row| row.letter_from.into()),
    ("letter_by", |row| row.letter_by.into()),
    ("slack_working_days", |row| row.slack.into()),
    ("notice_days", |row| row.notice.into()),
    ("why_this_week", |row| {
        let why = row.why_this_week.as_ref().map(english::why_week);
        let placed = Some(english::for_week(&row.for_this_week));
        let said = placed.into_iter().chain(why);
        let said: Vec<String> = said.filter(|one| !one.is_empty()).collect();
        TableCell::Text(said.join(" "))
    }),
    ("why_these_people", |row| {
        TableCell::Text(english::why_team(&row.why_these_people))
    }),
];

/// The table: one row per visit, in the order of the plan.
pub(in crate::documents) fn visits(view: &LeadView) -> ReportTable {
    ReportTable::new(&view.heading, &COLUMNS, &view.visits)
}
