//! The times at which a session could begin.
//!
//! In a timetable that cannot be made earlier, every session begins when something ends or opens: the day, lunch, its
//! activity's `earliest`, another session, or the pause after it. So these times, and no others, need to be tried.

use std::collections::BTreeSet;

use super::work::Work;

/// Per task and day, the minutes after midnight at which a session may begin if `last` is the last day with one.
///
/// `also` are further times, per day, at which sessions stand already.
pub(super) fn starts(work: &Work, last: usize, also: &[(usize, u32)]) -> Vec<Vec<Vec<u32>>> {
    let mut all: Vec<Vec<Vec<u32>>> = vec![vec![Vec::new(); last + 1]; work.tasks.len()];
    for day in 0..=last {
        let stretches = work.stretches(day, last);
        let given = also
            .iter()
            .filter(|(on, _)| *on == day)
            .map(|(_, start)| *start);
        let times = times(work, &stretches, given);
        for (task, starts) in all.iter_mut().enumerate() {
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

/// Every time that can be reached from the openings of a day by sessions and pauses.
fn times(work: &Work, stretches: &[(u32, u32)], given: impl Iterator<Item = u32>) -> BTreeSet<u32> {
    let activities = work.tasks.iter().map(|task| task.activity);
    let earliest = activities
        .clone()
        .filter_map(|one| Some(one.earliest?.minutes()));
    let openings = stretches.iter().map(|(from, _)| *from);
    let mut waiting: Vec<u32> = openings.chain(earliest).chain(given).collect();
    let lengths: BTreeSet<u32> = activities.map(|one| one.minutes).collect();
    let mut times = BTreeSet::new();
    while let Some(time) = waiting.pop() {
        if !times.insert(time) {
            continue;
        }
        for length in &lengths {
            let end = time + length;
            if stretches
                .iter()
                .any(|(from, to)| *from <= time && end <= *to)
            {
                waiting.extend([end, end + work.hours.between]);
            }
        }
    }
    times
}
