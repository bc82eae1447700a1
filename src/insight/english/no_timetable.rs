//! Why a visit has no timetable, in a few sentences.

use crate::optimise::{NoTimetable, TimetableObstacle};
use crate::words::count;

/// Why a visit has no timetable.
pub fn no_timetable(found: &NoTimetable) -> String {
    let site = &found.site;
    match &found.reason {
        Some(reason) => {
            let reason = obstacle(reason);
            format!("No timetable holds the activities of the visit to {site}. {reason}")
        }
        None => format!(
            "No timetable was found for the visit to {site}, nor a proof that there is none. It is very full: give it \
             more days or pairs, or shorter activities."
        ),
    }
}

fn obstacle(obstacle: &TimetableObstacle) -> String {
    let in_days = |number: usize| count(number, "day", "days");
    match obstacle {
        TimetableObstacle::NobodyMayTake { activity, needs } => {
            let needs = match needs.as_slice() {
                [] => String::new(),
                some => format!(": it needs {}", some.join(" and ")),
            };
            format!("Nobody on the visit may take “{activity}”{needs}.")
        }
        TimetableObstacle::TooFewDays {
            sessions,
            needed,
            pairs,
            days,
        } => format!(
            "Its {sessions} sessions need {} with {}, and the visit has {}.",
            in_days(*needed),
            count(*pairs, "pair", "pairs"),
            in_days(*days)
        ),
        TimetableObstacle::NotWithThisTeam { days } => format!(
            "The sessions would fit, but none was found that the skills and the security of this team allow on {}.",
            in_days(*days)
        ),
        TimetableObstacle::NoNumberOfDays => {
            "Its activities fit no number of days: a session is too long, or cannot be put in order."
                .to_owned()
        }
    }
}
