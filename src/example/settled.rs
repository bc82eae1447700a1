//! What has been settled beforehand: periods to avoid, the pilot, who is left out, and what was said about it.

use std::borrow::Cow;

use chrono::NaiveDate;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, RngExt};

use super::kinds::FORCE;
use super::planted::{Outing, Planted, week_before};
use super::{Size, after};
use crate::domain::{
    Consultation, Fixed, Inspection, InspectorateId, Outcome, Period, Severity, Site, SiteId,
};

/// School holidays over the longest window, and whether visits must keep clear of them.
const HOLIDAYS: [(&str, &str, &str, Severity); 9] = [
    (
        "February half-term 2027",
        "2027-02-15",
        "2027-02-19",
        Severity::Prefer,
    ),
    (
        "Easter holidays 2027",
        "2027-03-29",
        "2027-04-09",
        Severity::Must,
    ),
    (
        "May half-term 2027",
        "2027-05-31",
        "2027-06-04",
        Severity::Prefer,
    ),
    (
        "Summer holidays 2027",
        "2027-07-22",
        "2027-08-31",
        Severity::Prefer,
    ),
    (
        "October half-term 2027",
        "2027-10-25",
        "2027-10-29",
        Severity::Prefer,
    ),
    (
        "Christmas holidays 2027",
        "2027-12-20",
        "2027-12-31",
        Severity::Must,
    ),
    (
        "February half-term 2028",
        "2028-02-14",
        "2028-02-18",
        Severity::Prefer,
    ),
    (
        "Easter holidays 2028",
        "2028-04-10",
        "2028-04-21",
        Severity::Must,
    ),
    (
        "Summer holidays 2028",
        "2028-07-20",
        "2028-08-31",
        Severity::Prefer,
    ),
];

/// The school holidays that have a day in the window.
pub(super) fn holidays(first_day: NaiveDate, last_day: NaiveDate) -> Vec<Period> {
    let all = HOLIDAYS.iter().map(|(name, from, to, severity)| Period {
        name: (*name).to_owned(),
        applies_to: "all".into(),
        value: None,
        first_day: from.parse().unwrap_or_default(),
        last_day: to.parse().unwrap_or_default(),
        severity: *severity,
    });
    all.filter(|period| period.first_day <= last_day && period.last_day >= first_day)
        .collect()
}

/// Two weeks in which one region must not be visited, and in which the planted plan does not.
pub(super) fn closed_region(
    rng: &mut impl Rng,
    size: &Size,
    inspection: &Inspection,
    planted: &Planted,
) -> Option<Period> {
    let mut regions: Vec<Cow<str>> = inspection
        .sites
        .iter()
        .filter(|site| site.kind.as_str() == FORCE)
        .filter_map(|site| site.cell("region"))
        .collect();
    regions.sort_unstable();
    regions.dedup();
    let mut could = Vec::new();
    // Not in the first week, when nobody can be visited yet, nor in what is left of the last.
    for week in 1..u64::from(size.weeks) - 1 {
        let first_day = after(inspection.timing.first_day, week * 7);
        let last_day = after(first_day, 11);
        let is_closed_anyway = inspection.periods.iter().any(|period| {
            period.severity == Severity::Must
                && period.first_day <= last_day
                && period.last_day >= first_day
        });
        let onsite = |outing: &&Outing| {
            let days = &outing.start.onsite;
            days.iter().any(|day| (first_day..=last_day).contains(day))
        };
        let visited: Vec<Cow<str>> = planted
            .outings
            .iter()
            .filter(onsite)
            .filter_map(|outing| inspection.site(&outing.site)?.cell("region"))
            .collect();
        let free = regions.iter().filter(|region| !visited.contains(region));
        if !is_closed_anyway {
            could.extend(free.map(|region| (first_day, last_day, region)));
        }
    }
    let (first_day, last_day, region) = *could.choose(rng)?;
    Some(Period {
        name: "Synthetic: a new records system goes live".into(),
        applies_to: "region".into(),
        value: Some(region.clone().into_owned()),
        first_day,
        last_day,
        severity: Severity::Must,
    })
}

/// The pilot: the first force of the planted plan.
pub(super) fn pilot(planted: &Planted) -> Option<&Outing> {
    planted
        .outings
        .iter()
        .find(|outing| outing.kind.as_str() == FORCE)
}

/// A force to leave out, that the planted plan leaves out too.
pub(super) fn left_out<'a>(
    rng: &mut impl Rng,
    inspection: &'a Inspection,
    planted: &Planted,
) -> Option<&'a SiteId> {
    let could = |site: &&Site| site.kind.as_str() == FORCE && planted.visit(&site.id).is_none();
    let forces: Vec<&Site> = inspection.sites.iter().filter(could).collect();
    Some(&forces.choose(rng)?.id)
}

/// The week of the pilot and someone who is on it; and another site that is not to be visited early.
pub(super) fn fixed(rng: &mut impl Rng, planted: &Planted) -> Vec<Fixed> {
    let mut rows = Vec::new();
    let Some(pilot) = pilot(planted) else {
        return rows;
    };
    let mut team: Vec<_> = pilot.pairs.iter().flatten().collect();
    team.shuffle(rng);
    rows.push(Fixed {
        site: pilot.site.clone(),
        not_before: Some(pilot.start.week),
        not_after: Some(after(pilot.start.week, 4)),
        inspector: team.first().map(|id| (*id).clone()),
    });
    let others = planted.outings.iter().rev();
    let mut others = others.filter(|outing| outing.kind == pilot.kind && outing.site != pilot.site);
    if let Some(other) = others.next() {
        rows.push(Fixed {
            site: other.site.clone(),
            not_before: Some(week_before(other.start.week)),
            not_after: None,
            inspector: None,
        });
    }
    rows
}

/// What the pilot and the force that is left out had said.
pub(super) fn consultation(
    rng: &mut impl Rng,
    inspection: &Inspection,
    pilot: Option<&SiteId>,
    left_out: Option<&SiteId>,
) -> Vec<Consultation> {
    let proposed = inspection.timing.selection_proposed;
    let mut row = |site: &SiteId, issue: &str, outcome, reason: &str| Consultation {
        site: site.clone(),
        inspectorate: InspectorateId::clone(&inspection.header.lead),
        raised_on: after(proposed, rng.random_range(4..9)),
        issue: issue.to_owned(),
        outcome,
        reason: Some(reason.to_owned()),
    };
    let pilot = pilot.map(|site| {
        let issue = "Synthetic: one week suits best";
        row(
            site,
            issue,
            Outcome::Dates,
            "Synthetic: agreed; see fixed.csv",
        )
    });
    let left_out = left_out.map(|site| {
        let issue = "Synthetic: a major inquiry takes up the same officers";
        row(
            site,
            issue,
            Outcome::Excluded,
            "Synthetic: accepted; it is excluded",
        )
    });
    pilot.into_iter().chain(left_out).collect()
}
