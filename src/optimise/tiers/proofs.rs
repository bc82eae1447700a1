//! What has been proved of an inspection, kept for the next question about it.
//!
//! Which selections cannot be visited depends on no weight and on no wish; the best dates of a selection depend on
//! two weights; the best teams on two others. So a question that changes one of these need not prove the rest again.

use std::collections::BTreeMap;

use super::cuts::SelectionCut;
use crate::domain::{SiteRow, ToldBy, Weights};
use crate::optimise::solution::Solution;

/// What is proved, and stays true until the weights that it rests on change.
#[derive(Default)]
pub(in crate::optimise) struct Proofs {
    /// Selections for which there are no dates and teams.
    pub(super) cuts: Vec<SelectionCut>,
    /// Per selection: its dates with some teams, proved best, and what no dates of it can beat.
    pub(super) best_dates: BTreeMap<Vec<SiteRow>, (Solution, f64)>,
    /// The last solution whose teams were proved best.
    best_teams: Option<BestTeams>,
}

/// A solution with the best teams over some selections.
struct BestTeams {
    selections: Vec<Vec<SiteRow>>,
    calendar_limit: f64,
    solution: Solution,
    /// What tells each of the selections from that of the solution.
    told_by: Vec<ToldBy>,
    /// Whether the proof still holds: not once travel or continuity weigh otherwise.
    proved: bool,
}

impl Proofs {
    /// Forgets what rests on weights that differ.
    pub(in crate::optimise) fn reweigh(&mut self, before: &Weights, now: &Weights) {
        // No weight makes a selection visitable, so the cuts stay whatever the weights of tier 1.
        let (before, now) = (before.by_tier(), now.by_tier());
        let dates_differ = before.calendar != now.calendar;
        let teams_differ = before.staffing != now.staffing;
        if dates_differ {
            self.best_dates.clear();
        }
        if let Some(teams) = &mut self.best_teams {
            teams.proved &= !dates_differ && !teams_differ;
        }
    }

    /// Whether it is proved that a selection can be visited and staffed, or that it cannot.
    pub(in crate::optimise) fn visitable(&self, selected: &[SiteRow]) -> Option<bool> {
        if self.best_dates.contains_key(selected) {
            return Some(true);
        }
        let mut cuts = self.cuts.iter();
        cuts.any(|cut| cut.takes_off(selected)).then_some(false)
    }

    /// Remembers a solution whose teams are proved best over these selections and this limit to tier 2.
    pub(super) fn remember(
        &mut self,
        selections: Vec<Vec<SiteRow>>,
        limit: f64,
        solution: &Solution,
        told_by: Vec<ToldBy>,
    ) {
        self.best_teams = Some(BestTeams {
            selections,
            calendar_limit: limit,
            solution: solution.clone(),
            told_by,
            proved: true,
        });
    }

    /// The solution proved best for just this question before, and what tells each selection from it.
    pub(super) fn best_teams(
        &self,
        selections: &[Vec<SiteRow>],
        limit: f64,
    ) -> Option<(&Solution, &[ToldBy])> {
        let teams = self.best_teams.as_ref()?;
        let same = teams.selections == selections && teams.calendar_limit == limit;
        (teams.proved && same).then_some((&teams.solution, &teams.told_by))
    }

    /// A solution to begin from: the last one proved, if it is of one of these selections.
    pub(super) fn to_begin_from(&self, selections: &[Vec<SiteRow>]) -> Option<&Solution> {
        let solution = &self.best_teams.as_ref()?.solution;
        selections
            .contains(&solution.selected())
            .then_some(solution)
    }
}
