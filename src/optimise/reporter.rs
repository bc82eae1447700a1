//! What is heard of a search, passed on to whoever asked.

use super::answer::Progress;
use super::fault::Fault;
use super::plan_of_solution::{SelectionValue, plan_of_solution};
use super::problem::PlanningProblem;
use super::search::Listener;
use super::solution::Solution;
use super::tiers::Settled;
use crate::calendar::Calendar;

/// Passes on what is heard of a search, with the first solution written out as a plan.
pub(super) struct Reporter<'a> {
    pub(super) problem: &'a PlanningProblem,
    pub(super) calendar: &'a Calendar,
    pub(super) listener: &'a mut dyn FnMut(Progress),
}

impl Listener for Reporter<'_> {
    fn tier(&mut self, tier: &'static str, best: Option<f64>, bound: Option<f64>) {
        (self.listener)(Progress {
            first_plan: None,
            tier,
            best,
            bound,
        });
    }

    fn first(&mut self, solution: &Solution) -> Result<(), Fault> {
        let settled = Settled::first(self.problem, solution);
        let plan = plan_of_solution(
            self.problem,
            self.calendar,
            SelectionValue::unknown(settled.value),
            &settled,
        )?;
        (self.listener)(Progress {
            first_plan: Some(Box::new(plan)),
            tier: "selection",
            best: None,
            bound: None,
        });
        Ok(())
    }
}
