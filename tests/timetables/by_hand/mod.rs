//! Visits worked out on paper. Unless said otherwise a day is as it is by default: from 09:00 to 17:00, lunch from 12:30 to 13:15,
//! the debrief from 16:30, 15 minutes between. So a morning has 210 minutes and an afternoon 195.

mod edits;
mod places;
mod preparation;
mod sizes;

use std::collections::BTreeSet;

use assize::domain::*;

use crate::oracle;
use crate::problem::{Problem, base, inspector, kind, visit_of};

pub use edits::edits;
pub use places::places;
pub use preparation::preparations;
pub use sizes::sizes;

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
        gap: None,
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

#[test]
fn timetables_are_as_worked_out_on_paper() {
    for (name, problem, expected) in places() {
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
