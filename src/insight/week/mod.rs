//! Why a visit lies in its week: what stands in the way of every earlier one.

mod brought_along;
mod dates;
mod linked;
mod reasons;

use chrono::NaiveDate;

use super::particulars::Particulars;
use crate::calendar::{Start, monday};
use crate::domain::{Kind, LinkTiming, Named, Severity, Site, SiteId, Visit};

pub(crate) use linked::for_this_week;
pub use reasons::{AgainstDate, AgainstWeek, EarlierWeeks, ForWeek, WhyWeek};

use brought_along::{Brought, brought_along};
use dates::{JudgedStart, date_reasons, proper_starts, unique};
use linked::waits_for;

/// A site's start, first, and those of the sites that would have to come along.
type VisitsTogether<'a> = Vec<(&'a Site, Start)>;

/// Why this week; `None` for a visit that the tables do not know.
pub(crate) fn why_this_week(facts: &Particulars<'_>, visit: &Visit) -> Option<WhyWeek> {
    let (site, kind) = (facts.site(&visit.site)?, facts.kind(visit)?);
    if let Some(bringing) = brought_this_week(facts, visit) {
        return Some(WhyWeek::SameWeekAs(bringing));
    }
    let earlier = weeks_before(facts, visit);
    if earlier.is_empty() {
        return Some(WhyWeek::FirstPossible);
    }
    let mut groups: Vec<EarlierWeeks> = Vec::new();
    for week in earlier {
        let against = against(facts, visit, site, kind, week);
        match groups.iter_mut().find(|known| known.against == against) {
            Some(known) => known.weeks.push(week),
            None => groups.push(EarlierWeeks {
                weeks: vec![week],
                against,
            }),
        }
    }
    Some(WhyWeek::NotEarlier(groups))
}

/// The selected sites that bring this one, where their visits start in the same week.
fn brought_this_week(facts: &Particulars<'_>, visit: &Visit) -> Option<Vec<Named<SiteId>>> {
    let mut names: Vec<Named<SiteId>> = Vec::new();
    for link in &facts.inspection.links {
        if link.timing != LinkTiming::SameWeek {
            continue;
        }
        for other in facts.brought_by(visit, link) {
            if monday(other.first_day) == monday(visit.first_day) {
                names.push(facts.named_site(&other.site));
            }
        }
    }
    names.dedup();
    (!names.is_empty()).then_some(names)
}

/// Mondays from the first possible week to the one before the visit's, in the window.
fn weeks_before(facts: &Particulars<'_>, visit: &Visit) -> Vec<NaiveDate> {
    let last = monday(visit.first_day.min(facts.inspection.timing.last_day));
    monday(facts.calendar.first_possible)
        .iter_weeks()
        .take_while(|week| *week < last)
        .collect()
}

/// What stands in the way of a visit to the site in this week.
fn against(
    facts: &Particulars<'_>,
    visit: &Visit,
    site: &Site,
    kind: &Kind,
    week: NaiveDate,
) -> AgainstWeek {
    let proper = proper_starts(facts, site, kind, week);
    let allowed: Vec<Start> = proper.iter().filter_map(JudgedStart::allowed).collect();
    if allowed.is_empty() {
        return AgainstWeek::Forbidden(date_reasons(facts, site, &proper));
    }
    if let Some(waits) = waits_for(facts, visit, &allowed, week) {
        return waits;
    }
    let brought = brought_along(facts, visit);
    let parties = parties(facts, site, &allowed, &brought);
    if parties.is_empty() {
        return no_room_for(facts, &allowed, &brought, week);
    }
    if let Some(most) = facts.inspection.timing.max_visits_per_week
        && parties
            .iter()
            .flat_map(|party| party.first())
            .all(|(_, start)| is_full(facts, visit, start, most))
    {
        return AgainstWeek::Full;
    }
    let better_avoided = better_avoided(facts, visit, &brought, &parties);
    better_avoided.map_or(AgainstWeek::NotInTheBestPlan, AgainstWeek::BetterAvoided)
}

/// Each start of the site beside which every site that comes along has one too.
fn parties<'a>(
    facts: &Particulars<'_>,
    site: &'a Site,
    allowed: &[Start],
    brought: &[Brought<'a>],
) -> Vec<VisitsTogether<'a>> {
    let beside = |start: &Start| {
        let along = brought.iter();
        let along = along.map(|one| Some((one.site, one.start_beside(facts, start)?)));
        std::iter::once(Some((site, start.clone())))
            .chain(along)
            .collect()
    };
    allowed.iter().filter_map(beside).collect()
}

/// Which of the sites that would have to come along is in the way.
fn no_room_for(
    facts: &Particulars<'_>,
    allowed: &[Start],
    brought: &[Brought<'_>],
    week: NaiveDate,
) -> AgainstWeek {
    let hinders = |one: &&Brought<'_>| {
        let mut starts = allowed.iter();
        starts.all(|start| one.start_beside(facts, start).is_none())
    };
    match brought.iter().find(hinders) {
        Some(one) => one.against(facts, week),
        None => {
            let all = brought.iter().map(|one| one.site.named());
            AgainstWeek::NoRoomForAllBrought(all.collect())
        }
    }
}

/// The periods that make this week worse than the visit's own, were nothing else moved; `None` if it is no worse.
fn better_avoided(
    facts: &Particulars<'_>,
    visit: &Visit,
    brought: &[Brought<'_>],
    parties: &[VisitsTogether<'_>],
) -> Option<Vec<String>> {
    let weights = &facts.inspection.weights;
    let points = |start: &Start| {
        weights.leave * f64::from(start.leave_days) + weights.delay * start.delay_weeks as f64
    };
    let together =
        |party: &VisitsTogether<'_>| -> f64 { party.iter().map(|(_, start)| points(start)).sum() };
    let with_it = brought.iter().map(|one| one.visit);
    let now: Option<Vec<Start>> = std::iter::once(visit)
        .chain(with_it)
        .map(|visit| facts.start(visit))
        .collect();
    let now: f64 = now?.iter().map(points).sum();
    let best = parties
        .iter()
        .min_by(|a, b| together(a).total_cmp(&together(b)))?;
    if together(best) <= now {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for (site, start) in best {
        let (from, to) = (start.first_day(), start.last_day());
        let periods = facts.calendar.periods_for(site, Severity::Prefer, from, to);
        names.extend(periods.iter().map(|period| period.name.as_str()));
    }
    let names = unique(names.into_iter());
    (!names.is_empty()).then_some(names)
}

/// Whether the other visits leave no room in a week that this start needs (T6).
fn is_full(facts: &Particulars<'_>, visit: &Visit, start: &Start, most: u32) -> bool {
    start.weeks.iter().any(|week| {
        let others = facts
            .visits()
            .iter()
            .filter(|other| other.site != visit.site && !facts.is_brought_in_week(other))
            .filter(|other| monday(other.first_day) <= *week && *week <= monday(other.last_day))
            .count();
        others >= most as usize
    })
}
