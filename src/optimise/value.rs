//! What a solution is worth in each tier: plain sums over what was found.

use std::collections::BTreeMap;

use super::problem::PlanningProblem;
use super::solution::Solution;
use crate::domain::{InspectorRow, SiteRow};

/// The value of tier 1 for a selection.
pub(super) fn of_selection(problem: &PlanningProblem, selected: &[SiteRow]) -> f64 {
    let own: f64 = selected
        .iter()
        .map(|site| problem.scores.sites[*site].total())
        .sum();
    let representation: f64 = problem
        .inspection
        .kinds
        .iter()
        .filter_map(|kind| problem.scores.profile(&kind.id))
        .map(|profile| profile.representation(selected))
        .sum();
    own + problem.weights.representation * representation
}

/// The value of tier 2 for a solution.
pub(super) fn of_calendar(problem: &PlanningProblem, solution: &Solution) -> f64 {
    solution
        .visits
        .iter()
        .map(|visit| problem.date_points(&problem.choices[visit.site][visit.choice].start))
        .sum()
}

/// The value of tier 3 for a solution.
pub(super) fn of_staffing(problem: &PlanningProblem, solution: &Solution) -> f64 {
    let travel: f64 = solution
        .visits
        .iter()
        .filter(|visit| problem.counts_travel(visit.site))
        .flat_map(|visit| visit.team.iter().map(|person| (visit.site, *person)))
        .map(|(site, person)| problem.travel_points(site, person))
        .sum();
    let mut onsite: BTreeMap<InspectorRow, usize> = BTreeMap::new();
    for visit in &solution.visits {
        let days = problem.choices[visit.site][visit.choice].start.onsite.len();
        for person in &visit.team {
            *onsite.entry(*person).or_default() += days;
        }
    }
    let busiest = onsite.values().max().copied().unwrap_or(0);
    travel
        + problem.weights.continuity * solution.people().len() as f64
        + problem.weights.load * busiest as f64
}
