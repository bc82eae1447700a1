//! How long there is, and whom to tell how it goes.

use std::time::{Duration, Instant};

use super::Progress;

/// The time left, and the listener for progress.
pub(super) struct Clock<'a> {
    deadline: Option<Instant>,
    listener: &'a mut dyn FnMut(Progress),
}

impl<'a> Clock<'a> {
    pub(super) fn start(limit: Option<Duration>, listener: &'a mut dyn FnMut(Progress)) -> Self {
        Self {
            deadline: limit.and_then(|limit| Instant::now().checked_add(limit)),
            listener,
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

    /// A clock for one question on the way: it stops sooner, after so many seconds at most, and tells nobody.
    pub(super) fn sooner<'b>(
        &self,
        seconds: f64,
        silence: &'b mut dyn FnMut(Progress),
    ) -> Clock<'b> {
        let limit = Duration::from_secs_f64(seconds.min(self.seconds_left()).clamp(0.0, 1e9));
        Clock::start(Some(limit), silence)
    }

    pub(super) fn is_up(&self) -> bool {
        self.seconds_left() <= 0.0
    }

    pub(super) fn tell(&mut self, tier: &'static str, best: Option<f64>, bound: Option<f64>) {
        (self.listener)(Progress { tier, best, bound });
    }
}
