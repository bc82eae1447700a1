//! Sets of visits of which nobody can be on two: what P14 and P15 come to, said as few and as strongly as can be.
//!
//! Two visits of which nobody can be on both clash. A clique of the clashes gives one row for each inspector, which is worth more to a
//! relaxation than a row for every two.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::Variable;

use crate::domain::{InspectorRow, InspectorateId, Rule};
use crate::optimise::candidate::CandidateVisit;
use crate::optimise::decomposition::Seating;
use crate::optimise::model::{PlanModel, sum};
use crate::optimise::problem::seats;
use crate::optimise::window::{Window, WindowRow};

/// Adds the rows for the clashes of one rule. `groups` are sets of windows such that every two that clash by it are together in one,
/// and `clash` says which visits do. Windows do where all their visits do.
pub(super) fn add(
    model: &mut PlanModel,
    groups: Vec<Vec<WindowRow>>,
    clash: impl Fn(&PlanModel, &CandidateVisit, &CandidateVisit) -> bool,
) {
    let mut cliques: Vec<BTreeSet<WindowRow>> = Vec::new();
    for group in groups {
        for clique in cover(model, &group, &clash) {
            if !cliques.iter().any(|other| clique.is_subset(other)) {
                cliques.retain(|other| !other.is_subset(&clique));
                cliques.push(clique);
            }
        }
    }
    for clique in cliques {
        match model.restriction.seating {
            Seating::BySite | Seating::ByWindow => nobody_twice(model, &clique),
            // Seasons say it.
            Seating::BySeason => {}
            Seating::LeftOut => enough_people(model, &clique),
        }
    }
}

/// Cliques of the group that together hold every two of it that clash by the rule. Two that nobody can be on for another reason may be in one
/// as well.
fn cover(
    model: &PlanModel,
    group: &[WindowRow],
    clash: &impl Fn(&PlanModel, &CandidateVisit, &CandidateVisit) -> bool,
) -> Vec<BTreeSet<WindowRow>> {
    let windows: Vec<&Window> = group.iter().map(|row| &model.windows[*row]).collect();
    let size = windows.len();
    // What the rule forbids, and what anything does.
    let mut open = vec![false; size * size];
    let mut never = vec![false; size * size];
    for a in 0..size {
        for b in a + 1..size {
            let by_rule = all_clash(model, windows[a], windows[b], clash);
            let anyway = by_rule || is_needed_twice(model, windows[a], windows[b]);
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

/// Whether every visit of the one window clashes with every one of the other, but for those to the same site.
fn all_clash(
    model: &PlanModel,
    a: &Window,
    b: &Window,
    clash: &impl Fn(&PlanModel, &CandidateVisit, &CandidateVisit) -> bool,
) -> bool {
    let mut any = false;
    for one in model.visits_in(a) {
        for other in model.visits_in(b) {
            let by_rule = clash(model, one, other);
            if !by_rule && one.site != other.site {
                return false;
            }
            any |= by_rule;
        }
    }
    any
}

/// Whether nobody can be on both for a plain reason: one site has one visit, and nobody is needed twice on one day (P3).
fn is_needed_twice(model: &PlanModel, a: &Window, b: &Window) -> bool {
    let on_one_day = || model.start_of(a).shares_a_day(model.start_of(b));
    let sites = |window| model.visits_in(window).map(|visit| visit.site);
    let is_one_site = || sites(a).all(|one| sites(b).all(|other| one == other));
    is_one_site() || (model.problem.holds(Rule::OnePlace) && on_one_day())
}

/// With teams: nobody sits on two of them.
fn nobody_twice(model: &mut PlanModel, clique: &BTreeSet<WindowRow>) {
    let mut seats: BTreeMap<InspectorRow, Vec<Variable>> = BTreeMap::new();
    for row in clique {
        for (person, seat) in &model.windows[*row].seats {
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
fn enough_people(model: &mut PlanModel, clique: &BTreeSet<WindowRow>) {
    if !model.problem.holds(Rule::Joint) {
        return;
    }
    let mut needed: BTreeMap<&InspectorateId, good_lp::Expression> = BTreeMap::new();
    let mut could_go: BTreeMap<&InspectorateId, BTreeSet<InspectorRow>> = BTreeMap::new();
    let problem = model.problem;
    for candidate in clique
        .iter()
        .flat_map(|row| model.visits_in(&model.windows[*row]))
    {
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
