//! In words, what the selection could score with one site decided otherwise: no more than was proved.

use std::collections::HashMap;

use crate::domain::{Planned, SiteId, Worth};
use crate::words::{decimal, six_decimals, thousandths};

/// Two values of tier 1 this close are the same (`docs/design.md`, section 4).
const SAME: f64 = 1e-6;

/// What is known of the selections in which one site is decided otherwise.
pub(crate) struct Otherwise<'a> {
    /// Tier 1 of the plan.
    here: f64,
    /// Whether tier 1 of the plan is proved.
    proven: bool,
    values: HashMap<(&'a SiteId, bool), Worth>,
}

impl<'a> Otherwise<'a> {
    pub(crate) fn new(planned: &'a Planned) -> Self {
        let tier = planned.plan.tiers.first();
        let changes = planned.sites.iter();
        Self {
            here: tier.map_or(f64::NAN, |tier| tier.value),
            proven: tier.is_some_and(|tier| tier.proven),
            values: changes
                .map(|change| ((&change.site, change.selected), change.value))
                .collect(),
        }
    }

    /// Whether no selection that can be visited and staffed scores more than the plan's.
    pub(crate) fn proven(&self) -> bool {
        self.proven
    }

    /// Nothing is known where the plan was edited since and now decides the site the other way.
    fn value(&self, site: &SiteId, selected: bool) -> Worth {
        let value = self.values.get(&(site, selected)).copied();
        value.unwrap_or(Worth::Unknown)
    }

    /// The most that tier 1 could reach; `None` where there is no such figure.
    pub(crate) fn most(&self, site: &SiteId, selected: bool) -> Option<f64> {
        match self.value(site, selected) {
            Worth::Exactly(most) | Worth::AtMost(most) => Some(most),
            Worth::Impossible | Worth::Unknown => None,
        }
    }

    /// Why a site that nothing rules out is not selected.
    pub(crate) fn with(&self, site: &SiteId) -> String {
        let most = match self.value(site, false) {
            Worth::Exactly(most) | Worth::AtMost(most) => most,
            Worth::Impossible => {
                return "no selection that keeps the rules S1 to S5 has it".to_owned();
            }
            Worth::Unknown if self.proven => {
                return "no selection with it that can be visited and staffed scores more (proved)"
                    .to_owned();
            }
            Worth::Unknown => {
                return "no better selection with it was found in the time given".to_owned();
            }
        };
        let (most_shown, apart) = self.compared(most);
        if most < self.here - SAME {
            format!("with it the selection would score at most {most_shown}, {apart} less")
        } else if most <= self.here + SAME {
            format!(
                "with it the selection would score at most {most_shown}, the same as this plan: selections that tie \
                 are told apart by dates and teams"
            )
        } else {
            self.on_paper("with", &most_shown, &apart)
        }
    }

    /// What leaving a selected site out would mean, if that is known.
    pub(crate) fn without(&self, site: &SiteId) -> Option<String> {
        let most = match self.value(site, true) {
            Worth::Exactly(most) | Worth::AtMost(most) => most,
            Worth::Impossible => {
                return Some("no selection keeps the rules S1 to S5 without it".to_owned());
            }
            Worth::Unknown => return None,
        };
        let (most_shown, apart) = self.compared(most);
        Some(if most < self.here - SAME {
            format!("without it the best selection scores at most {most_shown}, {apart} less")
        } else if most <= self.here + SAME {
            format!(
                "without it the best selection scores at most {most_shown}, the same as this plan: selections that \
                 tie are told apart by dates and teams"
            )
        } else {
            self.on_paper("without", &most_shown, &apart)
        })
    }

    /// A selection that would score more, if only it could be carried out.
    fn on_paper(&self, with: &str, most: &str, apart: &str) -> String {
        let but = match self.proven {
            true => "but none that scores more than this plan can be visited and staffed (proved)",
            false => "but none that can be visited and staffed was found in the time given",
        };
        format!("selections {with} it could score up to {most} on paper, {apart} more, {but}")
    }

    /// A value, and how far the plan is from it, as shown: with so many decimals that a difference is seen.
    fn compared(&self, value: f64) -> (String, String) {
        let rounded = |value: f64| (value * 1000.0).round() as i64;
        let apart = (rounded(value) - rounded(self.here)).abs();
        if apart == 0 && (value - self.here).abs() > SAME {
            (six_decimals(value), six_decimals((value - self.here).abs()))
        } else {
            (decimal(value), thousandths(apart))
        }
    }
}
