//! A site's score part by part, rounded so that the parts shown add up to the total shown.

use crate::score::SiteScore;
use crate::words::in_thousandths;

/// A site's score in thousandths of a point; burden and cost count against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreParts {
    /// For what its record teaches.
    pub record: i64,
    /// For what is known beyond the figures.
    pub intelligence: i64,
    /// For other inspections of it; 0 or less.
    pub burden: i64,
    /// For what a visit takes; 0 or less.
    pub cost: i64,
    /// All four together.
    pub total: i64,
}

impl ScoreParts {
    /// The parts of one site's score.
    pub(super) fn new(score: &SiteScore) -> Self {
        let exact = [
            score.evidence_points - score.intelligence_points,
            score.intelligence_points,
            -score.burden_points,
            -score.cost_points,
        ];
        let total = in_thousandths(score.total());
        let [record, intelligence, burden, cost] = add_up(exact, total);
        Self {
            record,
            intelligence,
            burden,
            cost,
            total,
        }
    }
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
