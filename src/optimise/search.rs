//! A search under way: what it may still spend, and whom to tell how it goes.

use super::budget::Budget;
use super::fault::Fault;
use super::solution::Solution;

/// Whoever is told on the way.
pub(super) trait Listener {
    /// How far a tier is.
    fn tier(&mut self, tier: &'static str, best: Option<f64>, bound: Option<f64>);

    /// The first full solution.
    ///
    /// # Errors
    /// What is wrong with it: then the search is over.
    fn first(&mut self, solution: &Solution) -> Result<(), Fault>;
}

/// A budget, and the listener for progress.
pub(super) struct Search<'l> {
    pub budget: Budget,
    listener: Option<&'l mut dyn Listener>,
    /// The first full solution that was found: what is left where the time runs out.
    first: Option<Solution>,
}

impl<'l> Search<'l> {
    pub(super) fn new(budget: Budget, listener: &'l mut dyn Listener) -> Self {
        Self {
            budget,
            listener: Some(listener),
            first: None,
        }
    }

    /// A search that tells nobody.
    pub(super) fn silent(budget: Budget) -> Self {
        Self {
            budget,
            listener: None,
            first: None,
        }
    }

    pub(super) fn tell(&mut self, tier: &'static str, best: Option<f64>, bound: Option<f64>) {
        if let Some(listener) = &mut self.listener {
            listener.tier(tier, best, bound);
        }
    }

    /// Whether somebody waits for a first full solution.
    pub(super) fn wants_first(&self) -> bool {
        self.listener.is_some() && self.first.is_none()
    }

    /// The first full solution, if there is one.
    pub(super) fn first(&self) -> Option<&Solution> {
        self.first.as_ref()
    }

    /// Keeps a full solution and says so, if it is the first.
    pub(super) fn found(&mut self, solution: &Solution) -> Result<(), Fault> {
        if self.first.is_some() {
            return Ok(());
        }
        self.first = Some(solution.clone());
        match &mut self.listener {
            Some(listener) => listener.first(solution),
            None => Ok(()),
        }
    }
}
