//! A second search, for tiny problems: every lawful selection, every day for every visit, every inspector in every
//! seat, and every rule looked up on the whole plan. It prunes nothing, so that it can vouch for the search that does. The working days, tier 1 and S1 to S5
//! it takes from there: they are plain arithmetic, not search.

mod rules;

use std::collections::BTreeSet;

use assize::domain::{Inspection, Inspector, Kind, Position, RuleSet, Severity, Site};
use chrono::{Days, NaiveDate};

use crate::oracle::Values;
use crate::oracle::dates::{Calendar, monday};
use crate::oracle::score::Score;
use crate::oracle::selection::lawful;
use rules::{dates_keep_rules, in_period, teams_keep_rules};

/// One visit of a plan, dated.
#[derive(Clone)]
struct Visit<'a> {
    site: &'a Site,
    kind: &'a Kind,
    onsite: Vec<NaiveDate>,
    preparation: Vec<NaiveDate>,
}

impl Visit<'_> {
    fn week(&self) -> NaiveDate {
        monday(self.onsite[0])
    }

    fn weeks(&self) -> BTreeSet<NaiveDate> {
        self.onsite.iter().map(|day| monday(*day)).collect()
    }

    fn needed(&self) -> impl Iterator<Item = &NaiveDate> {
        self.onsite.iter().chain(&self.preparation)
    }
}

type Teams<'a> = [Vec<&'a Inspector>];

/// A whole plan: its three tiers, and how many sites it has.
struct Valued {
    tiers: [f64; 3],
    sites: usize,
}

/// The best tier 1 of any plan and the three tiers of the best plans; `None` when there is no plan.
pub fn best(problem: &Inspection) -> Option<Values> {
    let mut plans: Vec<Valued> = Vec::new();
    let (calendar, score) = (Calendar::new(problem), Score::new(problem));
    for selected in selections(problem, &score) {
        let mut roads: Vec<Vec<Visit>> = vec![Vec::new()];
        for site in (0..selected.len()).filter(|s| selected[*s]) {
            let days = days(problem, &calendar, &problem.sites[site]);
            roads = longer(&roads, &days);
        }
        for visits in roads
            .iter()
            .filter(|visits| dates_keep_rules(problem, &calendar, visits))
        {
            let tier_2 = visits
                .iter()
                .map(|visit| calendar_cost(problem, &calendar, visit))
                .sum();
            let mut staffed: Vec<Vec<Vec<&Inspector>>> = vec![Vec::new()];
            for visit in visits {
                staffed = longer(&staffed, &seatings(problem, visit.site, visit.kind));
            }
            for teams in staffed
                .iter()
                .filter(|teams| teams_keep_rules(problem, &calendar, visits, teams))
            {
                let tier_3 = staffing_cost(problem, visits, teams);
                plans.push(Valued {
                    tiers: [score.of(&selected), tier_2, tier_3],
                    sites: visits.len(),
                });
            }
        }
    }
    let most = |plans: &[Valued], tier: usize| {
        let values = plans.iter().map(|plan| plan.tiers[tier]);
        values.fold(f64::NEG_INFINITY, f64::max)
    };
    let least = |plans: &[Valued], tier: usize| {
        let values = plans.iter().map(|plan| plan.tiers[tier]);
        values.fold(f64::INFINITY, f64::min)
    };
    let best = most(&plans, 0);
    let the_best = plans.iter().filter(|plan| plan.tiers[0] >= best - 1e-6);
    let sites = the_best.map(|plan| plan.sites).max()?;
    let tolerance = problem.weights.tolerance;
    plans.retain(|plan| plan.tiers[0] >= best - tolerance - 1e-6 && plan.sites >= sites);
    let second = least(&plans, 1);
    plans.retain(|plan| plan.tiers[1] <= second + 1e-6);
    let first = most(&plans, 0);
    plans.retain(|plan| plan.tiers[0] >= first - 1e-6);
    let third = least(&plans, 2);
    Some([best, first, second, third])
}

/// About how many plans the search would look at.
pub fn effort(problem: &Inspection) -> f64 {
    let (calendar, score) = (Calendar::new(problem), Score::new(problem));
    let ways = |s: usize| {
        let site = &problem.sites[s];
        let kind = problem.kind(&site.kind).expect("the kind exists");
        let dates = days(problem, &calendar, site).len();
        (dates * seatings(problem, site, kind).len()) as f64
    };
    selections(problem, &score)
        .iter()
        .map(|selected| {
            (0..selected.len())
                .filter(|s| selected[*s])
                .map(ways)
                .product::<f64>()
        })
        .sum()
}

fn selections(problem: &Inspection, score: &Score) -> Vec<Vec<bool>> {
    (0..1_u32 << problem.sites.len())
        .map(|set| {
            (0..problem.sites.len())
                .map(|s| set >> s & 1 == 1)
                .collect()
        })
        .filter(|selected: &Vec<bool>| lawful(problem, RuleSet::all(), &score.percentile, selected))
        .collect()
}

/// Every way so far followed by every next step.
fn longer<T: Clone>(so_far: &[Vec<T>], next: &[T]) -> Vec<Vec<T>> {
    so_far
        .iter()
        .flat_map(|way| {
            next.iter().map(|step| {
                let mut way = way.clone();
                way.push(step.clone());
                way
            })
        })
        .collect()
}

/// A visit starting on any working day of the window.
fn days<'a>(problem: &'a Inspection, calendar: &Calendar, site: &'a Site) -> Vec<Visit<'a>> {
    let kind = problem.kind(&site.kind).expect("the kind exists");
    let mut found = Vec::new();
    let mut day = problem.timing.first_day;
    while day <= problem.timing.last_day {
        if calendar.works(&site.nation, day) {
            found.push(Visit {
                site,
                kind,
                onsite: calendar.onsite(&site.nation, day, site.days.unwrap_or(kind.days)),
                preparation: calendar.preparation(day, kind.prepare_days),
            });
        }
        day = day + Days::new(1);
    }
    found
}

/// Every way to fill the seats of a visit from the right inspectorates.
fn seatings<'a>(problem: &'a Inspection, site: &Site, kind: &Kind) -> Vec<Vec<&'a Inspector>> {
    let mut found = vec![Vec::new()];
    let pairs = site.pairs.unwrap_or(kind.pairs.len() as u32);
    for pair in kind.pairs.iter().cycle().take(pairs as usize) {
        for of in pair {
            let people = problem.inspectors.iter();
            let people: Vec<&Inspector> =
                people.filter(|person| person.inspectorate == *of).collect();
            found = longer(&found, &people);
        }
    }
    found
}

fn calendar_cost(problem: &Inspection, calendar: &Calendar, visit: &Visit) -> f64 {
    let leave = |day: &&NaiveDate| in_period(problem, visit, Severity::Prefer, **day);
    let days = visit.onsite.iter().filter(leave).count() as f64;
    let weeks = (visit.week() - monday(calendar.first_possible)).num_weeks() as f64;
    problem.weights.leave * days + problem.weights.delay * weeks
}

fn staffing_cost(problem: &Inspection, visits: &[Visit], teams: &Teams) -> f64 {
    let mut kilometres = 0.0;
    for (visit, team) in visits.iter().zip(teams) {
        let mut links = problem.links.iter().filter(|link| link.same_team);
        if links.any(|link| link.brings == visit.kind.id) {
            continue;
        }
        for person in team {
            kilometres += 2.0 * one_way(problem, person, visit.site);
        }
    }
    let onsite = |person: &Inspector| -> usize {
        let there = visits.iter().zip(teams);
        let there = there.filter(|(_, team)| team.iter().any(|other| other.id == person.id));
        there.map(|(visit, _)| visit.onsite.len()).sum()
    };
    let busiest = problem.inspectors.iter().map(onsite).max().unwrap_or(0);
    let used: BTreeSet<_> = teams.iter().flatten().map(|person| &person.id).collect();
    problem.weights.travel * kilometres / 100.0
        + problem.weights.continuity * used.len() as f64
        + problem.weights.load * busiest as f64
}

/// How far someone has it to a site: 0 where nobody knows.
fn one_way(problem: &Inspection, person: &Inspector, site: &Site) -> f64 {
    for row in &problem.travel {
        if row.inspector == person.id && row.site == site.id {
            return row.km;
        }
    }
    let bases: Vec<Position> = match person.base {
        Some(base) => vec![base],
        None => problem.inspectors.iter().filter_map(|p| p.base).collect(),
    };
    let sum: f64 = bases
        .iter()
        .map(|base| apart(Some(*base), site.position))
        .sum();
    sum / bases.len().max(1) as f64
}

/// Kilometres between two places; 0 where one is unknown.
fn apart(a: Option<Position>, b: Option<Position>) -> f64 {
    let (Some(a), Some(b)) = (a, b) else {
        return 0.0;
    };
    if a == b {
        return 0.0;
    }
    let (a_north, b_north) = (a.latitude.to_radians(), b.latitude.to_radians());
    let cosine = a_north.sin() * b_north.sin()
        + a_north.cos() * b_north.cos() * (a.longitude - b.longitude).to_radians().cos();
    6371.0 * cosine.clamp(-1.0, 1.0).acos()
}
