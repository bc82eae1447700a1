//! An edited timetable, kept as far as the rules allow: only what must move is placed anew.

use std::cmp::Reverse;

use super::super::solver::Found;
use super::model::{MOST_NODES, Model};
use super::placing::{Placed, place};
use super::starts::starts;
use super::work::{Slot, Work};
use super::written::session;
use crate::calendar::Calendar;
use crate::domain::{Inspection, Party, Session, Visit};

/// Nodes in which the moved sessions are brought near to where they were: that needs no proof.
const FEW_NODES: i32 = 200;

/// A timetable that keeps the rules and as much as it can of an edited one.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its sessions, by date, start and pair.
    pub sessions: Vec<Session>,
    /// How many sessions stand elsewhere than in the edited one: the fewest there can be, where proved.
    pub moved: u32,
    /// Whether that is proved.
    pub proved: bool,
}

/// Places the sessions of a visit so that the fewest stand elsewhere than in an edited timetable: a session stands as it
/// was if its day, start and pair are the same (`docs/timetables.md`). `None` if no timetable keeps the rules, or none was found.
///
/// Sessions of other visits in `edited` are left aside, and so is whatever cannot be a session of this one.
pub fn keep_visit(
    inspection: &Inspection,
    calendar: &Calendar,
    visit: &Visit,
    edited: &[Session],
) -> Option<Kept> {
    let onsite = calendar.onsite_days(visit);
    let work = Work::of_visit(inspection, visit, &onsite);
    let stood: Vec<(Slot, u32)> = edited
        .iter()
        .filter(|session| session.site == visit.site)
        .filter_map(|session| {
            let named = |task: &super::work::Task| task.activity.name == session.activity;
            let slot = Slot {
                day: onsite.iter().position(|day| *day == session.date)?,
                start: session.start.minutes(),
                pair: match session.pair {
                    Party::All => None,
                    Party::Pair(number) => Some(number.checked_sub(1)? as usize),
                },
                task: work.tasks.iter().position(named)?,
            };
            Some((slot, session.session))
        })
        .collect();
    let (slots, proved) = match stood.is_empty() {
        true => anew(&work)?,
        false => nearest(&work, &stood)?,
    };
    let numbered = numbered(&work, slots, &stood);
    let moved = numbered.iter().filter(|(_, kept, _)| !kept).count() as u32;
    let sessions = numbered.iter();
    Some(Kept {
        sessions: sessions
            .map(|(slot, _, number)| session(&work, visit, &onsite, slot, *number))
            .collect(),
        moved,
        proved,
    })
}

/// A timetable for a visit of which nothing stood.
fn anew(work: &Work) -> Option<(Vec<Slot>, bool)> {
    match place(work) {
        Placed::On { slots, .. } => Some((slots, true)),
        Placed::Nowhere { .. } => None,
    }
}

/// The timetable with the fewest sessions elsewhere; of those, one with the moved ones near to where they were.
fn nearest(work: &Work, stood: &[(Slot, u32)]) -> Option<(Vec<Slot>, bool)> {
    let was: Vec<Slot> = stood.iter().map(|(slot, _)| *slot).collect();
    let also: Vec<(usize, u32)> = was.iter().map(|slot| (slot.day, slot.start)).collect();
    let stays = |slots: &[Slot]| slots.iter().filter(|slot| was.contains(slot)).count();
    let last_was = was
        .iter()
        .map(|slot| slot.day)
        .max()
        .unwrap_or(work.days - 1);
    let mut lasts: Vec<usize> = (0..work.days).collect();
    lasts.sort_by_key(|last| (last.abs_diff(last_was), Reverse(*last)));
    let mut best: Option<(usize, Vec<Slot>)> = None;
    let mut proved = true;
    for last in lasts {
        let starts = starts(work, last, &also);
        let cost = |slot: &Slot| if was.contains(slot) { 0.0 } else { 1.0 };
        let slots = match Model::by_pair(work, &starts, last).cheapest(cost, MOST_NODES) {
            Found::Best(slots) => slots,
            Found::Some(slots, _) => {
                proved = false;
                slots
            }
            Found::Nothing => continue,
            Found::Unknown(_) => {
                proved = false;
                continue;
            }
        };
        if best
            .as_ref()
            .is_none_or(|(_, least)| stays(&slots) > stays(least))
        {
            best = Some((last, slots));
        }
        // More than all of them cannot stay.
        if best
            .as_ref()
            .is_some_and(|(_, slots)| stays(slots) == was.len())
        {
            break;
        }
    }
    let (last, slots) = best?;
    let kept: Vec<Slot> = slots
        .iter()
        .copied()
        .filter(|slot| was.contains(slot))
        .collect();
    let gone: Vec<Slot> = was
        .iter()
        .copied()
        .filter(|slot| !kept.contains(slot))
        .collect();
    let mut model = Model::by_pair(work, &starts(work, last, &also), last);
    model.hold(&kept);
    let near = model.cheapest(|slot| distance(slot, &gone), FEW_NODES);
    Some(match near {
        Found::Best(slots) | Found::Some(slots, _) => (slots, proved),
        _ => (slots, proved),
    })
}

/// How far a place is from where a session of the same activity was, in minutes; another day counts as a whole day,
/// another pair as a quarter of an hour. Of places as far the earliest is the nearest.
fn distance(slot: &Slot, gone: &[Slot]) -> f64 {
    const DAY: f64 = 24.0 * 60.0;
    const OTHER_PAIR: f64 = 15.0;
    const EARLIER_COUNTS_LESS: f64 = 10_000.0;
    let from = |was: &Slot| {
        let pair = if was.pair == slot.pair {
            0.0
        } else {
            OTHER_PAIR
        };
        was.day.abs_diff(slot.day) as f64 * DAY + f64::from(was.start.abs_diff(slot.start)) + pair
    };
    let same_task = gone.iter().filter(|was| was.task == slot.task);
    let far = same_task.map(from).min_by(f64::total_cmp).unwrap_or(0.0);
    let late = slot.day as f64 * DAY + f64::from(slot.start);
    far + late / EARLIER_COUNTS_LESS
}

/// Every session with whether it stands as it was, and its number: the old one where it stands, else one that is free.
fn numbered(work: &Work, mut slots: Vec<Slot>, stood: &[(Slot, u32)]) -> Vec<(Slot, bool, u32)> {
    slots.sort_unstable();
    let count = |slot: &Slot| work.tasks[slot.task].activity.sessions;
    let mut taken: Vec<(usize, u32)> = Vec::new();
    let mut numbers: Vec<Option<u32>> = Vec::with_capacity(slots.len());
    for slot in &slots {
        let was = stood.iter().find(|(was, number)| {
            was == slot
                && (1..=count(slot)).contains(number)
                && !taken.contains(&(slot.task, *number))
        });
        taken.extend(was.map(|(_, number)| (slot.task, *number)));
        numbers.push(was.map(|(_, number)| *number));
    }
    let kept = |slot: &Slot| stood.iter().any(|(was, _)| was == slot);
    let numbered = slots.iter().zip(numbers).map(|(slot, number)| {
        let number = number.or_else(|| {
            let free = (1..=count(slot)).find(|number| !taken.contains(&(slot.task, *number)));
            taken.extend(free.map(|number| (slot.task, number)));
            free
        });
        (*slot, kept(slot), number.unwrap_or_default())
    });
    numbered.collect()
}
