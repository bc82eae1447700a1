//! What the selection could score with one site decided otherwise: no more than was proved.

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::{Planned, SiteId, Worth};

/// Two values of tier 1 this close tie (`docs/design.md`, section 4).
pub(in crate::insight) const TIE: f64 = 1e-6;

/// What the best selection could score with one site decided otherwise, beside what the plan scores.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OtherChoice {
    /// Less than the plan.
    Less {
        /// The most that tier 1 could reach.
        at_most: f64,
        /// Tier 1 of the plan.
        plan: f64,
    },
    /// As much as the plan: selections that tie are told apart by dates and teams.
    Same {
        /// The most that tier 1 could reach.
        at_most: f64,
        /// Tier 1 of the plan.
        plan: f64,
    },
    /// More than the plan, if such a selection could be carried out.
    More {
        /// The most that tier 1 could reach.
        at_most: f64,
        /// Tier 1 of the plan.
        plan: f64,
        /// Whether it is proved that none which scores more than the plan can be.
        refuted: bool,
    },
    /// No selection keeps the rules S1 to S5 then.
    NoSelection,
}

/// What is known of the selections in which one site is decided otherwise.
pub(super) struct OtherChoices<'a> {
    /// Tier 1 of the plan.
    plan: f64,
    /// Whether tier 1 of the plan is proved.
    proved: bool,
    values: HashMap<(&'a SiteId, bool), Worth>,
}

impl<'a> OtherChoices<'a> {
    pub(super) fn new(planned: &'a Planned) -> Self {
        let tier = planned.plan.tiers.first();
        let changes = planned.sites.iter();
        Self {
            plan: tier.map_or(f64::NAN, |tier| tier.value),
            proved: tier.is_some_and(|tier| tier.proven),
            values: changes
                .map(|change| ((&change.site, change.selected), change.value))
                .collect(),
        }
    }

    /// Whether no selection that can be visited and staffed scores more than the plan's.
    pub(super) fn proved(&self) -> bool {
        self.proved
    }

    /// Nothing is known where the plan was edited since and now decides the site the other way.
    fn value(&self, site: &SiteId, selected: bool) -> Worth {
        let value = self.values.get(&(site, selected)).copied();
        value.unwrap_or(Worth::Unknown)
    }

    /// The most that tier 1 could reach; `None` where there is no such figure.
    pub(super) fn most(&self, site: &SiteId, selected: bool) -> Option<f64> {
        match self.value(site, selected) {
            Worth::Exactly(most) | Worth::AtMost(most) => Some(most),
            Worth::Impossible | Worth::Unknown => None,
        }
    }

    /// What is known of a site that the plan selects, were it left out; or of another, were it forced in. `None` where there
    /// was no time to find out.
    pub(super) fn decided(&self, site: &SiteId, selected: bool) -> Option<OtherChoice> {
        let (plan, refuted) = (self.plan, self.proved);
        let at_most = match self.value(site, selected) {
            Worth::Unknown => return None,
            Worth::Impossible => return Some(OtherChoice::NoSelection),
            Worth::Exactly(most) | Worth::AtMost(most) => most,
        };
        Some(if at_most < plan - TIE {
            OtherChoice::Less { at_most, plan }
        } else if at_most <= plan + TIE {
            OtherChoice::Same { at_most, plan }
        } else {
            OtherChoice::More {
                at_most,
                plan,
                refuted,
            }
        })
    }
}
