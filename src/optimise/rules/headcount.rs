//! What P1 and P9 imply of the selection alone: that there are inspector-days enough for it. Plain as it is, it
//! spares the search for dates and teams where too few people are the whole reason.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::Expression;

use crate::domain::{InspectorRow, InspectorateId, Rule};
use crate::optimise::model::PlanModel;
use crate::optimise::problem::{PlanningProblem, seats};
use crate::optimise::restriction::Pick;

/// For each inspectorate: the onsite days of its seats are no more than its inspectors may have, and neither are
/// the seats on visits of so many days or longer.
pub(in crate::optimise) fn enough_days(model: &mut PlanModel) {
    let problem = model.problem;
    if model.restriction.seating.is_by_site()
        || !problem.holds(Rule::Joint)
        || !problem.holds(Rule::Limit)
    {
        return;
    }
    for (inspectorate, people) in people(problem) {
        let limits: Option<Vec<u32>> = people.iter().map(|row| problem.max_days[*row]).collect();
        let Some(limits) = limits else {
            continue;
        };
        let mut by_length: BTreeMap<u32, Expression> = BTreeMap::new();
        for site in problem.sites() {
            if !matches!(model.restriction.picks[site], Pick::In | Pick::Free) {
                continue;
            }
            let seated = seats(problem.kind(site))
                .into_iter()
                .find(|(name, _)| *name == inspectorate);
            if let Some((_, count)) = seated {
                let visits = by_length.entry(problem.kind(site).days).or_default();
                *visits += count as f64 * model.pick(site);
            }
        }
        let lengths: Vec<u32> = by_length.keys().copied().collect();
        let days: Expression = by_length
            .iter()
            .map(|(length, seats)| f64::from(*length) * seats.clone())
            .sum();
        let most_days: u32 = limits.iter().map(|limit| fullest(*limit, &lengths)).sum();
        model.rows.push(days.leq(f64::from(most_days)));
        for length in &lengths {
            let longer: Expression = by_length
                .range(length..)
                .map(|(_, seats)| seats.clone())
                .sum();
            let most: u32 = limits.iter().map(|limit| limit / length).sum();
            model.rows.push(longer.leq(f64::from(most)));
        }
    }
}

/// Per inspectorate, everyone who could go anywhere.
fn people(problem: &PlanningProblem) -> BTreeMap<&InspectorateId, BTreeSet<InspectorRow>> {
    let mut people: BTreeMap<&InspectorateId, BTreeSet<InspectorRow>> = BTreeMap::new();
    for kind in &problem.inspection.kinds {
        for inspectorate in kind.pairs.iter().flatten() {
            people.entry(inspectorate).or_default();
        }
    }
    let could_go = problem
        .choices
        .iter()
        .flatten()
        .flat_map(|choice| &choice.people);
    for person in could_go {
        let inspectorate = &problem.person(*person).inspectorate;
        people.entry(inspectorate).or_default().insert(*person);
    }
    people
}

/// The most days up to a limit that visits of these lengths can fill.
fn fullest(limit: u32, lengths: &[u32]) -> u32 {
    // So large a limit binds nobody, and is not worth the search.
    if limit > 1000 {
        return limit;
    }
    let mut reached = BTreeSet::from([0]);
    let mut front = vec![0];
    while let Some(days) = front.pop() {
        for length in lengths {
            if days + length <= limit && reached.insert(days + length) {
                front.push(days + length);
            }
        }
    }
    reached.into_iter().max().unwrap_or(0)
}
