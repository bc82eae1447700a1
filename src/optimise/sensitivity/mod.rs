//! Questions beside the plan: what it would be worth if one thing were decided otherwise.

mod counts;
mod exchange;
mod fixed;
mod sites;

use super::budget::Budget;
use super::fault::Fault;
use super::planner::Planner;
use crate::domain::Planned;
use counts::count_changes;
use fixed::left_out_by_fixed;
use sites::site_changes;

impl Planner {
    /// Works out what stands beside a plan in the reports: what other choices would score. It takes a fraction of the time of the
    /// proof, and what there was no time for stays unknown.
    ///
    /// # Errors
    /// A [`Fault`] of Assize itself: then the plan is as good as it was, and what was found before is kept.
    pub fn look_beside(&mut self, planned: &mut Planned, budget: &Budget) -> Result<(), Fault> {
        planned.ties = self.ties().cloned();
        planned.best_selection = self.best_selection();
        planned.sites = site_changes(self, &planned.plan, budget)?;
        planned.counts = count_changes(self, &planned.plan, budget)?;
        planned.left_out = left_out_by_fixed(self, &planned.plan, budget)?;
        Ok(())
    }
}
