//! The visits leave nothing out: without any rule, or any fact of `activities.csv` and `[day]`, the answers of some
//! change. So a planner that overlooked it is found out.

use assize::domain::{Activity, Method, Rule, RuleSet, SetDay, TakenBy, TimeOfDay};
use rayon::prelude::*;

use crate::oracle::{self, Answer};
use crate::problem::Problem;
use crate::{SOLVED, Solved, to_be_prepared, to_be_sized, value};

/// V2 to V11. V1 is what a timetable is: without it there is nothing to place. V12 is of preparation.
pub const DROPPED: [Rule; 10] = [
    Rule::Hours,
    Rule::PairInOnePlace,
    Rule::SeenInOnePlace,
    Rule::TakenJointly,
    Rule::InOrder,
    Rule::OnSetDay,
    Rule::AtSetTimes,
    Rule::OpenedAndClosed,
    Rule::SessionSkills,
    Rule::SessionSecurity,
];

/// A fact of a visit, and how to take it out.
type Fact = (&'static str, fn(&mut Problem));

const FACTS: &[Fact] = &[
    ("arrival", |visit| visit.inspection.day.arrival = None),
    ("departure", |visit| visit.inspection.day.departure = None),
    ("lunch", |visit| {
        visit.inspection.day.lunch = [TimeOfDay::from_minutes(24 * 60); 2];
    }),
    ("debrief", |visit| visit.inspection.day.debrief = 0),
    ("between", |visit| visit.inspection.day.between = 0),
    ("a person written in two ways", |visit| {
        each(visit, |activity| {
            if activity.with.remove("chief constable") {
                activity.with.insert("Somebody else".to_owned());
            }
        });
    }),
    ("set for the first day", |visit| {
        without_day(visit, SetDay::First);
    }),
    ("set for the last day", |visit| {
        without_day(visit, SetDay::Last);
    }),
    ("earliest", |visit| {
        each(visit, |activity| activity.earliest = None);
    }),
    ("latest", |visit| {
        each(visit, |activity| activity.latest = None);
    }),
    ("opening meeting", |visit| {
        without(visit, Method::OpeningMeeting);
    }),
    ("gap", |visit| {
        each(visit, |activity| activity.gap = None);
    }),
    ("closing debrief", |visit| without(visit, Method::Debrief)),
    ("security that ends", |visit| {
        for row in &mut visit.inspection.clearances {
            row.valid_until = None;
        }
    }),
    ("a named pair", |visit| {
        without_takers(visit, |taken_by| matches!(taken_by, TakenBy::Pair(_)));
    }),
    ("one inspectorate alone", |visit| {
        without_takers(visit, |taken_by| matches!(taken_by, TakenBy::One(_)));
    }),
    ("the whole team", |visit| {
        without_takers(visit, |taken_by| *taken_by == TakenBy::All);
    }),
];

/// Facts that tell on preparation.
const OF_PREPARATION: &[Fact] = &[
    ("after", |visit| {
        each(visit, |activity| activity.after.clear());
    }),
    ("skills", |visit| {
        each(visit, |activity| activity.skills.clear());
    }),
    ("security", |visit| {
        each(visit, |activity| activity.security = None);
    }),
    ("security that ends", FACTS[13].1),
    ("a named pair", FACTS[14].1),
    ("one inspectorate alone", FACTS[15].1),
    ("the whole team", FACTS[16].1),
];

fn each(visit: &mut Problem, change: fn(&mut Activity)) {
    visit.inspection.activities.iter_mut().for_each(change);
}

fn without_day(visit: &mut Problem, day: SetDay) {
    for activity in &mut visit.inspection.activities {
        // A debrief set for the first day closes nothing, and is not to begin to.
        if activity.day == day && activity.method != Method::Debrief {
            activity.day = SetDay::Any;
        }
    }
}

fn without(visit: &mut Problem, method: Method) {
    for activity in &mut visit.inspection.activities {
        if activity.method == method {
            activity.method = Method::Interview;
        }
    }
}

fn without_takers(visit: &mut Problem, taken_by: fn(&TakenBy) -> bool) {
    for activity in &mut visit.inspection.activities {
        if taken_by(&activity.taken_by) {
            activity.taken_by = TakenBy::AnyPair;
        }
    }
}

/// Fails unless each of these changes the answers of two visits at the least.
#[track_caller]
fn assert_not_idle(counts: Vec<(String, usize)>) {
    println!("{counts:?}");
    let idle: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count < 2)
        .map(|(name, count)| format!("{name}: {count}"))
        .collect();
    assert!(idle.is_empty(), "these change too few answers: {idle:?}");
}

#[test]
fn every_rule_matters() {
    let matters = |rule: Rule| {
        let differs = |(_, problem, answer): &&Solved| {
            value(&oracle::answer(problem, RuleSet::all() - rule)) != value(answer)
        };
        (
            format!("{} {}", rule.number(), rule.name()),
            SOLVED.par_iter().filter(differs).count(),
        )
    };
    assert_not_idle(DROPPED.into_iter().map(matters).collect());
}

#[test]
fn every_fact_matters() {
    let matters = |(name, take_out): &Fact| {
        let differs = |(_, problem, answer): &&Solved| {
            let mut other = problem.clone();
            take_out(&mut other);
            value(&oracle::answer(&other, RuleSet::all())) != value(answer)
        };
        (
            (*name).to_owned(),
            SOLVED.par_iter().filter(differs).count(),
        )
    };
    assert_not_idle(FACTS.iter().map(matters).collect());
}

#[test]
fn every_fact_of_preparation_matters() {
    let problems: Vec<Problem> = to_be_prepared().map(|(_, problem)| problem).collect();
    let matters = |(name, take_out): &Fact| {
        let differs = |problem: &&Problem| {
            let mut other = (*problem).clone();
            take_out(&mut other);
            oracle::preparation::best(&other) != oracle::preparation::best(problem)
        };
        (
            (*name).to_owned(),
            problems.par_iter().filter(differs).count(),
        )
    };
    assert_not_idle(OF_PREPARATION.iter().map(matters).collect());
}

#[test]
fn visits_are_neither_all_easy_nor_all_hard() {
    let share = |of: &dyn Fn(&Option<Answer>) -> bool| {
        100 * SOLVED.iter().filter(|(_, _, answer)| of(answer)).count() / SOLVED.len()
    };
    let days = |days| share(&|answer| answer.as_ref().is_some_and(|answer| answer.days == days));
    let uneven = share(&|answer| answer.as_ref().is_some_and(|answer| answer.uneven > 1));
    let shares = [share(&Option::is_none), days(1), days(2), days(3), uneven];
    println!("in a hundred: no timetable, one day, two, three, uneven: {shares:?}");
    let least = [20, 5, 20, 10, 5];
    let enough = shares
        .iter()
        .zip(least)
        .all(|(share, least)| *share >= least);
    assert!(enough, "{shares:?} of at least {least:?}");
}

#[test]
fn kinds_need_few_pairs_and_many() {
    let sizes: Vec<_> = to_be_sized()
        .map(|(_, problem)| oracle::sizing::fewest_pairs(&problem))
        .collect();
    let none = sizes.iter().filter(|size| size.is_none()).count();
    let of = |pairs| {
        sizes
            .iter()
            .flatten()
            .filter(|(count, _)| *count == pairs)
            .count()
    };
    let days = |days| {
        sizes
            .iter()
            .flatten()
            .filter(|(_, needed)| *needed == days)
            .count()
    };
    let counts = [none, of(1), of(2), of(3), days(1), days(2), days(3)];
    println!("no size, one pair, two, three, one day, two, three: {counts:?}");
    assert!(counts.iter().all(|count| *count >= 5), "{counts:?}");
}

#[test]
fn not_all_preparation_fits() {
    let left: Vec<bool> = to_be_prepared()
        .map(|(_, problem)| {
            let all = problem
                .remote()
                .map(|activity| activity.sessions * activity.minutes);
            oracle::preparation::best(&problem).minutes < all.sum()
        })
        .collect();
    let some_left = left.iter().filter(|left| **left).count();
    println!("{some_left} of {} leave some out", left.len());
    assert!(
        (left.len() / 4..=3 * left.len() / 4).contains(&some_left),
        "{some_left}"
    );
}
