//! The timetables of a plan in words, for the lead inspector: what `assize timetable` says.

use super::opening;
use crate::documents::views::{LeftOver, TimetableInShort, TimetablesInShort};
use crate::domain::{Party, Session};
use crate::words::{count, date, hours, list};

/// The timetables in words: for each visit its sessions and days, the load of each pair, and the preparation of each person; then
/// what does not fit.
pub fn timetable_summary(view: &TimetablesInShort) -> String {
    let mut lines = opening(&view.heading);
    lines.push(String::new());
    for visit in &view.visits {
        lines.push(format!("{}, from {}", visit.site, date(visit.first_day)));
        lines.extend(onsite(visit));
        lines.extend(preparation(visit));
    }
    lines.extend(preparation_left_over(view));
    lines.join("\n")
}

/// How many sessions over how many days, and how many each pair has.
fn onsite(visit: &TimetableInShort) -> Option<String> {
    if visit.sessions == 0 {
        return None;
    }
    let pairs = visit.of_pairs.iter().enumerate();
    let shares: Vec<String> = pairs
        .map(|(place, sessions)| format!("pair {} has {sessions}", place + 1))
        .collect();
    let whole = match visit.of_all {
        0 => String::new(),
        together => format!(", and the whole team {together}"),
    };
    // One pair is the whole team.
    let shared = match visit.of_pairs.len() {
        1 => String::new(),
        _ => format!("; {}{whole}", shares.join(", ")),
    };
    let days = match visit.of_days.filter(|all| visit.days < *all) {
        Some(all) => format!("{} of {}", visit.days, count(all, "day", "days")),
        None => count(visit.days, "day", "days"),
    };
    Some(format!(
        "  Onsite: {} over {days}{shared}.",
        count(visit.sessions, "session", "sessions"),
    ))
}

/// The hours of preparation of each person.
fn preparation(visit: &TimetableInShort) -> Option<String> {
    let each = visit.preparation.iter();
    let each: Vec<String> = each
        .map(|(name, minutes)| format!("{name} {}", hours(*minutes)))
        .collect();
    (!each.is_empty()).then(|| format!("  Preparation: {}.", each.join(", ")))
}

/// What does not fit the preparation days of the visits, a line each, with its hours and for whom it is.
pub fn preparation_left_over(view: &TimetablesInShort) -> Vec<String> {
    let line = |left: &LeftOver| {
        format!(
            "The preparation for {} does not hold {} of “{}”, {} altogether, for {}.",
            left.site,
            count(left.sessions as usize, "session", "sessions"),
            left.activity,
            hours(left.minutes),
            list(&left.names)
        )
    };
    view.left_over.iter().map(line).collect()
}

/// The sessions of a visit that stand elsewhere than in an edited timetable, a line each: where they were and where they are.
pub fn moved_sessions(site: &str, kept: &[Session], edited: &[Session]) -> Vec<String> {
    let moved = kept.iter().filter(|session| {
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
pub fn corrected_sessions(site: &str, kept: &[Session], edited: &[Session]) -> Vec<String> {
    let mut seen: Vec<(&str, u32)> = Vec::new();
    let mut lines = Vec::new();
    for was in edited {
        let called = (was.activity.as_str(), was.session);
        let is = kept
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
