//! The first plan that comes to hand, however good it is.
//!
//! Where people are short, the best dates crowd the first weeks, and there it is hard to find people for all. So nothing is asked of
//! the dates here but that there are teams for them.

use good_lp::Expression;

use super::conflict;
use super::cuts::SelectionCut;
use super::teams::teams;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::Solved;

/// After so many sets of dates without teams it is left to a search with an aim.
const MOST_ROUNDS: usize = 3;

/// Some plan of a restriction that no cut takes off; `Unknown` where none came to hand.
pub(in crate::optimise) fn any_plan(
    problem: &PlanningProblem,
    restriction: &Restriction,
    cuts: &[SelectionCut],
    budget: &Budget,
) -> Result<Solved<Solution>, Fault> {
    let mut restriction = restriction.clone().visitable();
    restriction.seating = Seating::ByWindow;
    for _ in 0..MOST_ROUNDS {
        let mut model = formulate(problem, restriction.clone());
        for cut in cuts {
            cut.add_to(&mut model);
        }
        let reader = SolutionReader::of(&model);
        let mut program = model.minimise(SolveStep::Calendar, Expression::default());
        (program.any, program.jump) = (true, true);
        let dated = match program.solve(budget)? {
            Solved::Optimal(values) | Solved::Feasible(values, _) => reader.solution(&values),
            Solved::Infeasible => return Ok(Solved::Infeasible),
            Solved::Unknown(bound) => return Ok(Solved::Unknown(bound)),
        };
        match teams(problem, &dated, budget)? {
            Solved::Optimal(solution) | Solved::Feasible(solution, _) => {
                return Ok(Solved::Optimal(solution));
            }
            Solved::Infeasible => {
                let sites = conflict::of_dates(problem, &dated, budget)?;
                restriction.told_apart.extend(sites);
            }
            Solved::Unknown(_) => break,
        }
    }
    Ok(Solved::Unknown(f64::INFINITY))
}
