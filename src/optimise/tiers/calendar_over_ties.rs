//! Tier 2 over all the selections that tie in tier 1: the best dates of any of them.

use super::ties::{TiedSelections, VisitableSelection};
use super::value::TierValue;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::objective;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::search::Search;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::value;

/// The best dates over the selections of tier 1, with some teams.
pub(super) fn best_dates_of_all(
    problem: &PlanningProblem,
    base: &Restriction,
    ties: &TiedSelections,
    search: &mut Search,
) -> Result<(Solution, TierValue), Fault> {
    let (solution, calendar) = match ties.all_listed {
        true => best_listed(problem, ties),
        false => best_of_that_value(problem, base, ties, search)?,
    };
    let calendar = match ties.proven {
        true => calendar,
        false => calendar.unproven(),
    };
    search.tell("calendar", Some(calendar.value), calendar.bound);
    Ok((solution, calendar))
}

/// The best dates of the selections that are listed, each with its own.
fn best_listed(problem: &PlanningProblem, ties: &TiedSelections) -> (Solution, TierValue) {
    let value = |tied: &VisitableSelection| value::of_calendar(problem, &tied.solution);
    let earlier = |a, b| if value(b) < value(a) { b } else { a };
    let best = ties.others.iter().fold(&ties.first, earlier);
    let bounds = ties.tied().map(|tied| tied.calendar_bound);
    let bound = bounds.fold(f64::INFINITY, f64::min);
    let value = value(best);
    let calendar = TierValue {
        value,
        bound: Some(bound.min(value)),
        proven: bound >= value - TIE_TOLERANCE,
    };
    (best.solution.clone(), calendar)
}

/// The best dates where too many selections tie to list them: the model chooses among all of that value.
fn best_of_that_value(
    problem: &PlanningProblem,
    base: &Restriction,
    ties: &TiedSelections,
    search: &mut Search,
) -> Result<(Solution, TierValue), Fault> {
    let (incumbent, calendar) = best_listed(problem, ties);
    let mut model = formulate(problem, base.clone().visitable());
    ties.keep_value(&mut model);
    let reader = SolutionReader::of(&model);
    let objective = objective::calendar(&model);
    let program = model.minimise(SolveStep::Calendar, objective);
    let solved = program.solve_aloud(search, "calendar")?;
    let better = |solution: Solution, bound: Option<f64>| {
        let value = value::of_calendar(problem, &solution);
        let bound = bound.unwrap_or(value);
        let (solution, value) = match value < calendar.value {
            true => (solution, value),
            false => (incumbent.clone(), calendar.value),
        };
        let calendar = TierValue {
            value,
            bound: Some(bound.min(value)),
            proven: bound >= value - TIE_TOLERANCE,
        };
        (solution, calendar)
    };
    Ok(match solved.map(|values| reader.solution(&values)) {
        Solved::Optimal(solution) => better(solution, None),
        Solved::Feasible(solution, bound) => better(solution, Some(bound.max(0.0))),
        Solved::Infeasible | Solved::Unknown(_) => (incumbent, calendar.unproven()),
    })
}
