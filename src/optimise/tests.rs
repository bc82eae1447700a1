//! A fault of Assize itself is the answer, wherever it happens: it never passes as "out of time", "no plan" or "no timetable".

use std::collections::BTreeSet;

use super::*;
use crate::domain::{Activity, Inspection, Method, SetDay, TakenBy};
use crate::example::{self, Size};

fn small(seed: u64) -> Inspection {
    let size = Size {
        sites: 8,
        areas: 2,
        visits: 2,
        inspectors: 8,
        inspectorates: 2,
        weeks: 6,
    };
    example::inspection(size, seed).expect("an example")
}

/// At most so many solves of a piece of work are made to fail.
const FAILURES: usize = 30;

/// Lets one solve after another of a piece of work fail, the first and the last among them. Every failure must come back as it was;
/// the steps in which there were any.
fn failing<T: std::fmt::Debug>(work: impl Fn(&Budget) -> Result<T, Fault>) -> BTreeSet<SolveStep> {
    let budget = Budget::unlimited();
    work(&budget).expect("no fault where no solve fails");
    let (first, last) = (1, budget.solves());
    let stride = last.div_ceil(FAILURES).max(1);
    let mut steps = BTreeSet::new();
    for solve in (first..last).step_by(stride).chain([last]) {
        match work(&Budget::failing_at(solve)) {
            Err(Fault::Solver { step, said }) => {
                assert_eq!(said, "a test wanted it so", "solve {solve} of {last}");
                steps.insert(step);
            }
            other => panic!("solve {solve} of {last} failed, and the answer is {other:?}"),
        }
    }
    steps
}

#[test]
fn of_a_plan_and_of_the_questions_beside_it() {
    let one_at_a_time = Decomposition {
        most_ties: 1,
        ..Decomposition::default()
    };
    for decomposition in [
        Decomposition::default(),
        one_at_a_time,
        Decomposition::MONOLITH,
    ] {
        let mut inspection = small(3);
        // Then many selections tie.
        inspection.weights.evidence = 0.0;
        inspection.weights.representation = 0.0;
        let instance = Instance::new(inspection);
        let steps = failing(|budget| plan_by(decomposition, &instance, budget, &mut |_| {}));
        let tiers = [
            SolveStep::Selection,
            SolveStep::Calendar,
            SolveStep::Staffing,
        ];
        assert!(
            steps.is_superset(&tiers.into()),
            "{decomposition:?}: {steps:?}"
        );
    }
}

#[test]
fn of_an_explanation() {
    let mut inspection = small(1);
    inspection.timing.max_visits_per_week = Some(0);
    let instance = Instance::new(inspection);
    assert!(matches!(
        plan(&instance, &Budget::unlimited(), &mut |_| {}),
        Ok(Answer::NoPlan)
    ));
    let steps = failing(|budget| explain(&instance, budget));
    assert!(steps.contains(&SolveStep::Conflict), "{steps:?}");
    let collision = explain(&instance, &Budget::unlimited()).expect("no fault");
    let of_the_limit = |cause: &Cause| cause.conditions.contains(&Condition::VisitsInOneWeek(0));
    assert!(collision.causes.iter().any(of_the_limit), "{collision:?}");
}

#[test]
fn of_timetables() {
    let mut inspection = small(2);
    let planned = match plan(
        &Instance::new(inspection.clone()),
        &Budget::unlimited(),
        &mut |_| {},
    ) {
        Ok(Answer::Plan(planned)) => planned,
        other => panic!("{other:?}"),
    };
    let visit = &planned.plan.visits[0];
    let activity = |name: &str, sessions, minutes, remote| Activity {
        gap: None,
        kind: visit.kind.clone(),
        name: name.to_owned(),
        method: Method::Interview,
        sessions,
        minutes,
        remote,
        taken_by: TakenBy::AnyPair,
        exception: None,
        with: BTreeSet::new(),
        day: SetDay::Any,
        earliest: None,
        latest: None,
        after: Vec::new(),
        skills: BTreeSet::new(),
        security: None,
    };
    inspection.activities = vec![
        activity("Interview", 9, 50, false),
        activity("Focus group", 7, 80, false),
        activity("Read files", 3, 60, true),
    ];
    let instance = Instance::new(inspection);
    let steps = failing(|budget| draw_up(&instance, &planned.plan, budget));
    let both = [SolveStep::Timetable, SolveStep::Preparation];
    assert_eq!(steps, both.into());
    let drawn = draw_up(&instance, &planned.plan, &Budget::unlimited());
    let stood = drawn.expect("no fault").sessions;
    failing(|budget| keep_visit(&instance, visit, [&stood, &stood[1..]], &[], budget));
    failing(|budget| place_visit(&instance, visit, budget));
    failing(|budget| prepare_visit(&instance, visit, budget));
    failing(|budget| why_no_timetable(&instance, visit, &[], budget));
    let kind = instance.inspection.kind(&visit.kind).expect("a kind");
    failing(|budget| size_kind(&instance.inspection, kind, budget));
}
