//! Why a visit has no timetable, in words.

use super::placing::{Fewest, fewest_days};
use super::work::Work;
use crate::calendar::Calendar;
use crate::domain::{Inspection, Visit};

/// What stands in the way of a timetable for a visit that has none, in one or two sentences.
pub fn why_not(inspection: &Inspection, calendar: &Calendar, visit: &Visit) -> String {
    let onsite = calendar.onsite_days(visit);
    let work = Work::of_visit(inspection, visit, &onsite);
    let days = |number: usize| match number {
        1 => "1 day".to_owned(),
        _ => format!("{number} days"),
    };
    let nobody = (0..work.tasks.len())
        .find(|task| (0..work.days).all(|day| work.parties(*task, day).is_empty()));
    if let Some(task) = nobody {
        let activity = work.tasks[task].activity;
        let mut wanted: Vec<&str> = activity.skills.iter().map(String::as_str).collect();
        wanted.extend(activity.security.as_deref());
        return format!(
            "Nobody on the visit may take “{}”: it needs {}.",
            activity.name,
            wanted.join(" and ")
        );
    }
    let Some(kind) = inspection.kind(&visit.kind) else {
        return "Its kind is not known.".to_owned();
    };
    // A session a day is as slow as it gets, once the first and the last day are over.
    let most = work.sessions() + 2;
    let whoever = Work::of_kind(inspection, kind, &kind.pairs, most);
    let pairs = match kind.pairs.len() {
        1 => "1 pair".to_owned(),
        number => format!("{number} pairs"),
    };
    let is_particular = (work.tasks.iter())
        .any(|task| !task.activity.skills.is_empty() || task.activity.security.is_some());
    match fewest_days(&whoever, most) {
        Fewest::Days {
            days: needed,
            proved: true,
            ..
        } if needed > work.days => format!(
            "Its {} sessions need {} with {pairs}, and the visit has {}.",
            work.sessions(),
            days(needed),
            days(work.days)
        ),
        Fewest::None { proved: true } => {
            "Its activities fit no number of days: a session is too long, or cannot be put in order.".to_owned()
        }
        Fewest::Days { days: needed, .. } if needed <= work.days && is_particular => format!(
            "The sessions would fit, but none was found that the skills and the security of this team allow on {}.",
            days(work.days)
        ),
        Fewest::Days { .. } |
        Fewest::None { .. } => "None was found, and it was not proved that there is none.".to_owned(),
    }
}
