//! The timetables of a plan in words, for the lead inspector: what `assize timetable` says.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents::views::{activity_of, could_take, names, site_name, takers};
use crate::domain::{Inspection, InspectorId, Party, Plan, Prepared, Session, Visit};
use crate::optimise::Kept;
use crate::words::{count, date, hours, list};

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
        let name = site_name(inspection, &visit.site);
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
    let days: BTreeSet<_> = sessions.iter().map(|session| session.date).collect();
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
    let whole = match together {
        0 => String::new(),
        _ => format!(", and the whole team {together}"),
    };
    // One pair is the whole team.
    let shared = match visit.pairs.len() {
        1 => String::new(),
        _ => format!("; {}{whole}", shares.join(", ")),
    };
    Some(format!(
        "  Onsite: {} over {}{shared}.",
        count(sessions.len(), "session", "sessions"),
        count(days.len(), "day", "days")
    ))
}

/// The hours of preparation of each person, in the order of their seats.
fn preparation(inspection: &Inspection, visit: &Visit, prepared: &[&Prepared]) -> Option<String> {
    let mut minutes: BTreeMap<&InspectorId, u32> = BTreeMap::new();
    for row in prepared {
        if let (Some(party), Some(activity)) = (
            row.pair,
            activity_of(inspection, &visit.site, &row.activity),
        ) {
            for person in takers(inspection, visit, Some(activity), party) {
                *minutes.entry(person).or_default() += row.sessions * activity.minutes;
            }
        }
    }
    let of_team = visit.team().filter_map(|id| Some((id, minutes.get(id)?)));
    let each: Vec<String> = of_team
        .map(|(id, minutes)| format!("{} {}", names(inspection, &[id]).concat(), hours(*minutes)))
        .collect();
    (!each.is_empty()).then(|| format!("  Preparation: {}.", each.join(", ")))
}

/// What does not fit the preparation days of the visits, a line each, with its hours and for whom it is.
pub fn preparation_left_over(inspection: &Inspection, plan: &Plan) -> Vec<String> {
    let line = |visit: &Visit, row: &Prepared| {
        let activity = activity_of(inspection, &visit.site, &row.activity)?;
        let names = names(inspection, &could_take(inspection, visit, activity));
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
        let site = site_name(inspection, &session.site);
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

/// What else is not as an edited timetable had it, a line each: sessions that last as long as their activity again, and rows that
/// are left out.
pub fn corrected_sessions(inspection: &Inspection, kept: &Kept, edited: &[Session]) -> Vec<String> {
    let mut seen: Vec<(&str, u32)> = Vec::new();
    let mut lines = Vec::new();
    for was in edited {
        let site = site_name(inspection, &was.site);
        let called = (was.activity.as_str(), was.session);
        let is = kept
            .sessions
            .iter()
            .find(|is| (is.activity.as_str(), is.session) == called);
        let stands =
            |is: &&Session| (is.date, is.start, is.pair) == (was.date, was.start, was.pair);
        match is {
            Some(is) if !seen.contains(&called) => {
                if is.end != was.end && stands(&is) {
                    lines.push(format!(
                        "{site}: “{}” (session {}) ends at {} again, not at {}: change its minutes in activities.csv if it takes longer or less.",
                        was.activity, was.session, is.end, was.end
                    ));
                }
            }
            _ => lines.push(format!(
                "{site}: “{}” (session {}), {}, is left out: there is no such session, or it is there twice.",
                was.activity,
                was.session,
                place(was)
            )),
        }
        seen.push(called);
    }
    lines
}

fn place(session: &Session) -> String {
    let party = match session.pair {
        Party::All => "the whole team".to_owned(),
        Party::Pair(number) => format!("pair {number}"),
    };
    format!("{} at {} with {party}", date(session.date), session.start)
}
