//! Visits worked out on paper. Unless said otherwise a day is as it is by default: from 09:00 to 17:00, lunch from 12:30 to 13:15,
//! the debrief from 16:30, 15 minutes between. So a morning has 210 minutes and an afternoon 195.

use std::collections::BTreeSet;

use assize::domain::*;
use chrono::NaiveDate;

use crate::oracle;
use crate::problem::{Problem, base, inspector, kind, visit_of};

/// A visit, and the fewest days and the least difference of loads, where nought and one are one.
pub type Case = (&'static str, Problem, Option<(u32, u32)>);

const ONE: &[[&str; 2]] = &[["A", "B"]];
const TWO: &[[&str; 2]] = &[["A", "B"], ["B", "C"]];

/// Three days from Monday 1 March 2027 with these pairs, whose people hold nothing.
pub fn visit(pairs: &[[&str; 2]], activities: Vec<Activity>) -> Problem {
    let mut inspection = base();
    let pairs: Vec<[InspectorateId; 2]> = pairs.iter().map(|pair| pair.map(Into::into)).collect();
    inspection.inspectors = (1..)
        .zip(pairs.iter().flatten())
        .map(|(n, inspectorate)| inspector(&format!("P{n:02}"), inspectorate))
        .collect();
    let taking_part: BTreeSet<InspectorateId> = pairs.iter().flatten().cloned().collect();
    inspection.header.inspectorates = taking_part.into_iter().collect();
    let when = inspection.authority[0].1;
    let names = inspection.header.inspectorates.iter().cloned();
    inspection.authority = names.map(|name| (name, when)).collect();
    inspection.kinds = vec![kind(pairs)];
    inspection.activities = activities;
    let visit = visit_of(&inspection);
    Problem { inspection, visit }
}

/// So many interviews of so many minutes by any pair.
pub fn interviews(name: &str, sessions: u32, minutes: u32) -> Activity {
    Activity {
        kind: "force".into(),
        name: name.to_owned(),
        method: Method::Interview,
        sessions,
        minutes,
        remote: false,
        taken_by: TakenBy::AnyPair,
        exception: None,
        with: BTreeSet::new(),
        day: SetDay::Any,
        earliest: None,
        latest: None,
        after: Vec::new(),
        skills: BTreeSet::new(),
        security: None,
    }
}

fn by(taken_by: TakenBy, activity: Activity) -> Activity {
    let alone = matches!(taken_by, TakenBy::One(_));
    Activity {
        taken_by,
        exception: alone.then(|| "Agreed".to_owned()),
        ..activity
    }
}

fn ab() -> TakenBy {
    TakenBy::Pair(["B".into(), "A".into()])
}

fn at(hour: u32, minute: u32) -> TimeOfDay {
    TimeOfDay::from_minutes(60 * hour + minute)
}

fn with_hours(mut problem: Problem, change: impl FnOnce(&mut DayHours)) -> Problem {
    change(&mut problem.inspection.day);
    problem
}

pub fn cases() -> Vec<Case> {
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

/// Visits to be sized, with the fewest pairs and the fewest days for that number.
pub fn sizes() -> Vec<(&'static str, Problem, Option<(usize, u32)>)> {
    // A full day has 09:00, 10:45 and 13:15; the first from 10:30 on has 10:30 and 13:15; the last, until 14:30, has
    // 09:00 and 10:45. So a pair does 2 + 2 sessions in two days, 7 in three, 13 in five and 16 in six.
    let joint = |days| {
        let mut problem = visit(ONE, vec![interviews("Interviews", 14, 90)]);
        problem.inspection.kinds[0].days = days;
        with_hours(problem, |day| {
            day.end = at(16, 0);
            day.arrival = Some(at(10, 30));
            day.departure = Some(at(15, 0));
        })
    };
    let one_group = |days| {
        let group = Activity {
            with: ["Custody sergeants".to_owned()].into(),
            ..interviews("Focus groups", 3, 180)
        };
        let mut problem = visit(ONE, vec![group]);
        problem.inspection.kinds[0].days = days;
        problem
    };
    let unlike = vec![
        by(ab(), interviews("Named", 1, 60)),
        by(TakenBy::One("C".into()), interviews("Case files", 1, 60)),
    ];
    vec![
        (
            "fourteen joint sessions in three days",
            joint(3),
            Some((2, 3)),
        ),
        (
            "fourteen joint sessions in five days",
            joint(5),
            Some((2, 3)),
        ),
        (
            "fourteen joint sessions in six days",
            joint(6),
            Some((1, 6)),
        ),
        (
            "fourteen joint sessions in two days",
            joint(2),
            Some((4, 2)),
        ),
        // 09:00 and 13:15: two a day, however many pairs there are.
        ("one group in a day", one_group(1), None),
        ("one group in two days", one_group(2), Some((1, 2))),
        (
            "pairs that cannot stand in for each other",
            visit(TWO, unlike),
            Some((2, 1)),
        ),
    ]
}

/// Edited timetables, with the fewest sessions that must move.
pub fn edits() -> Vec<(&'static str, Problem, Vec<Session>, Option<u32>)> {
    let problem = visit(ONE, vec![interviews("Interviews", 3, 90)]);
    let day = |n: u32| problem.onsite_days()[n as usize - 1];
    let stands = |places: [(u32, u32, u32); 3]| {
        let numbered = (1..).zip(places);
        numbered
            .map(|(n, (on, hour, minute))| session(n, day(on), at(hour, minute)))
            .collect::<Vec<Session>>()
    };
    let case = |name, places| (name, problem.clone(), stands(places));
    let moved = |(name, problem, edited), moved| (name, problem, edited, Some(moved));
    let mut late = stands([(1, 9, 0), (1, 10, 45), (1, 13, 15)]);
    late[2].end = at(15, 0);
    let mut gone = late.clone();
    gone.remove(1);
    vec![
        moved(
            case("as good as it gets", [(1, 9, 0), (1, 10, 45), (1, 13, 15)]),
            0,
        ),
        moved(
            case("more days than needed", [(3, 15, 0), (2, 11, 0), (1, 9, 7)]),
            0,
        ),
        moved(case("two at once", [(1, 9, 0), (1, 10, 0), (1, 13, 15)]), 1),
        moved(case("three at once", [(1, 9, 0), (1, 9, 0), (1, 9, 0)]), 2),
        moved(case("into lunch", [(1, 9, 0), (1, 11, 1), (1, 13, 15)]), 1),
        moved(
            case(
                "one straight after another",
                [(1, 9, 0), (1, 10, 30), (1, 12, 0)],
            ),
            2,
        ),
        ("too long", problem.clone(), late, Some(0)),
        ("one gone", problem.clone(), gone, Some(1)),
    ]
}

fn session(number: u32, date: NaiveDate, start: TimeOfDay) -> Session {
    Session {
        site: "north".into(),
        activity: "Interviews".to_owned(),
        session: number,
        date,
        start,
        end: TimeOfDay::from_minutes(start.minutes() + 90),
        pair: Party::Pair(1),
    }
}

/// Preparation, with the most minutes that fit and the minutes of the busiest person. A day has 435 minutes.
pub fn preparations() -> Vec<(&'static str, Problem, [u32; 2])> {
    let remote = |activity| Activity {
        remote: true,
        ..activity
    };
    let prepared = |pairs, days, activities: Vec<Activity>| {
        let mut problem = visit(pairs, activities.into_iter().map(remote).collect());
        problem.inspection.kinds[0].prepare_days = days;
        problem
    };
    let alone = |name: &str| {
        let data = interviews(&format!("Data of {name}"), 3, 120);
        by(TakenBy::One(name.into()), data)
    };
    let whole = by(TakenBy::All, interviews("Reading in", 1, 300));
    let documents = interviews("Documents", 2, 200);
    let after = Activity {
        after: vec!["Documents".to_owned()],
        ..interviews("Questions", 2, 130)
    };
    let long = interviews("Documents", 2, 300);
    vec![
        (
            "five of which four fit",
            prepared(ONE, 1, vec![interviews("Files", 5, 90)]),
            [360, 360],
        ),
        (
            "none to prepare on",
            prepared(ONE, 0, vec![interviews("Files", 5, 90)]),
            [0, 0],
        ),
        (
            "each for itself",
            prepared(ONE, 1, vec![alone("A"), alone("B")]),
            [720, 360],
        ),
        (
            "shared by two pairs",
            prepared(TWO, 1, vec![interviews("Files", 4, 100)]),
            [400, 200],
        ),
        // The whole team's session leaves no room for the others, which count for more.
        (
            "minutes count once",
            prepared(TWO, 1, vec![whole, documents]),
            [400, 200],
        ),
        // Documents on both days, and one of the questions on the second.
        (
            "on no earlier day",
            prepared(ONE, 2, vec![long, after]),
            [730, 730],
        ),
    ]
}

#[test]
fn timetables_are_as_worked_out_on_paper() {
    for (name, problem, expected) in cases() {
        let found = oracle::answer(&problem, RuleSet::all());
        let found = found.map(|answer| (answer.days, answer.uneven));
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn sizes_are_as_worked_out_on_paper() {
    for (name, problem, expected) in sizes() {
        assert_eq!(oracle::sizing::fewest_pairs(&problem), expected, "{name}");
    }
}

#[test]
fn what_is_kept_is_as_worked_out_on_paper() {
    for (name, problem, edited, expected) in edits() {
        assert_eq!(oracle::fewest_moved(&problem, &edited), expected, "{name}");
    }
}

#[test]
fn preparation_is_as_worked_out_on_paper() {
    for (name, problem, expected) in preparations() {
        let share = oracle::preparation::best(&problem);
        assert_eq!([share.minutes, share.busiest], expected, "{name}");
    }
}
