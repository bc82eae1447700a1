//! Tier 2 for one selection: its best dates that can also be staffed.
//!
//! As in tier 1, less is solved first: dates with people for them, but not who goes to which site ([`crate::optimise::window`]). Dates
//! for which there are no teams after all show which sites have to be told apart, and are looked for once more. After a few such
//! rounds dates and teams are solved together.

use std::collections::BTreeSet;

use good_lp::Expression;

use super::conflict;
use super::cuts::SelectionCut;
use super::teams::teams;
use super::to_hand::any_plan;
use crate::domain::SiteRow;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::objective;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::search::Search;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::Solved;
use crate::optimise::value;

/// With more seats than this to decide on, dates and teams are not one model for a question beside the plan.
const MOST_SEATS: usize = 5_000;

/// What became of a selection.
pub(super) enum BestDates {
    /// A full solution, and what no solution of this selection can beat in tier 2.
    Found { solution: Solution, bound: f64 },
    /// It cannot be visited and staffed, nor can any other that the cut takes off.
    Impossible(SelectionCut),
    /// The budget was spent.
    Unknown,
}

/// The best dates for exactly these sites, with a team for each visit.
pub(super) fn best_dates(
    problem: &PlanningProblem,
    selected: &[SiteRow],
    search: &mut Search,
) -> Result<BestDates, Fault> {
    // A plan comes first, however good. One model of everything finds its own.
    if search.wants_first() && problem.decomposition.date_cuts_before_teams > 0 {
        let restriction = Restriction::of_selection(problem, selected);
        match any_plan(problem, &restriction, &[], &search.budget)? {
            Solved::Optimal(solution) | Solved::Feasible(solution, _) => search.found(&solution)?,
            Solved::Infeasible => {
                let cut = conflict::of_selection(problem, selected, &search.budget)?;
                return Ok(BestDates::Impossible(cut));
            }
            Solved::Unknown(_) => {}
        }
    }
    let mut told_apart = BTreeSet::new();
    let mut rounds = 0;
    let mut bound = 0.0_f64;
    loop {
        let seating = problem.decomposition.seating_of_dates(rounds);
        let is_full = seating == Seating::BySite;
        let dated = match dates(problem, selected, &told_apart, seating, search)? {
            Solved::Optimal(dated) => dated,
            Solved::Feasible(solution, limit) if is_full => {
                let bound = limit.max(bound);
                return Ok(BestDates::Found { solution, bound });
            }
            Solved::Infeasible => {
                let cut = conflict::of_selection(problem, selected, &search.budget)?;
                return Ok(BestDates::Impossible(cut));
            }
            Solved::Feasible(..) | Solved::Unknown(_) => return Ok(BestDates::Unknown),
        };
        bound = bound.max(value::of_calendar(problem, &dated));
        if is_full {
            let solution = dated;
            return Ok(BestDates::Found { solution, bound });
        }
        match teams(problem, &dated, &search.budget)? {
            Solved::Optimal(solution) => return Ok(BestDates::Found { solution, bound }),
            Solved::Infeasible => {
                told_apart.extend(conflict::of_dates(problem, &dated, &search.budget)?);
                rounds += 1;
            }
            Solved::Feasible(..) | Solved::Unknown(_) => return Ok(BestDates::Unknown),
        }
    }
}

/// Whether some dates with teams come to hand within the budget. If so, the selection can be visited and staffed; if not, others may still do.
pub(in crate::optimise) fn is_visitable_at_once(
    problem: &PlanningProblem,
    selected: &[SiteRow],
    budget: &Budget,
) -> Result<bool, Fault> {
    let restriction = Restriction::of_selection(problem, selected);
    let found = any_plan(problem, &restriction, &[], budget)?;
    Ok(matches!(found, Solved::Optimal(_) | Solved::Feasible(..)))
}

/// The same with more effort: where the first dates will not do, dates and teams as one model, if it is small enough to begin with.
pub(in crate::optimise) fn is_visitable_soon(
    problem: &PlanningProblem,
    selected: &[SiteRow],
    budget: &Budget,
) -> Result<bool, Fault> {
    if is_visitable_at_once(problem, selected, budget)? {
        return Ok(true);
    }
    let choices = selected.iter().flat_map(|site| &problem.choices[*site]);
    let seats: usize = choices.map(|choice| choice.people.len()).sum();
    if seats > MOST_SEATS {
        return Ok(false);
    }
    let model = formulate(problem, Restriction::of_selection(problem, selected));
    let program = model.minimise(SolveStep::Conflict, Expression::default());
    let solved = program.solve(budget)?;
    Ok(matches!(solved, Solved::Optimal(_) | Solved::Feasible(..)))
}

/// The best dates with people seated so.
fn dates(
    problem: &PlanningProblem,
    selected: &[SiteRow],
    told_apart: &BTreeSet<SiteRow>,
    seating: Seating,
    search: &mut Search,
) -> Result<Solved<Solution>, Fault> {
    let mut restriction = Restriction::of_selection(problem, selected);
    restriction.seating = seating;
    restriction.told_apart.clone_from(told_apart);
    let model = formulate(problem, restriction);
    let reader = SolutionReader::of(&model);
    let objective = objective::calendar(&model);
    let program = model.minimise(SolveStep::Calendar, objective);
    // Dates without teams are no plan yet, so nobody hears of them.
    let solved = match seating {
        Seating::BySite | Seating::BySeason => program.solve_aloud(search, "calendar")?,
        Seating::LeftOut | Seating::ByWindow => program.solve(&search.budget)?,
    };
    Ok(solved.map(|values| reader.solution(&values)))
}
