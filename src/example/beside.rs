//! What an example has beside the usual, by its features: the pilot, links after, joiners and leavers, journeys, boards, and what is a
//! site's own. Nothing of it forbids the plan thought of first.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

use super::after;
use super::kinds::{AREA, FORCE, PRISON, PROBATION};
use super::planted::{Outing, Planted};
use crate::domain::{
    Board, Inspection, Inspector, KindId, Link, LinkTiming, Pilot, Site, SiteId, Travel,
};

/// The column by which one kind names the sites that are visited after it.
const FOLLOWED_BY: &str = "followed_by";

/// Working days of a review at the most.
const REVIEW_DAYS: u32 = 10;

/// Examples smaller than this have too few inspectors for a third pair.
const FEWEST_FOR_THREE_PAIRS: usize = 20;

/// Days to write up, for every kind: no more than lie between the visits of any inspector in the plan thought of first.
pub(super) fn write_up(rng: &mut impl Rng, inspection: &mut Inspection) {
    for kind in &mut inspection.kinds {
        kind.write_up_days = rng.random_range(1..=2);
    }
}

/// Days, pairs and a full burden of their own for one site in ten: small ones, and a large one.
pub(super) fn own(rng: &mut impl Rng, inspection: &mut Inspection) {
    let many = inspection.inspectors.len() >= FEWEST_FOR_THREE_PAIRS;
    let mut main = inspection
        .sites
        .iter_mut()
        .filter(|site| site.kind.as_str() != AREA);
    if let Some(large) = main.next() {
        large.full_days = Some(40.0);
        large.pairs = many.then_some(3);
    }
    for site in main {
        match rng.random_range(0..10) {
            0 => site.days = Some(2),
            1 => site.pairs = Some(1),
            2 => site.full_days = Some(30.0),
            _ => {}
        }
    }
}

/// The first visit to a force, if every other visit follows it, but for the one that it brings.
pub(super) fn pilot(inspection: &Inspection, planted: &Planted, counts: bool) -> Option<Pilot> {
    let first = planted
        .outings
        .iter()
        .find(|outing| outing.kind.as_str() == FORCE)?;
    let brought = inspection.site(&first.site)?.listed("within");
    let others = planted.outings.iter().filter(|other| {
        let is_brought = brought.contains(&other.site) && other.start.week == first.start.week;
        other.site != first.site && !is_brought
    });
    let next = others.map(|other| other.start.first_day()).min()?;
    let is_working_day = |day: &NaiveDate| {
        let off = inspection.bank_holidays.iter().any(|off| off.date == *day);
        !off && crate::calendar::Calendar::weekdays_between(*day, *day) == 1
    };
    let between = first.start.last_day().iter_days().skip(1);
    let between = between.take_while(|day| *day < next).filter(is_working_day);
    let review_days = (between.count() as u32).min(REVIEW_DAYS);
    (review_days > 0).then(|| Pilot {
        site: first.site.clone(),
        review_days,
        counts,
    })
}

/// A link from the prisons to the probation units or back, whichever the plan thought of first visits the sooner.
pub(super) fn link_after(rng: &mut impl Rng, inspection: &mut Inspection, planted: &Planted) {
    let of = |kind: &'static str| -> Vec<&Outing> {
        let outings = planted.outings.iter();
        outings
            .filter(|outing| outing.kind.as_str() == kind)
            .collect()
    };
    for (each, brings) in [(PRISON, PROBATION), (PROBATION, PRISON)] {
        let (leading, following) = (of(each), of(brings));
        let (Some(first), Some(last)) = (leading.first(), following.last()) else {
            return;
        };
        let weeks = |outing: &Outing| {
            let days = outing.start.week.signed_duration_since(first.start.week);
            u32::try_from(days.num_days() / 7).unwrap_or(0)
        };
        if following.iter().any(|outing| weeks(outing) == 0) {
            continue;
        }
        let followers: Vec<&SiteId> = following.iter().map(|outing| &outing.site).collect();
        let all = sites_of(inspection, brings);
        for site in &mut inspection.sites {
            if site.kind.as_str() != each {
                continue;
            }
            let named: BTreeSet<SiteId> = if site.id == first.site {
                followers.iter().map(|id| (*id).clone()).collect()
            } else if planted.visit(&site.id).is_some() {
                followers
                    .choose(rng)
                    .map(|id| (*id).clone())
                    .into_iter()
                    .collect()
            } else {
                all.sample(rng, 2).cloned().collect()
            };
            let named: Vec<&str> = named.iter().map(SiteId::as_str).collect();
            site.cells.insert(FOLLOWED_BY.to_owned(), named.join(";"));
        }
        inspection.links.push(Link {
            each: KindId::from(each),
            brings: KindId::from(brings),
            by: FOLLOWED_BY.to_owned(),
            timing: LinkTiming::After {
                min: 1,
                max: rng.random_bool(0.5).then(|| weeks(last)),
            },
            same_team: false,
        });
        return;
    }
}

fn sites_of(inspection: &Inspection, kind: &str) -> Vec<SiteId> {
    let sites = inspection.sites.iter();
    let of_kind = sites.filter(|site| site.kind.as_str() == kind);
    of_kind.map(|site| site.id.clone()).collect()
}

/// One inspector in eight joins late, and one in eight leaves early: after and before the plan thought of first needs them.
pub(super) fn joiners(rng: &mut impl Rng, inspection: &mut Inspection, planted: &Planted) {
    let timing = inspection.timing.clone();
    for person in &mut inspection.inspectors {
        let needed = planted.needed(&person.id);
        let middle = after(timing.first_day, 28);
        let first = needed.first().copied().unwrap_or(middle);
        let last = needed.last().copied().unwrap_or(middle);
        match rng.random_range(0..8) {
            0 => person.from = Some(first),
            1 => person.until = Some(last),
            _ => {}
        }
    }
}

/// How far some inspectors have it to some sites by road: one in twenty of all journeys.
pub(super) fn travel(rng: &mut impl Rng, inspection: &Inspection) -> Vec<Travel> {
    let mut rows = Vec::new();
    let row = |person: &Inspector, site: &Site, km: u32| Travel {
        inspector: person.id.clone(),
        site: site.id.clone(),
        km: f64::from(km),
    };
    for person in &inspection.inspectors {
        for site in &inspection.sites {
            if rng.random_range(0..20) == 0 {
                rows.push(row(person, site, rng.random_range(5..450)));
            }
        }
    }
    rows
}

/// A board of each inspectorate every four weeks, from before the proposal until well after the fieldwork.
pub(super) fn boards(inspection: &Inspection) -> Vec<Board> {
    let mut rows = Vec::new();
    let calendar = crate::calendar::Calendar::new(inspection);
    for (inspectorate, authority) in &calendar.authority {
        // The authority is given on one of them.
        let mut date = *authority;
        let last = after(inspection.timing.last_day, 400);
        while date <= last {
            rows.push(Board {
                inspectorate: inspectorate.clone(),
                date,
                what: Some("Synthetic: a board".to_owned()),
            });
            date = after(date, 28);
        }
    }
    rows
}
