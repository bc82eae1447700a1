//! The best teams by whole seasons of each inspector.
//!
//! A variable for each inspector and visit says little to a relaxation: it lets everybody be used by halves, and in two places at once.
//! A variable for each *season*, all the visits that one inspector is on, says all that binds one inspector alone (Dantzig and Wolfe,
//! 1960). There are far too many to list, so the relaxation grows by those that could better it (column generation). Its prices give a
//! bound, and say of every season by how much a plan that holds it costs more than that bound at least: so the seasons within some distance of the
//! bound are listed, and the best of them is the best of all if it is no further away.

mod diary;
mod pricing;
mod relaxation;
mod selecting;
mod spare;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use good_lp::Variable;

use super::fault::{Fault, SolveStep};
use super::model::PlanModel;
use super::objective;
use super::problem::PlanningProblem;
use super::restriction::{Pick, Restriction};
use super::search::Search;
use super::solution::Solution;
use super::solution_reader::SolutionReader;
use super::solver::{Program, Solved, TIE_TOLERANCE, coefficients, constant};
use super::symmetry;
use diary::{Clashes, Diary, Season, diaries};
use pricing::cheapest;
use relaxation::{Relaxation, relax};
use selecting::select;

/// With more visits that may take place than this, there are too many seasons to begin with.
const MOST_VISITS: usize = 2_000;

/// With more seasons than this to look through, the relaxation takes longer than it is worth.
const MOST_TO_LOOK_THROUGH: f64 = 1e9;

/// Steps of the search for seasons to list in one diary.
const MOST_STEPS: usize = 1_000_000;

/// How far beyond the bound seasons are listed first, as a part of it.
const FIRST_DISTANCE: f64 = 0.001;

/// The same in points, at least.
const SHORTEST_DISTANCE: f64 = 0.01;

/// The best teams by seasons.
pub(super) enum BySeasons {
    /// What was found out: `Infeasible` where there are no teams that cost no more than asked for.
    Solved(Solved<Solution>),
    /// There are too many seasons, or the relaxation came to nothing; no teams cost less than this.
    TooMany(f64),
}

/// Whether it is worth trying: whether there are few enough visits that may take place.
pub(super) fn may_be_tried(problem: &PlanningProblem, restriction: &Restriction) -> bool {
    let picks = restriction.picks.iter().zip(&restriction.choices);
    let may_be = picks.filter(|(pick, _)| matches!(pick, Pick::In | Pick::Free));
    let visits: usize = may_be.map(|(_, choices)| choices.len()).sum();
    problem.decomposition.most_seasons > 0 && visits <= MOST_VISITS
}

/// The best teams of a model of seasons, none that cost more than `to_beat`. The relaxation begins with the seasons of a solution,
/// of the model or not.
pub(super) fn best(
    mut model: PlanModel,
    begin_with: &Solution,
    to_beat: f64,
    search: &mut Search,
) -> Result<BySeasons, Fault> {
    let too_many = BySeasons::TooMany(f64::NEG_INFINITY);
    let Some((diaries, clashes)) = diaries(&mut model) else {
        return Ok(too_many);
    };
    // Each seat is a variable of the model that there is otherwise: beyond as many seasons that one is quicker.
    let seats = diaries.iter().map(|diary| diary.seats.len()).sum();
    let most = model.problem.decomposition.most_seasons.max(seats);
    let seasons: f64 = diaries.iter().map(Diary::most_seasons).sum();
    if seasons > MOST_TO_LOOK_THROUGH {
        return Ok(too_many);
    }
    let objective = objective::staffing(&mut model);
    drop_kept_by_seasons(&mut model, &diaries);
    let reader = SolutionReader::of(&model);
    let mut program = Program {
        step: SolveStep::Staffing,
        variables: model.variables.clone(),
        objective,
        maximise: false,
        rows: model.rows.clone(),
        jump: false,
        any: false,
    };
    let all = (diaries.as_slice(), &clashes);
    let Some(relaxation) = relax(&program, &model, all, begin_with, to_beat, search)? else {
        return Ok(too_many);
    };
    symmetry::break_ties(&mut model);
    program.rows = model.rows;
    program.rows.extend(relaxation.rows.iter().cloned());
    let mut bound = relaxation.bound;
    let mut distance = (FIRST_DISTANCE * relaxation.bound.abs()).max(SHORTEST_DISTANCE);
    loop {
        search.tell("staffing", Some(to_beat), Some(bound.max(0.0)));
        if search.budget.is_spent() {
            return Ok(BySeasons::Solved(Solved::Unknown(bound)));
        }
        if bound > to_beat + TIE_TOLERANCE / 10.0 {
            return Ok(BySeasons::Solved(Solved::Infeasible));
        }
        let limit = (relaxation.bound + distance).min(to_beat);
        let Some(listed) = list(all, &relaxation, limit, most) else {
            return Ok(BySeasons::TooMany(bound));
        };
        let (program, seats) = select(&program, &diaries, &listed, limit);
        // What HiGHS says meanwhile goes for the seasons that are listed, and nobody hears of it.
        let solved = program.solve(&search.budget)?;
        // Teams with any other season cost more than the limit, and no more is known of them.
        let least = |least: f64| least.min(limit).max(bound);
        let solved = match solved.map(|values| reader.solution(&seats.with_values(values))) {
            Solved::Infeasible if limit < to_beat => {
                bound = limit;
                distance *= 3.0;
                continue;
            }
            Solved::Feasible(found, bound) => Solved::Feasible(found, least(bound)),
            Solved::Unknown(bound) => Solved::Unknown(least(bound)),
            solved => solved,
        };
        return Ok(BySeasons::Solved(solved));
    }
}

/// Leaves out the rows on one inspector that every season keeps: those that let whoever is on no visit be so, and that every engagement keeps.
fn drop_kept_by_seasons(model: &mut PlanModel, diaries: &[Diary]) {
    let mut owners: HashMap<Variable, &Diary> = HashMap::new();
    for diary in diaries {
        owners.extend(diary.seats.iter().map(|seat| (*seat, diary)));
    }
    model.rows.retain(|row| {
        let by: HashMap<Variable, f64> = coefficients(row.expression()).collect();
        let mut people = by.keys().map(|variable| owners.get(variable));
        let Some(Some(first)) = people.next() else {
            return true;
        };
        let is_theirs = people.all(|other| other.is_some_and(|other| other.person == first.person));
        let is_kept = || {
            let mut engagements = first.engagements.iter();
            engagements.all(|engagement| {
                let seats = engagement.seats.iter().filter_map(|seat| by.get(seat));
                seats.sum::<f64>() <= 0.0
            })
        };
        row.is_equality() || constant(row.expression()) > 0.0 || !is_theirs || !is_kept()
    });
}

/// The seasons that teams of at most this cost could hold; `None` where they are more than `most`.
fn list(
    (diaries, clashes): (&[Diary], &Clashes),
    relaxation: &Relaxation,
    cost: f64,
    most: usize,
) -> Option<Vec<Vec<Season>>> {
    let mut left = most;
    let mut all = Vec::new();
    let each = diaries
        .iter()
        .zip(&relaxation.prices)
        .zip(&relaxation.least);
    for ((diary, prices), least) in each {
        // A little more, for the prices are those of a solver.
        let below = cost - relaxation.bound + least + 1e-4;
        let found = cheapest(diary, clashes, prices, below, left + 1, MOST_STEPS);
        if !found.is_complete {
            return None;
        }
        left = left.checked_sub(found.seasons.len())?;
        all.push(
            found
                .seasons
                .into_iter()
                .map(|(_, season)| season)
                .collect(),
        );
    }
    Some(all)
}
