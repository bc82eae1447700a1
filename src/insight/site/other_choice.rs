//! What the selection could score with one site decided otherwise, and which selection that would be: no more than was proved.

use std::collections::HashMap;

use serde::Serialize;

use super::score_parts::{PartDifference, TIE, differences, value};
use crate::domain::{Named, OtherSelection, SiteChange, SiteId, SiteRow, ToldBy, Worth};
use crate::insight::particulars::Particulars;

/// What the best selection could score with one site decided otherwise, beside what the plan scores.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OtherChoice {
    /// Less than the plan.
    Less(Alternative),
    /// As much as the plan.
    Same {
        /// The selection.
        alternative: Alternative,
        /// Why it was not chosen.
        because: Because,
    },
    /// More than the plan, and no more than the best selection of any plan: so close that dates decide.
    Near {
        /// The selection.
        alternative: Alternative,
        /// Why it was not chosen.
        because: NearBecause,
    },
    /// More than any plan that was found, if such a selection could be carried out.
    More {
        /// The selection.
        alternative: Alternative,
        /// Whether it is proved that none which scores more than the best can be.
        refuted: bool,
        /// What the best selection of any plan scores.
        best: f64,
    },
    /// No selection keeps the rules S1 to S5 then, with the inspector-days that there are.
    NoSelection,
}

/// The best selection with one site decided otherwise, dates and teams left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// What it scores in tier 1: the most that any such selection could.
    pub at_most: f64,
    /// Tier 1 of the plan.
    pub plan: f64,
    /// Which it is; `None` where that is not known.
    pub instead: Option<Instead>,
}

/// A selection beside that of the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Instead {
    /// Sites that it has and the plan does not, the one in question first.
    pub comes_in: Vec<Named<SiteId>>,
    /// Sites that the plan has and it does not, the one in question first.
    pub goes_out: Vec<Named<SiteId>>,
    /// In which parts of the score it differs, the largest difference first.
    pub parts: Vec<PartDifference>,
    /// Whether it can be visited and staffed, where that was shown.
    pub visitable: Option<bool>,
}

/// Why a selection that scores the same in tier 1 was not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// A later tier tells it apart, or nothing but ids.
    ToldBy(ToldBy),
    /// Proved: no such selection can be visited and staffed.
    NotVisitable,
    /// That is not known.
    Unknown,
}

/// Why a selection that scores a little more than that of the plan was not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NearBecause {
    /// Proved: its dates lose more.
    WorseDates,
    /// Proved: its dates lose more, or it has fewer sites than the best selection.
    WorseDatesOrFewer,
    /// Proved: it cannot be visited and staffed.
    NotVisitable,
    /// That is not known.
    Unknown,
}

/// What is known of the selections in which one site is decided otherwise.
pub(super) struct OtherChoices<'f, 'a> {
    facts: &'f Particulars<'a>,
    /// Tier 1 of the plan.
    plan: f64,
    /// Tier 1 of the best selection of any plan.
    best: f64,
    /// Whether both are proved, and tier 2.
    proved: [bool; 2],
    /// The sites of the plan.
    selected: Vec<SiteRow>,
    changes: HashMap<(&'a SiteId, bool), &'a SiteChange>,
}

impl<'f, 'a> OtherChoices<'f, 'a> {
    pub(super) fn new(facts: &'f Particulars<'a>) -> Self {
        let tier = facts.planned.plan.tiers.first();
        let changes = facts.planned.sites.iter();
        let visits = facts.visits().iter();
        Self {
            facts,
            plan: tier.map_or(f64::NAN, |tier| tier.value),
            best: tier.map_or(f64::NAN, |tier| tier.best.unwrap_or(tier.value)),
            proved: [0, 1].map(|place| {
                facts
                    .planned
                    .plan
                    .tiers
                    .get(place)
                    .is_some_and(|tier| tier.proven)
            }),
            selected: visits.filter_map(|visit| facts.row(&visit.site)).collect(),
            changes: changes
                .map(|change| ((&change.site, change.selected), change))
                .collect(),
        }
    }

    /// Whether no selection that can be visited and staffed scores more than the best.
    pub(super) fn proved(&self) -> bool {
        self.proved[0]
    }

    /// By how much the best selection of any plan scores more than this plan's, where it does.
    pub(super) fn less(&self) -> Option<f64> {
        Some(self.better()? - self.plan)
    }

    /// What the best selection of any plan scores, where that is more than this plan's.
    pub(super) fn better(&self) -> Option<f64> {
        (self.best > self.plan + TIE).then_some(self.best)
    }

    /// Nothing is known where the plan was edited since and now decides the site the other way.
    fn change(&self, site: &SiteId, selected: bool) -> Option<&'a SiteChange> {
        self.changes.get(&(site, selected)).copied()
    }

    /// The most that tier 1 could reach; `None` where there is no such figure.
    pub(super) fn most(&self, site: &SiteId, selected: bool) -> Option<f64> {
        match self.change(site, selected)?.value {
            Worth::Exactly(most) | Worth::AtMost(most) => Some(most),
            Worth::Impossible | Worth::Unknown => None,
        }
    }

    /// Whether a selection with a site that the plan does not select was shown to be possible.
    pub(super) fn is_shown(&self, site: &SiteId) -> bool {
        let change = self.change(site, false);
        change.is_some_and(|change| change.visitable == Some(true))
    }

    /// What is known of a site that the plan selects, were it left out; or of another, were it forced in. `None` where there
    /// was no time to find out.
    pub(super) fn decided(&self, site: &SiteId, selected: bool) -> Option<OtherChoice> {
        let change = self.change(site, selected)?;
        let at_most = match change.value {
            Worth::Unknown => return None,
            Worth::Impossible => return Some(OtherChoice::NoSelection),
            Worth::Exactly(most) | Worth::AtMost(most) => most,
        };
        let other = change.instead.as_ref();
        let instead = other.and_then(|other| self.instead(site, other, at_most, change.visitable));
        let alternative = Alternative {
            at_most,
            plan: self.plan,
            instead,
        };
        Some(if at_most < self.plan - TIE {
            OtherChoice::Less(alternative)
        } else if at_most <= self.plan + TIE {
            self.tied(site, selected, alternative)
        } else if at_most <= self.best + TIE {
            let because = self.near(&alternative);
            OtherChoice::Near {
                alternative,
                because,
            }
        } else {
            OtherChoice::More {
                alternative,
                refuted: self.proved(),
                best: self.best,
            }
        })
    }

    /// Why a selection that scores more than that of the plan, and no more than the best, was not chosen.
    fn near(&self, alternative: &Alternative) -> NearBecause {
        let Some(instead) = &alternative.instead else {
            return NearBecause::Unknown;
        };
        match (instead.visitable, self.proved) {
            (Some(false), _) => NearBecause::NotVisitable,
            // With dates as good it would have been chosen.
            (Some(true), [true, true]) if instead.comes_in.len() >= instead.goes_out.len() => {
                NearBecause::WorseDates
            }
            (Some(true), [true, true]) => NearBecause::WorseDatesOrFewer,
            (Some(true) | None, _) => NearBecause::Unknown,
        }
    }

    /// Of a site with which a selection scores the same on paper: one that can be carried out, if one ties.
    fn tied(&self, site: &SiteId, selected: bool, on_paper: Alternative) -> OtherChoice {
        let ties = self.facts.planned.ties.as_ref();
        let decides = |selection: &OtherSelection| match selected {
            true => selection.goes_out.contains(site),
            false => selection.comes_in.contains(site),
        };
        let listed = ties.into_iter().flat_map(|ties| &ties.others);
        let with_it = listed.filter(|tie| decides(&tie.selection));
        // The one that came closest.
        if let Some(tie) = with_it.min_by_key(|tie| tie.told_by) {
            let instead = self.instead(site, &tie.selection, self.plan, Some(true));
            return OtherChoice::Same {
                alternative: Alternative {
                    instead,
                    ..on_paper
                },
                because: Because::ToldBy(tie.told_by),
            };
        }
        let because = match ties.is_some_and(|ties| ties.all_listed) {
            true => Because::NotVisitable,
            false => Because::Unknown,
        };
        OtherChoice::Same {
            alternative: on_paper,
            because,
        }
    }

    /// What a selection is beside that of the plan; `None` where the plan was edited since, so that they no longer compare.
    fn instead(
        &self,
        site: &SiteId,
        other: &OtherSelection,
        scores: f64,
        visitable: Option<bool>,
    ) -> Option<Instead> {
        let rows = |ids: &[SiteId]| -> Option<Vec<SiteRow>> {
            ids.iter().map(|id| self.facts.row(id)).collect()
        };
        let (comes_in, goes_out) = (rows(&other.comes_in)?, rows(&other.goes_out)?);
        let kept = self.selected.iter().filter(|row| !goes_out.contains(row));
        let selection: Vec<SiteRow> = kept.chain(&comes_in).copied().collect();
        if selection.len() + goes_out.len() != self.selected.len() + comes_in.len() {
            return None;
        }
        let is_as_told = (value(self.facts, &selection) - scores).abs() <= TIE
            && (value(self.facts, &self.selected) - self.plan).abs() <= TIE;
        let named = |rows: &[SiteRow]| {
            let sites = rows.iter().filter_map(|row| self.facts.site_at(*row));
            let (mut first, others): (Vec<_>, Vec<_>) = sites.partition(|named| named.id == *site);
            first.extend(others);
            first
        };
        is_as_told.then(|| Instead {
            comes_in: named(&comes_in),
            goes_out: named(&goes_out),
            parts: differences(self.facts, &self.selected, &selection),
            visitable,
        })
    }
}
