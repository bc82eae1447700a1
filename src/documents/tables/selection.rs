//! `selection.csv`: every site, selected or not, with every part of its score and the reason in words.

use super::{ReportTable, TableCell, TableColumn};
use crate::documents::views::{DevelopmentGroupView, SiteChoice};
use crate::insight::english;

/// `adds_to_selection` adds up to the value of tier 1: six decimals, so that over a hundred sites the sum still rounds to the value
/// that the summary shows. `best_otherwise` is the most that tier 1 could reach with the site decided otherwise: forced in, or left
/// out if it is selected.
const COLUMNS: [TableColumn<SiteChoice>; 24] = [
    ("kind", |row| (&row.ranked.kind).into()),
    ("rank", |row| row.ranked.rank.into()),
    ("site_id", |row| (&row.ranked.site).into()),
    ("site", |row| (&row.ranked.name).into()),
    ("selected", |row| row.selected.into()),
    ("reason", |row| {
        TableCell::Text(english::why_site(&row.reason))
    }),
    ("record_points", |row| {
        TableCell::thousandths(row.ranked.parts.record)
    }),
    ("intelligence_points", |row| {
        TableCell::thousandths(row.ranked.parts.intelligence)
    }),
    ("burden_points", |row| {
        TableCell::thousandths(row.ranked.parts.burden)
    }),
    ("cost_points", |row| {
        TableCell::thousandths(row.ranked.parts.cost)
    }),
    ("total_points", |row| {
        TableCell::thousandths(row.ranked.parts.total)
    }),
    ("represented_by", |row| match &row.represented_by {
        None if row.distance.is_some() => "not represented".into(),
        by => by.as_ref().into(),
    }),
    ("distance_in_profile", |row| {
        row.distance.map(TableCell::three).into()
    }),
    ("representation_points", |row| {
        TableCell::six(row.representation)
    }),
    ("adds_to_selection", |row| TableCell::six(row.adds)),
    ("best_otherwise", |row| {
        row.best_otherwise.map(TableCell::six).into()
    }),
    ("in_best_selection", |row| row.in_best.into()),
    ("performance_percentile", |row| {
        row.ranked.percentile.map(TableCell::three).into()
    }),
    ("performance_band", |row| {
        let band = row.ranked.band;
        band.map(|band| TableCell::Text(band.to_string())).into()
    }),
    ("intelligence", |row| (&row.ranked.intelligence).into()),
    ("engagement_days", |row| row.ranked.engagement_days.into()),
    ("inspector_days", |row| row.inspector_days.into()),
    ("missing_data", |row| (&row.ranked.missing).into()),
    ("consultation", |row| {
        TableCell::Text(english::consultation(&row.consultation))
    }),
];

/// The table: kinds in the order of `inspection.toml`, sites by rank; last, the same in every row, what the best selection of any plan
/// scores, what was given up of that, and what for.
pub(in crate::documents) fn selection(view: &DevelopmentGroupView) -> ReportTable {
    let mut table = ReportTable::new(&view.heading, &COLUMNS, &view.selection);
    let near = view.overview.near_best.as_ref();
    let given_up = near.map(|near| {
        near.given_up
            .as_ref()
            .map_or(0.0, |given_up| given_up.points)
    });
    let given_up_for = near.and_then(english::given_up_for);
    let same_in_every_row = [
        (
            "best_selection_points",
            near.map(|near| TableCell::six(near.best)).into(),
        ),
        ("given_up_points", given_up.map(TableCell::six).into()),
        ("given_up_for", given_up_for.as_ref().into()),
    ];
    for (header, cell) in same_in_every_row {
        let cells = view
            .selection
            .iter()
            .map(|_: &SiteChoice| TableCell::clone(&cell));
        table.push_column(header.to_owned(), cells);
    }
    table
}
