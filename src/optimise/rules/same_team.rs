//! P12: a site is visited by inspectors of the visit that brings it.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::Expression;

use super::dates::{IsBrought, brought_by, sorted};
use crate::domain::Rule;
use crate::optimise::candidate::{CandidateRow, CandidateVisit};
use crate::optimise::decomposition::Seating;
use crate::optimise::model::{PlanModel, sum};
use crate::optimise::problem::{LinkView, seats};
use crate::optimise::window::Window;

/// A visit to a brought site.
struct Brought {
    visit: CandidateRow,
    /// The visits that could bring it.
    with: Vec<CandidateRow>,
    /// 0 where it is certain that the link binds; up to 1 where it does not.
    unbound: Option<Expression>,
}

/// P12: with `same_team`, every inspector on a brought site's visit is also on a visit, starting in that week,
/// of a site that names it.
///
/// By P3 that other visit needs them on other days: only such visits are counted, which says the same of whole
/// plans and more of fractional ones. Where people are not seated by site, there must also be enough of them who could be on both.
pub(in crate::optimise) fn same_team(model: &mut PlanModel) {
    let problem = model.problem;
    for view in problem.links.iter().filter(|view| view.link.same_team) {
        let all = brought_visits(model, view);
        for brought in all.values() {
            is_brought(model, brought);
            if model.restriction.seating == Seating::ByWindow && problem.holds(Rule::Joint) {
                enough_for_both(model, brought);
            }
        }
        let model_now: &PlanModel = model;
        let windows = model_now.windows.iter();
        let rows = windows.flat_map(|window| people_of_both(model_now, window, &all));
        let rows: Vec<good_lp::Constraint> = rows.collect();
        model.rows.extend(rows);
    }
}

/// The visits that everybody on them is brought to, whatever else is so: by one of which visits.
pub(in crate::optimise) fn bringers(
    model: &mut PlanModel,
) -> BTreeMap<CandidateRow, Vec<CandidateRow>> {
    let problem = model.problem;
    let views = problem.links.iter().filter(|view| view.link.same_team);
    let views = views.filter(|_| problem.holds(Rule::SameTeam));
    let all = views.flat_map(|view| brought_visits(model, view));
    let bound = all.filter(|(_, brought)| brought.unbound.is_none());
    bound.map(|(row, brought)| (row, brought.with)).collect()
}

/// The visits to sites that a link may bring.
fn brought_visits(model: &mut PlanModel, view: &LinkView) -> BTreeMap<CandidateRow, Brought> {
    let problem = model.problem;
    let by_week = model.candidates_by_week();
    let mut all = BTreeMap::new();
    for (site, namers) in sorted(view) {
        let unbound = match brought_by(model, view, site) {
            IsBrought::Never => continue,
            IsBrought::Always => None,
            IsBrought::Sometimes(brought) => Some(Expression::from(1.0) - brought),
        };
        for (row, candidate) in model.candidates.iter_enumerated() {
            if candidate.site != site {
                continue;
            }
            let start = &model.choice(candidate).start;
            let in_week = namers.iter();
            let in_week = in_week.filter_map(|namer| by_week.get(&(*namer, start.week)));
            let with = in_week.flatten().copied().filter(|other| {
                let other = &model.candidates[*other];
                other.site == site
                    || !problem.holds(Rule::OnePlace)
                    || !start.shares_a_day(&model.choice(other).start)
            });
            let brought = Brought {
                visit: row,
                with: with.collect(),
                unbound: unbound.clone(),
            };
            all.insert(row, brought);
        }
    }
    all
}

/// At least one visit that brings it takes place.
fn is_brought(model: &mut PlanModel, brought: &Brought) {
    let takes_place = |row: &CandidateRow| model.candidates[*row].takes_place;
    let visits = sum(brought.with.iter().map(takes_place));
    let missing = Expression::from(takes_place(&brought.visit)) - visits;
    let row = match &brought.unbound {
        Some(unbound) => missing - unbound.clone(),
        None => missing,
    };
    model.rows.push(row.leq(0));
}

/// The visits that bring it have enough people of every inspectorate who could be on it too.
fn enough_for_both(model: &mut PlanModel, brought: &Brought) {
    let problem = model.problem;
    let visit = &model.candidates[brought.visit];
    let able = model.able(visit);
    let mut rows = Vec::new();
    for (inspectorate, count) in seats(problem.kind(visit.site)) {
        let mut both = Expression::default();
        for other in &brought.with {
            let other: &CandidateVisit = &model.candidates[*other];
            let seats = seats(problem.kind(other.site));
            let mut theirs = seats.iter().filter(|(name, _)| *name == inspectorate);
            let room = theirs.next().map_or(0, |(_, count)| *count).min(count);
            let people = model.able(other);
            let people = people.iter().filter(|row| {
                able.contains(row) && problem.person(**row).inspectorate == *inspectorate
            });
            both.add_mul(people.count().min(room) as f64, other.takes_place);
        }
        let missing = count as f64 * visit.takes_place - both;
        rows.push(match &brought.unbound {
            Some(unbound) => (missing - count as f64 * unbound.clone()).leq(0),
            None => missing.leq(0),
        });
    }
    model.rows.extend(rows);
}

/// Whoever is in a window of brought visits is in one of the windows that bring them.
fn people_of_both(
    model: &PlanModel,
    window: &Window,
    all: &BTreeMap<CandidateRow, Brought>,
) -> Vec<good_lp::Constraint> {
    let brought = window.visits.iter().map(|row| all.get(row));
    let Some(brought) = brought.collect::<Option<Vec<&Brought>>>() else {
        return Vec::new();
    };
    let unbound = match brought.as_slice() {
        [only] => only.unbound.clone().unwrap_or_default(),
        // Of several it is not said which of them is not bound, so then nothing follows.
        several if several.iter().any(|one| one.unbound.is_some()) => return Vec::new(),
        _ => Expression::default(),
    };
    let with = brought.iter().flat_map(|one| &one.with);
    let with: BTreeSet<CandidateRow> = with.copied().collect();
    let bring = |other: &&Window| other.visits.iter().any(|row| with.contains(row));
    let bringing: Vec<&Window> = model.windows.iter().filter(bring).collect();
    let rows = window.seats.iter().map(|(person, seat)| {
        let seats = bringing.iter().flat_map(|other| &other.seats);
        let theirs = seats.filter(|(other, _)| other == person);
        let also = sum(theirs.map(|(_, seat)| *seat));
        (Expression::from(*seat) - also - unbound.clone()).leq(0)
    });
    rows.collect()
}
