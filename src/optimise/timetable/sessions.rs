//! Slots written out as sessions: dates, times, numbers.

use chrono::NaiveDate;
use typed_index_collections::TiVec;

use super::rows::TaskRow;
use super::work::{Slot, Work};
use crate::domain::{Party, Session, TimeOfDay, Visit};

/// The sessions of a visit, by date, start and pair; those of one activity numbered in that order.
pub(super) fn sessions(
    work: &Work,
    visit: &Visit,
    onsite: &[NaiveDate],
    mut slots: Vec<Slot>,
) -> Vec<Session> {
    slots.sort_unstable();
    let mut numbers: TiVec<TaskRow, u32> = vec![0; work.tasks.len()].into();
    slots
        .iter()
        .map(|slot| {
            numbers[slot.task] += 1;
            session(work, visit, onsite, slot, numbers[slot.task])
        })
        .collect()
}

/// One session, of this number.
pub(super) fn session(
    work: &Work,
    visit: &Visit,
    onsite: &[NaiveDate],
    slot: &Slot,
    number: u32,
) -> Session {
    Session {
        site: visit.site.clone(),
        activity: work.tasks[slot.task].activity.name.clone(),
        session: number,
        date: onsite[usize::from(slot.day)],
        start: TimeOfDay::from_minutes(slot.start),
        end: TimeOfDay::from_minutes(work.end(slot)),
        pair: slot
            .pair
            .map_or(Party::All, |pair| Party::Pair(usize::from(pair) as u32 + 1)),
    }
}
