//! Valid inequalities for tier 3: what the rules imply together of how few inspectors will do. They cut off fractions,
//! and no plan.
//!
//! The price of each inspector used is what makes tier 3 hard. A relaxation would use a tenth of ten people; these
//! rows tell it how much one person can do at most, and so how many are needed at least.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use good_lp::Expression;

use super::model::{PlanModel, sum};
use super::problem::seats;
use super::restriction::Pick;
use super::symmetry;
use super::window::Window;
use crate::domain::{InspectorRow, InspectorateId, Rule, SiteRow};

/// A visit as it binds one person: all that counts of it when looking for how many fit into one diary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct DiaryEntry {
    /// The last day on which it needs them, or keeps them free of whatever other visit: that of its write-up, but where a link in the same
    /// week may let another visit into it.
    last_day: NaiveDate,
    /// The first such day, preparation included.
    first_day: NaiveDate,
    first_week: NaiveDate,
    weeks: u32,
    onsite_days: u32,
    /// Whether it counts towards the number looked for.
    counts: bool,
}

/// How much one person can do at most.
#[derive(Debug, Clone, Copy, Default)]
struct Capacity {
    visits: u32,
    onsite_days: u32,
}

/// No one is used for more than fits into their diary, and every inspectorate uses as many as it then needs.
pub(super) fn add(model: &mut PlanModel) {
    // The rules that they follow from; without one of them they would cut off plans.
    let rules = [Rule::Joint, Rule::OnePlace, Rule::Limit, Rule::Rest];
    if !model.restriction.priced || !rules.iter().all(|rule| model.problem.holds(*rule)) {
        return;
    }
    symmetry::break_ties(model);
    once_per_site(model);
    // What fits into a diary is reckoned from first day to last. A visit with a free weekday in between could make
    // room there for another, so then nothing is said.
    let is_whole = |window: &Window| model.start_of(window).is_unbroken();
    if !model.windows.iter().all(is_whole) {
        return;
    }
    let rests = model.problem.holds(Rule::WriteUp);
    let mut seats: BTreeMap<InspectorRow, (Expression, Expression)> = BTreeMap::new();
    let mut diaries: BTreeMap<InspectorRow, BTreeSet<DiaryEntry>> = BTreeMap::new();
    for window in &model.windows {
        let start = model.start_of(window);
        let sites = || model.visits_in(window).map(|visit| visit.site);
        let counts = sites().all(|site| model.problem.counts_travel(site));
        let is_tied = sites().any(|site| model.problem.is_tied_in_week(site));
        let engagement = DiaryEntry {
            last_day: match rests && !is_tied {
                true => start.written_up,
                false => start.last_day(),
            },
            first_day: start.needed().next().unwrap_or(start.last_day()),
            first_week: start.week,
            weeks: start.weeks.len() as u32,
            onsite_days: start.onsite.len() as u32,
            counts,
        };
        for (person, seat) in &window.seats {
            diaries
                .entry(*person)
                .or_default()
                .insert(engagement.clone());
            let (visits, days) = seats.entry(*person).or_default();
            visits.add_mul(f64::from(u8::from(counts)), *seat);
            days.add_mul(f64::from(engagement.onsite_days), *seat);
        }
    }
    let limit_in_row = model.problem.inspection.staffing.max_weeks_in_row;
    let mut capacities = BTreeMap::new();
    for (person, (visits, days)) in seats {
        let diary: Vec<&DiaryEntry> = diaries[&person].iter().collect();
        let capacity = capacity(&diary, model.problem.max_days[person], limit_in_row);
        capacities.insert(person, capacity);
        let used = model.presence(person);
        let most_visits = f64::from(capacity.visits) * used.clone();
        model.rows.push((visits - most_visits).leq(0));
        let most_days = f64::from(capacity.onsite_days) * used;
        model.rows.push((days - most_days).leq(0));
    }
    enough_used(model, &capacities);
}

/// A site is visited once, so whoever sits there on any of its starts is used: said of all starts together, for a
/// relaxation would spread one seat over many.
fn once_per_site(model: &mut PlanModel) {
    let mut seats: BTreeMap<(InspectorRow, SiteRow), Expression> = BTreeMap::new();
    for window in &model.windows {
        let [visit] = window.visits.as_slice() else {
            continue;
        };
        let site = model.candidates[*visit].site;
        for (person, seat) in &window.seats {
            *seats.entry((*person, site)).or_default() += *seat;
        }
    }
    for ((person, _), seats) in seats {
        let used = model.presence(person);
        model.rows.push((seats - used).leq(0));
    }
}

/// Where the selection is settled: the fewest people of each inspectorate whose diaries could hold its seats.
fn enough_used(model: &mut PlanModel, capacities: &BTreeMap<InspectorRow, Capacity>) {
    if model.restriction.picks.contains(&Pick::Free) {
        return;
    }
    let problem = model.problem;
    let mut needed: BTreeMap<&InspectorateId, Capacity> = BTreeMap::new();
    for site in problem
        .sites()
        .filter(|site| model.restriction.picks[*site] == Pick::In)
    {
        for (inspectorate, count) in seats(problem.kind(site)) {
            let needed = needed.entry(inspectorate).or_default();
            needed.visits += count as u32 * u32::from(problem.counts_travel(site));
            needed.onsite_days += count as u32 * problem.kind(site).days;
        }
    }
    for (inspectorate, needed) in needed {
        let theirs: Vec<InspectorRow> = model
            .used
            .keys()
            .copied()
            .filter(|person| problem.person(*person).inspectorate == *inspectorate)
            .collect();
        let fewest = |needed: u32, of: fn(&Capacity) -> u32| {
            let mut each: Vec<u32> = theirs
                .iter()
                .map(|person| of(&capacities[person]))
                .collect();
            each.sort_unstable_by(|a, b| b.cmp(a));
            let mut held = 0;
            each.iter()
                .take_while(|most| {
                    let short = held < needed;
                    held += **most;
                    short
                })
                .count()
        };
        let least = fewest(needed.visits, |capacity| capacity.visits)
            .max(fewest(needed.onsite_days, |capacity| capacity.onsite_days));
        let used = sum(theirs
            .iter()
            .filter_map(|person| model.used.get(person))
            .copied());
        model.rows.push(used.geq(least as f64));
    }
}

/// The most visits, and the most onsite days, that fit into one diary: no two on one day (P3), within `max_days`
/// (P9), and in no more weeks in a row than allowed (P10). That one site is visited once is left out of account.
fn capacity(diary: &[&DiaryEntry], max_days: Option<u32>, in_row: Option<u32>) -> Capacity {
    // Ending with each engagement: by weeks in a row so far and onsite days so far, the most counted visits.
    let mut ending: Vec<BTreeMap<(u32, u32), u32>> = vec![BTreeMap::new(); diary.len()];
    let mut most = Capacity::default();
    // A set of engagements is in order of their last day, so every predecessor stands before.
    for (place, now) in diary.iter().enumerate() {
        let mut states: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        let mut reach = |run: u32, days: u32, visits: u32| {
            let too_long = in_row.is_some_and(|limit| run > limit);
            if too_long || max_days.is_some_and(|limit| days > limit) {
                return;
            }
            let known = states.entry((run, days)).or_default();
            *known = visits.max(*known);
            most.visits = most.visits.max(visits);
            most.onsite_days = most.onsite_days.max(days);
        };
        reach(now.weeks, now.onsite_days, u32::from(now.counts));
        for (before, states) in diary[..place].iter().zip(&ending) {
            if before.last_day >= now.first_day {
                continue;
            }
            for ((run, days), visits) in states {
                let run = match weeks_between(before, now) {
                    0 => run + now.weeks - 1,
                    1 => run + now.weeks,
                    _ => now.weeks,
                };
                reach(run, days + now.onsite_days, visits + u32::from(now.counts));
            }
        }
        ending[place] = states;
    }
    most
}

/// From the last week of one engagement to the first of the next: 0 if they share it.
fn weeks_between(before: &DiaryEntry, now: &DiaryEntry) -> i64 {
    let last_week = before
        .first_week
        .checked_add_days(Days::new(7 * u64::from(before.weeks.saturating_sub(1))))
        .unwrap_or(before.first_week);
    now.first_week.signed_duration_since(last_week).num_days() / 7
}
