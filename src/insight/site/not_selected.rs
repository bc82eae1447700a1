//! What speaks against a site that is not selected: what rules it out; if nothing does, what the selection could score
//! with it.

use super::context::{Case, Grounds};
use super::reasons::AgainstSite;
use crate::insight::left_out::left_out;
use crate::optimise::Reach;

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
                best: self.other_choices.better(),
            },
        };
        // A whole selection that can be visited says so much for each of its sites.
        let can_be = match self.other_choices.is_shown(&case.site.id) {
            true => None,
            false => Some(AgainstSite::CanBeVisited {
                shown: self.reach.get(&case.site.id) == Some(&Reach::Alone),
            }),
        };
        let not_brought = self.not_brought(case).into_iter();
        not_brought.chain(can_be).chain([with]).collect()
    }

    /// What rules a site out by itself, whatever else is selected.
    pub(super) fn ruled_out(&self, case: &Case<'a>) -> Option<AgainstSite> {
        if case.kind.exclude.contains(&case.site.id) {
            return Some(AgainstSite::Excluded);
        }
        let days = case.score.engagement_days;
        let burden = &self.facts.inspection.burden;
        // In proportion to the days that are a full burden for it (S4).
        let share = case.site.full_days.unwrap_or(burden.full_days) / burden.full_days;
        if let Some(limit) = burden.max_days.map(|limit| f64::from(limit) * share)
            && f64::from(days) > limit + 1e-9
        {
            return Some(AgainstSite::OverBurdened {
                days,
                limit: (limit + 1e-9).floor() as u32,
            });
        }
        let Reach::Never(why) = self.reach.get(&case.site.id)? else {
            return None;
        };
        let timing = &self.facts.inspection.timing;
        Some(AgainstSite::Never {
            why: why.clone(),
            window: [timing.first_day, timing.last_day],
        })
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
