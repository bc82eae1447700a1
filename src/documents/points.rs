//! A site's score as it is shown: part by part, rounded so that the parts shown add up to the total shown.

use crate::domain::{Evidence, Inspection, Kind};
use crate::score::{Scores, SiteScore};
use crate::words::thousandths;

/// The names of the parts, as they head the columns.
pub(super) const PARTS: [&str; 4] = ["record", "intelligence", "burden", "cost"];

/// A score in thousandths of a point.
pub(super) struct Points {
    parts: [i64; 4],
    total: i64,
}

impl Points {
    /// The parts of one site's score; burden and cost count against it.
    pub(super) fn new(inspection: &Inspection, kind: &Kind, score: &SiteScore) -> Self {
        let share = match (&inspection.intelligence, kind.evidence) {
            (Some(_), _) => inspection.weights.intelligence_share,
            (None, _) => 0.0,
        };
        let record = match kind.evidence {
            Evidence::None => 0.0,
            _ => inspection.weights.evidence * (1.0 - share) * score.record,
        };
        let exact = [
            record,
            score.evidence_points - record,
            -score.burden_points,
            -score.cost_points,
        ];
        let total = in_thousandths(score.total());
        Self {
            parts: add_up(exact, total),
            total,
        }
    }

    /// Each part, in the order of [`PARTS`], then the total.
    pub(super) fn shown(&self) -> [String; 5] {
        let [record, intelligence, burden, cost] = self.parts;
        [record, intelligence, burden, cost, self.total].map(thousandths)
    }
}

fn in_thousandths(value: f64) -> i64 {
    (value * 1000.0).round() as i64
}

/// Rounds each part down, then lifts those that lost most until they add up to the total.
fn add_up(exact: [f64; 4], total: i64) -> [i64; 4] {
    // A speck of floating point must not cost a part its last digit.
    const SPECK: f64 = 1e-7;
    let floors = exact.map(|part| (part * 1000.0 + SPECK).floor());
    let mut parts = floors.map(|part| part as i64);
    let mut by_loss: Vec<(usize, f64)> = exact
        .iter()
        .zip(floors)
        .map(|(part, floor)| part * 1000.0 - floor)
        .enumerate()
        .collect();
    by_loss.sort_by(|a, b| b.1.total_cmp(&a.1));
    let missing = total - parts.iter().sum::<i64>();
    for (place, _) in by_loss.into_iter().take(missing.max(0) as usize) {
        if let Some(part) = parts.get_mut(place) {
            *part += 1;
        }
    }
    parts
}

/// One site's place in the ranking of its kind.
pub(super) struct Ranked<'a> {
    /// From 1, by total; sites that tie share a rank.
    pub(super) rank: usize,
    /// Its place in `sites.csv`.
    pub(super) row: usize,
    /// Its score.
    pub(super) score: &'a SiteScore,
}

/// The sites of each kind, best first.
pub(super) fn ranking<'a>(
    inspection: &'a Inspection,
    scores: &'a Scores,
) -> Vec<(&'a Kind, Vec<Ranked<'a>>)> {
    const TIE: f64 = 1e-9;
    let mut ranking = Vec::with_capacity(inspection.kinds.len());
    for kind in &inspection.kinds {
        let mut sites: Vec<(usize, &SiteScore)> = scores
            .sites
            .iter()
            .enumerate()
            .filter(|(_, score)| score.kind == kind.id)
            .collect();
        sites.sort_by(|a, b| b.1.total().total_cmp(&a.1.total()));
        // Within a tie the order of the file decides: specks of arithmetic must not.
        let mut ranked = Vec::with_capacity(sites.len());
        for group in sites.chunk_by_mut(|a, b| a.1.total() - b.1.total() <= TIE) {
            group.sort_by_key(|(row, _)| *row);
            let rank = ranked.len() + 1;
            ranked.extend(group.iter().map(|(row, score)| Ranked {
                rank,
                row: *row,
                score,
            }));
        }
        ranking.push((kind, ranked));
    }
    ranking
}
