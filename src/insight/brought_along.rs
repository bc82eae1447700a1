//! The sites that a visit takes along into its week, and whether they would fit beside it in another.

use chrono::NaiveDate;

use super::particulars::Particulars;
use super::week::{AgainstWeek, date_reasons};
use crate::calendar::Start;
use crate::domain::{DateRule, Kind, LinkTiming, Site, Visit};

/// A start, and the date rules that forbid it.
pub(crate) struct JudgedStart {
    pub(crate) start: Start,
    pub(crate) rules: Vec<DateRule>,
}

impl JudgedStart {
    pub(crate) fn allowed(&self) -> Option<Start> {
        self.rules.is_empty().then(|| self.start.clone())
    }
}

/// The starts of a week that are visits at all (T3).
pub(crate) fn proper_starts(
    facts: &Particulars<'_>,
    site: &Site,
    kind: &Kind,
    week: NaiveDate,
) -> Vec<JudgedStart> {
    week.iter_days()
        .take(5)
        .filter_map(|day| facts.calendar.start_on(site, kind, day))
        .map(|start| JudgedStart {
            rules: facts.calendar.forbidden_by(site, kind, &start),
            start,
        })
        .filter(|judged| !judged.rules.contains(&DateRule::WorkingDays))
        .collect()
}

/// A selected site that must be visited in the week of one visit, for no other selected site names it (T7).
pub(crate) struct Brought<'a> {
    pub(crate) site: &'a Site,
    pub(crate) visit: &'a Visit,
    kind: &'a Kind,
    /// Whether everyone on its visit is on that of the site that brings it (P12).
    same_team: bool,
}

/// The sites that this visit alone brings with a "same week" link.
pub(crate) fn brought_along<'a>(facts: &Particulars<'a>, visit: &Visit) -> Vec<Brought<'a>> {
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
    pub(crate) fn start_beside(&self, facts: &Particulars<'_>, start: &Start) -> Option<Start> {
        proper_starts(facts, self.site, self.kind, start.week)
            .iter()
            .filter_map(JudgedStart::allowed)
            .filter(|own| !(self.same_team && own.shares_a_day(start)))
            .min_by_key(|own| own.leave_days)
    }

    /// Why it could not come along into a week.
    pub(crate) fn against(&self, facts: &Particulars<'_>, week: NaiveDate) -> AgainstWeek {
        let site = self.site.named();
        let proper = proper_starts(facts, self.site, self.kind, week);
        if proper.iter().any(|judged| judged.rules.is_empty()) {
            return AgainstWeek::NoRoomForBrought { site };
        }
        let why = date_reasons(facts, self.site, &proper);
        AgainstWeek::BroughtForbidden { site, why }
    }
}
