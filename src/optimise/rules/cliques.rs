//! Sets of visits of which nobody can be on two: what P14 and P15 come to, said as few and as strongly as can be.
//!
//! Two visits of which nobody can be on both clash. A clique of the clashes gives one row for each inspector, which is worth more to a
//! relaxation than a row for every two.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::Variable;

use crate::domain::{InspectorRow, InspectorateId, Rule};
use crate::optimise::model::{CandidateRow, CandidateVisit, PlanModel, sum};
use crate::optimise::problem::seats;

/// Adds the rows for the clashes of one rule. `groups` are sets of candidates such that every two that clash by it are together in one,
/// and `clash` says which do.
pub(super) fn add(
    model: &mut PlanModel,
    groups: Vec<Vec<CandidateRow>>,
    clash: impl Fn(&PlanModel, &CandidateVisit, &CandidateVisit) -> bool,
) {
    let mut cliques: Vec<BTreeSet<CandidateRow>> = Vec::new();
    for group in groups {
        for clique in cover(model, &group, &clash) {
            if !cliques.iter().any(|other| clique.is_subset(other)) {
                cliques.retain(|other| !other.is_subset(&clique));
                cliques.push(clique);
            }
        }
    }
    for clique in cliques {
        match model.restriction.staffed {
            true => nobody_twice(model, &clique),
            false => enough_people(model, &clique),
        }
    }
}

/// Cliques of the group that together hold every two of it that clash by the rule. Two that nobody can be on for another reason may be in one
/// as well.
fn cover(
    model: &PlanModel,
    group: &[CandidateRow],
    clash: &impl Fn(&PlanModel, &CandidateVisit, &CandidateVisit) -> bool,
) -> Vec<BTreeSet<CandidateRow>> {
    let visits: Vec<&CandidateVisit> = group.iter().map(|row| &model.candidates[*row]).collect();
    let size = visits.len();
    // What the rule forbids, and what anything does.
    let mut open = vec![false; size * size];
    let mut never = vec![false; size * size];
    for a in 0..size {
        for b in a + 1..size {
            let by_rule = clash(model, visits[a], visits[b]);
            let anyway = by_rule || is_needed_twice(model, visits[a], visits[b]);
            (open[a * size + b], never[a * size + b]) = (by_rule, anyway);
            never[b * size + a] = anyway;
        }
    }
    let mut cliques = Vec::new();
    for a in 0..size {
        for b in a + 1..size {
            if !open[a * size + b] {
                continue;
            }
            let mut clique = vec![a, b];
            for c in 0..size {
                if clique.iter().all(|one| *one != c && never[one * size + c]) {
                    clique.push(c);
                }
            }
            for one in &clique {
                for other in &clique {
                    open[one * size + other] = false;
                }
            }
            cliques.push(clique.into_iter().map(|place| group[place]).collect());
        }
    }
    cliques
}

/// Whether nobody can be on both for a plain reason: one site has one visit, and nobody is needed twice on one day (P3).
fn is_needed_twice(model: &PlanModel, a: &CandidateVisit, b: &CandidateVisit) -> bool {
    let on_one_day = || model.choice(a).start.shares_a_day(&model.choice(b).start);
    a.site == b.site || (model.problem.holds(Rule::OnePlace) && on_one_day())
}

/// With teams: nobody sits on two of them.
fn nobody_twice(model: &mut PlanModel, clique: &BTreeSet<CandidateRow>) {
    let mut seats: BTreeMap<InspectorRow, Vec<Variable>> = BTreeMap::new();
    for row in clique {
        for (person, seat) in &model.candidates[*row].seats {
            seats.entry(*person).or_default().push(*seat);
        }
    }
    for (person, seats) in seats {
        if seats.len() > 1 {
            let limit = model.presence(person);
            model.rows.push((sum(seats) - limit).leq(0));
        }
    }
}

/// Without teams: they need no more inspectors of an inspectorate together than could go to any of them (P1).
fn enough_people(model: &mut PlanModel, clique: &BTreeSet<CandidateRow>) {
    if !model.problem.holds(Rule::Joint) {
        return;
    }
    let mut needed: BTreeMap<&InspectorateId, good_lp::Expression> = BTreeMap::new();
    let mut could_go: BTreeMap<&InspectorateId, BTreeSet<InspectorRow>> = BTreeMap::new();
    let problem = model.problem;
    for row in clique {
        let candidate = &model.candidates[*row];
        for (inspectorate, count) in seats(problem.kind(candidate.site)) {
            let seats = needed.entry(inspectorate).or_default();
            seats.add_mul(count as f64, candidate.takes_place);
            let people = model.choice(candidate).people.iter().copied();
            let theirs = people.filter(|row| problem.person(*row).inspectorate == *inspectorate);
            could_go.entry(inspectorate).or_default().extend(theirs);
        }
    }
    for (inspectorate, needed) in needed {
        let people = could_go.get(inspectorate).map_or(0, BTreeSet::len);
        model.rows.push(needed.leq(people as f64));
    }
}
