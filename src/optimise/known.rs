//! What has been proved of an inspection, kept for the next question about it.
//!
//! Which selections cannot be visited depends on no weight and on no wish; the best dates of a selection depend on
//! two weights; the best teams on two others. So a question that changes one of these need not prove the rest again.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::selection_tier::Cut;
use crate::domain::{SiteRow, Weights};

/// What is known, and stays true until the weights that it rests on change.
#[derive(Default)]
pub(super) struct Known {
    /// Selections for which there are no dates and teams.
    pub cuts: Vec<Cut>,
    /// Per selection: its dates with some teams, proved best, and what no dates of it can beat.
    pub dated: BTreeMap<Vec<SiteRow>, (Draft, f64)>,
    /// The last draft whose teams were proved best.
    seated: Option<Seated>,
}

/// A draft with the best teams over some selections.
struct Seated {
    selections: Vec<Vec<SiteRow>>,
    calendar_limit: f64,
    draft: Draft,
    /// Whether the proof still holds: not once travel or continuity weigh otherwise.
    proved: bool,
}

impl Known {
    /// Forgets what rests on weights that differ.
    pub(super) fn reweigh(&mut self, before: &Weights, now: &Weights) {
        // No weight makes a selection visitable, so the cuts stay whatever the weights of tier 1.
        let (before, now) = (before.by_tier(), now.by_tier());
        let dates_differ = before.calendar != now.calendar;
        let teams_differ = before.staffing != now.staffing;
        if dates_differ {
            self.dated.clear();
        }
        if let Some(seated) = &mut self.seated {
            seated.proved &= !dates_differ && !teams_differ;
        }
    }

    /// Remembers a draft whose teams are proved best over these selections and this limit to tier 2.
    pub(super) fn remember(&mut self, selections: Vec<Vec<SiteRow>>, limit: f64, draft: &Draft) {
        self.seated = Some(Seated {
            selections,
            calendar_limit: limit,
            draft: draft.clone(),
            proved: true,
        });
    }

    /// The draft proved best for just this question before.
    pub(super) fn proved(&self, selections: &[Vec<SiteRow>], limit: f64) -> Option<&Draft> {
        let seated = self.seated.as_ref()?;
        let same = seated.selections == selections && seated.calendar_limit == limit;
        (seated.proved && same).then_some(&seated.draft)
    }

    /// A draft to begin from: the last one proved, if it is of one of these selections.
    pub(super) fn to_begin_from(&self, selections: &[Vec<SiteRow>]) -> Option<&Draft> {
        let draft = &self.seated.as_ref()?.draft;
        selections.contains(&draft.selected()).then_some(draft)
    }
}
