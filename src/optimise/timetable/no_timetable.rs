//! Why a visit has no timetable.

use serde::Serialize;

use super::super::budget::Budget;
use super::super::fault::Fault;
use super::placing::{Fewest, fewest_days};
use super::work::Work;
use crate::domain::{Activity, Inspection, Named, OneOff, SiteId, Visit};
use crate::instance::Instance;

/// A visit that has no timetable, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoTimetable {
    /// The site.
    pub site: Named<SiteId>,
    /// What stands in the way, where that is proved. Otherwise none was found, nor a proof that there is none.
    pub reason: Option<TimetableObstacle>,
}

/// What stands in the way of a timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TimetableObstacle {
    /// Nobody on the visit may take an activity on any of its days.
    NobodyMayTake {
        /// The activity.
        activity: String,
        /// The skills and the security that it needs.
        needs: Vec<String>,
    },
    /// The sessions need more days than the visit has, whoever the pairs are.
    TooFewDays {
        /// How many sessions.
        sessions: usize,
        /// The days that they need.
        needed: usize,
        /// With so many pairs.
        pairs: usize,
        /// The days of the visit.
        days: usize,
    },
    /// The sessions would fit, but none was found that the skills and the security of this team allow.
    NotWithThisTeam {
        /// The days of the visit.
        days: usize,
    },
    /// The activities fit no number of days: a session is too long, or cannot be put in order.
    NoNumberOfDays,
}

/// Why there is no timetable for a visit that has none, with as many sessions as were settled for it, as far as can be shown within the budget.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn why_no_timetable(
    instance: &Instance,
    visit: &Visit,
    one_offs: &[OneOff],
    budget: &Budget,
) -> Result<NoTimetable, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let site = inspection.site(&visit.site);
    let onsite = calendar.onsite_days(visit);
    let work = Work::of_visit(inspection, visit, one_offs, &onsite, budget);
    Ok(NoTimetable {
        site: Named {
            id: visit.site.clone(),
            name: site
                .map_or(visit.site.as_str(), |site| &site.name)
                .to_owned(),
        },
        reason: match nobody_may_take(&work) {
            Some(obstacle) => Some(obstacle),
            None => too_little_room(inspection, visit, &work)?,
        },
    })
}

/// An activity that nobody on the visit may take.
fn nobody_may_take(work: &Work) -> Option<TimetableObstacle> {
    let nobody = work.tasks.keys().find(|task| {
        work.all_days()
            .all(|day| work.parties(*task, day).is_empty())
    })?;
    let activity = work.tasks[nobody].activity;
    let needs = activity.skills.iter().chain(&activity.security);
    Some(TimetableObstacle::NobodyMayTake {
        activity: activity.name.clone(),
        needs: needs.cloned().collect(),
    })
}

/// What becomes of the same sessions with as many days as they need, whoever the pairs are.
fn too_little_room(
    inspection: &Inspection,
    visit: &Visit,
    work: &Work,
) -> Result<Option<TimetableObstacle>, Fault> {
    let Some((kind, site)) = inspection
        .kind(&visit.kind)
        .zip(inspection.site(&visit.site))
    else {
        return Ok(None);
    };
    let kind = &kind.at(site);
    // A session a day is as slow as it gets, once the first and the last day are over.
    let most = work.sessions() + 2;
    let sessions = |activity: &Activity| {
        let tasks = work.numbers().into_iter();
        let mut of_it = tasks.filter(|(name, _)| *name == activity.name);
        of_it.next().map_or(0, |(_, sessions)| sessions)
    };
    let whoever = Work::of_kind(inspection, kind, &kind.pairs, most, &sessions, work.budget);
    let is_particular = (work.tasks.iter())
        .any(|task| !task.activity.skills.is_empty() || task.activity.security.is_some());
    let days = work.days;
    Ok(match fewest_days(&whoever, most)? {
        Fewest::Days {
            days: needed,
            proved: true,
            ..
        } if needed > days => Some(TimetableObstacle::TooFewDays {
            sessions: work.sessions(),
            needed,
            pairs: kind.pairs.len(),
            days,
        }),
        Fewest::Days { days: needed, .. } if needed <= days && is_particular => {
            Some(TimetableObstacle::NotWithThisTeam { days })
        }
        Fewest::None { proved: true } => Some(TimetableObstacle::NoNumberOfDays),
        Fewest::Days { .. } | Fewest::None { .. } => None,
    })
}
