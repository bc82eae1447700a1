//! How far a search may go: until when, until it is stopped, and through how many nodes of each search tree.

use std::time::{Duration, Instant};

use super::stop::Stop;
#[cfg(test)]
use super::trap::Trap;

/// What a search may spend.
///
/// The search as a whole spends the time; each program that is solved on the way may spend the nodes. Unlike seconds, nodes cut
/// every run short at the same point, so that the same input gives the same plan.
#[derive(Debug, Clone, Default)]
pub struct Budget {
    deadline: Option<Instant>,
    nodes: Option<i32>,
    stop: Option<Stop>,
    /// Makes a solve fail, to see what becomes of it.
    #[cfg(test)]
    pub(super) trap: Trap,
}

impl Budget {
    /// As long as it takes.
    pub fn unlimited() -> Self {
        Self::default()
    }

    /// From now on, as long as the limit says; without one, as long as it takes.
    pub fn of(limit: Option<Duration>) -> Self {
        Self {
            deadline: limit.and_then(|limit| Instant::now().checked_add(limit)),
            ..Self::default()
        }
    }

    /// The same, until it is stopped from outside.
    pub fn until_stopped(&self, stop: &Stop) -> Self {
        Self {
            stop: Some(stop.clone()),
            ..self.clone()
        }
    }

    /// The same, but for at least so long from now on.
    pub fn at_least(&self, least: Duration) -> Self {
        let longer = |deadline: Instant| Some(deadline.max(Instant::now().checked_add(least)?));
        Self {
            deadline: self.deadline.and_then(longer),
            ..self.clone()
        }
    }

    /// The same, but for at most so long from now on.
    pub fn at_most(&self, most: Duration) -> Self {
        let latest = Instant::now().checked_add(most);
        let sooner = [self.deadline, latest].into_iter().flatten().min();
        Self {
            deadline: sooner,
            ..self.clone()
        }
    }

    /// Less by a tenth of what is left: that is kept for what follows.
    pub(super) fn less_a_tenth(&self) -> Self {
        let tenth = |deadline: Instant| deadline.saturating_duration_since(Instant::now()) / 10;
        let sooner = |deadline: Instant| deadline.checked_sub(tenth(deadline));
        Self {
            deadline: self.deadline.and_then(sooner),
            ..self.clone()
        }
    }

    /// The same time, and so many nodes for each program.
    pub(super) fn with_nodes(&self, nodes: i32) -> Self {
        Self {
            nodes: Some(nodes),
            ..self.clone()
        }
    }

    /// For a small program whose answer cannot be done without: neither the time nor a stop counts.
    pub(super) fn regardless(&self) -> Self {
        Self {
            deadline: None,
            stop: None,
            ..self.clone()
        }
    }

    /// Seconds left; infinite without a limit, 0 when the time is up.
    pub(super) fn seconds_left(&self) -> f64 {
        self.deadline.map_or(f64::INFINITY, |deadline| {
            deadline
                .saturating_duration_since(Instant::now())
                .as_secs_f64()
        })
    }

    /// Whether the time is up, or the search is stopped.
    pub(super) fn is_spent(&self) -> bool {
        self.seconds_left() <= 0.0 || self.is_stopped()
    }

    /// Whether the search is stopped from outside.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.as_ref().is_some_and(Stop::is_stopped)
    }

    /// What could stop the search from outside.
    pub(super) fn stop(&self) -> Option<&Stop> {
        self.stop.as_ref()
    }

    /// Nodes of the search tree that each program may take.
    pub(super) fn nodes(&self) -> Option<i32> {
        self.nodes
    }
}
