//! How the planner is getting on, on a terminal: tier, seconds, best so far, bound. Silent anywhere else.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::optimise::Progress;

/// One line that is rewritten while the planner works.
pub(super) struct Spinner(ProgressBar);

impl Spinner {
    pub(super) fn start() -> Self {
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        bar.set_message("Reading the rules");
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    pub(super) fn show(&mut self, progress: &Progress) {
        if progress.first_plan.is_some() {
            self.0.set_message("A first plan is found");
            return;
        }
        let tier = match progress.tier {
            "selection" => "Choosing sites",
            "calendar" => "Setting dates",
            _ => "Seating teams",
        };
        let best = progress
            .best
            .map(|best| format!(", best so far {best:.3} points"));
        let bound = progress.bound.map(|bound| format!(", at best {bound:.3}"));
        self.0.set_message(format!(
            "{tier}{}{}",
            best.unwrap_or_default(),
            bound.unwrap_or_default()
        ));
    }

    pub(super) fn say(&mut self, what: &'static str) {
        self.0.set_message(what);
    }

    /// Takes the line away, so that what is said next begins on a clean one.
    pub(super) fn finish(self) {}
}

impl Drop for Spinner {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
