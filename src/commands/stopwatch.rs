//! How long the planner took to its first plan and to each proof: said on the terminal, and written nowhere, for the
//! same input must give the same files.

use std::time::{Duration, Instant};

use crate::check::check;
use crate::domain::{Inspection, Plan, TIER_NAMES};
use crate::optimise::Progress;

/// What each tier decides, in the order of [`TIER_NAMES`].
const DECIDED: [&str; 3] = ["sites", "dates", "teams"];

/// Listens to the planner with a clock in hand.
pub(super) struct Stopwatch<'a> {
    inspection: &'a Inspection,
    began: Instant,
    first_plan: Option<Duration>,
    /// Per tier, when it was last heard of.
    heard: [Option<Duration>; 3],
}

impl<'a> Stopwatch<'a> {
    pub(super) fn start(inspection: &'a Inspection) -> Self {
        Self {
            inspection,
            began: Instant::now(),
            first_plan: None,
            heard: [None; 3],
        }
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    /// Notes the time of a step. The first plan counts once the checker finds no rule broken in it.
    pub(super) fn note(&mut self, progress: &Progress) {
        if let Some(plan) = &progress.first_plan {
            let keeps_every_rule = check(self.inspection, plan).findings.is_empty();
            self.first_plan = keeps_every_rule.then(|| self.elapsed());
            return;
        }
        let tier = TIER_NAMES.iter().position(|name| *name == progress.tier);
        if let Some(heard) = tier.and_then(|tier| self.heard.get_mut(tier)) {
            *heard = Some(self.began.elapsed());
        }
    }

    /// When the first plan was there and what was proved when, in one line.
    pub(super) fn in_words(&self, plan: &Plan) -> String {
        let mut words = Vec::new();
        if let Some(first) = self.first_plan {
            words.push(format!("First checked plan after {}.", seconds(first)));
        }
        let tiers = plan.tiers.iter().zip(DECIDED).zip(self.heard);
        for ((tier, decided), heard) in tiers {
            if let (true, Some(heard)) = (tier.proven, heard) {
                words.push(format!("Best {decided} proved after {}.", seconds(heard)));
            }
        }
        words.join(" ")
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} seconds", time.as_secs_f64())
}
