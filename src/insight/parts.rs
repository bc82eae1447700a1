//! What the points of a plan are made of, tier by tier.

use std::collections::BTreeSet;

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::SiteId;

/// The parts of tiers 1 and 2; of tier 3 there is [`super::travel::Travel`]. What has no weight is not counted, and is no part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanParts {
    /// Tier 1, in points.
    pub selection: SelectionParts,
    /// Tier 2, in days and weeks.
    pub calendar: CalendarParts,
}

/// The parts of tier 1, in points: evidence and representation, less burden and cost.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SelectionParts {
    /// Points for evidence.
    pub evidence: Option<f64>,
    /// Points for how well the selection represents all sites.
    pub representation: Option<f64>,
    /// Points lost to burden.
    pub burden: Option<f64>,
    /// Points lost to cost.
    pub cost: Option<f64>,
}

/// The parts of tier 2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CalendarParts {
    /// Onsite days in periods that are better avoided.
    pub leave_days: Option<u32>,
    /// Weeks from the first possible one to that of each visit, added up.
    pub delay_weeks: Option<i64>,
    /// Over so many visits both are added up.
    pub visits: usize,
}

/// What a plan's points are made of.
pub(crate) fn plan_parts(facts: &Particulars<'_>) -> PlanParts {
    PlanParts {
        selection: selection(facts),
        calendar: calendar(facts),
    }
}

fn selection(facts: &Particulars<'_>) -> SelectionParts {
    let weights = &facts.inspection.weights;
    let selected: BTreeSet<&SiteId> = facts.visits().iter().map(|visit| &visit.site).collect();
    let scores = facts.scores.sites.iter();
    let scores: Vec<_> = scores
        .filter(|score| selected.contains(&score.site))
        .collect();
    // Each site is as well represented as the nearest selected one is like it.
    let distances = facts.represented_by().into_values();
    let represented: f64 = ordered_sum(distances.map(|(_, distance)| 1.0 - distance));
    SelectionParts {
        evidence: weighed(
            weights.evidence,
            scores.iter().map(|score| score.evidence_points).sum(),
        ),
        representation: weighed(weights.representation, weights.representation * represented),
        burden: weighed(
            weights.burden,
            scores.iter().map(|score| score.burden_points).sum(),
        ),
        cost: weighed(
            weights.cost,
            scores.iter().map(|score| score.cost_points).sum(),
        ),
    }
}

fn calendar(facts: &Particulars<'_>) -> CalendarParts {
    let weights = &facts.inspection.weights;
    let starts = facts.visits().iter().filter_map(|visit| facts.start(visit));
    let (leave, delay) = starts.fold((0, 0), |(leave, delay), start| {
        (leave + start.leave_days, delay + start.delay_weeks)
    });
    CalendarParts {
        leave_days: weighed(weights.leave, leave),
        delay_weeks: weighed(weights.delay, delay),
        visits: facts.visits().len(),
    }
}

/// The value, if it has a weight.
fn weighed<T>(weight: f64, value: T) -> Option<T> {
    (weight > 0.0).then_some(value)
}

/// The sum, the same in whatever order the numbers come.
fn ordered_sum(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.into_iter().sum()
}
