//! How long there is, and whom to tell how it goes.

use std::time::{Duration, Instant};

use super::draft::Draft;

/// What a listener hears on the way.
pub(super) enum Heard<'d> {
    /// How far a tier is.
    Tier {
        tier: &'static str,
        best: Option<f64>,
        bound: Option<f64>,
    },
    /// The first full draft.
    First(&'d Draft),
}

/// The time left, and the listener for progress.
pub(super) struct Clock<'a> {
    deadline: Option<Instant>,
    /// Nodes of the search tree for each program.
    nodes: Option<i32>,
    listener: &'a mut dyn FnMut(Heard),
}

impl<'a> Clock<'a> {
    pub(super) fn start(limit: Option<Duration>, listener: &'a mut dyn FnMut(Heard)) -> Self {
        Self {
            deadline: limit.and_then(|limit| Instant::now().checked_add(limit)),
            nodes: None,
            listener,
        }
    }

    /// Seconds left; infinite without a limit, 0 when the time is up.
    pub(super) fn seconds_left(&self) -> f64 {
        seconds_until(self.deadline)
    }

    /// When the time is up, if ever.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Nodes of the search tree that each program may take.
    pub(super) fn nodes(&self) -> Option<i32> {
        self.nodes
    }

    /// A clock for one question on the way: it stops sooner, after so many seconds at most, and tells nobody.
    pub(super) fn sooner<'b>(&self, seconds: f64, silence: &'b mut dyn FnMut(Heard)) -> Clock<'b> {
        let limit = Duration::from_secs_f64(seconds.min(self.seconds_left()).clamp(0.0, 1e9));
        Clock::start(Some(limit), silence)
    }

    /// A clock for a question beside the plan: each program stops after so many nodes, on any machine at the same
    /// point, and tells nobody.
    pub(super) fn beside<'b>(&self, nodes: i32, silence: &'b mut dyn FnMut(Heard)) -> Clock<'b> {
        Clock {
            deadline: self.deadline,
            nodes: Some(nodes),
            listener: silence,
        }
    }

    pub(super) fn is_up(&self) -> bool {
        self.seconds_left() <= 0.0
    }

    pub(super) fn tell(&mut self, tier: &'static str, best: Option<f64>, bound: Option<f64>) {
        (self.listener)(Heard::Tier { tier, best, bound });
    }

    /// Says that there is a first full draft.
    pub(super) fn tell_first(&mut self, draft: &Draft) {
        (self.listener)(Heard::First(draft));
    }
}

/// Seconds until a deadline; infinite without one, 0 once it has passed.
pub(super) fn seconds_until(deadline: Option<Instant>) -> f64 {
    deadline.map_or(f64::INFINITY, |deadline| {
        deadline
            .saturating_duration_since(Instant::now())
            .as_secs_f64()
    })
}
