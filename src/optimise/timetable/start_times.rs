//! The times at which a session could begin.
//!
//! In a timetable that cannot be made earlier, every session begins when something ends or opens: the day, lunch, its
//! activity's `earliest`, another session, or the pause after it. So these times, and no others, need to be tried.

use std::collections::{BTreeMap, BTreeSet};

use typed_index_collections::TiVec;

use super::rows::DayRow;
use super::work::{StartTimes, Work};

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
        let times = times(work, &stretches, given);
        for (task, starts) in all.iter_mut_enumerated() {
            if work.on_day(task, day, last) {
                let fit = times
                    .iter()
                    .filter(|time| work.fits(task, **time, &stretches));
                starts[day] = fit.copied().collect();
            }
        }
    }
    all
}

/// Every time that can be reached from the openings of a day by sessions and pauses, each session used at most once.
fn times(work: &Work, stretches: &[(u32, u32)], given: impl Iterator<Item = u32>) -> BTreeSet<u32> {
    let mut sessions: BTreeMap<u32, u32> = BTreeMap::new();
    for task in &work.tasks {
        *sessions.entry(task.activity.minutes).or_default() += task.sessions;
    }
    let tasks = work.tasks.iter();
    let earliest = tasks.filter_map(|task| Some(task.activity.earliest?.minutes()));
    let fixed: BTreeSet<u32> = earliest.chain(given).collect();
    let mut times = BTreeSet::new();
    for (from, to) in stretches {
        // What a pause before lunch puts off until after it counts as an opening too.
        let put_off = times.range(from..to).copied();
        let openings = put_off.chain([*from]).chain(fixed.range(from..to).copied());
        let mut reached: BTreeSet<u32> = openings.collect();
        for (minutes, count) in &sessions {
            // More of them than this do not fit anyway.
            for _ in 0..(*count).min((to - from) / minutes) {
                let ends = reached.iter().map(|time| time + minutes);
                let ends: Vec<u32> = ends.filter(|end| end <= to).collect();
                let paused = ends.iter().map(|end| end + work.hours.between);
                let next: Vec<u32> = ends.iter().copied().chain(paused).collect();
                let before = reached.len();
                reached.extend(next);
                if reached.len() == before {
                    break;
                }
            }
        }
        times.extend(reached);
    }
    times
}
