//! Makes the solver fail on purpose, at one solve of many, so that tests see what becomes of the failure.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::budget::Budget;

/// Counts the solves of a search, and springs at one of them. Clones count together.
#[derive(Debug, Clone, Default)]
pub struct Trap {
    solves: Arc<AtomicUsize>,
    springs_at: Option<usize>,
}

impl Trap {
    /// A trap that springs at the solve of this number, from 1.
    fn at(solve: usize) -> Self {
        Self {
            solves: Arc::default(),
            springs_at: Some(solve),
        }
    }

    /// Counts a solve, and says whether it must fail.
    pub fn springs(&self) -> bool {
        let before = self.solves.fetch_add(1, Ordering::Relaxed);
        self.springs_at == Some(before + 1)
    }
}

impl Budget {
    /// An unlimited budget whose solve of this number, from 1, fails.
    pub fn failing_at(solve: usize) -> Self {
        let mut budget = Self::unlimited();
        budget.trap = Trap::at(solve);
        budget
    }

    /// How many solves it has seen.
    pub fn solves(&self) -> usize {
        self.trap.solves.load(Ordering::Relaxed)
    }
}
