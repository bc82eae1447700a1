//! What speaks for a selected site: what requires it, what it brings, and what leaving it out would mean.

use super::context::{Case, Grounds};
use super::reasons::{ForSite, Signal};
use crate::domain::{Evidence, Named, QuotaScope, Site, SiteId, SiteRow, Visit};
use crate::insight::representation::is_represented;
use crate::score::Band;

impl<'a> Grounds<'_, 'a> {
    pub(super) fn for_it(&self, case: &Case<'a>, visit: &Visit) -> Vec<ForSite> {
        let mut reasons = Vec::new();
        let included = case.kind.include.contains(&case.site.id);
        if included {
            reasons.push(ForSite::Included);
        }
        reasons.extend(self.brought_by(visit));
        reasons.extend(self.tight_quotas(case));
        reasons.extend(self.evidence(case));
        reasons.extend(self.represents(case));
        // Without an included site no selection keeps S2: that says no more than that it is included.
        if !included {
            let without = self.other_choices.decided(&case.site.id, true);
            reasons.extend(without.map(ForSite::Without));
        }
        if reasons.is_empty() {
            reasons.push(match self.other_choices.less() {
                Some(less) => ForSite::PartOfNearBest { less },
                None => ForSite::PartOfTheBest {
                    proved: self.other_choices.proved(),
                },
            });
        }
        if case.score.engagement_days == 0 && !self.facts.inspection.engagements.is_empty() {
            reasons.push(ForSite::NoOtherInspection);
        }
        reasons
    }

    /// The selected sites that bring it.
    fn brought_by(&self, visit: &Visit) -> Option<ForSite> {
        let mut bringing: Vec<Named<SiteId>> = Vec::new();
        for link in &self.facts.inspection.links {
            for other in self.facts.brought_by(visit, link) {
                bringing.push(self.facts.named_site(&other.site));
            }
        }
        bringing.dedup();
        (!bringing.is_empty()).then_some(ForSite::BroughtBy(bringing))
    }

    /// How many sites of its kind no selected one is more like.
    fn represents(&self, case: &Case<'a>) -> Option<ForSite> {
        let others = self
            .represented_by
            .iter()
            .filter(|(row, (site, _))| **site == case.site.id && **row != case.row)
            .filter(|(_, (_, distance))| is_represented(*distance))
            .count();
        (others > 0).then_some(ForSite::Represents { others })
    }

    /// Minimum quotas that the selection only just meets, and that the site counts towards.
    fn tight_quotas(&self, case: &Case<'a>) -> Vec<ForSite> {
        let facts = self.facts;
        let text = |row: SiteRow, site: &Site, column: &str| facts.scores.text(row, site, column);
        let mut tight = Vec::new();
        for quota in &facts.inspection.quotas {
            let Some(at_least) = quota.min.filter(|_| quota.kind == case.kind.id) else {
                continue;
            };
            let Some(value) = text(case.row, case.site, &quota.column) else {
                continue;
            };
            if matches!(&quota.scope, QuotaScope::Value(only) if *only != value) {
                continue;
            }
            let sites = facts.inspection.sites.iter().enumerate();
            let counted = sites
                .filter(|(_, site)| site.kind == quota.kind && facts.visit(&site.id).is_some())
                .filter(|(row, site)| {
                    text((*row).into(), site, &quota.column).as_ref() == Some(&value)
                })
                .count();
            if counted <= at_least as usize {
                let column = quota.column.clone();
                tight.push(ForSite::TightQuota {
                    at_least,
                    column,
                    value,
                });
            }
        }
        tight
    }

    /// What the evidence says, where it is more than middling.
    fn evidence(&self, case: &Case<'a>) -> Option<ForSite> {
        let evidence = case.kind.evidence;
        let known = self.facts.inspection.intelligence.iter().flatten();
        let heard: Vec<&str> = known
            .filter(|row| row.site == case.site.id)
            .map(|row| row.r#type.as_str())
            .collect();
        let poor = matches!(evidence, Evidence::Extremes | Evidence::Poor);
        let good = matches!(evidence, Evidence::Extremes | Evidence::Good);
        let (low, high) = (Some(Band::Low), Some(Band::High));
        let signals = [
            (poor && heard.contains(&"concern"), Signal::ConcernRaised),
            (
                good && heard.contains(&"innovation"),
                Signal::InnovationReported,
            ),
            (poor && case.score.band == low, Signal::LowestThird),
            (good && case.score.band == high, Signal::HighestThird),
        ];
        let given = signals.into_iter().filter(|(is_given, _)| *is_given);
        let given: Vec<Signal> = given.map(|(_, signal)| signal).collect();
        (!given.is_empty()).then_some(ForSite::StrongEvidence(given))
    }
}
