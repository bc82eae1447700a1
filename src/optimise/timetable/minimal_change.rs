//! An edited timetable, kept as far as the rules allow: only what must move is placed anew.

use std::cmp::Reverse;

use good_lp::{Expression, ProblemVariables, Variable, variable};

use super::super::budget::Budget;
use super::super::fault::{Fault, SolveStep};
use super::super::solver::{Program, Solved};
use super::greedy;
use super::model::SessionModel;
use super::placing::{Placed, place};
use super::rows::{DayRow, PairRow, TaskRow};
use super::sessions::session;
use super::start_times::starts;
use super::work::{Slot, Work};
use crate::domain::{Party, Session, Visit};
use crate::instance::Instance;

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
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn keep_visit(
    instance: &Instance,
    visit: &Visit,
    edited: &[Session],
    budget: &Budget,
) -> Result<Option<Kept>, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let onsite = calendar.onsite_days(visit);
    let work = Work::of_visit(inspection, visit, &onsite, budget);
    let stood: Vec<(Slot, u32)> = edited
        .iter()
        .filter(|session| session.site == visit.site)
        .filter_map(|session| {
            let named = |task: &super::work::Task| task.activity.name == session.activity;
            let slot = Slot {
                day: onsite.iter().position(|day| *day == session.date)?.into(),
                start: session.start.minutes(),
                pair: match session.pair {
                    Party::All => None,
                    Party::Pair(number) => Some(PairRow::from(number.checked_sub(1)? as usize)),
                },
                task: work.tasks.iter().position(named)?.into(),
            };
            Some((slot, session.session))
        })
        .collect();
    let kept = match stood.is_empty() {
        true => anew(&work)?,
        false => nearest(&work, &stood)?,
    };
    let Some((slots, proved)) = kept else {
        return Ok(None);
    };
    let numbered = numbered(&work, slots, &stood);
    let moved = numbered.iter().filter(|(_, kept, _)| !kept).count() as u32;
    let sessions = numbered.iter();
    Ok(Some(Kept {
        sessions: sessions
            .map(|(slot, _, number)| session(&work, visit, &onsite, slot, *number))
            .collect(),
        moved,
        proved,
    }))
}

/// A timetable for a visit of which nothing stood.
fn anew(work: &Work) -> Result<Option<(Vec<Slot>, bool)>, Fault> {
    Ok(match place(work)? {
        Placed::On { slots, proved, .. } => Some((slots, proved)),
        Placed::Nowhere { .. } => None,
    })
}

/// The timetable with the fewest sessions elsewhere, and whether that is proved; the moved ones are brought near to where they
/// were, without a proof.
fn nearest(work: &Work, stood: &[(Slot, u32)]) -> Result<Option<(Vec<Slot>, bool)>, Fault> {
    let was: Vec<Slot> = stood.iter().map(|(slot, _)| *slot).collect();
    let also: Vec<(DayRow, u32)> = was.iter().map(|slot| (slot.day, slot.start)).collect();
    let stays = |slots: &[Slot]| slots.iter().filter(|slot| was.contains(slot)).count();
    // Per last day, the most that could stay: no timetable keeps more.
    let mut could: Vec<(DayRow, Vec<Slot>)> = work
        .all_days()
        .map(|last| Ok((last, most_that_agree(work, &was, last)?)))
        .collect::<Result<_, Fault>>()?;
    could.sort_by_key(|(_, slots)| Reverse(slots.len()));
    let most = could.first().map_or(0, |(_, slots)| slots.len());
    for (last, held) in could.iter().filter(|(_, slots)| slots.len() == most) {
        let starts = starts(work, *last, &also);
        let slots = greedy::around(work, &starts, *last, held, &|slot| {
            distance(slot, &was, held)
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
            .is_some_and(|(_, slots)| stays(slots) >= held.len())
        {
            break;
        }
        let starts = starts(work, *last, &also);
        let cost = |slot: &Slot| if was.contains(slot) { 0.0 } else { 1.0 };
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
            .is_none_or(|(_, least)| stays(&slots) > stays(least))
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
        distance(slot, &was, &held)
    });
    Ok(Some((near.unwrap_or(slots), proved)))
}

/// The most of these sessions that could stay together, as far as they stand in no rule's way and in none of each other's.
fn most_that_agree(work: &Work, was: &[Slot], last: DayRow) -> Result<Vec<Slot>, Fault> {
    let mut slots: Vec<Slot> = was
        .iter()
        .copied()
        .filter(|slot| may_stay(work, slot, last))
        .collect();
    slots.sort_unstable();
    slots.dedup();
    let mut variables = ProblemVariables::new();
    let stays: Vec<Variable> = slots
        .iter()
        .map(|_| variables.add(variable().binary()))
        .collect();
    let mut rows = Vec::new();
    for (task, of) in work.tasks.iter_enumerated() {
        let same = slots
            .iter()
            .zip(&stays)
            .filter(|(slot, _)| slot.task == task);
        let sum: Expression = same.map(|(_, stay)| *stay).sum();
        rows.push(sum.leq(of.activity.sessions));
    }
    for (one, slot) in slots.iter().enumerate() {
        for other in 0..one {
            if work.clash(slot, &slots[other]) {
                rows.push((stays[one] + stays[other]).leq(1));
            }
        }
    }
    let program = Program {
        step: SolveStep::Timetable,
        variables,
        objective: stays.iter().sum(),
        maximise: true,
        rows,
        jump: false,
    };
    // Without a limit: these are few, and what they show bounds all else.
    let found = program.solve(&work.budget.regardless())?;
    let (Solved::Optimal(values) | Solved::Feasible(values, _)) = found else {
        return Err(Fault::Solver {
            step: SolveStep::Timetable,
            said: "it found no solution, though to let no session stay is one".to_owned(),
        });
    };
    let kept = slots
        .iter()
        .zip(&stays)
        .filter(|(_, stay)| values.is_yes(**stay));
    Ok(kept.map(|(slot, _)| *slot).collect())
}

/// Whether a session may be where it is, whatever the others do.
fn may_stay(work: &Work, slot: &Slot, last: DayRow) -> bool {
    work.on_day(slot.task, slot.day, last)
        && work.fits(slot.task, slot.start, &work.stretches(slot.day, last))
        && work.parties(slot.task, slot.day).contains(&slot.pair)
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
    let count = |slot: &Slot| work.tasks[slot.task].activity.sessions;
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
