//! A timetable shifted left: sessions move to earlier times as long as that closes gaps. The number of days and the loads
//! stay as they are.

use super::rows::DayRow;
use super::start_times::starts;
use super::work::{Slot, StartTimes, Work};

/// The same sessions by the same pairs, each as early as the others allow.
pub(super) fn shift_left(work: &Work, days: usize, mut slots: Vec<Slot>) -> Vec<Slot> {
    let Some(last) = days.checked_sub(1).map(DayRow::from) else {
        return slots;
    };
    let starts = starts(work, last, &[]);
    loop {
        slots.sort_unstable();
        let moved = (0..slots.len()).any(|at| {
            let earlier = earlier(work, &starts, last, &slots, at);
            if let Some(slot) = earlier {
                slots[at] = slot;
            }
            earlier.is_some()
        });
        if !moved {
            return slots;
        }
    }
}

/// The earliest free time for a session before its own, if there is one and it leaves the last day with a session.
fn earlier(
    work: &Work,
    starts: &StartTimes,
    last: DayRow,
    slots: &[Slot],
    at: usize,
) -> Option<Slot> {
    let slot = slots[at];
    let stays = slots.iter().filter(|other| other.day == last).count() > 1;
    let others = || slots.iter().enumerate().filter(|(other, _)| *other != at);
    let days = slot.day.and_before();
    let days = days.filter(|day| *day == slot.day || slot.day < last || stays);
    days.flat_map(|day| {
        starts[slot.task][day]
            .iter()
            .map(move |start| (day, *start))
    })
    .take_while(|when| *when < (slot.day, slot.start))
    .map(|(day, start)| Slot { day, start, ..slot })
    .filter(|moved| {
        moved
            .pair
            .is_none_or(|pair| work.may(moved.task, pair, moved.day))
    })
    .filter(|moved| moved.pair.is_some() || work.parties(moved.task, moved.day) == [None])
    .find(|moved| !others().any(|(_, other)| work.clash(moved, other, last)))
}
