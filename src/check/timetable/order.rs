//! V6 and V9: what is over before what begins.

use chrono::NaiveDate;

use crate::domain::{Activity, Method, SetDay, TimeOfDay};

use super::super::audit::Audit;
use super::super::finding::Finding;
use super::super::words;
use super::{VisitSession, VisitTimetable, listed, timetables};

/// V6: a session begins only when every session of the activities that it comes after is over, those on its own day by its activity's gap.
///
/// Remote activities are over before the visit begins.
pub(in super::super) fn in_order(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        for activity in &timetable.activities {
            for first in &activity.after {
                let Some(last) = timetable.of(first).max_by_key(|session| end(session)) else {
                    continue;
                };
                let early: Vec<&VisitSession> = timetable
                    .of(&activity.name)
                    .filter(|session| begin(session) < end(last))
                    .collect();
                let first = words::quoted(first);
                let ends = last.ends();
                findings.extend(begin_early(&early).map(|what| {
                    let text =
                        format!("{what} before {first}, which must be over first, ends at {ends}.");
                    timetable.finding(&text, last.stated.date)
                }));
            }
            findings.extend(too_soon(&timetable, activity));
        }
    }
    findings
}

/// The sessions of an activity that begin after those before them on their day, but within its gap.
fn too_soon(timetable: &VisitTimetable, activity: &Activity) -> Vec<Finding> {
    let gap = activity.gap.unwrap_or(0);
    let before = || (activity.after.iter()).flat_map(|first| timetable.of(first));
    let mut findings = Vec::new();
    for session in timetable.of(&activity.name) {
        // What begins before one of them is over is told already.
        if before().any(|first| begin(session) < end(first)) {
            continue;
        }
        let same_day = before().filter(|first| first.stated.date == session.stated.date);
        if let Some(first) = same_day.max_by_key(|first| first.stated.end)
            && session.stated.start.minutes() < first.stated.end.minutes() + gap
        {
            let text = format!(
                "{} begins at {}, but {} ends at {}: {} must lie between.",
                session.called(),
                session.begins(),
                first.called(),
                first.stated.end,
                words::count(gap as usize, "minute")
            );
            findings.push(timetable.finding(&text, session.stated.date));
        }
    }
    findings
}

/// V9: every other session begins after the opening meeting is over, and is over before the closing debrief begins.
pub(in super::super) fn opened_and_closed(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        let sessions = || timetable.sessions.iter();
        let opening = sessions().filter(|session| opens(session));
        if let Some(opening) = opening.max_by_key(|session| end(session)) {
            // A closing debrief before the opening meeting is told once, below.
            let early: Vec<&VisitSession> = sessions()
                .filter(|session| !opens(session) && !closes(session))
                .filter(|session| begin(session) < end(opening))
                .collect();
            let (name, ends) = (opening.called(), opening.ends());
            findings.extend(begin_early(&early).map(|what| {
                let text = format!("{what} before the opening meeting, {name}, ends at {ends}.");
                timetable.finding(&text, opening.stated.date)
            }));
        }
        let closing = sessions().filter(|session| closes(session));
        if let Some(closing) = closing.min_by_key(|session| begin(session)) {
            let late: Vec<&VisitSession> = sessions()
                .filter(|session| !closes(session))
                .filter(|session| end(session) > begin(closing))
                .collect();
            let (name, begins) = (closing.called(), closing.begins());
            let what = match late.as_slice() {
                [] => None,
                [one] => Some(format!("{} ends at {},", one.called(), one.ends())),
                all => Some(format!("{} end", listed(all))),
            };
            findings.extend(what.map(|what| {
                let text = format!("{what} after the closing debrief, {name}, begins at {begins}.");
                timetable.finding(&text, closing.stated.date)
            }));
        }
    }
    findings
}

/// Whether it is an opening meeting. Only onsite sessions are placed in a timetable.
fn opens(session: &VisitSession) -> bool {
    session.activity.method == Method::OpeningMeeting
}

/// Whether it is a closing debrief: one that is not set for the first day.
pub(super) fn closes(session: &VisitSession) -> bool {
    session.activity.method == Method::Debrief && session.activity.day != SetDay::First
}

/// What begins too early, if anything does; `before` follows.
fn begin_early(early: &[&VisitSession]) -> Option<String> {
    match early {
        [] => None,
        [one] => Some(format!("{} begins at {},", one.called(), one.begins())),
        all => Some(format!("{} begin", listed(all))),
    }
}

fn begin(session: &VisitSession) -> (NaiveDate, TimeOfDay) {
    (session.stated.date, session.stated.start)
}

fn end(session: &VisitSession) -> (NaiveDate, TimeOfDay) {
    (session.stated.date, session.stated.end)
}
