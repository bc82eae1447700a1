//! Visits to be prepared.

use assize::domain::{Activity, TakenBy};

use super::{ONE, TWO, by, interviews, visit};
use crate::problem::Problem;

/// Visits, with the most minutes that fit and the minutes of the busiest person. A day has 435 minutes.
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
