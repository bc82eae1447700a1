//! Timetables that came back edited.

use assize::domain::{Party, Session, TimeOfDay};
use chrono::NaiveDate;

use super::{ONE, at, interviews, visit};
use crate::problem::Problem;

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
