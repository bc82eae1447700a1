//! A timetable made as a person would: one session after the other, each at the earliest time that is free. It is quick and
//! reads well, but proves nothing: where it fails, there may still be a timetable.

use super::work::{Slot, Work};

/// Which of the free places a session takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taste {
    /// The earliest, then the pair with the fewest sessions.
    Earliest,
    /// The pair with the fewest sessions, then the earliest.
    Even,
}

/// Places every session in turn, the last day with one being `last`; `None` where a turn comes to nothing.
///
/// Several orders are tried: as the file has them, the longest first, and those with the most in their way first. Of
/// the timetables found the most even is taken, the first of equals.
pub(super) fn timetable(work: &Work, starts: &[Vec<Vec<u32>>], last: usize) -> Option<Vec<Slot>> {
    let by_file: Vec<usize> = (0..work.tasks.len()).collect();
    let mut longest = by_file.clone();
    longest.sort_by_key(|task| std::cmp::Reverse(work.tasks[*task].activity.minutes));
    let mut tightest = by_file.clone();
    tightest.sort_by_key(|task| starts[*task].iter().map(Vec::len).sum::<usize>());
    let mut best: Option<Vec<Slot>> = None;
    for order in [by_file, longest, tightest] {
        for taste in [Taste::Earliest, Taste::Even] {
            let Some(slots) = place_all(work, starts, last, &order, taste) else {
                continue;
            };
            let uneven = work.uneven(&slots);
            if uneven <= 1 {
                return Some(slots);
            }
            if best.as_ref().is_none_or(|best| uneven < work.uneven(best)) {
                best = Some(slots);
            }
        }
    }
    best
}

fn place_all(
    work: &Work,
    starts: &[Vec<Vec<u32>>],
    last: usize,
    order: &[usize],
    taste: Taste,
) -> Option<Vec<Slot>> {
    let mut slots: Vec<Slot> = Vec::with_capacity(work.sessions());
    for task in in_order(work, order) {
        for _ in 0..work.tasks[task].activity.sessions {
            let slot = next(work, starts, last, task, &slots, taste)?;
            slots.push(slot);
        }
    }
    // Only then is it the last day, on which the team departs.
    slots.iter().any(|slot| slot.day == last).then_some(slots)
}

/// The tasks in this order, but each after those that must be over before it.
fn in_order(work: &Work, order: &[usize]) -> Vec<usize> {
    let mut left = order.to_vec();
    let mut sorted = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |task: usize| {
            work.orders.iter().any(|order| {
                order.later.contains(&task) && order.first.iter().any(|first| left.contains(first))
            })
        };
        // Where tasks wait for one another, which the input refuses, nothing is left to wait for.
        let next = left.iter().position(|task| !waits(*task)).unwrap_or(0);
        sorted.push(left.remove(next));
    }
    sorted
}

fn next(
    work: &Work,
    starts: &[Vec<Vec<u32>>],
    last: usize,
    task: usize,
    slots: &[Slot],
    taste: Taste,
) -> Option<Slot> {
    let loads = work.loads(slots);
    let mut best: Option<((u32, usize, u32, u32), Slot)> = None;
    for day in 0..=last {
        let parties = work.parties(task, day);
        for start in &starts[task][day] {
            for pair in &parties {
                let slot = Slot {
                    day,
                    start: *start,
                    pair: *pair,
                    task,
                };
                let load = pair.map_or(0, |pair| loads[pair]);
                let key = match taste {
                    Taste::Earliest => (0, day, *start, load),
                    Taste::Even => (load, day, *start, 0),
                };
                let better = best.as_ref().is_none_or(|(least, _)| key < *least);
                if better && !slots.iter().any(|other| work.clash(&slot, other)) {
                    best = Some((key, slot));
                }
            }
            if taste == Taste::Earliest && best.is_some() {
                return best.map(|(_, slot)| slot);
            }
        }
    }
    best.map(|(_, slot)| slot)
}
