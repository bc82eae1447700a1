//! The score of every site on its own: `scores.csv`, and the same for the terminal.

use std::collections::HashMap;

use super::OutputError;
use super::points::{PARTS, Points, ranking};
use super::status::{draft, status};
use super::table::Table;
use crate::domain::{Inspection, Performance, SiteId};
use crate::score::{Scores, SiteScore};
use crate::words::{capital, count, decimal, kind_name, list};

/// `scores.csv`: the ranked sites of each kind with every part of the score, the figures behind it,
/// and what data is missing. The four `_points` columns add up to `total_points` as shown.
pub fn scores_csv(inspection: &Inspection, scores: &Scores) -> Result<Vec<u8>, OutputError> {
    let mut columns: Vec<String> = ["kind", "rank", "site_id", "site"]
        .map(str::to_owned)
        .into();
    columns.extend(PARTS.iter().map(|part| format!("{part}_points")));
    columns.extend(
        [
            "total_points",
            "composite",
            "performance_percentile",
            "performance_band",
            "record",
            "intelligence_scored",
            "evidence",
            "engagement_days",
            "burden",
            "cost",
            "missing_data",
            "intelligence",
        ]
        .map(str::to_owned),
    );
    for indicator in &inspection.indicators {
        let name = indicator.name.as_deref().unwrap_or(&indicator.id);
        columns.extend([name.to_owned(), format!("{name}: period")]);
    }
    let mut table = Table::new(&columns, status(inspection))?;
    let known: HashMap<(&SiteId, &str), &Performance> = inspection
        .performance
        .iter()
        .map(|row| ((&row.site, row.indicator.as_str()), row))
        .collect();
    for (kind, ranked) in ranking(inspection, scores) {
        for place in ranked {
            let Some(site) = inspection.sites.get(place.row) else {
                continue;
            };
            let score = place.score;
            let mut cells = vec![
                kind.id.to_string(),
                place.rank.to_string(),
                site.id.to_string(),
                site.name.clone(),
            ];
            cells.extend(Points::new(inspection, kind, score).shown());
            cells.extend([
                score.composite.map(decimal).unwrap_or_default(),
                score.percentile.map(decimal).unwrap_or_default(),
                score.band.map(|band| band.to_string()).unwrap_or_default(),
                decimal(score.record),
                decimal(score.intelligence),
                decimal(score.evidence),
                score.engagement_days.to_string(),
                decimal(score.burden),
                decimal(score.cost),
                missing_words(inspection, score),
                intelligence_words(inspection, &site.id),
            ]);
            for indicator in &inspection.indicators {
                let row = known.get(&(&site.id, indicator.id.as_str()));
                let value = row.and_then(|row| row.value);
                let period = row.and_then(|row| row.period.clone());
                cells.push(value.map(|value| value.to_string()).unwrap_or_default());
                cells.push(period.unwrap_or_default());
            }
            table.row(&cells)?;
        }
    }
    table.finish()
}

/// The ranked sites of each kind, every part of the score by name, and what data is missing: for a terminal.
pub fn score_table(inspection: &Inspection, scores: &Scores) -> String {
    let mut lines = Vec::new();
    if let Some(draft) = draft(inspection) {
        lines.extend([draft, String::new()]);
    }
    lines.push(inspection.header.title.clone());
    lines.push(
        "Points of each site on its own; what it adds by representing others depends on the selection."
            .to_owned(),
    );
    for (kind, ranked) in ranking(inspection, scores) {
        let sites = count(ranked.len(), "site", "sites");
        lines.push(String::new());
        lines.push(format!("{}: {sites}", capital(&kind_name(&kind.id))));
        let width = ranked
            .iter()
            .filter_map(|place| inspection.sites.get(place.row))
            .map(|site| site.name.chars().count())
            .max();
        let width = width.unwrap_or(0).max("Site".len());
        let mut heading = format!("  Rank  {:width$}", "Site");
        for name in PARTS.iter().copied().chain(["total"]) {
            heading.push_str(&format!("  {:>12}", capital(name)));
        }
        lines.push(format!("{heading}  Missing data"));
        for place in ranked {
            let Some(site) = inspection.sites.get(place.row) else {
                continue;
            };
            let mut line = format!("  {:>4}  {:width$}", place.rank, site.name);
            for cell in Points::new(inspection, kind, place.score).shown() {
                line.push_str(&format!("  {cell:>12}"));
            }
            line.push_str(&format!("  {}", missing_words(inspection, place.score)));
            lines.push(line.trim_end().to_owned());
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The indicators without a value, by name, and whether so little is known that the record counts as middling.
pub(super) fn missing_words(inspection: &Inspection, score: &SiteScore) -> String {
    let names: Vec<&str> = score
        .missing
        .iter()
        .map(|id| {
            let known = inspection.indicators.iter().find(|one| one.id == *id);
            known
                .and_then(|indicator| indicator.name.as_deref())
                .unwrap_or(id)
        })
        .collect();
    let scored = inspection
        .kind(&score.kind)
        .is_some_and(|kind| kind.evidence != crate::domain::Evidence::None);
    match (score.percentile, scored, names.as_slice()) {
        (None, true, []) => "no performance data: record taken as one half".to_owned(),
        (None, true, _) => format!(
            "{}: too little data, record taken as one half",
            list(&names)
        ),
        _ => list(&names),
    }
}

/// Everything known about a site beyond the figures, never who said it.
pub(super) fn intelligence_words(inspection: &Inspection, site: &SiteId) -> String {
    let known: Vec<String> = inspection
        .intelligence
        .iter()
        .flatten()
        .filter(|row| row.site == *site)
        .map(|row| {
            let note = row.note.as_deref().map(|note| format!(": {note}"));
            format!(
                "{}, strength {}{}",
                row.r#type,
                row.strength,
                note.unwrap_or_default()
            )
        })
        .collect();
    known.join("; ")
}
