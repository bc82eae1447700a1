//! In words, why a site is selected or not. Only facts that the tables and the plan show.

use std::collections::{BTreeMap, HashMap};

use super::otherwise::Otherwise;
use super::particulars::Particulars;
use crate::domain::{Evidence, Kind, QuotaScope, Rule, RuleSet, Site, SiteId};
use crate::optimise::sites_without_team;
use crate::score::{Band, SiteScore};
use crate::words::{count, kind_name, list};

/// One site among those of its kind.
pub(crate) struct Case<'a> {
    pub(crate) kind: &'a Kind,
    pub(crate) row: usize,
    pub(crate) site: &'a Site,
    pub(crate) score: &'a SiteScore,
}

/// Why sites are selected or not.
pub(crate) struct WhySite<'f, 'a> {
    facts: &'f Particulars<'a>,
    represented_by: &'f HashMap<usize, (&'a SiteId, f64)>,
    otherwise: Otherwise<'a>,
    without_team: BTreeMap<SiteId, RuleSet>,
}

impl<'f, 'a> WhySite<'f, 'a> {
    pub(crate) fn new(
        facts: &'f Particulars<'a>,
        represented_by: &'f HashMap<usize, (&'a SiteId, f64)>,
    ) -> Self {
        Self {
            facts,
            represented_by,
            otherwise: Otherwise::new(facts.planned),
            without_team: sites_without_team(facts.instance),
        }
    }

    /// The reason, as one line.
    pub(crate) fn reason(&self, case: &Case<'a>) -> String {
        if self.facts.visit(&case.site.id).is_some() {
            format!("Selected: {}.", self.for_it(case).join("; "))
        } else {
            format!("Not selected: {}.", self.against_it(case))
        }
    }

    /// The most that tier 1 could reach with the site decided otherwise, if it is known.
    pub(crate) fn best_otherwise(&self, case: &Case<'a>) -> Option<f64> {
        let selected = self.facts.visit(&case.site.id).is_some();
        // A site that cannot be visited at all has no figure to argue from.
        if !selected && self.ruled_out(case).is_some() {
            return None;
        }
        self.otherwise.most(&case.site.id, selected)
    }

    /// What requires a selected site, what it brings, and what leaving it out would mean.
    fn for_it(&self, case: &Case<'a>) -> Vec<String> {
        let mut reasons = Vec::new();
        let included = case.kind.include.contains(&case.site.id);
        if included {
            reasons.push("included by the lead inspector (S2)".to_owned());
        }
        if let Some(visit) = self.facts.visit(&case.site.id) {
            let mut bringing: Vec<&str> = Vec::new();
            for link in &self.facts.inspection.links {
                for other in self.facts.brought_by(visit, link) {
                    bringing.push(self.facts.site_name(&other.site));
                }
            }
            bringing.dedup();
            if !bringing.is_empty() {
                reasons.push(format!("brought by {} (S5)", list(&bringing)));
            }
        }
        reasons.extend(self.tight_quotas(case));
        reasons.extend(self.evidence(case));
        let others = self
            .represented_by
            .iter()
            .filter(|(row, (site, _))| **site == case.site.id && **row != case.row)
            .filter(|(_, (_, distance))| *distance < 1.0)
            .count();
        if others > 0 {
            let sites = count(others, "other site", "other sites");
            reasons.push(format!("represents {sites} best"));
        }
        // Without an included site no selection keeps S2: that says no more than that it is included.
        if !included {
            reasons.extend(self.otherwise.without(&case.site.id));
        }
        if reasons.is_empty() {
            reasons.push(match self.otherwise.proven() {
                true => "part of a selection that scores highest as a whole".to_owned(),
                false => "part of the best selection found".to_owned(),
            });
        }
        if case.score.engagement_days == 0 && !self.facts.inspection.engagements.is_empty() {
            reasons.push("no other inspection in the burden window".to_owned());
        }
        reasons
    }

    /// What rules a site out; if nothing does, what the selection could score with it.
    fn against_it(&self, case: &Case<'a>) -> String {
        if let Some(ruled_out) = self.ruled_out(case) {
            return ruled_out;
        }
        let mut reasons = Vec::new();
        reasons.extend(self.not_named(case));
        reasons.push(self.otherwise.with(&case.site.id));
        reasons.join("; ")
    }

    /// What rules a site out by itself, whatever else is selected.
    fn ruled_out(&self, case: &Case<'a>) -> Option<String> {
        if case.kind.exclude.contains(&case.site.id) {
            return Some("excluded by the lead inspector (S2)".to_owned());
        }
        let days = case.score.engagement_days;
        if let Some(most) = self.facts.inspection.burden.max_days
            && days > most
        {
            let days = count(days as usize, "engagement day", "engagement days");
            return Some(format!("has {days}, over the limit of {most} (S4)"));
        }
        self.no_dates(case).or_else(|| self.no_team(case))
    }

    /// The rules on teams that leave nobody to go.
    fn no_team(&self, case: &Case<'a>) -> Option<String> {
        let rules = self.without_team.get(&case.site.id)?;
        let named: Vec<String> = rules
            .iter()
            .map(|rule| format!("{} {}", rule.number(), rule.name()))
            .collect();
        let named = match named.as_slice() {
            [] => "more than one of the rules P1 to P13".to_owned(),
            some => some.join(", "),
        };
        Some(format!("no team is possible in any week ({named})"))
    }

    /// The date rules that leave no week for the site.
    fn no_dates(&self, case: &Case<'a>) -> Option<String> {
        let calendar = self.facts.calendar;
        let starts = |rules: RuleSet| calendar.starts(case.site, case.kind, rules);
        if !starts(RuleSet::all()).is_empty() {
            return None;
        }
        let always = Rule::Window | Rule::WorkingDays;
        let in_window = starts(always);
        let mut rules = RuleSet::empty();
        for start in &in_window {
            for rule in calendar.forbidden_by(case.site, case.kind, start) {
                rules.insert(rule.into());
            }
        }
        // Only rules that are needed to leave no week are named.
        for rule in rules {
            if starts(always | (rules - rule)).is_empty() {
                rules.remove(rule);
            }
        }
        if rules.is_empty() {
            rules = always;
        }
        let named: Vec<String> = rules
            .iter()
            .map(|rule| format!("{} {}", rule.number(), rule.name()))
            .collect();
        Some(format!("no week is possible ({})", named.join(", ")))
    }

    /// A brought kind's site that no selected site names.
    fn not_named(&self, case: &Case<'a>) -> Option<String> {
        let links = || {
            let links = self.facts.inspection.links.iter();
            links.filter(|link| link.brings == case.kind.id)
        };
        let link = links().next()?;
        let named = links().any(|link| {
            let sites = self.facts.visits().iter();
            sites
                .filter(|visit| visit.kind == link.each)
                .filter_map(|visit| self.facts.site(&visit.site))
                .any(|site| site.listed(&link.by).contains(&case.site.id))
        });
        let each = kind_name(&link.each);
        (!named).then(|| format!("no selected {each} brings it (S5)"))
    }

    /// Minimum quotas that the selection only just meets, and that the site counts towards.
    fn tight_quotas(&self, case: &Case<'a>) -> Vec<String> {
        let facts = self.facts;
        let text = |row: usize, site: &Site, column: &str| facts.scores.text(row, site, column);
        let mut tight = Vec::new();
        for quota in &facts.inspection.quotas {
            let Some(least) = quota.min.filter(|_| quota.kind == case.kind.id) else {
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
                .filter(|(row, site)| text(*row, site, &quota.column).as_ref() == Some(&value))
                .count();
            if counted <= least as usize {
                let column = quota.column.replace('_', " ");
                tight.push(format!(
                    "counts towards the quota of at least {least} with {column} {value} (S3)"
                ));
            }
        }
        tight
    }

    /// What the evidence says, where it is more than middling.
    fn evidence(&self, case: &Case<'a>) -> Option<String> {
        let evidence = case.kind.evidence;
        let known = self.facts.inspection.intelligence.iter().flatten();
        let heard: Vec<&str> = known
            .filter(|row| row.site == case.site.id)
            .map(|row| row.r#type.as_str())
            .collect();
        let (poor, good) = (
            matches!(evidence, Evidence::Extremes | Evidence::Poor),
            matches!(evidence, Evidence::Extremes | Evidence::Good),
        );
        let band = case.score.band;
        let facts = [
            (poor && heard.contains(&"concern"), "concern raised"),
            (good && heard.contains(&"innovation"), "innovation reported"),
            (
                poor && band == Some(Band::Low),
                "performance in the lowest third",
            ),
            (
                good && band == Some(Band::High),
                "performance in the highest third",
            ),
        ];
        let true_ones: Vec<&str> = facts
            .into_iter()
            .filter_map(|(holds, words)| holds.then_some(words))
            .collect();
        (!true_ones.is_empty()).then(|| format!("strong evidence ({})", true_ones.join(", ")))
    }
}
