//! A search that is stopped from outside answers as one whose time is up.

use assize::domain::Plan;
use assize::example::{self, Size};
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Planner, Progress, Question, Stop, explain, plan};

use super::{common, small};

/// The plan of a question, and the last one that the listener heard of; stopped when the listener says so.
fn stopped(instance: &Instance, when: impl Fn(&Progress) -> bool) -> (Plan, Option<Plan>) {
    let stop = Stop::default();
    let budget = Budget::unlimited().until_stopped(&stop);
    let mut first = None;
    let mut planner = Planner::new(instance);
    let answer = planner.plan(&Question::default(), &budget, &mut |progress| {
        if when(&progress) {
            stop.stop();
        }
        first = progress.first_plan.or(first.take());
    });
    match answer.expect("no fault") {
        Answer::Plan(plan) => (*plan, first.map(|plan| *plan)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn at_its_first_plan_it_answers_with_that_plan() {
    for seed in 0..3 {
        let instance = Instance::new(small(seed));
        let (plan, first) = stopped(&instance, |progress| progress.first_plan.is_some());
        let first = first.expect("a first plan");
        assert_eq!(plan.visits, first.visits, "seed {seed}");
        common::assert_clean(&instance.inspection, &plan, &format!("seed {seed}"));
        let staffing = plan.tiers.last().expect("a tier");
        assert!(!staffing.proven, "seed {seed}: {staffing:?}");
    }
}

/// The solver itself is interrupted: nothing else goes on between its first word on the teams and its answer.
#[test]
fn in_the_midst_of_a_tier_it_answers_with_what_it_has() {
    let instance = Instance::new(example::inspection(Size::M, 1).expect("an example"));
    let (usual, _) = stopped(&instance, |_| false);
    let (plan, _) = stopped(&instance, |progress| {
        progress.tier == "staffing" && progress.bound.is_some()
    });
    common::assert_clean(&instance.inspection, &plan, "stopped");
    let [selection, calendar, staffing] = &plan.tiers[..] else {
        panic!("three tiers");
    };
    assert!(selection.proven && calendar.proven && !staffing.proven);
    assert!(staffing.value >= usual.tiers[2].value);
    assert!(
        staffing
            .bound
            .is_none_or(|bound| bound <= usual.tiers[2].value + 1e-6)
    );
}

#[test]
fn before_it_starts_it_finds_nothing() {
    let instance = Instance::new(small(0));
    let stop = Stop::default();
    stop.clone().stop();
    let budget = Budget::unlimited().until_stopped(&stop);
    let answer = plan(&instance, &budget, &mut |_| panic!("nothing to hear"));
    assert_eq!(answer, Ok(Answer::OutOfTime));
    let collision = explain(&instance, &budget).expect("no fault");
    assert!(!collision.are_all);
}

/// A stop concerns the searches that know of it, and no others.
#[test]
fn others_go_on() {
    let instance = Instance::new(small(0));
    Stop::default().stop();
    let budget = Budget::unlimited().until_stopped(&Stop::default());
    let answer = plan(&instance, &budget, &mut |_| {});
    let Ok(Answer::Plan(planned)) = answer else {
        panic!("{answer:?}");
    };
    assert!(planned.plan.tiers.iter().all(|tier| tier.proven));
}

#[test]
#[should_panic(expected = "a test wanted it so")]
fn a_listener_that_panics_brings_nothing_else_down() {
    let instance = Instance::new(small(0));
    stopped(&instance, |progress| match progress.bound {
        Some(_) if progress.tier == "staffing" => panic!("a test wanted it so"),
        _ => false,
    });
}
