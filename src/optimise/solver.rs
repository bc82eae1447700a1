//! The one door to HiGHS: a program in, and what was proved of it out.
//!
//! `good_lp` builds the program; the `highs` crate beneath it is asked directly, because `good_lp` reports the
//! gap that was requested rather than the bound that was reached.

use std::collections::HashMap;

use good_lp::{
    Constraint, Expression, ProblemVariables, SolverModel, Variable, solvers::highs::highs,
};
use highs::{HighsModelStatus, HighsSolutionStatus};

/// Two values of a tier this close are the same (section 4 of the design).
pub(super) const SAME: f64 = 1e-6;

/// How far a whole number may be off, and a row be broken, inside HiGHS. Well below [`SAME`].
const FEASIBILITY: f64 = 1e-8;

/// HiGHS stops when best and bound are this close. Well below [`SAME`].
const GAP: f64 = 1e-7;

/// A linear program with whole numbers, ready to solve.
pub(super) struct Program {
    pub variables: ProblemVariables,
    /// Without a constant term: HiGHS would not hear of it.
    pub objective: Expression,
    pub maximise: bool,
    pub rows: Vec<Constraint>,
}

/// The values of a solution.
pub(super) struct Values(HashMap<Variable, f64>);

impl Values {
    /// The value of a variable; 0 for a stranger.
    pub(super) fn of(&self, variable: Variable) -> f64 {
        self.0.get(&variable).copied().unwrap_or(0.0)
    }

    /// Whether a yes-or-no variable is yes.
    pub(super) fn is_yes(&self, variable: Variable) -> bool {
        self.of(variable) > 0.5
    }
}

/// What a solve showed.
pub(super) enum Found<T = Values> {
    /// The best solution, proved.
    Best(T),
    /// A solution, and a bound that none can beat, when the time was up.
    Some(T, f64),
    /// Proved: there is no solution.
    Nothing,
    /// No solution when the time was up; the bound may be infinite.
    Unknown(f64),
}

impl<T> Found<T> {
    /// The same finding, read otherwise.
    pub(super) fn map<U>(self, read: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Self::Best(values) => Found::Best(read(values)),
            Self::Some(values, bound) => Found::Some(read(values), bound),
            Self::Nothing => Found::Nothing,
            Self::Unknown(bound) => Found::Unknown(bound),
        }
    }
}

impl Program {
    /// Solves it within so many seconds.
    pub(super) fn solve(mut self, seconds: f64) -> Found {
        // HiGHS calls a program without columns "empty" and looks no further.
        let spare = self.variables.add(good_lp::variable().bounds(0..=1));
        self.rows.push((Expression::from(spare)).leq(1));
        let order: Vec<Variable> = self
            .variables
            .iter_variables_with_def()
            .map(|(variable, _)| variable)
            .collect();
        let worst = if self.maximise {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        };
        let unsolved = if self.maximise {
            self.variables.maximise(self.objective)
        } else {
            self.variables.minimise(self.objective)
        };
        let Ok(mut model) = unsolved.using(highs).with_all(self.rows).try_into_inner() else {
            return Found::Unknown(worst);
        };
        model.make_quiet();
        let set = model.try_set_option("mip_rel_gap", 0.0).is_ok()
            && model.try_set_option("mip_abs_gap", GAP).is_ok()
            && model
                .try_set_option("mip_feasibility_tolerance", FEASIBILITY)
                .is_ok()
            && model
                .try_set_option("primal_feasibility_tolerance", FEASIBILITY)
                .is_ok()
            && model.try_set_option("threads", 1).is_ok()
            && model.try_set_option("random_seed", 0).is_ok()
            && (seconds.is_infinite()
                || model
                    .try_set_option("time_limit", seconds.max(0.01))
                    .is_ok());
        if !set {
            return Found::Unknown(worst);
        }
        let Ok(solved) = model.try_solve() else {
            return Found::Unknown(worst);
        };
        let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(worst);
        let values = || {
            let solution = solved.get_solution();
            let values = order
                .iter()
                .copied()
                .zip(solution.columns().iter().copied());
            Values(values.collect())
        };
        match solved.status() {
            HighsModelStatus::Optimal => Found::Best(values()),
            HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
                Found::Nothing
            }
            _ if solved.primal_solution_status() == HighsSolutionStatus::Feasible => {
                Found::Some(values(), bound)
            }
            _ => Found::Unknown(bound),
        }
    }
}
