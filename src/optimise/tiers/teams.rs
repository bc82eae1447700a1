//! Teams for visits whose dates are settled.

use good_lp::Expression;

use crate::optimise::budget::Budget;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::Solved;

/// Any teams for the visits of a solution on their dates.
pub(super) fn teams(
    problem: &PlanningProblem,
    dated: &Solution,
    budget: &Budget,
) -> Result<Solved<Solution>, Fault> {
    let model = formulate(problem, Restriction::of_dates(problem, dated));
    let reader = SolutionReader::of(&model);
    let program = model.minimise(SolveStep::Staffing, Expression::default());
    let solved = program.solve(budget)?;
    Ok(solved.map(|values| reader.solution(&values)))
}
