//! Why a visit has no timetable, in words.

use super::super::budget::Budget;
use super::super::fault::Fault;
use super::placing::{Fewest, fewest_days};
use super::work::Work;
use crate::domain::{Inspection, Visit};
use crate::instance::Instance;

/// Why there is no timetable for a visit that has none, in a few sentences, as far as can be shown within the budget.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn why_not(instance: &Instance, visit: &Visit, budget: &Budget) -> Result<String, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let site = inspection.site(&visit.site);
    let site = site.map_or(visit.site.as_str(), |site| &site.name);
    let onsite = calendar.onsite_days(visit);
    let work = Work::of_visit(inspection, visit, &onsite, budget);
    Ok(match reason(inspection, visit, &work)? {
        Some(reason) => {
            format!("No timetable holds the activities of the visit to {site}. {reason}")
        }
        None => format!(
            "No timetable was found for the visit to {site}, nor a proof that there is none. It is very full: give it \
             more days or pairs, or shorter activities."
        ),
    })
}

/// What stands in the way, where that is proved.
fn reason(inspection: &Inspection, visit: &Visit, work: &Work) -> Result<Option<String>, Fault> {
    let days = |number: usize| match number {
        1 => "1 day".to_owned(),
        _ => format!("{number} days"),
    };
    let nobody = (work.tasks.keys()).find(|task| {
        work.all_days()
            .all(|day| work.parties(*task, day).is_empty())
    });
    if let Some(task) = nobody {
        let activity = work.tasks[task].activity;
        let mut wanted: Vec<&str> = activity.skills.iter().map(String::as_str).collect();
        wanted.extend(activity.security.as_deref());
        let needs = match wanted.is_empty() {
            true => String::new(),
            false => format!(": it needs {}", wanted.join(" and ")),
        };
        let name = &activity.name;
        let text = format!("Nobody on the visit may take “{name}”{needs}.");
        return Ok(Some(text));
    }
    let Some(kind) = inspection.kind(&visit.kind) else {
        return Ok(None);
    };
    // A session a day is as slow as it gets, once the first and the last day are over.
    let most = work.sessions() + 2;
    let whoever = Work::of_kind(inspection, kind, &kind.pairs, most, work.budget);
    let pairs = match kind.pairs.len() {
        1 => "1 pair".to_owned(),
        number => format!("{number} pairs"),
    };
    let is_particular = (work.tasks.iter())
        .any(|task| !task.activity.skills.is_empty() || task.activity.security.is_some());
    Ok(match fewest_days(&whoever, most)? {
        Fewest::Days {
            days: needed,
            proved: true,
            ..
        } if needed > work.days => Some(format!(
            "Its {} sessions need {} with {pairs}, and the visit has {}.",
            work.sessions(),
            days(needed),
            days(work.days)
        )),
        Fewest::Days { days: needed, .. } if needed <= work.days && is_particular => {
            let given = days(work.days);
            Some(format!(
                "The sessions would fit, but none was found that the skills and the security of this team allow on {given}."
            ))
        }
        Fewest::None { proved: true } => {
            let text = "Its activities fit no number of days: a session is too long, or cannot be put in order.";
            Some(text.to_owned())
        }
        Fewest::Days { .. } | Fewest::None { .. } => None,
    })
}
