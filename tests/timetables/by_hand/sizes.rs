//! Visits to be sized.

use assize::domain::{Activity, TakenBy};

use super::{ONE, TWO, ab, at, by, interviews, visit, with_hours};
use crate::problem::Problem;

/// How many pairs, and in how many days.
type Pairs = (usize, u32);

/// Visits, with the fewest pairs and the fewest days for that number.
pub fn sizes() -> Vec<(&'static str, Problem, Option<Pairs>)> {
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
