//! The sessions of one visit, placed: the fewest days, then even loads.

use super::super::budget::Budget;
use super::super::fault::Fault;
use super::super::solver::Solved;
use super::greedy;
use super::left_shift::shift_left;
use super::model::SessionModel;
use super::relaxation::may_fit;
use super::rows::DayRow;
use super::sessions::sessions;
use super::start_times::starts;
use super::work::{Slot, Work};
use crate::domain::{Session, Visit};
use crate::instance::Instance;

/// What came of placing the sessions of a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Placement {
    /// A timetable that keeps V1 to V11.
    Placed(Timetable),
    /// There is none on the days of the visit.
    DoesNotFit {
        /// Whether that is proved, rather than that none was found.
        proved: bool,
    },
}

/// The timetable of one visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Timetable {
    /// Its sessions, by date, start and pair.
    pub sessions: Vec<Session>,
    /// Onsite days up to the last with a session: the fewest there can be, where proved.
    pub days: u32,
    /// The difference between the most and the fewest sessions of a pair; the least there can be, where proved, 0 and 1
    /// being alike.
    pub uneven: u32,
    /// Whether both are proved.
    pub proved: bool,
}

/// Places the onsite sessions of a visit on its days, exactly (`docs/timetables.md`). A visit without onsite activities
/// has a timetable without sessions.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn place_visit(
    instance: &Instance,
    visit: &Visit,
    budget: &Budget,
) -> Result<Placement, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let onsite = calendar.onsite_days(visit);
    let work = Work::of_visit(inspection, visit, &[], &onsite, budget);
    Ok(match place(&work)? {
        Placed::Nowhere { proved } => Placement::DoesNotFit { proved },
        Placed::On {
            days,
            slots,
            proved,
        } => Placement::Placed(Timetable {
            days: days as u32,
            uneven: work.uneven(&slots),
            sessions: sessions(&work, visit, &onsite, slots),
            proved,
        }),
    })
}

/// Where the sessions of some work are placed.
pub(super) enum Placed {
    /// On so many days, as evenly as can be; `proved` if nothing is better.
    On {
        days: usize,
        slots: Vec<Slot>,
        proved: bool,
    },
    /// There is no timetable on the days of the visit; `proved`, or none was found.
    Nowhere { proved: bool },
}

/// Places the sessions on the fewest days, then evenly, then without gaps.
pub(super) fn place(work: &Work) -> Result<Placed, Fault> {
    Ok(match fewest_days(work, work.days)? {
        Fewest::None { proved } => Placed::Nowhere { proved },
        Fewest::Days {
            days,
            slots,
            proved,
        } => {
            let (slots, even) = most_even(work, days, slots)?;
            Placed::On {
                days,
                slots: shift_left(work, days, slots),
                proved: proved && even,
            }
        }
    })
}

/// The fewest days that hold some work.
pub(super) enum Fewest {
    /// So many, with a timetable; `proved` if fewer cannot be.
    Days {
        days: usize,
        slots: Vec<Slot>,
        proved: bool,
    },
    /// There is no timetable on that many days.
    None { proved: bool },
}

/// Finds the fewest days, up to `most`, on which everything can be placed.
pub(super) fn fewest_days(work: &Work, most: usize) -> Result<Fewest, Fault> {
    let mut proved = true;
    if work.tasks.is_empty() {
        return Ok(Fewest::Days {
            days: 0,
            slots: Vec::new(),
            proved,
        });
    }
    for days in 1..=most {
        let last = DayRow::from(days - 1);
        let starts = starts(work, last, &[]);
        if !may_fit(work, &starts, last)? {
            continue;
        }
        if let Some(slots) = greedy::timetable(work, &starts, last) {
            return Ok(Fewest::Days {
                days,
                slots,
                proved,
            });
        }
        match SessionModel::by_class(work, &starts, last).any()? {
            Solved::Optimal(slots) | Solved::Feasible(slots, _) => {
                return Ok(Fewest::Days {
                    days,
                    slots,
                    proved,
                });
            }
            Solved::Infeasible => {}
            Solved::Unknown(_) => proved = false,
        }
    }
    Ok(Fewest::None { proved })
}

/// As even a timetable as there is on these days, and whether that is proved.
fn most_even(work: &Work, days: usize, slots: Vec<Slot>) -> Result<(Vec<Slot>, bool), Fault> {
    if work.uneven(&slots) <= 1 {
        return Ok((slots, true));
    }
    let last = DayRow::from(days - 1);
    let starts = starts(work, last, &[]);
    Ok(
        match SessionModel::by_pair(work, &starts, last).most_even()? {
            Solved::Optimal(even) => (even, true),
            Solved::Feasible(even, _) if work.uneven(&even) < work.uneven(&slots) => (even, false),
            _ => (slots, false),
        },
    )
}
