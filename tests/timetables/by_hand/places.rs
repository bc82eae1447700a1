//! Visits to be given a timetable.

use assize::domain::*;

use super::{ONE, TWO, ab, at, by, interviews, visit, with_hours};
use crate::problem::Problem;

/// A visit, and the fewest days and the least difference of loads, where nought and one are one.
pub type Case = (&'static str, Problem, Option<(u32, u32)>);

pub fn places() -> Vec<Case> {
    [hours(), parties(), order()].concat()
}

fn hours() -> Vec<Case> {
    let nineties = |count| visit(ONE, vec![interviews("Interviews", count, 90)]);
    // One hour until lunch and 70 minutes after it.
    let short = |day: &mut DayHours| {
        day.end = at(11, 20);
        day.lunch = [at(10, 0), at(10, 10)];
        (day.debrief, day.between) = (0, 30);
    };
    let two_hours = |count| visit(ONE, vec![interviews("Interviews", count, 60)]);
    vec![
        // 09:00, 10:45, 13:15 and 15:00, which ends when the debrief begins.
        ("four fill a day", nineties(4), Some((1, 1))),
        ("five take two days", nineties(5), Some((2, 1))),
        // 09:00, 11:00 and 13:15; from 15:15 it would end at 16:45.
        (
            "half an hour between",
            with_hours(nineties(4), |day| day.between = 30),
            Some((2, 1)),
        ),
        // The second may begin at 10:30, half an hour after the first, and not when lunch is over.
        (
            "between holds across lunch",
            with_hours(two_hours(2), short),
            Some((2, 1)),
        ),
        // 09:00, 11:00, which ends when lunch begins, and 13:15.
        (
            "nothing between before lunch",
            with_hours(nineties(3), |day| day.between = 30),
            Some((1, 1)),
        ),
        (
            "one a day is too few",
            with_hours(two_hours(4), short),
            None,
        ),
        // A day on its own is the first and the last: from 09:00 to 10:30, one session.
        (
            "an early departure",
            with_hours(nineties(4), |day| day.departure = Some(at(11, 0))),
            Some((2, 1)),
        ),
        // Nothing fits on the first day from 16:00 on; it counts all the same.
        (
            "a late arrival",
            with_hours(nineties(4), |day| day.arrival = Some(at(16, 0))),
            Some((2, 1)),
        ),
    ]
}

fn parties() -> Vec<Case> {
    let named = |count, minutes| by(ab(), interviews("Named", count, minutes));
    let any = |count, minutes| interviews("Any", count, minutes);
    let one_group = |count| Activity {
        with: ["Custody sergeants".to_owned()].into(),
        ..interviews("Focus groups", count, 90)
    };
    let only_c = by(TakenBy::One("C".into()), interviews("Case files", 5, 90));
    let morning = |day: &mut DayHours| (day.end, day.debrief) = (at(12, 30), 0);
    let cleared = Activity {
        security: Some("Force IT".to_owned()),
        ..any(5, 90)
    };
    let mut expires = visit(ONE, vec![cleared]);
    expires.inspection.clearances = (expires.visit.team())
        .map(|id| Clearance {
            inspector: id.clone(),
            clearance: "Force IT".to_owned(),
            valid_until: Some(expires.visit.first_day),
        })
        .collect();
    let whole = by(TakenBy::All, interviews("Whole team", 2, 60));
    vec![
        // The group goes from one pair straight to the other: 09:00, 10:30, 13:15 and 14:45.
        (
            "one group, two pairs",
            visit(TWO, vec![one_group(4)]),
            Some((1, 1)),
        ),
        (
            "a group for a second day",
            visit(TWO, vec![one_group(5)]),
            Some((2, 1)),
        ),
        (
            "three of one pair",
            visit(TWO, vec![named(3, 60), any(1, 60)]),
            Some((1, 2)),
        ),
        (
            "made even",
            visit(TWO, vec![named(3, 60), any(2, 60)]),
            Some((1, 1)),
        ),
        (
            "the whole team counts for every pair",
            visit(TWO, vec![named(3, 60), any(1, 60), whole]),
            Some((1, 2)),
        ),
        // Pair 1 has its session all morning, pair 2 the three others. Two mornings could be even.
        (
            "days before evenness",
            with_hours(visit(TWO, vec![named(1, 210), any(3, 60)]), morning),
            Some((1, 2)),
        ),
        // Only pair 2 has someone from C, and they do four a day.
        (
            "one inspectorate alone",
            visit(TWO, vec![only_c]),
            Some((2, 5)),
        ),
        // Four on the first day, and nobody is cleared for the fifth.
        ("access that ends", expires, None),
    ]
}

fn order() -> Vec<Case> {
    let method = |method, day, name, minutes| {
        let activity = Activity {
            method,
            day,
            ..interviews(name, 1, minutes)
        };
        by(TakenBy::All, activity)
    };
    let opening = method(Method::OpeningMeeting, SetDay::Any, "Opening", 30);
    let closing = method(Method::Debrief, SetDay::Any, "Closing", 30);
    let not_closing = method(Method::Debrief, SetDay::First, "First impressions", 30);
    let later = Activity {
        after: vec!["First impressions".to_owned()],
        ..interviews("Interviews", 6, 90)
    };
    let with = |meetings: &[&Activity], count| {
        let meetings = meetings.iter().map(|one| (*one).clone());
        visit(
            TWO,
            meetings
                .chain([interviews("Interviews", count, 90)])
                .collect(),
        )
    };
    let files = interviews("Case files", 2, 210);
    let last = Activity {
        after: vec!["Case files".to_owned()],
        ..interviews("Chief Constable", 1, 120)
    };
    let last_day = |day| {
        let last = Activity {
            day,
            ..interviews("Chief Constable", 1, 90)
        };
        with_hours(
            visit(ONE, vec![interviews("Interviews", 3, 90), last]),
            |day| day.departure = Some(at(10, 30)),
        )
    };
    vec![
        // 09:00 opening; 09:45 and 13:15 for both pairs; 15:00 closing.
        (
            "opened and closed",
            with(&[&opening, &closing], 4),
            Some((1, 1)),
        ),
        (
            "opened, closed, and one more",
            with(&[&opening, &closing], 5),
            Some((2, 1)),
        ),
        // 09:00 opening; 09:45, 13:15 and 15:00.
        ("opened", with(&[&opening], 6), Some((1, 1))),
        // 09:00 first impressions; 09:45, 13:15 and 15:00.
        (
            "a debrief that closes nothing",
            visit(TWO, vec![not_closing, later]),
            Some((1, 1)),
        ),
        // Each pair has files all morning, and one of them the interview at 13:15.
        (
            "after two at once",
            visit(TWO, vec![files.clone(), last.clone()]),
            Some((1, 1)),
        ),
        // A morning each, and the interview on the second afternoon.
        (
            "after one by one",
            visit(ONE, vec![files, last]),
            Some((2, 1)),
        ),
        // The last day ends at 10:30, too early for a session: the debrief begins at 10:00.
        ("no room on the last day", last_day(SetDay::Last), None),
        (
            "the last day is one with a session",
            last_day(SetDay::Any),
            None,
        ),
    ]
}
