//! The best solution so far of tier 3.

use crate::optimise::problem::PlanningProblem;
use crate::optimise::solution::Solution;
use crate::optimise::value;

/// The best solution so far, and what its teams cost.
pub(super) struct Incumbent<'p> {
    pub problem: &'p PlanningProblem,
    pub solution: Solution,
    pub cost: f64,
}

impl<'p> Incumbent<'p> {
    pub(super) fn new(problem: &'p PlanningProblem, solution: Solution) -> Self {
        Self {
            cost: value::of_staffing(problem, &solution),
            problem,
            solution,
        }
    }

    /// Gives way to a solution whose teams cost less; whether this one does.
    pub(super) fn improve(&mut self, solution: Solution) -> bool {
        let cost = value::of_staffing(self.problem, &solution);
        let is_better = cost < self.cost;
        if is_better {
            (self.solution, self.cost) = (solution, cost);
        }
        is_better
    }
}
