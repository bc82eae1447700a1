//! Whether there is a plan under some of the conditions: tried, with limited effort.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::condition::Condition;
use super::lifting::lift;
use crate::domain::{Inspection, Weights};
use crate::instance::Instance;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Decomposition;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::search::Search;
use crate::optimise::solver::Solved;
use crate::optimise::tiers::{BestSelection, Depth, Proofs, Wanted, any_plan, best_selection};

/// Nodes for each program of a trial. Unlike seconds they cut every run short at the same point.
const NODES: i32 = 200;
/// At most so many trials of everything together.
const MOST_TRIALS: u32 = 40;
/// With more seats than this to decide on, everything is never solved as one model: it would take too long to begin with.
const MOST_SEATS: usize = 20_000;

/// What a trial showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// There is a plan.
    Plan,
    /// There is none.
    NoPlan,
    /// Neither, with so little effort.
    Neither,
}

/// An inspection, to be tried under some of its conditions.
pub(super) struct Trials<'b> {
    inspection: Inspection,
    conditions: Vec<Condition>,
    budget: &'b Budget,
    left: Cell<u32>,
    /// What was shown already.
    shown: RefCell<BTreeMap<Vec<Condition>, Shown>>,
}

impl<'b> Trials<'b> {
    pub(super) fn new(instance: &Instance, budget: &'b Budget) -> Self {
        let mut inspection = Inspection::clone(&instance.inspection);
        // Any plan will do, and that with the fewest visits is found soonest, on any dates.
        for kind in &mut inspection.kinds {
            kind.profile.clear();
        }
        inspection.weights = Weights {
            evidence: 0.0,
            representation: 0.0,
            burden: 0.0,
            cost: 1.0,
            leave: 0.0,
            delay: 0.0,
            ..inspection.weights
        };
        Self {
            conditions: Condition::all(&inspection),
            inspection,
            budget,
            left: Cell::new(MOST_TRIALS),
            shown: RefCell::default(),
        }
    }

    /// Every condition.
    pub(super) fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The inspection under these conditions alone, and the problem that it poses.
    pub(super) fn under(&self, conditions: &[Condition]) -> (Instance, PlanningProblem) {
        let lifted: Vec<Condition> = self
            .conditions
            .iter()
            .filter(|condition| !conditions.contains(condition))
            .cloned()
            .collect();
        let (inspection, rules) = lift(&self.inspection, &lifted);
        let instance = Instance::new(inspection);
        let mut problem = PlanningProblem::new(&instance, rules);
        problem.may_be_empty = !conditions.contains(&Condition::AtLeastOne);
        (instance, problem)
    }

    /// Whether it is shown that there is no plan under these conditions, looking no deeper than this.
    pub(super) fn rules_out(&self, conditions: &[Condition], depth: Depth) -> Result<bool, Fault> {
        match depth {
            Depth::Teams => Ok(self.outcome(conditions)? == Shown::NoPlan),
            Depth::Sites | Depth::Dates | Depth::Windows => {
                let (_, problem) = self.under(conditions);
                self.is_infeasible(&problem, depth)
            }
        }
    }

    /// What a single program may take.
    pub(super) fn program_budget(&self) -> Budget {
        self.budget.with_nodes(NODES)
    }

    /// What can be shown under these conditions.
    pub(super) fn outcome(&self, conditions: &[Condition]) -> Result<Shown, Fault> {
        let mut asked = conditions.to_vec();
        asked.sort_unstable();
        if let Some(shown) = self.shown.borrow().get(&asked) {
            return Ok(*shown);
        }
        let shown = self.tried(conditions)?;
        self.shown.borrow_mut().insert(asked, shown);
        Ok(shown)
    }

    /// The same, tried: the quickest first.
    fn tried(&self, conditions: &[Condition]) -> Result<Shown, Fault> {
        // Once it is stopped nothing more is found out, be it as plain as this.
        if self.budget.is_spent() {
            return Ok(Shown::Neither);
        }
        if !conditions.iter().any(Condition::asks_for_sites) {
            return Ok(Shown::Plan);
        }
        let (_, problem) = self.under(conditions);
        for depth in [Depth::Sites, Depth::Dates] {
            if self.is_infeasible(&problem, depth)? {
                return Ok(Shown::NoPlan);
            }
        }
        let all = Restriction::everything(&problem);
        match any_plan(&problem, &all, &[], &self.program_budget())? {
            Solved::Optimal(_) | Solved::Feasible(..) => Ok(Shown::Plan),
            Solved::Infeasible => Ok(Shown::NoPlan),
            Solved::Unknown(_) => self.everything(problem),
        }
    }

    /// Whether the sites alone, or the sites and their dates, rule a plan out.
    fn is_infeasible(&self, problem: &PlanningProblem, depth: Depth) -> Result<bool, Fault> {
        let mut restriction = Restriction::everything(problem).visitable();
        restriction.dated = depth >= Depth::Dates;
        restriction.seating = depth.seating();
        let program = formulate(problem, restriction)
            .minimise(SolveStep::Conflict, good_lp::Expression::default());
        let solved = program.solve(&self.program_budget())?;
        Ok(matches!(solved, Solved::Infeasible))
    }

    fn everything(&self, mut problem: PlanningProblem) -> Result<Shown, Fault> {
        let Some(left) = self.left.get().checked_sub(1) else {
            return Ok(Shown::Neither);
        };
        self.left.set(left);
        let choices = problem.choices.iter().flatten();
        let seats: usize = choices.map(|choice| choice.people.len()).sum();
        problem.decomposition = Decomposition {
            cuts_before_dates: 2,
            cuts_before_teams: if seats > MOST_SEATS { usize::MAX } else { 4 },
            most_cuts: 12,
            date_cuts_before_teams: 2,
            dates_by_window: true,
            most_seasons: 0,
            most_ties: 1,
        };
        let base = Restriction::everything(&problem);
        let mut search = Search::silent(self.program_budget());
        let mut proofs = Proofs::default();
        let found = best_selection(&problem, &base, Wanted::Any, &mut proofs, &mut search)?;
        Ok(match found {
            BestSelection::Found(_) => Shown::Plan,
            BestSelection::Impossible => Shown::NoPlan,
            BestSelection::Unknown => Shown::Neither,
        })
    }
}
