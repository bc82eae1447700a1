//! A search is stopped from outside, by whoever has no more need of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Stops the searches whose [`super::Budget`] knows of it. A clone stops the same searches.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Stops them, from whichever thread: as soon as the solver looks up, each answers as one whose time is up.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether they are stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
