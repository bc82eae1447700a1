//! A restriction: the part of the problem that a model speaks of.

use std::collections::{BTreeMap, BTreeSet};

use typed_index_collections::TiVec;

use super::decomposition::Seating;
use super::problem::{ChoiceRow, Part, PlanningProblem};
use super::solution::Solution;
use crate::domain::{InspectorRow, SiteRow};

/// What the model may do with a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// Not selected.
    Out,
    /// Selected, and its visit is part of the model.
    In,
    /// For the model to decide.
    Free,
    /// Selected, but its visit is left out of the question: anything may be so of it.
    Elsewhere,
}

/// The part of the problem that a model speaks of.
#[derive(Debug, Clone)]
pub(super) struct Restriction {
    pub picks: TiVec<SiteRow, Pick>,
    /// The kinds that the model speaks of: the rules for the sites of others are left out, and none of these is selected.
    pub kinds: Part,
    /// Which of a site's choices may be used.
    pub choices: TiVec<SiteRow, Vec<ChoiceRow>>,
    /// The teams that are settled: nobody else may sit at these sites.
    pub teams: BTreeMap<SiteRow, Vec<InspectorRow>>,
    /// Whether dates are in the model.
    pub dated: bool,
    /// How teams are in the model.
    pub seating: Seating,
    /// Sites whose visits stand alone where people are seated by window.
    pub told_apart: BTreeSet<SiteRow>,
    /// Whether the model counts the inspectors used.
    pub priced: bool,
    /// Selections that are not asked for.
    pub barred: Vec<Vec<SiteRow>>,
}

impl Restriction {
    /// Every site free, every choice open.
    pub(super) fn everything(problem: &PlanningProblem) -> Self {
        Self {
            picks: problem.sites().map(|_| Pick::Free).collect(),
            kinds: problem.counts.iter().map(|_| true).collect(),
            choices: problem
                .choices
                .iter()
                .map(|choices| choices.keys().collect())
                .collect(),
            teams: BTreeMap::new(),
            dated: true,
            seating: Seating::BySite,
            told_apart: BTreeSet::new(),
            priced: false,
            barred: Vec::new(),
        }
    }

    /// Exactly these sites, every choice open.
    pub(super) fn of_selection(problem: &PlanningProblem, selected: &[SiteRow]) -> Self {
        let mut restriction = Self::everything(problem);
        restriction.picks = problem.sites().map(|_| Pick::Out).collect();
        for site in selected {
            restriction.picks[*site] = Pick::In;
        }
        restriction
    }

    /// Exactly the visits of a solution on their dates, whoever goes.
    pub(super) fn of_dates(problem: &PlanningProblem, solution: &Solution) -> Self {
        let mut restriction = Self::of_selection(problem, &solution.selected());
        for visit in &solution.visits {
            restriction.choices[visit.site] = vec![visit.choice];
        }
        restriction
    }

    /// The same without the sites that can never be visited.
    pub(super) fn visitable(mut self) -> Self {
        for (site, pick) in self.picks.iter_mut_enumerated() {
            if *pick == Pick::Free && self.choices[site].is_empty() {
                *pick = Pick::Out;
            }
        }
        self
    }

    /// Whether an inspector may sit at a site, as far as teams are settled.
    pub(super) fn may_sit(&self, site: SiteRow, person: InspectorRow) -> bool {
        let team = self.teams.get(&site);
        team.is_none_or(|team| team.contains(&person))
    }

    /// The same of one part alone.
    pub(super) fn of_part(mut self, problem: &PlanningProblem, part: &Part) -> Self {
        for (site, pick) in self.picks.iter_mut_enumerated() {
            if !part[problem.kind_row(site)] {
                *pick = Pick::Out;
            }
        }
        self.kinds = part.clone();
        self
    }

    /// The sites that are settled to be selected and visited.
    pub(super) fn selected(&self) -> impl Iterator<Item = SiteRow> {
        let picks = self.picks.iter_enumerated();
        picks
            .filter(|(_, pick)| **pick == Pick::In)
            .map(|(site, _)| site)
    }
}
