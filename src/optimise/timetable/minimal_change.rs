//! An edited timetable, kept as far as the rules allow: what was edited stands, and only what must move is placed anew.

use std::cmp::Reverse;

use super::super::budget::Budget;
use super::super::fault::Fault;
use super::super::solver::Solved;
use super::edits::{Edited, is_alike, slot};
use super::greedy;
use super::model::SessionModel;
use super::placing::{Placed, place};
use super::refused::{self, RefusedEdit};
use super::rows::{DayRow, TaskRow};
use super::sessions::session;
use super::start_times::starts;
use super::team::Team;
use super::wanted::{Wanted, most_that_agree};
use super::work::{Slot, Work};
use crate::domain::{OneOff, Session, Visit};
use crate::instance::Instance;

/// A timetable that keeps the rules, every edit that can stand, and as much as it can of the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its sessions, by date, start and pair.
    pub sessions: Vec<Session>,
    /// How many edits there were: rows that are not as they were agreed.
    pub edits: usize,
    /// The edits that cannot stand: the fewest there can be, where proved.
    pub refused: Vec<RefusedEdit>,
    /// How many sessions stand elsewhere than in the edited timetable: the fewest there can be with so many edits, where proved.
    pub moved: u32,
    /// Whether both are proved.
    pub proved: bool,
    /// Where the visit has another number of sessions than its kind, as the edited timetable has it.
    pub one_offs: Vec<OneOff>,
    /// Rows of what is no onsite activity of the visit, and copies of others.
    pub left_out: Vec<Session>,
}

/// That no timetable keeps the rules, or that none was found: the visit was to have so many sessions.
#[derive(Debug, Clone, PartialEq)]
pub struct NotKept {
    /// Where the visit has another number of sessions than its kind, as the edited timetable has it.
    pub one_offs: Vec<OneOff>,
}

/// Places the sessions of a visit so that the most edits of a timetable stand, and then the fewest other sessions stand elsewhere than in
/// it: a session stands as it was if its day, start and pair are the same (`docs/timetables.md`). An edit is a row that is not as in
/// `agreed`. The visit has as many sessions as the edited timetable; without a row of it, as many as were settled before, in `settled`,
/// and the agreed timetable takes its place. [`NotKept`] if no timetable keeps the rules, or none was found.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn keep_visit(
    instance: &Instance,
    visit: &Visit,
    [agreed, edited]: [&[Session]; 2],
    settled: &[OneOff],
    budget: &Budget,
) -> Result<Result<Kept, NotKept>, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let of_visit = agreed.iter().filter(|session| session.site == visit.site);
    let agreed: Vec<Session> = of_visit.cloned().collect();
    let mut edited = Edited::new(inspection, visit, edited, &agreed, settled);
    let wishes = edited.wishes(&agreed);
    if edited.rows.is_empty() {
        edited.rows = agreed;
    }
    let onsite = calendar.onsite_days(visit);
    let work = Work::of_visit(inspection, visit, &edited.one_offs, &onsite, budget);
    let placed = |session: &Session| Some((slot(&work, &onsite, session)?, session.session));
    let stood: Vec<(Slot, u32)> = edited.rows.iter().filter_map(placed).collect();
    let wished = wishes.iter().filter_map(|wish| slot(&work, &onsite, wish));
    let kept = match stood.is_empty() {
        true => anew(&work)?,
        false => {
            let wanted = Wanted {
                was: stood.iter().map(|(slot, _)| *slot).collect(),
                wishes: wished.collect(),
                most: work.sessions(),
            };
            nearest(&work, &wanted)?
        }
    };
    let Some((slots, proved)) = kept else {
        return Ok(Err(NotKept {
            one_offs: edited.one_offs,
        }));
    };
    let numbered = numbered(&work, slots, &stood);
    let moved = numbered.iter().filter(|(_, kept, _)| !kept).count() as u32;
    let sessions = numbered.iter();
    let sessions: Vec<Session> = sessions
        .map(|(slot, _, number)| session(&work, visit, &onsite, slot, *number))
        .collect();
    let (standing, failed) = split(wishes, &sessions);
    let team = Team::new(inspection, visit);
    Ok(Ok(Kept {
        edits: standing.len() + failed.len(),
        refused: failed
            .into_iter()
            .map(|edit| RefusedEdit {
                why: refused::why(&work, &team, &onsite, &edit, &standing),
                session: edit,
            })
            .collect(),
        sessions,
        moved,
        proved,
        one_offs: edited.one_offs,
        left_out: edited.left_out,
    }))
}

/// The edits that a timetable has, each as one session of it, and those that it does not have.
fn split(wishes: Vec<Session>, sessions: &[Session]) -> (Vec<Session>, Vec<Session>) {
    let mut left: Vec<&Session> = sessions.iter().collect();
    wishes.into_iter().partition(|wish| {
        let there = left.iter().position(|one| is_alike(one, wish));
        there.map(|there| left.remove(there)).is_some()
    })
}

/// A timetable for a visit of which nothing stood.
fn anew(work: &Work) -> Result<Option<(Vec<Slot>, bool)>, Fault> {
    Ok(match place(work)? {
        Placed::On { slots, proved, .. } => Some((slots, proved)),
        Placed::Nowhere { .. } => None,
    })
}

/// The timetable in which the most edits stand and then the fewest sessions are elsewhere, and whether that is proved; those that move are
/// brought near to where they were, without a proof.
fn nearest(work: &Work, wanted: &Wanted) -> Result<Option<(Vec<Slot>, bool)>, Fault> {
    let was = &wanted.was;
    let also: Vec<(DayRow, u32)> = was.iter().map(|slot| (slot.day, slot.start)).collect();
    // Per last day, the most that could stay: no timetable keeps more.
    let mut could: Vec<(DayRow, Vec<Slot>)> = work
        .all_days()
        .map(|last| Ok((last, most_that_agree(work, wanted, last)?)))
        .collect::<Result<_, Fault>>()?;
    could.sort_by_key(|(_, slots)| Reverse(wanted.of_all(slots)));
    let most = could.first().map_or(0, |(_, slots)| wanted.of_all(slots));
    let best_of_all = |slots: &[Slot]| wanted.of_all(slots) == most;
    for (last, held) in could.iter().filter(|(_, slots)| best_of_all(slots)) {
        let starts = starts(work, *last, &also);
        let slots = greedy::around(work, &starts, *last, held, &|slot| {
            distance(slot, was, held)
        });
        if let Some(slots) = slots {
            return Ok(Some((slots, true)));
        }
    }
    let mut best: Option<(DayRow, Vec<Slot>)> = None;
    let mut proved = true;
    for (last, held) in &could {
        if best
            .as_ref()
            .is_some_and(|(_, slots)| wanted.of_all(slots) >= wanted.of_all(held))
        {
            break;
        }
        let starts = starts(work, *last, &also);
        let cost = |slot: &Slot| (wanted.most + 1 - wanted.worth(slot)) as f64;
        let slots = match SessionModel::by_pair(work, &starts, *last).cheapest(cost)? {
            Solved::Optimal(slots) => slots,
            Solved::Feasible(slots, _) => {
                proved = false;
                slots
            }
            Solved::Infeasible => continue,
            Solved::Unknown(_) => {
                proved = false;
                continue;
            }
        };
        if best
            .as_ref()
            .is_none_or(|(_, least)| wanted.of_all(&slots) > wanted.of_all(least))
        {
            best = Some((*last, slots));
        }
    }
    let Some((last, slots)) = best else {
        return Ok(None);
    };
    let held: Vec<Slot> = slots
        .iter()
        .copied()
        .filter(|slot| was.contains(slot))
        .collect();
    let starts = starts(work, last, &also);
    let near = greedy::around(work, &starts, last, &held, &|slot| {
        distance(slot, was, &held)
    });
    Ok(Some((near.unwrap_or(slots), proved)))
}

/// How far a place is from where a session of the same activity was that cannot stay, in minutes; another day counts as a whole
/// day, another pair as a quarter of an hour.
fn distance(slot: &Slot, was: &[Slot], held: &[Slot]) -> u32 {
    const DAY: u32 = 24 * 60;
    const OTHER_PAIR: u32 = 15;
    let from = |was: &Slot| {
        let pair = if was.pair == slot.pair { 0 } else { OTHER_PAIR };
        usize::from(was.day).abs_diff(slot.day.into()) as u32 * DAY
            + was.start.abs_diff(slot.start)
            + pair
    };
    let gone = was
        .iter()
        .filter(|was| was.task == slot.task && !held.contains(was));
    gone.map(from).min().unwrap_or(0)
}

/// Every session with whether it stands as it was, and its number: the old one where it stands, else one that is free.
fn numbered(work: &Work, mut slots: Vec<Slot>, stood: &[(Slot, u32)]) -> Vec<(Slot, bool, u32)> {
    slots.sort_unstable();
    let count = |slot: &Slot| work.tasks[slot.task].sessions;
    let mut taken: Vec<(TaskRow, u32)> = Vec::new();
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
