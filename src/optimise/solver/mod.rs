//! The one door to HiGHS: a program in, and what was proved of it out.
//!
//! `good_lp` builds the program; the `highs` crate beneath it is asked directly, because `good_lp` reports the
//! gap that was requested rather than the bound that was reached.

mod columns;
mod growing;
mod program;
mod run;
mod watch;

use std::collections::HashMap;

use good_lp::Variable;

use super::budget::Budget;
use super::fault::Fault;
use super::search::Search;
use run::{End, solved};

pub(super) use columns::{Columns, RowPrices, coefficients, constant};
pub(super) use growing::{Growing, Priced};
pub(super) use program::Program;

/// Two values of a tier this close are the same (`docs/design.md`, section 4).
pub(super) const TIE_TOLERANCE: f64 = 1e-6;

/// The values of a solution.
pub(super) struct Values(HashMap<Variable, f64>);

impl Values {
    fn new(order: &[Variable], values: &[f64]) -> Self {
        Self(order.iter().copied().zip(values.iter().copied()).collect())
    }

    /// The value of a variable; 0 for a stranger.
    pub(super) fn of(&self, variable: Variable) -> f64 {
        self.0.get(&variable).copied().unwrap_or(0.0)
    }

    /// The same with the values of more variables.
    pub(super) fn with(mut self, more: impl IntoIterator<Item = (Variable, f64)>) -> Self {
        self.0.extend(more);
        self
    }

    /// Whether a yes-or-no variable is yes.
    pub(super) fn is_yes(&self, variable: Variable) -> bool {
        self.of(variable) > 0.5
    }
}

/// What a solve showed.
pub(super) enum Solved<T = Values> {
    /// The best solution, proved.
    Optimal(T),
    /// A solution, and a bound that none can beat, when the budget was spent.
    Feasible(T, f64),
    /// Proved: there is no solution.
    Infeasible,
    /// No solution when the budget was spent; the bound may be infinite.
    Unknown(f64),
}

impl<T> Solved<T> {
    /// The same finding, read otherwise.
    pub(super) fn map<U>(self, read: impl FnOnce(T) -> U) -> Solved<U> {
        match self {
            Self::Optimal(values) => Solved::Optimal(read(values)),
            Self::Feasible(values, bound) => Solved::Feasible(read(values), bound),
            Self::Infeasible => Solved::Infeasible,
            Self::Unknown(bound) => Solved::Unknown(bound),
        }
    }
}

/// What a relaxation shows: fractions allowed, how good the objective could be at best, with which values, and how much worse it
/// gets at least by each whole step of a variable away from its bound.
pub(super) struct Relaxed {
    pub objective: f64,
    pub values: Values,
    pub reduced_costs: Values,
}

impl Program {
    /// Solves it within what the search may spend, and lets its listener hear how the tier goes.
    ///
    /// # Errors
    /// [`Fault::Solver`], as for every solve.
    pub(super) fn solve_aloud(
        self,
        search: &mut Search,
        tier: &'static str,
    ) -> Result<Solved, Fault> {
        let budget = search.budget.clone();
        self.solve_watched(&budget, &mut |best, bound| search.tell(tier, best, bound))
    }

    /// Solves it within the budget.
    pub(super) fn solve(self, budget: &Budget) -> Result<Solved, Fault> {
        self.solve_watched(budget, &mut |_, _| {})
    }

    fn solve_watched(
        self,
        budget: &Budget,
        listener: &mut dyn FnMut(Option<f64>, Option<f64>),
    ) -> Result<Solved, Fault> {
        let worst = match self.maximise {
            true => f64::INFINITY,
            false => f64::NEG_INFINITY,
        };
        if budget.is_stopped() {
            return Ok(Solved::Unknown(worst));
        }
        let solved = solved(self, false, budget, listener)?;
        let values = || Values::new(&solved.order, solved.model.get_solution().columns());
        let bound = || solved.model.double_info_value(c"mip_dual_bound");
        Ok(match solved.end {
            End::Optimal => Solved::Optimal(values()),
            End::Infeasible => Solved::Infeasible,
            End::CutShort { found: true } => Solved::Feasible(values(), bound().unwrap_or(worst)),
            End::CutShort { found: false } => Solved::Unknown(bound().unwrap_or(worst)),
        })
    }

    /// Whether it has no solution even with fractions allowed.
    pub(super) fn has_no_relaxation(self, budget: &Budget) -> Result<bool, Fault> {
        let is_stopped = budget.is_stopped();
        Ok(!is_stopped && solved(self, true, budget, &mut |_, _| {})?.end == End::Infeasible)
    }

    /// Solves it with fractions allowed; `None` if that has no solution, or the budget is too small for it.
    pub(super) fn relax(self, budget: &Budget) -> Result<Option<Relaxed>, Fault> {
        if budget.is_stopped() {
            return Ok(None);
        }
        let solved = solved(self, true, budget, &mut |_, _| {})?;
        let relaxed = || Relaxed {
            objective: solved.model.objective_value(),
            values: Values::new(&solved.order, solved.model.get_solution().columns()),
            reduced_costs: Values::new(&solved.order, solved.model.get_solution().dual_columns()),
        };
        Ok((solved.end == End::Optimal).then(relaxed))
    }
}
