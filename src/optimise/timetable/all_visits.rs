//! The timetables of all visits of a plan. Visits that are alike, which most of a kind are, are placed once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::super::budget::Budget;
use super::super::fault::Fault;
use super::no_timetable::{NoTimetable, why_no_timetable};
use super::placing::{Placed, place};
use super::preparing::prepare_visit;
use super::sessions::sessions;
use super::work::{Able, Work};
use crate::domain::{KindId, Plan, Prepared, Session, SiteId};
use crate::instance::Instance;

/// What happens on the visits of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The onsite sessions, by visit in the order of the plan, date, start and pair.
    pub sessions: Vec<Session>,
    /// How the remote activities are shared out, by visit in the order of the plan.
    pub preparation: Vec<Prepared>,
    /// The sites whose timetables are not proved to be the best.
    pub unproved: Vec<SiteId>,
    /// The visits that have no timetable, and why.
    pub without: Vec<NoTimetable>,
}

/// What visits that are alike have in common: their kind, the activities that take place with their numbers of sessions, and who may take
/// them.
type Alike<'a> = (&'a KindId, Vec<(&'a str, u32)>, Able);

/// Draws up the timetable and the preparation of every visit of a plan (`docs/timetables.md`), within the budget.
///
/// # Errors
/// A [`Fault`] of Assize itself: then nothing is known of the timetables.
pub fn draw_up(instance: &Instance, plan: &Plan, budget: &Budget) -> Result<Drawn, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let mut placed: HashMap<Alike, Placed> = HashMap::new();
    let mut drawn = Drawn {
        sessions: Vec::new(),
        preparation: Vec::new(),
        unproved: Vec::new(),
        without: Vec::new(),
    };
    for visit in &plan.visits {
        let onsite = calendar.onsite_days(visit);
        let work = Work::of_visit(inspection, visit, &plan.one_offs, &onsite, budget);
        let alike = match placed.entry((&visit.kind, work.numbers(), work.able())) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(place(&work)?),
        };
        match alike {
            Placed::On { slots, proved, .. } => {
                if !*proved {
                    drawn.unproved.push(visit.site.clone());
                }
                let slots = slots.clone();
                drawn
                    .sessions
                    .extend(sessions(&work, visit, &onsite, slots));
            }
            Placed::Nowhere { .. } => {
                let why = why_no_timetable(instance, visit, &plan.one_offs, budget)?;
                drawn.without.push(why);
            }
        }
        let shared_out = prepare_visit(instance, visit, budget)?;
        drawn.preparation.extend(shared_out);
    }
    Ok(drawn)
}
