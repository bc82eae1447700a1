//! `selection.csv`: every site, selected or not, with every part of its score and the reason in words.

use super::OutputError;
use super::points::{PARTS, Points, ranking};
use super::scores::{intelligence_words, missing_words};
use super::status::status;
use super::table::Table;
use crate::insight::consultation::consultations;
use crate::insight::particulars::Particulars;
use crate::insight::why_site::{Case, WhySite};
use crate::score::inspector_days;
use crate::words::{decimal, six_decimals};

/// The table: kinds in the order of `inspection.toml`, sites by rank.
///
/// The column `adds_to_selection` adds up to the value of tier 1: six decimals, so that over a hundred sites the sum
/// still rounds to the value that the summary shows. `best_otherwise` is the most that tier 1 could reach with the
/// site decided otherwise: forced in, or left out if it is selected; blank where that is unknown or no selection.
pub(super) fn selection_csv(facts: &Particulars<'_>) -> Result<Vec<u8>, OutputError> {
    let inspection = facts.inspection;
    let mut columns = vec!["kind", "rank", "site_id", "site", "selected", "reason"];
    let points: Vec<String> = PARTS.iter().map(|part| format!("{part}_points")).collect();
    columns.extend(points.iter().map(String::as_str));
    columns.extend([
        "total_points",
        "represented_by",
        "representation_points",
        "adds_to_selection",
        "best_otherwise",
        "performance_percentile",
        "performance_band",
        "intelligence",
        "engagement_days",
        "inspector_days",
        "missing_data",
        "consultation",
    ]);
    let mut table = Table::new(&columns, status(inspection))?;
    let represented_by = facts.represented_by();
    let why = WhySite::new(facts, &represented_by);
    let consulted = consultations(inspection);
    for (kind, ranked) in ranking(inspection, facts.scores) {
        for place in ranked {
            let Some(site) = inspection.sites.get(place.row) else {
                continue;
            };
            let score = place.score;
            let selected = facts.visit(&site.id).is_some();
            let case = Case {
                kind,
                row: place.row,
                site,
                score,
            };
            let (nearest, representation) = match represented_by.get(&place.row) {
                Some((by, distance)) => (
                    facts.site_name(by),
                    inspection.weights.representation * (1.0 - distance),
                ),
                None => ("", 0.0),
            };
            let own = if selected { score.total() } else { 0.0 };
            let mut cells = vec![
                kind.id.to_string(),
                place.rank.to_string(),
                site.id.to_string(),
                site.name.clone(),
                if selected { "yes" } else { "no" }.to_owned(),
                why.reason(&case),
            ];
            cells.extend(Points::new(inspection, kind, score).shown());
            cells.extend([
                nearest.to_owned(),
                six_decimals(representation),
                six_decimals(own + representation),
                why.best_otherwise(&case),
                score.percentile.map(decimal).unwrap_or_default(),
                score.band.map(|band| band.to_string()).unwrap_or_default(),
                intelligence_words(inspection, &site.id),
                score.engagement_days.to_string(),
                inspector_days(kind).to_string(),
                missing_words(inspection, score),
                consulted.get(&site.id).cloned().unwrap_or_default(),
            ]);
            table.row(&cells)?;
        }
    }
    table.finish()
}
