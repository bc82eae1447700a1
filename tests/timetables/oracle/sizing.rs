//! The fewest pairs, and the fewest days for that number, that hold the activities of a kind.

use std::collections::BTreeSet;

use assize::domain::{Activity, InspectorateId, RuleSet, TakenBy};

use super::Facts;
use super::place::best;
use crate::problem::Problem;

/// The fewest pairs and then the fewest days; `None` where no number of pairs holds the activities within the kind's days.
pub fn fewest_pairs(problem: &Problem) -> Option<(usize, u32)> {
    let activities: Vec<&Activity> = problem.onsite().collect();
    let named: Vec<[InspectorateId; 2]> = named(problem).into_iter().collect();
    // With a pair for every session, one more has nothing to do but join the whole team.
    let sessions: u32 = activities.iter().map(|activity| activity.sessions).sum();
    (1..=sessions.max(1) as usize).find_map(|count| {
        let teams = teams(&named, count);
        let days = teams
            .iter()
            .filter_map(|team| fewest_days(problem, &activities, team));
        Some((count, days.min()?))
    })
}

/// The fewest days in which these pairs do everything, within the kind's days. Skills and security are left aside.
pub fn fewest_days(
    problem: &Problem,
    activities: &[&Activity],
    pairs: &[[InspectorateId; 2]],
) -> Option<u32> {
    let kind_days = problem.kind().days as usize;
    let day = &problem.inspection.day;
    let facts = Facts::new(
        activities,
        day,
        kind_days,
        pairs,
        RuleSet::all(),
        |_, _, _| true,
    );
    best(&facts, u32::MAX).map(|(days, _, _)| days)
}

/// The kinds of pair that the kind or its activities name, the two inspectorates of each in order.
pub fn named(problem: &Problem) -> BTreeSet<[InspectorateId; 2]> {
    let of_activities = problem.onsite().filter_map(|one| match &one.taken_by {
        TakenBy::Pair(pair) => Some(pair),
        _ => None,
    });
    let all = problem.kind().pairs.iter().chain(of_activities);
    all.map(|pair| in_order(pair.clone())).collect()
}

/// The two inspectorates of a pair in order.
pub fn in_order(mut pair: [InspectorateId; 2]) -> [InspectorateId; 2] {
    pair.sort();
    pair
}

/// Every team of so many pairs of these kinds.
fn teams(kinds: &[[InspectorateId; 2]], count: usize) -> Vec<Vec<[InspectorateId; 2]>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut found = Vec::new();
    for at in 0..kinds.len() {
        for mut team in teams(&kinds[at..], count - 1) {
            team.push(kinds[at].clone());
            found.push(team);
        }
    }
    found
}
