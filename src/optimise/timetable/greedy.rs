//! A timetable made as a person would: one session after the other, each at the earliest time that is free. It is quick and
//! reads well, but proves nothing: where it fails, there may still be a timetable.

use std::cmp::Reverse;

use typed_index_collections::TiSlice;

use super::rows::{DayRow, PairRow, TaskRow};
use super::work::{Slot, StartTimes, Work};

/// What makes one free place better than another: the least comes first.
type Rank = (u32, DayRow, u32, u32);

/// Ranks a place, given the sessions that each pair has already.
type Taste<'t> = &'t dyn Fn(&Slot, &Loads) -> Rank;

/// How many sessions each pair has.
type Loads = TiSlice<PairRow, u32>;

/// Places every session in turn, the last day with one being `last`; `None` where a turn comes to nothing.
///
/// Several orders are tried, each with the earliest places and with the pair that has the fewest sessions. Of the timetables found the
/// most even is taken, the first of equals.
pub(super) fn timetable(work: &Work, starts: &StartTimes, last: DayRow) -> Option<Vec<Slot>> {
    let load = |slot: &Slot, loads: &Loads| slot.pair.map_or(0, |pair| loads[pair]);
    let earliest = |slot: &Slot, loads: &Loads| (0, slot.day, slot.start, load(slot, loads));
    let even = |slot: &Slot, loads: &Loads| (load(slot, loads), slot.day, slot.start, 0);
    let tastes: [Taste; 2] = [&earliest, &even];
    let mut best: Option<Vec<Slot>> = None;
    for order in orders(work, starts) {
        for taste in tastes {
            let Some(slots) = place_all(work, starts, last, &order, &[], taste) else {
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

/// Places around sessions that are held where they are those that are left, each as near as it can to where it is
/// wanted.
pub(super) fn around(
    work: &Work,
    starts: &StartTimes,
    last: DayRow,
    held: &[Slot],
    distance: &dyn Fn(&Slot) -> u32,
) -> Option<Vec<Slot>> {
    let near = |slot: &Slot, loads: &Loads| {
        let load = slot.pair.map_or(0, |pair| loads[pair]);
        (distance(slot), slot.day, slot.start, load)
    };
    let orders = orders(work, starts).into_iter();
    orders
        .filter_map(|order| place_all(work, starts, last, &order, held, &near))
        .next()
}

/// Orders to try: as a visit goes, the longest first, and those with the fewest places first.
fn orders(work: &Work, starts: &StartTimes) -> [Vec<TaskRow>; 3] {
    let as_it_goes: Vec<TaskRow> = work.tasks.keys().collect();
    let mut longest = as_it_goes.clone();
    longest.sort_by_key(|task| Reverse(work.tasks[*task].activity.minutes));
    let mut tightest = as_it_goes.clone();
    tightest.sort_by_key(|task| starts[*task].iter().map(Vec::len).sum::<usize>());
    [as_it_goes, longest, tightest]
}

fn place_all(
    work: &Work,
    starts: &StartTimes,
    last: DayRow,
    order: &[TaskRow],
    held: &[Slot],
    taste: Taste,
) -> Option<Vec<Slot>> {
    let mut slots = held.to_vec();
    for task in in_order(work, order) {
        let there = held.iter().filter(|slot| slot.task == task).count();
        for _ in there..work.tasks[task].sessions as usize {
            slots.push(next(work, starts, last, task, &slots, taste)?);
        }
    }
    // Only then is it the last day, on which the team departs.
    slots.iter().any(|slot| slot.day == last).then_some(slots)
}

/// The tasks in this order, but each after those that must be over before it.
fn in_order(work: &Work, order: &[TaskRow]) -> Vec<TaskRow> {
    let mut left = order.to_vec();
    let mut sorted = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |task: TaskRow| {
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

/// The best free place for a session of a task.
fn next(
    work: &Work,
    starts: &StartTimes,
    last: DayRow,
    task: TaskRow,
    slots: &[Slot],
    taste: Taste,
) -> Option<Slot> {
    let loads = work.loads(slots);
    let mut places: Vec<(Rank, Slot)> = Vec::new();
    for (day, starts) in starts[task].iter_enumerated().take(last.count()) {
        for pair in work.parties(task, day) {
            for start in starts {
                let slot = Slot {
                    day,
                    start: *start,
                    pair,
                    task,
                };
                places.push((taste(&slot, &loads), slot));
            }
        }
    }
    places.sort_unstable();
    let free = |slot: &Slot| !slots.iter().any(|other| work.clash(slot, other, last));
    places.into_iter().map(|(_, slot)| slot).find(free)
}
