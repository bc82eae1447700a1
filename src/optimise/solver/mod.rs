//! The one door to HiGHS: a program in, and what was proved of it out.
//!
//! `good_lp` builds the program; the `highs` crate beneath it is asked directly, because `good_lp` reports the
//! gap that was requested rather than the bound that was reached.

mod watch;

use std::collections::HashMap;

use std::time::Instant;

use super::clock::{Clock, seconds_until};
use good_lp::{
    Constraint, Expression, ProblemVariables, SolverModel, Variable, solvers::highs::highs,
};
use highs::{HighsModelStatus, HighsSolutionStatus, Model, SolvedModel};
use watch::Watch;

/// Two values of a tier this close are the same (`docs/design.md`, section 4).
pub(super) const SAME: f64 = 1e-6;

/// How far a whole number may be off, and a row be broken, inside HiGHS. Well below [`SAME`].
const FEASIBILITY: f64 = 1e-8;

/// HiGHS stops when best and bound are this close. Well below [`SAME`].
const GAP: f64 = 1e-7;

/// How far a solve may go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Seconds of the clock on the wall; may be infinite.
    pub seconds: f64,
    /// Nodes of the search tree. Unlike seconds they cut every run short at the same point, so that the same
    /// input gives the same plan.
    pub nodes: Option<i32>,
}

impl Limits {
    /// As long as there is time.
    pub(super) fn until(deadline: Option<Instant>) -> Self {
        Self {
            seconds: seconds_until(deadline),
            nodes: None,
        }
    }
}

impl Limits {
    /// So many nodes, however long they take.
    pub(super) fn nodes(nodes: i32) -> Self {
        Self {
            seconds: f64::INFINITY,
            nodes: Some(nodes),
        }
    }
}

impl From<&Clock<'_>> for Limits {
    fn from(clock: &Clock) -> Self {
        Self {
            seconds: clock.seconds_left(),
            nodes: clock.nodes(),
        }
    }
}

/// A linear program with whole numbers, ready to solve.
pub(super) struct Program {
    pub variables: ProblemVariables,
    /// Without a constant term: HiGHS would not hear of it.
    pub objective: Expression,
    pub maximise: bool,
    pub rows: Vec<Constraint>,
    /// Whether to jump about for a first solution: it pays only where solutions are hard to come by.
    pub jump: bool,
}

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

/// What a relaxation shows: fractions allowed, how good the objective could be at best, and how much worse it
/// gets at least by each whole step of a variable that is 0.
pub(super) struct Relaxed {
    pub objective: f64,
    pub reduced_costs: Values,
}

impl Program {
    /// Solves it within the time left, and lets the listener hear how it goes.
    pub(super) fn solve_aloud(self, clock: &mut Clock, tier: &'static str) -> Found {
        let limits = Limits::from(&*clock);
        self.solve_watched(limits, &mut |best, bound| clock.tell(tier, best, bound))
    }

    /// Solves it within the limits.
    pub(super) fn solve(self, limits: impl Into<Limits>) -> Found {
        self.solve_watched(limits.into(), &mut |_, _| {})
    }

    fn solve_watched(
        self,
        limits: Limits,
        listener: &mut dyn FnMut(Option<f64>, Option<f64>),
    ) -> Found {
        let worst = if self.maximise {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        };
        let Some((order, solved)) = self.run(limits, false, Watch::new(listener)) else {
            return Found::Unknown(worst);
        };
        let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(worst);
        let values = || Values::new(&order, solved.get_solution().columns());
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

    /// Solves it with fractions allowed; `None` if that cannot be done within the limits.
    pub(super) fn relax(self, limits: impl Into<Limits>) -> Option<Relaxed> {
        let (order, solved) = self.run(limits.into(), true, Watch::new(&mut |_, _| {}))?;
        (solved.status() == HighsModelStatus::Optimal).then(|| Relaxed {
            objective: solved.objective_value(),
            reduced_costs: Values::new(&order, solved.get_solution().dual_columns()),
        })
    }

    fn run(
        mut self,
        limits: Limits,
        relaxed: bool,
        mut watch: Watch,
    ) -> Option<(Vec<Variable>, SolvedModel)> {
        let began = Instant::now();
        // HiGHS calls a program without columns "empty" and looks no further.
        let spare = self.variables.add(good_lp::variable().bounds(0..=1));
        self.rows.push(Expression::from(spare).leq(1));
        let order: Vec<Variable> = self
            .variables
            .iter_variables_with_def()
            .map(|(variable, _)| variable)
            .collect();
        let mut solve = |presolve: &str| {
            let passed = began.elapsed().as_secs_f64();
            let mut model = self.model(limits, passed, relaxed)?;
            model.try_set_option("presolve", presolve).ok()?;
            watch.attach(&mut model);
            model.try_solve().ok()
        };
        // Presolve divides rows by their coefficients. Where these are large, what it then takes for equal may break
        // the row as it was by more than the tolerance: HiGHS notices, and gives up.
        let solved = solve("choose").or_else(|| solve("off"))?;
        Some((order, solved))
    }

    /// The program as HiGHS takes it, with every option set.
    fn model(&self, limits: Limits, passed: f64, relaxed: bool) -> Option<Model> {
        let variables = self.variables.clone();
        let unsolved = if self.maximise {
            variables.maximise(self.objective.clone())
        } else {
            variables.minimise(self.objective.clone())
        };
        let program = unsolved.using(highs).with_all(self.rows.iter().cloned());
        let mut model = program.try_into_inner().ok()?;
        model.make_quiet();
        // HiGHS tells its watchers only what it would log; without a console or a file, nobody else hears.
        model.try_set_option("output_flag", true).ok()?;
        model.try_set_option("solve_relaxation", relaxed).ok()?;
        model.try_set_option("mip_rel_gap", 0.0).ok()?;
        model.try_set_option("mip_abs_gap", GAP).ok()?;
        model
            .try_set_option("mip_feasibility_tolerance", FEASIBILITY)
            .ok()?;
        model
            .try_set_option("primal_feasibility_tolerance", FEASIBILITY)
            .ok()?;
        model.try_set_option("threads", 1).ok()?;
        let jump = "mip_heuristic_run_feasibility_jump";
        model.try_set_option(jump, self.jump).ok()?;
        if limits.seconds.is_finite() {
            let seconds = (limits.seconds - passed).max(0.01);
            model.try_set_option("time_limit", seconds).ok()?;
        }
        if let Some(nodes) = limits.nodes {
            model.try_set_option("mip_max_nodes", nodes).ok()?;
        }
        Some(model)
    }
}
