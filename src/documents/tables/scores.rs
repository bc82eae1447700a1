//! `scores.csv`: the ranked sites of each kind with every part of the score, the figures behind it, and what is missing.

use super::{ReportTable, TableCell, TableColumn};
use crate::documents::views::{RankedSite, Ranking};

/// The four `_points` before the total add up to it as shown.
const COLUMNS: [TableColumn<RankedSite>; 20] = [
    ("kind", |row| (&row.kind).into()),
    ("rank", |row| row.rank.into()),
    ("site_id", |row| (&row.site).into()),
    ("site", |row| (&row.name).into()),
    ("record_points", |row| {
        TableCell::thousandths(row.parts.record)
    }),
    ("intelligence_points", |row| {
        TableCell::thousandths(row.parts.intelligence)
    }),
    ("burden_points", |row| {
        TableCell::thousandths(row.parts.burden)
    }),
    ("cost_points", |row| TableCell::thousandths(row.parts.cost)),
    ("total_points", |row| {
        TableCell::thousandths(row.parts.total)
    }),
    ("composite", |row| {
        row.composite.map(TableCell::three).into()
    }),
    ("performance_percentile", |row| {
        row.percentile.map(TableCell::three).into()
    }),
    ("performance_band", |row| {
        row.band
            .map(|band| TableCell::Text(band.to_string()))
            .into()
    }),
    ("record", |row| TableCell::three(row.record)),
    ("intelligence_scored", |row| {
        TableCell::three(row.intelligence_scored)
    }),
    ("evidence", |row| TableCell::three(row.evidence)),
    ("engagement_days", |row| row.engagement_days.into()),
    ("burden", |row| TableCell::three(row.burden)),
    ("cost", |row| TableCell::three(row.cost)),
    ("missing_data", |row| (&row.missing).into()),
    ("intelligence", |row| (&row.intelligence).into()),
];

/// The table: kinds in the order of `inspection.toml`, sites by rank; last the values of each indicator.
pub(in crate::documents) fn scores(ranking: &Ranking) -> ReportTable {
    let rows: Vec<&RankedSite> = ranking.sites().collect();
    let mut table = ReportTable::new(&ranking.heading, &COLUMNS, rows.iter().copied());
    for (place, name) in ranking.indicators.iter().enumerate() {
        let measured = || rows.iter().map(|row| row.performance.get(place));
        let values =
            measured().map(|one| one.and_then(|one| one.value).map(TableCell::Measure).into());
        table.push_column(name.clone(), values);
        let periods = measured().map(|one| one.and_then(|one| one.period.as_ref()).into());
        table.push_column(format!("{name}: period"), periods);
    }
    table
}
