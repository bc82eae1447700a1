//! A program to be solved.

use good_lp::{Constraint, Expression, ProblemVariables};

use crate::optimise::fault::SolveStep;

/// A linear program with whole numbers, ready to solve.
///
/// Every variable has bounds on both sides: no program is unbounded.
pub(in crate::optimise) struct Program {
    /// What it is solved for.
    pub step: SolveStep,
    pub variables: ProblemVariables,
    /// Without a constant term: HiGHS would not hear of it.
    pub objective: Expression,
    pub maximise: bool,
    pub rows: Vec<Constraint>,
    /// Whether to jump about for a first solution: it pays only where solutions are hard to come by.
    pub jump: bool,
    /// Whether any solution will do: the first that is found ends the search.
    pub any: bool,
}
