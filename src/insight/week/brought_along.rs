//! The sites that a visit takes along into its week, and whether they would fit beside it in another.

use chrono::NaiveDate;

use super::dates::{JudgedStart, date_reasons, proper_starts};
use super::reasons::AgainstWeek;
use crate::calendar::Start;
use crate::domain::{Kind, LinkTiming, Site, Visit};
use crate::insight::particulars::Particulars;

/// A selected site that must be visited in the week of one visit, for no other selected site names it (T7).
pub(super) struct Brought<'a> {
    pub(super) site: &'a Site,
    pub(super) visit: &'a Visit,
    kind: &'a Kind,
    /// Whether everyone on its visit is on that of the site that brings it (P12).
    same_team: bool,
}

/// The sites that this visit alone brings with a "same week" link.
pub(super) fn brought_along<'a>(facts: &Particulars<'a>, visit: &Visit) -> Vec<Brought<'a>> {
    let mut along: Vec<Brought<'a>> = Vec::new();
    let links = facts.inspection.links.iter();
    for link in links.filter(|link| link.timing == LinkTiming::SameWeek) {
        for other in facts.visits() {
            let bringing = facts.brought_by(other, link);
            let alone = matches!(bringing.as_slice(), [only] if only.site == visit.site);
            let (Some(site), Some(kind)) = (facts.site(&other.site), facts.kind(other)) else {
                continue;
            };
            if !alone || other.site == visit.site {
                continue;
            }
            // Two links may bring the same site: the stricter counts.
            match along.iter_mut().find(|one| one.site.id == site.id) {
                Some(known) => known.same_team |= link.same_team,
                None => along.push(Brought {
                    site,
                    visit: other,
                    kind,
                    same_team: link.same_team,
                }),
            }
        }
    }
    along
}

impl Brought<'_> {
    /// The cheapest of its starts in the week of another start that the same people could go on to.
    pub(super) fn start_beside(&self, facts: &Particulars<'_>, start: &Start) -> Option<Start> {
        proper_starts(facts, self.site, self.kind, start.week)
            .iter()
            .filter_map(JudgedStart::allowed)
            .filter(|own| !(self.same_team && own.shares_a_day(start)))
            .min_by_key(|own| own.leave_days)
    }

    /// Why it could not come along into a week.
    pub(super) fn against(&self, facts: &Particulars<'_>, week: NaiveDate) -> AgainstWeek {
        let site = self.site.named();
        let proper = proper_starts(facts, self.site, self.kind, week);
        if proper.iter().any(|judged| judged.rules.is_empty()) {
            return AgainstWeek::NoRoomForBrought { site };
        }
        let why = date_reasons(facts, self.site, &proper);
        AgainstWeek::BroughtForbidden { site, why }
    }
}
