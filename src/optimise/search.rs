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
}

impl<'l> Search<'l> {
    pub(super) fn new(budget: Budget, listener: &'l mut dyn Listener) -> Self {
        Self {
            budget,
            listener: Some(listener),
        }
    }

    /// A search that tells nobody.
    pub(super) fn silent(budget: Budget) -> Self {
        Self {
            budget,
            listener: None,
        }
    }

    pub(super) fn tell(&mut self, tier: &'static str, best: Option<f64>, bound: Option<f64>) {
        if let Some(listener) = &mut self.listener {
            listener.tier(tier, best, bound);
        }
    }

    /// Says that there is a first full solution.
    pub(super) fn tell_first(&mut self, solution: &Solution) -> Result<(), Fault> {
        match &mut self.listener {
            Some(listener) => listener.first(solution),
            None => Ok(()),
        }
    }
}
