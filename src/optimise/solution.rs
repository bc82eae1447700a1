//! A solution: sites, starts and teams by their places in the tables, before they get their names back.

use std::collections::BTreeSet;

use super::problem::ChoiceRow;
use crate::domain::{InspectorRow, SiteRow};

/// One visit of a solution.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Assignment {
    pub site: SiteRow,
    /// Which of the site's choices.
    pub choice: ChoiceRow,
    /// Everyone on the visit.
    pub team: Vec<InspectorRow>,
}

/// A full set of visits with their teams.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Solution {
    pub visits: Vec<Assignment>,
}

impl Solution {
    /// Everyone used, each once.
    pub(super) fn people(&self) -> BTreeSet<InspectorRow> {
        self.visits
            .iter()
            .flat_map(|visit| visit.team.iter().copied())
            .collect()
    }

    /// The selected sites, in order.
    pub(super) fn selected(&self) -> Vec<SiteRow> {
        let mut sites: Vec<SiteRow> = self.visits.iter().map(|visit| visit.site).collect();
        sites.sort_unstable();
        sites
    }
}
