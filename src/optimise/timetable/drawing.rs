//! The timetables of all visits of a plan. Visits that are alike, which most of a kind are, are placed once.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::placing::{Placed, place};
use super::preparing::prepare_visit;
use super::why_not::why_not;
use super::work::{Able, Work};
use super::written::sessions;
use crate::calendar::Calendar;
use crate::domain::{Inspection, KindId, Plan, Prepared, Session, SiteId};

/// What happens on the visits of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The onsite sessions, by visit in the order of the plan, date, start and pair.
    pub sessions: Vec<Session>,
    /// How the remote activities are shared out, by visit in the order of the plan.
    pub preparation: Vec<Prepared>,
    /// The sites whose timetables are not proved to be the best.
    pub unproved: Vec<SiteId>,
    /// Of each visit that has no timetable, why, in words.
    pub without: Vec<String>,
}

/// Draws up the timetable and the preparation of every visit of a plan (`docs/timetables.md`), for a time at most if one is
/// given.
pub fn draw_up(
    inspection: &Inspection,
    calendar: &Calendar,
    plan: &Plan,
    limit: Option<Duration>,
) -> Drawn {
    let until = limit.and_then(|limit| Instant::now().checked_add(limit));
    let mut placed: HashMap<(&KindId, Able), Placed> = HashMap::new();
    let mut drawn = Drawn {
        sessions: Vec::new(),
        preparation: Vec::new(),
        unproved: Vec::new(),
        without: Vec::new(),
    };
    for visit in &plan.visits {
        let onsite = calendar.onsite_days(visit);
        let work = Work {
            until,
            ..Work::of_visit(inspection, visit, &onsite)
        };
        let alike = placed.entry((&visit.kind, work.able()));
        match alike.or_insert_with(|| place(&work)) {
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
                let why = why_not(inspection, calendar, visit, until);
                drawn.without.push(why);
            }
        }
        let shared_out = prepare_visit(inspection, calendar, visit);
        drawn.preparation.extend(shared_out);
    }
    drawn
}
