//! The timetables of a plan as files and in words, for the lead inspector: what `assize timetable` writes and says.

use std::collections::BTreeMap;

use super::super::words::{count, date, hours, list};
use super::super::{OutputError, plan_json, session_files};
use super::timetable_pages;
use crate::domain::{
    Activity, Inspection, InspectorId, Party, Plan, Prepared, Session, SiteId, TakenBy, Visit,
};
use crate::optimise::{Kept, Planned};

/// The files of the timetables of a plan, by name, and `plan.json` with the timetables in it.
///
/// # Errors
/// [`OutputError`].
pub fn timetable_files(
    inspection: &Inspection,
    planned: &Planned,
) -> Result<Vec<(String, Vec<u8>)>, OutputError> {
    let mut files = vec![("plan.json".to_owned(), plan_json(inspection, planned)?)];
    files.extend(session_files(inspection, &planned.plan)?);
    files.extend(timetable_pages(inspection, &planned.plan)?);
    Ok(files)
}

/// The timetables in words: for each visit its sessions and days, the load of each pair, and the preparation of each person.
pub fn timetable_summary(inspection: &Inspection, plan: &Plan) -> String {
    let mut lines = Vec::new();
    for visit in &plan.visits {
        let of = |session: &&Session| session.site == visit.site;
        let sessions: Vec<&Session> = plan.sessions.iter().filter(of).collect();
        let prepared: Vec<&Prepared> = plan
            .preparation
            .iter()
            .filter(|row| row.site == visit.site)
            .collect();
        if sessions.is_empty() && prepared.is_empty() {
            continue;
        }
        let name = inspection
            .site(&visit.site)
            .map_or(visit.site.as_str(), |site| &site.name);
        lines.push(format!("{name}, from {}", date(visit.first_day)));
        lines.extend(onsite(visit, &sessions));
        lines.extend(preparation(inspection, visit, &prepared));
    }
    lines.extend(preparation_left_over(inspection, plan));
    lines.join("\n")
}

/// How many sessions over how many days, and how many each pair has.
fn onsite(visit: &Visit, sessions: &[&Session]) -> Option<String> {
    if sessions.is_empty() {
        return None;
    }
    let days: std::collections::BTreeSet<_> = sessions.iter().map(|session| session.date).collect();
    let shares: Vec<String> = (1..=visit.pairs.len() as u32)
        .map(|number| {
            let takes = |session: &&&Session| session.pair == Party::Pair(number);
            format!(
                "pair {number} has {}",
                sessions.iter().filter(takes).count()
            )
        })
        .collect();
    let together = sessions
        .iter()
        .filter(|session| session.pair == Party::All)
        .count();
    let whole = match (visit.pairs.len(), together) {
        (1, _) | (_, 0) => String::new(),
        _ => format!(", and the whole team {together}"),
    };
    Some(format!(
        "  Onsite: {} over {}; {}{whole}.",
        count(sessions.len(), "session", "sessions"),
        count(days.len(), "day", "days"),
        shares.join(", ")
    ))
}

/// The hours of preparation of each person, in the order of their seats.
fn preparation(inspection: &Inspection, visit: &Visit, prepared: &[&Prepared]) -> Option<String> {
    let mut minutes: BTreeMap<&InspectorId, u32> = BTreeMap::new();
    for row in prepared {
        if let (Some(party), Some(activity)) = (row.pair, activity_of(inspection, visit, row)) {
            for person in attending(inspection, visit, activity, party) {
                *minutes.entry(person).or_default() += row.sessions * activity.minutes;
            }
        }
    }
    let of_team = visit.team().filter_map(|id| Some((id, minutes.get(id)?)));
    let each: Vec<String> = of_team
        .map(|(id, minutes)| format!("{} {}", person(inspection, id), hours(*minutes)))
        .collect();
    (!each.is_empty()).then(|| format!("  Preparation: {}.", each.join(", ")))
}

/// What does not fit the preparation days of the visits, a line each, with its hours and for whom it is.
pub fn preparation_left_over(inspection: &Inspection, plan: &Plan) -> Vec<String> {
    let line = |visit: &Visit, row: &Prepared| {
        let activity = activity_of(inspection, visit, row)?;
        let names = attending(inspection, visit, activity, Party::All).into_iter();
        let names: Vec<String> = names.map(|id| person(inspection, id)).collect();
        Some(format!(
            "The preparation for {} does not hold {} of “{}”, {} altogether, for {}.",
            site_name(inspection, &visit.site),
            count(row.sessions as usize, "session", "sessions"),
            row.activity,
            hours(row.sessions * activity.minutes),
            list(&names)
        ))
    };
    let left = plan.visits.iter().flat_map(|visit| {
        let rows = plan.preparation.iter();
        let of_visit = rows.filter(|row| row.site == visit.site && row.date.is_none());
        of_visit.filter_map(|row| line(visit, row))
    });
    left.collect()
}

fn activity_of<'a>(
    inspection: &'a Inspection,
    visit: &Visit,
    row: &Prepared,
) -> Option<&'a Activity> {
    let mut all = inspection.activities.iter();
    all.find(|activity| activity.kind == visit.kind && activity.name == row.activity)
}

/// Those of a party whose time an activity takes.
fn attending<'v>(
    inspection: &Inspection,
    visit: &'v Visit,
    activity: &Activity,
    party: Party,
) -> Vec<&'v InspectorId> {
    let pairs = visit.pairs.iter().enumerate();
    let pairs = pairs.filter(|(at, _)| party == Party::All || party == Party::Pair(*at as u32 + 1));
    let takes = |id: &&InspectorId| match &activity.taken_by {
        TakenBy::One(one) => {
            let person = inspection.inspector(id);
            person.is_some_and(|person| person.inspectorate == *one)
        }
        _ => true,
    };
    pairs.flat_map(|(_, pair)| pair).filter(takes).collect()
}

fn site_name<'a>(inspection: &'a Inspection, id: &'a SiteId) -> &'a str {
    inspection.site(id).map_or(id.as_str(), |site| &site.name)
}

fn person(inspection: &Inspection, id: &InspectorId) -> String {
    let known = inspection.inspector(id);
    known.map_or(id.as_str(), |person| &person.name).to_owned()
}

/// The sessions that stand elsewhere than in an edited timetable, a line each: where they were and where they are.
pub fn moved_sessions(inspection: &Inspection, kept: &Kept, edited: &[Session]) -> Vec<String> {
    let moved = kept.sessions.iter().filter(|session| {
        !edited.iter().any(|was| {
            was.site == session.site
                && was.activity == session.activity
                && (was.date, was.start, was.pair) == (session.date, session.start, session.pair)
        })
    });
    let line = |session: &Session| {
        let was = edited.iter().find(|was| {
            was.site == session.site
                && was.activity == session.activity
                && was.session == session.session
        });
        let site = inspection
            .site(&session.site)
            .map_or(session.site.as_str(), |site| &site.name);
        let from = was.map_or("it was nowhere".to_owned(), |was| {
            format!("from {}", place(was))
        });
        format!(
            "  {site}: “{}” (session {}), {from}, now {}",
            session.activity,
            session.session,
            place(session)
        )
    };
    moved.map(line).collect()
}

fn place(session: &Session) -> String {
    let party = match session.pair {
        Party::All => "the whole team".to_owned(),
        Party::Pair(number) => format!("pair {number}"),
    };
    format!("{} at {} with {party}", date(session.date), session.start)
}
