//! V1 to V12: what happens inside each visit, by `docs/timetables.md`.
//!
//! A visit without any session has no timetable, which breaks nothing: it is a gap. With one session, all must be there.

mod clashes;
mod gaps;
mod order;
mod own_debrief;
mod placed;
mod preparation;
mod takers;
mod times;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::{Activity, Session, TimeOfDay};

use super::audit::{Audit, Visited};
use super::finding::Finding;
use super::words;

pub(super) use clashes::{pair_in_one_place, seen_in_one_place};
pub(super) use gaps::gaps;
pub(super) use order::{in_order, opened_and_closed};
pub(super) use placed::placed;
pub(super) use preparation::preparation;
pub(super) use takers::{security, skills, taken_jointly};
pub(super) use times::{at_set_times, hours, on_set_day};

/// The timetable of one visit.
struct VisitTimetable<'f> {
    visit: &'f Visited<'f>,
    /// The onsite activities of its kind, in the order of the table.
    activities: Vec<&'f Activity>,
    /// Its sessions by day and time. One that is in no table, that is there twice or that ends before it begins breaks V1,
    /// and counts for no other rule: one mistake is one finding.
    sessions: Vec<VisitSession<'f>>,
}

/// One session of a timetable, with what the tables say of it.
struct VisitSession<'f> {
    stated: &'f Session,
    activity: &'f Activity,
}

/// The timetables of all visits that have one, in the order of the plan.
fn timetables<'f>(audit: &'f Audit<'_>) -> Vec<VisitTimetable<'f>> {
    let mut timetables = Vec::new();
    for visit in &audit.visits {
        let rows = rows_of(audit, visit);
        if rows.is_empty() {
            continue;
        }
        let activities = activities(audit, visit, false);
        let mut known = BTreeSet::new();
        let mut sessions: Vec<VisitSession> = Vec::new();
        for row in rows {
            let activity = activities.iter().find(|one| one.name == row.activity);
            if let Some(&activity) = activity
                && (1..=number_of(audit, visit, activity)).contains(&row.session)
                && row.start < row.end
                && known.insert((&activity.name, row.session))
            {
                sessions.push(VisitSession {
                    stated: row,
                    activity,
                });
            }
        }
        // The sort is stable, so that what is at one time stays in the order of the plan.
        sessions.sort_by_key(|one| (one.stated.date, one.stated.start));
        timetables.push(VisitTimetable {
            visit,
            activities,
            sessions,
        });
    }
    timetables
}

/// The plan's sessions at the site of a visit.
fn rows_of<'f>(audit: &'f Audit<'_>, visit: &Visited) -> Vec<&'f Session> {
    (audit.plan.sessions.iter())
        .filter(|session| session.site == visit.site.id)
        .collect()
}

/// No visit has more sessions of one activity: a plan could be written so that nobody lived to see the last one counted.
const MOST_SETTLED: u32 = 200;

/// How many sessions of an onsite activity a visit has: as many as the lead settled for it, or else as its kind.
fn number_of(audit: &Audit, visit: &Visited, activity: &Activity) -> u32 {
    let mut settled = audit.plan.one_offs.iter();
    let settled = settled.find(|one| one.site == visit.site.id && one.activity == activity.name);
    let settled = settled.filter(|one| one.sessions <= MOST_SETTLED);
    settled.map_or(activity.sessions, |one| one.sessions)
}

/// The onsite or the remote activities of a visit.
fn activities<'f>(audit: &'f Audit<'_>, visit: &Visited, remote: bool) -> Vec<&'f Activity> {
    (audit.inspection.activities.iter())
        .filter(|activity| activity.kind == visit.kind.id && activity.remote == remote)
        .collect()
}

impl VisitTimetable<'_> {
    /// The last onsite day with a session.
    fn last_day(&self) -> Option<NaiveDate> {
        let with_session = |day: &&NaiveDate| self.sessions.iter().any(|s| s.stated.date == **day);
        self.visit.onsite.iter().rev().find(with_session).copied()
    }

    /// The sessions of one activity.
    fn of<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s VisitSession<'s>> {
        let sessions = self.sessions.iter();
        sessions.filter(move |session| session.activity.name == name)
    }

    /// Every two sessions on one day, the earlier first.
    fn on_one_day(&self) -> impl Iterator<Item = (&VisitSession<'_>, &VisitSession<'_>)> {
        self.sessions
            .iter()
            .enumerate()
            .flat_map(|(place, first)| {
                let later = self.sessions.iter().skip(place + 1);
                later.map(move |then| (first, then))
            })
            .filter(|(first, then)| first.stated.date == then.stated.date)
    }

    /// A finding at this visit; the text goes on after `At Kent, `.
    fn finding(&self, text: &str, date: NaiveDate) -> Finding {
        let text = format!("At {}, {text}", self.visit.site.name);
        Finding::new(text).at_site(self.visit.site).on(date)
    }
}

impl VisitSession<'_> {
    fn called(&self) -> String {
        called(self.activity, &[self.stated.session])
    }

    /// `10:00 on 22 February 2027`.
    fn begins(&self) -> String {
        moment(self.stated.date, self.stated.start)
    }

    /// `11:00 on 22 February 2027`.
    fn ends(&self) -> String {
        moment(self.stated.date, self.stated.end)
    }
}

fn moment(date: NaiveDate, time: TimeOfDay) -> String {
    format!("{time} on {}", words::date(date))
}

/// `“Interview”` where it has one session, else `“Interview” (session 2)` or `“Interview” (sessions 2 and 3)`.
fn called(activity: &Activity, numbers: &[u32]) -> String {
    let name = words::quoted(&activity.name);
    match numbers {
        _ if activity.sessions == 1 => name,
        [number] => format!("{name} (session {number})"),
        numbers => {
            let numbers = words::and(numbers.iter().map(u32::to_string));
            format!("{name} (sessions {numbers})")
        }
    }
}

/// `“Interview” (sessions 1 and 2) and “Survey”`, by activity.
fn listed(sessions: &[&VisitSession]) -> String {
    let mut by_activity: Vec<(&Activity, Vec<u32>)> = Vec::new();
    for session in sessions {
        let known = by_activity.iter_mut();
        match known
            .into_iter()
            .find(|(one, _)| one.name == session.activity.name)
        {
            Some((_, numbers)) => numbers.push(session.stated.session),
            None => by_activity.push((session.activity, vec![session.stated.session])),
        }
    }
    words::and(by_activity.into_iter().map(|(activity, mut numbers)| {
        numbers.sort_unstable();
        called(activity, &numbers)
    }))
}
