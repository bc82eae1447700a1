//! The quick way and the slow way agree: on made-up inspections beyond the reach of an exhaustive search, the
//! planner's own decomposition and one model of everything find the same best selection and reach the same three tiers, and the checker has nothing to say
//! of either plan.

use std::path::Path;
use std::time::{Duration, Instant};

use assize::check::check;
use assize::domain::{Inspection, Plan};
use assize::example::{self, Size, Slack};
use assize::input;
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Decomposition, Planner, Question};

/// Two values of a tier this close are the same (`docs/design.md`, section 4), give or take the last digits of a sum.
const SAME: f64 = 1e-6 + 1e-12;

/// A solve that takes longer is left undecided: it proves nothing, and disproves nothing.
const LONGEST: Duration = Duration::from_secs(120);

/// How many inspections; `ASSIZE_INSTANCES` asks for another number.
fn instances() -> u64 {
    let asked = std::env::var("ASSIZE_INSTANCES").map(|text| text.parse().expect("a number"));
    asked.unwrap_or(8)
}

/// A made-up inspection of middling size: sizes differ from seed to seed, every other one has four inspectorates, and in two of three
/// there is little time to spare.
fn middling(seed: u64) -> Inspection {
    let slacks = [Slack::Low, Slack::Usual, Slack::Middle];
    made_up(seed, slacks[seed as usize / 2 % slacks.len()])
}

fn made_up(seed: u64, slack: Slack) -> Inspection {
    let step = |over: u64| u32::try_from(seed / 2 % over).expect("small");
    let four = seed % 2 == 1;
    let size = Size {
        sites: 10 + step(5),
        areas: 3,
        visits: if four { 4 } else { 3 + step(2) },
        inspectors: if four { 13 + step(5) } else { 11 + step(4) },
        inspectorates: if four { 4 } else { 2 },
        weeks: 8 + step(3),
    };
    let made_up = example::with_slack(size, slack, seed);
    let (mut inspection, _) = made_up.unwrap_or_else(|why| panic!("seed {seed}, {size:?}: {why}"));
    if seed % 5 == 4 {
        // Then only burden and cost tell selections apart, and many tie.
        inspection.weights.evidence = 0.0;
        inspection.weights.representation = 0.0;
    }
    inspection.weights.tolerance = [0.05, 0.0, 0.5][seed as usize % 3];
    if seed % 4 < 2 {
        inspection.weights.load = 0.5;
    }
    inspection
}

/// What one way of planning came to.
struct Outcome {
    /// `None` where there is no plan, or none was found in time.
    plan: Option<Plan>,
    took: Duration,
}

impl Outcome {
    fn of(inspection: &Inspection, decomposition: Decomposition) -> Self {
        Self::within(&Budget::of(Some(LONGEST)), inspection, decomposition)
    }

    fn within(budget: &Budget, inspection: &Inspection, decomposition: Decomposition) -> Self {
        let began = Instant::now();
        let mut planner = Planner::by(decomposition, &Instance::new(inspection.clone()));
        let reply = planner.plan(&Question::default(), budget, &mut |_| {});
        let took = began.elapsed();
        let plan = match reply.expect("no fault") {
            Answer::Plan(plan) => Some(*plan),
            Answer::NoPlan => panic!("every made-up inspection has a plan"),
            Answer::OutOfTime => None,
        };
        Self { plan, took }
    }

    /// What each step came to, so far as it is proved to be the best, and the value of the first that is not: the best selection,
    /// the calendar, the selection that it allows, the staffing.
    fn steps(&self) -> (Vec<f64>, Option<f64>) {
        let Some([selection, calendar, staffing]) = self.plan.as_ref().map(|plan| &plan.tiers[..])
        else {
            return (Vec::new(), None);
        };
        let best = selection.best.expect("the best selection is told");
        let steps = [
            (best, selection.proven),
            (calendar.value, calendar.proven),
            (selection.value, selection.proven),
            (staffing.value, staffing.proven),
        ];
        let proved = steps.iter().take_while(|(_, proven)| *proven);
        let proved: Vec<f64> = proved.map(|(value, _)| *value).collect();
        let next = steps.get(proved.len()).map(|(value, _)| *value);
        (proved, next)
    }
}

/// What the checker says of a plan, in one line for each finding.
fn findings(inspection: &Inspection, plan: Option<&Plan>) -> Vec<String> {
    let Some(plan) = plan else {
        return Vec::new();
    };
    let report = check(inspection, plan);
    let findings = report.findings.iter().map(ToString::to_string);
    findings
        .chain(report.misstated.iter().map(ToString::to_string))
        .collect()
}

/// Whether a value is better than the best of its step: more of a selection, less of the others.
fn beats(step: usize, value: f64, best: f64) -> bool {
    match step {
        0 | 2 => value > best + SAME,
        _ => value < best - SAME,
    }
}

/// Where the two ways contradict each other, in words; `Ok` says whether both proved every step.
fn compared(quick: &Outcome, slow: &Outcome) -> Result<bool, String> {
    let ((a, next_a), (b, next_b)) = (quick.steps(), slow.steps());
    for step in 0..4 {
        let contradict = match (a.get(step), b.get(step)) {
            (Some(a), Some(b)) => (a - b).abs() > SAME,
            (Some(best), None) => next_b.is_some_and(|value| beats(step, value, *best)),
            (None, Some(best)) => next_a.is_some_and(|value| beats(step, value, *best)),
            (None, None) => false,
        };
        if contradict {
            return Err(format!(
                "{a:?}, then {next_a:?}; as one model {b:?}, then {next_b:?}"
            ));
        }
        // What follows a step that is not proved is the best of something else.
        if a.len() <= step || b.len() <= step {
            return Ok(false);
        }
    }
    Ok(true)
}

#[test]
fn the_planner_agrees_with_one_model_of_everything() {
    let (mut agreed, mut undecided) = (0, Vec::new());
    let mut wrong = Vec::new();
    let mut took = [Duration::ZERO; 2];
    for seed in 0..instances() {
        let inspection = middling(seed);
        let quick = Outcome::of(&inspection, Decomposition::default());
        let slow = Outcome::of(&inspection, Decomposition::MONOLITH);
        for outcome in [&quick, &slow] {
            for finding in findings(&inspection, outcome.plan.as_ref()) {
                wrong.push(format!("seed {seed}: the checker says: {finding}"));
            }
        }
        match compared(&quick, &slow) {
            Ok(true) => agreed += 1,
            Ok(false) => undecided.push(seed),
            Err(how) => wrong.push(format!("seed {seed}: {how}")),
        }
        took = [took[0] + quick.took, took[1] + slow.took];
        println!(
            "seed {seed}: {:.3} s, {:.3} s",
            quick.took.as_secs_f64(),
            slow.took.as_secs_f64()
        );
    }
    let [quick, slow] = took.map(|took| took.as_secs_f64());
    println!("{agreed} agreed, undecided {undecided:?}, wrong {wrong:#?}");
    println!(
        "{quick:.1} s, as one model {slow:.1} s: {:.1} times as long",
        slow / quick
    );
    assert_eq!(wrong, Vec::<String>::new());
    assert!(agreed > 0, "all were left undecided");
}

/// Without any time to spare both find that there is no plan.
#[test]
fn both_find_that_there_is_none() {
    for seed in 0..instances() {
        let inspection = made_up(seed, Slack::None);
        for decomposition in [Decomposition::default(), Decomposition::MONOLITH] {
            let mut planner = Planner::by(decomposition, &Instance::new(inspection.clone()));
            let answer = planner.plan(&Question::default(), &Budget::unlimited(), &mut |_| {});
            assert_eq!(
                answer.expect("no fault"),
                Answer::NoPlan,
                "seed {seed}, {decomposition:?}"
            );
        }
    }
}

/// Two inspections with 43 forces and so few people that the first plan used to take 88 and 28 seconds. One model of everything gives
/// the same values.
#[test]
fn where_people_are_short_every_tier_is_proved() {
    let cases = [
        ("tight-a", [31.618649, 28.0, 31.618649, 126.983519]),
        ("tight-b", [31.592152, 32.0, 31.592152, 112.073233]),
    ];
    for (name, expected) in cases {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/cases")
            .join(name);
        let loaded = input::load(&folder, None);
        let inspection = loaded.unwrap_or_else(|problems| panic!("{}", input::report(&problems)));
        let outcome = Outcome::within(
            &Budget::unlimited(),
            &inspection.inspection,
            Decomposition::default(),
        );
        assert_eq!(
            findings(&inspection.inspection, outcome.plan.as_ref()),
            [""; 0]
        );
        let (proved, _) = outcome.steps();
        assert_eq!(proved.len(), expected.len(), "{name}: {proved:?}");
        for (value, expected) in proved.iter().zip(expected) {
            assert!((value - expected).abs() <= 2.0 * SAME, "{name}: {proved:?}");
        }
    }
}
