//! What speaks against a site that is not selected: what rules it out; if nothing does, what the selection could score
//! with it.

use super::context::{Case, Grounds};
use super::reasons::AgainstSite;
use crate::domain::{Rule, RuleSet};
use crate::insight::left_out::left_out;

impl<'a> Grounds<'_, 'a> {
    pub(super) fn against_it(&self, case: &Case<'a>) -> Vec<AgainstSite> {
        let fixed = left_out(self.facts).into_iter();
        let fixed = fixed.filter(|found| found.site.id == case.site.id);
        let mut against: Vec<AgainstSite> = fixed.map(AgainstSite::ButForFixed).collect();
        against.extend(self.else_against_it(case));
        against
    }

    fn else_against_it(&self, case: &Case<'a>) -> Vec<AgainstSite> {
        if let Some(ruled_out) = self.ruled_out(case) {
            return vec![ruled_out];
        }
        let with = match self.other_choices.decided(&case.site.id, false) {
            Some(choice) => AgainstSite::With(choice),
            None => AgainstSite::NoBetterFound {
                proved: self.other_choices.proved(),
            },
        };
        self.not_brought(case).into_iter().chain([with]).collect()
    }

    /// What rules a site out by itself, whatever else is selected.
    pub(super) fn ruled_out(&self, case: &Case<'a>) -> Option<AgainstSite> {
        if case.kind.exclude.contains(&case.site.id) {
            return Some(AgainstSite::Excluded);
        }
        let days = case.score.engagement_days;
        if let Some(limit) = self.facts.inspection.burden.max_days
            && days > limit
        {
            return Some(AgainstSite::OverBurdened { days, limit });
        }
        self.no_week(case).or_else(|| {
            let rules = *self.without_team.get(&case.site.id)?;
            Some(AgainstSite::NoTeam { rules })
        })
    }

    /// The date rules that leave no week for the site.
    fn no_week(&self, case: &Case<'a>) -> Option<AgainstSite> {
        let calendar = self.facts.calendar;
        let no_date = calendar.no_date(case.site, case.kind, RuleSet::all())?;
        let rules = match no_date.needed.is_empty() {
            true => Rule::Window | Rule::WorkingDays,
            false => no_date.needed,
        };
        Some(AgainstSite::NoWeek { rules })
    }

    /// A brought kind's site that no selected site names.
    fn not_brought(&self, case: &Case<'a>) -> Option<AgainstSite> {
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
        let by = self.facts.named_kind(&link.each);
        (!named).then_some(AgainstSite::NotBrought { by })
    }
}
