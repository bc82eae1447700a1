//! V2, V7 and V8: on which days and at which times a session may be.

use chrono::NaiveDate;

use crate::domain::{DayHours, SetDay, TimeOfDay};

use super::super::audit::Audit;
use super::super::finding::Finding;
use super::super::words;
use super::own_debrief::{OwnDebrief, own_debrief};
use super::{VisitSession, VisitTimetable, timetables};

/// V2: every session lies on a day of the visit, within its hours, clear of lunch and of the daily debrief.
pub(in super::super) fn hours(audit: &Audit) -> Vec<Finding> {
    let hours = &audit.inspection.day;
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        let debrief = own_debrief(&timetable, hours);
        for session in &timetable.sessions {
            let date = session.stated.date;
            for text in outside(&timetable, hours, &debrief, session) {
                findings.push(timetable.finding(&text, date));
            }
        }
    }
    findings
}

fn outside(
    timetable: &VisitTimetable,
    hours: &DayHours,
    debrief: &OwnDebrief,
    session: &VisitSession,
) -> Vec<String> {
    let (date, name) = (session.stated.date, session.called());
    let (start, end) = (session.stated.start, session.stated.end);
    if !timetable.visit.onsite.contains(&date) {
        let on = words::date(date);
        return vec![format!(
            "{name} is on {on}, which is not a day of the visit."
        )];
    }
    let mut texts = Vec::new();
    let (opens, which) = opening(timetable, hours, date);
    if start < opens {
        let begins = session.begins();
        texts.push(format!(
            "{name} begins at {begins}; {which} begins at {opens}."
        ));
    }
    let (closes, which) = closing(timetable, hours, date);
    let at_end = debrief.at_end_of(date);
    if end.minutes() + at_end > closes.minutes() {
        let ends = session.ends();
        texts.push(match at_end {
            0 => format!("{name} ends at {ends}; {which} ends at {closes}."),
            debrief => format!(
                "{name} ends at {ends}; {which} ends at {closes}, and its last {} are the daily debrief.",
                words::count(debrief as usize, "minute")
            ),
        });
    }
    let [lunch, again] = hours.lunch;
    // Lunch that ends as it begins is no lunch.
    if lunch < again && start < again && lunch < end {
        texts.push(format!(
            "{name} is from {start} to {}; lunch is from {lunch} to {again}.",
            session.ends()
        ));
    }
    texts.extend(debrief.in_its_way(opens, [lunch, again], session));
    texts
}

/// When a day begins, and what to call it.
fn opening(
    timetable: &VisitTimetable,
    hours: &DayHours,
    date: NaiveDate,
) -> (TimeOfDay, &'static str) {
    match hours.arrival {
        Some(arrival) if timetable.visit.onsite.first() == Some(&date) && arrival > hours.start => {
            (arrival, "the first day")
        }
        _ => (hours.start, "the day"),
    }
}

/// When a day ends, its debrief included, and what to call it.
fn closing(
    timetable: &VisitTimetable,
    hours: &DayHours,
    date: NaiveDate,
) -> (TimeOfDay, &'static str) {
    match hours.departure {
        Some(departure) if timetable.last_day() == Some(date) && departure < hours.end => {
            (departure, "the last day")
        }
        _ => (hours.end, "the day"),
    }
}

/// V7: a session of an activity set for the first or last day is on that day.
pub(in super::super) fn on_set_day(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        let onsite = &timetable.visit.onsite;
        for session in &timetable.sessions {
            let (due, which) = match session.activity.day {
                SetDay::Any => continue,
                SetDay::First => (onsite.first().copied(), "the first day"),
                SetDay::Last => (timetable.last_day(), "the last day with a session"),
            };
            let date = session.stated.date;
            // A day that is none of the visit breaks V2.
            if let Some(due) = due
                && due != date
                && onsite.contains(&date)
            {
                let text = format!(
                    "{} is on {}; it is set for {which}, {}.",
                    session.called(),
                    words::date(date),
                    words::date(due)
                );
                findings.push(timetable.finding(&text, date));
            }
        }
    }
    findings
}

/// V8: no session begins before its activity's `earliest` or ends after its `latest`.
pub(in super::super) fn at_set_times(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        for session in &timetable.sessions {
            let (date, name) = (session.stated.date, session.called());
            if let Some(earliest) = session.activity.earliest
                && session.stated.start < earliest
            {
                let text = format!(
                    "{name} begins at {}; it may begin at {earliest} at the earliest.",
                    session.begins()
                );
                findings.push(timetable.finding(&text, date));
            }
            if let Some(latest) = session.activity.latest
                && session.stated.end > latest
            {
                let text = format!(
                    "{name} ends at {}; it must end by {latest}.",
                    session.ends()
                );
                findings.push(timetable.finding(&text, date));
            }
        }
    }
    findings
}
