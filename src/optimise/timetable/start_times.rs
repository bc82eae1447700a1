//! The times at which a session could begin.
//!
//! In a timetable that cannot be made earlier, every session begins when something ends or opens: the day, lunch, its
//! activity's `earliest`, another session, the pause or the gap after it, or, for a closing debrief, the team's own debrief. So these
//! times, and no others, need to be tried.

use std::collections::{BTreeMap, BTreeSet};

use typed_index_collections::TiVec;

use super::rows::DayRow;
use super::work::{StartTimes, Work};
use crate::domain::Activity;

/// Per task and day, the minutes after midnight at which a session may begin if `last` is the last day with one.
///
/// `also` are further times, per day, at which sessions stand already.
pub(super) fn starts(work: &Work, last: DayRow, also: &[(DayRow, u32)]) -> StartTimes {
    let none: TiVec<DayRow, Vec<u32>> = vec![Vec::new(); last.count()].into();
    let mut all: StartTimes = vec![none; work.tasks.len()].into();
    for day in last.and_before() {
        let stretches = work.stretches(day, last);
        let given = also
            .iter()
            .filter(|(on, _)| *on == day)
            .map(|(_, start)| *start);
        let [times, closing] = times(work, &stretches, given, day == last);
        for (task, starts) in all.iter_mut_enumerated() {
            if work.on_day(task, day, last) {
                let times = match work.tasks[task].activity.closes() {
                    true => &closing,
                    false => &times,
                };
                let fit = times
                    .iter()
                    .filter(|time| work.fits(task, **time, day, last));
                starts[day] = fit.copied().collect();
            }
        }
    }
    all
}

/// Every time that can be reached from the openings of a day by sessions and pauses, each session used at most once; and those at which
/// a closing debrief may begin, which on the last day comes after the team's own debrief.
fn times(
    work: &Work,
    stretches: &[(u32, u32)],
    given: impl Iterator<Item = u32>,
    is_last: bool,
) -> [BTreeSet<u32>; 2] {
    let all = lengths(work, |_| true);
    let of_closing = lengths(work, Activity::closes);
    let tasks = work.tasks.iter();
    let earliest = tasks.filter_map(|task| Some(task.activity.earliest?.minutes()));
    let fixed: BTreeSet<u32> = earliest.chain(given).collect();
    let mut times = BTreeSet::new();
    let mut closing = BTreeSet::new();
    for (from, to) in stretches {
        // What a pause before lunch puts off until after it counts as an opening too.
        let openings = |times: &BTreeSet<u32>| -> BTreeSet<u32> {
            let put_off = times.range(from..to).copied();
            let fixed = fixed.range(from..to).copied();
            put_off.chain([*from]).chain(fixed).collect()
        };
        let reached = reach(openings(&times), &all, *to);
        if work.closes && is_last {
            let debriefed = reached.iter().map(|time| time + work.hours.debrief);
            let mut openings = openings(&closing);
            openings.extend(debriefed.chain(reached.iter().copied()));
            closing.extend(reach(openings, &of_closing, *to));
        }
        times.extend(reached);
    }
    if !is_last {
        closing.clone_from(&times);
    }
    [times, closing]
}

/// Sessions of one length: how many there are, and the minutes that may have to pass after one.
#[derive(Default)]
struct Length {
    sessions: u32,
    pauses: BTreeSet<u32>,
}

/// The sessions of some activities by their minutes.
fn lengths(work: &Work, of: impl Fn(&Activity) -> bool) -> BTreeMap<u32, Length> {
    let mut lengths: BTreeMap<u32, Length> = BTreeMap::new();
    for (row, task) in work.tasks.iter_enumerated() {
        if of(task.activity) {
            let length = lengths.entry(task.activity.minutes).or_default();
            length.sessions += task.sessions;
            let orders = work.orders.iter();
            let gaps = orders.filter(|order| order.first.contains(&row));
            length.pauses.extend(gaps.map(|order| order.gap));
            length.pauses.extend([0, work.hours.between]);
        }
    }
    lengths
}

/// Every time that can be reached from these by sessions that are over in time and the minutes after them.
fn reach(openings: BTreeSet<u32>, lengths: &BTreeMap<u32, Length>, to: u32) -> BTreeSet<u32> {
    let Some(from) = openings.first().copied() else {
        return openings;
    };
    let mut reached = openings;
    for (minutes, length) in lengths {
        // More of them than this do not fit anyway.
        for _ in 0..length.sessions.min(to.saturating_sub(from) / minutes) {
            let ends = reached.iter().map(|time| time + minutes);
            let ends: Vec<u32> = ends.filter(|end| *end <= to).collect();
            let next = ends.iter().flat_map(|end| {
                let pauses = length.pauses.iter();
                pauses.map(move |pause| end + pause)
            });
            let before = reached.len();
            reached.extend(next.collect::<Vec<u32>>());
            if reached.len() == before {
                break;
            }
        }
    }
    reached
}
