//! Thinking of a plan: which sites, in which weeks, by whom.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};

use super::Size;
use super::kinds::{self, FORCE};
use super::planted::{Outing, Planted, week_after, week_before};
use super::seating::{lead, seat};
use super::sites::WALES;
use crate::calendar::{Calendar, Start};
use crate::domain::{Inspection, Inspector, InspectorId, Kind, RuleSet, Site};

/// How many selections to think of before giving up.
const SELECTIONS: u32 = 6;

/// How many calendars and staffings to think of for each selection.
const CALENDARS: u32 = 50;

/// Visits a week, where the weeks hold them so.
const USUAL_PER_WEEK: u32 = 2;

/// Selected forces of one region, where the regions hold them so.
const USUAL_PER_REGION: usize = 2;

/// A plan, and the limits that it keeps.
pub(super) struct Thought {
    /// The plan.
    pub planted: Planted,
    /// The most main visits in a week.
    pub per_week: u32,
    /// The most selected forces of one region.
    pub per_region: u32,
}

/// One way to date a visit, and the visit to the CPS Area that it brings.
struct Way {
    main: Start,
    brought: Option<Start>,
}

/// A main visit to be, and the CPS Area that it brings, if that is not brought already.
struct Choice<'a> {
    site: &'a Site,
    /// The kind as a visit to the site has it.
    kind: Kind,
    brings: Option<(&'a Site, &'a Kind)>,
    weeks: BTreeMap<NaiveDate, Vec<Way>>,
}

/// Thinks of a plan for an inspection that has no absences, engagements or anything else that is drawn later.
pub(super) fn think(rng: &mut impl Rng, size: &Size, inspection: &Inspection) -> Option<Thought> {
    let calendar = Calendar::new(inspection);
    (0..SELECTIONS).find_map(|_| {
        let (sites, per_region) = choose_sites(rng, size, inspection);
        let choices = choices(&calendar, inspection, &sites);
        let mut weeks: Vec<NaiveDate> = choices
            .iter()
            .flat_map(|choice| choice.weeks.keys().copied())
            .collect();
        weeks.sort();
        weeks.dedup();
        let usable = u32::try_from(weeks.len()).unwrap_or(u32::MAX).max(1);
        let per_week = size.visits.div_ceil(usable).max(USUAL_PER_WEEK);
        let planted = (0..CALENDARS).find_map(|_| {
            let dated = dates(rng, &choices, per_week)?;
            teams(rng, inspection, &choices, dated)
        })?;
        Some(Thought {
            planted,
            per_week,
            per_region: u32::try_from(per_region).unwrap_or(u32::MAX),
        })
    })
}

/// The main sites to visit, and the most forces that are of one region.
fn choose_sites<'a>(
    rng: &mut impl Rng,
    size: &Size,
    inspection: &'a Inspection,
) -> (Vec<&'a Site>, usize) {
    let mut chosen = Vec::new();
    let mut per_region = USUAL_PER_REGION;
    for sort in kinds::main_sorts(size) {
        let of_kind = |site: &&Site| site.kind.as_str() == sort.kind;
        let mut sites: Vec<&Site> = inspection.sites.iter().filter(of_kind).collect();
        sites.shuffle(rng);
        let wanted = sort.visits as usize;
        if sort.kind == FORCE {
            let mut spread = spread(&sites, wanted, per_region);
            while spread.len() < wanted && per_region < sites.len() {
                per_region += 1;
                spread = self::spread(&sites, wanted, per_region);
            }
            sites = spread;
        }
        chosen.extend(sites.into_iter().take(wanted));
    }
    (chosen, per_region)
}

/// So many forces: one of Wales, then of as many CPS Areas as can be, and no more of a region than given.
fn spread<'a>(forces: &[&'a Site], wanted: usize, per_region: usize) -> Vec<&'a Site> {
    let mut chosen: Vec<&Site> = Vec::new();
    let same = |one: &Site, other: &Site, column: &str| one.cell(column) == other.cell(column);
    for pass in ["Wales", "new area", "any"] {
        for force in forces {
            let has = |column: &str| chosen.iter().any(|other| same(other, force, column));
            let in_region = chosen.iter().filter(|other| same(other, force, "region"));
            let fits = match pass {
                "Wales" => chosen.is_empty() && force.nation == WALES,
                "new area" => !has("within"),
                _ => !has("id"),
            };
            if fits && chosen.len() < wanted && in_region.count() < per_region {
                chosen.push(force);
            }
        }
    }
    chosen
}

/// What each site could be visited with and when; the first force of a CPS Area brings it.
fn choices<'a>(
    calendar: &Calendar,
    inspection: &'a Inspection,
    sites: &[&'a Site],
) -> Vec<Choice<'a>> {
    let mut choices: Vec<Choice> = Vec::new();
    for site in sites {
        let Some(kind) = inspection.kind(&site.kind).map(|kind| kind.at(site)) else {
            continue;
        };
        let area = site.listed("within").first().and_then(|id| {
            let is_new = !choices
                .iter()
                .any(|other| other.brings.is_some_and(|(area, _)| area.id == *id));
            let area = inspection.site(id)?;
            (site.kind.as_str() == FORCE && is_new).then_some(area)
        });
        let brings = area.and_then(|area| Some((area, inspection.kind(&area.kind)?)));
        choices.push(Choice {
            weeks: ways(calendar, site, &kind, brings),
            site,
            kind,
            brings,
        });
    }
    choices
}

/// The ways to date a visit, by week.
fn ways(
    calendar: &Calendar,
    site: &Site,
    kind: &Kind,
    brings: Option<(&Site, &Kind)>,
) -> BTreeMap<NaiveDate, Vec<Way>> {
    let mut weeks: BTreeMap<NaiveDate, Vec<Way>> = BTreeMap::new();
    let brought_starts = brings.map(|(area, kind)| calendar.starts(area, kind, RuleSet::all()));
    for main in calendar.starts(site, kind, RuleSet::all()) {
        let brought = brought_starts.as_ref().map(|starts| {
            let fits = |start: &&Start| start.week == main.week && !start.shares_a_day(&main);
            starts.iter().find(fits)
        });
        let brought = match brought {
            Some(None) => continue,
            Some(Some(start)) => Some(start.clone()),
            None => None,
        };
        let ways = weeks.entry(main.week).or_default();
        ways.push(Way { main, brought });
    }
    weeks
}

/// A way for each choice, in weeks as little crowded as can be; `None` where the weeks do not hold them.
fn dates<'a>(
    rng: &mut impl Rng,
    choices: &'a [Choice],
    per_week: u32,
) -> Option<Vec<(usize, &'a Way)>> {
    let mut order: Vec<usize> = (0..choices.len()).collect();
    order.shuffle(rng);
    let mut crowd: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut dated = Vec::new();
    for place in order {
        let at = |week: NaiveDate| crowd.get(&week).copied().unwrap_or(0);
        let crowded = |week: NaiveDate| 2 * at(week) + at(week_before(week)) + at(week_after(week));
        let weeks = &choices.get(place)?.weeks;
        let open = weeks.keys().filter(|week| at(**week) < per_week);
        let least = open.clone().map(|week| crowded(*week)).min()?;
        let quiet: Vec<&NaiveDate> = open.filter(|week| crowded(**week) == least).collect();
        let week = **quiet.choose(rng)?;
        dated.push((place, weeks.get(&week)?.choose(rng)?));
        *crowd.entry(week).or_default() += 1;
    }
    dated.sort_by_key(|(place, way)| (way.main.first_day(), *place));
    Some(dated)
}

/// Teams for every visit, week after week, of those who have had the least to do; `None` where there are too few.
fn teams(
    rng: &mut impl Rng,
    inspection: &Inspection,
    choices: &[Choice],
    dated: Vec<(usize, &Way)>,
) -> Option<Planted> {
    let mut planted = Planted::default();
    for (place, way) in dated {
        let choice = choices.get(place)?;
        let brought = choice.brings.zip(way.brought.as_ref());
        let more_days = brought.map_or(0, |(_, start)| start.onsite.len() as u32);
        let days = choice.kind.days + more_days;
        let mut free = free(inspection, &planted, way, days);
        free.shuffle(rng);
        free.sort_by_key(|person| planted.onsite_days(&person.id));
        let and_lead = brought.map(|((_, kind), _)| &kind.inspectorate);
        let pairs = seat(&choice.kind, and_lead, &free)?;
        let of_team = |person: &&Inspector| pairs.iter().flatten().any(|id| *id == person.id);
        let team: Vec<&Inspector> = free.iter().copied().filter(of_team).collect();
        if let Some(((area, kind), start)) = brought {
            let pairs = seat(kind, None, &team)?;
            let lead = lead(kind, &pairs, &team)?;
            planted.outings.push(outing(area, start, pairs, lead));
        }
        let lead = lead(&choice.kind, &pairs, &team)?;
        let main = outing(choice.site, &way.main, pairs, lead);
        planted.outings.push(main);
    }
    let order = |outing: &Outing| (outing.start.first_day(), outing.site.clone());
    planted.outings.sort_by_key(order);
    Some(planted)
}

/// Who could go: not about in the weeks beside, at work on every day needed, and with so many days left.
fn free<'a>(
    inspection: &'a Inspection,
    planted: &Planted,
    way: &Way,
    days: u32,
) -> Vec<&'a Inspector> {
    let limit = inspection.staffing.max_days.unwrap_or(u32::MAX);
    let works = |person: &Inspector| {
        let brought = way.brought.iter().flat_map(Start::needed);
        let mut days = way.main.needed().chain(brought);
        days.all(|day| person.works.contains(&day.weekday()))
    };
    let can = |person: &&Inspector| {
        !planted.is_about(&person.id, way.main.week)
            && works(person)
            && planted.onsite_days(&person.id) + days <= limit
    };
    inspection.inspectors.iter().filter(can).collect()
}

fn outing(site: &Site, start: &Start, pairs: Vec<[InspectorId; 2]>, lead: InspectorId) -> Outing {
    Outing {
        site: site.id.clone(),
        kind: site.kind.clone(),
        start: start.clone(),
        pairs,
        lead,
    }
}
