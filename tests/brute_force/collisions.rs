//! What is said of inspections without a plan, against the exhaustive search: every cause leaves no plan by itself, none of what it holds can
//! be spared, and every way out that is offered gives a plan.
//!
//! Without T1 the search looks less far outside the window than the planner does. So what has a plan only without its window may have
//! none for the search; what has none for the planner has none for the search.

use std::sync::LazyLock;

use assize::domain::{Inspection, RuleSet, Weights};
use assize::instance::Instance;
use assize::optimise::{Budget, Condition, explain, lift};

use crate::{SOLVED, assert_none, on_all_cores, oracle};

/// A sample, for the search takes long where hardly anything binds; `ASSIZE_INSTANCES` asks for more.
static MOST_SEED: LazyLock<u64> = LazyLock::new(|| {
    let asked = std::env::var("ASSIZE_INSTANCES").map(|text| text.parse().expect("a number"));
    asked.unwrap_or(100)
});

/// Where the search takes hours to see that nothing it dates can be staffed. The planner calls a limit of one day the cause.
const TOO_LONG: [u64; 1] = [84];

/// Whether the search finds a plan without these conditions.
fn has_plan(problem: &Inspection, without: &[Condition]) -> bool {
    let (mut lifted, rules) = lift(problem, without);
    // Any dates will do.
    lifted.weights = Weights {
        evidence: 0.0,
        representation: 0.0,
        burden: 0.0,
        cost: 1.0,
        leave: 0.0,
        delay: 0.0,
        travel: 0.0,
        continuity: 0.0,
        tolerance: 0.0,
        ..Weights::DEFAULT
    };
    let may_be_empty = without.contains(&Condition::AtLeastOne);
    may_be_empty && oracle::may_be_empty(&lifted, rules) || oracle::has_plan(&lifted, rules)
}

fn keeps_window(without: &[Condition]) -> bool {
    !without
        .iter()
        .any(|condition| matches!(condition, Condition::Window { .. }))
}

/// What is wrong with what is said of a problem that has no plan.
fn faults(seed: u64, problem: &Inspection) -> Vec<String> {
    let all = Condition::all(problem);
    let but = |kept: &[Condition]| -> Vec<Condition> {
        let others = all.iter().filter(|condition| !kept.contains(condition));
        others.cloned().collect()
    };
    let why = explain(&Instance::new(problem.clone()), &Budget::unlimited()).expect("no fault");
    let mut faults = Vec::new();
    let mut fault = |what: &str| faults.push(format!("seed {seed}: {what}\n{why:#?}"));
    let mut together = Vec::new();
    for cause in &why.causes {
        if has_plan(problem, &but(&cause.conditions)) {
            fault("a cause is none");
        }
        for spared in &cause.conditions {
            let kept = cause.conditions.iter().filter(|one| *one != spared);
            let without = but(&kept.cloned().collect::<Vec<_>>());
            if cause.is_smallest && keeps_window(&without) && !has_plan(problem, &without) {
                fault("something could be spared");
            }
        }
        together.extend(cause.conditions.iter().cloned());
    }
    if why.are_all && keeps_window(&together) && !has_plan(problem, &together) {
        fault("there are more causes");
    }
    for way in &why.ways_out {
        match way.gives_plan {
            Some(true) if keeps_window(&way.without) && !has_plan(problem, &way.without) => {
                fault("a way out is none");
            }
            Some(false) if has_plan(problem, &way.without) => fault("a way out was missed"),
            _ => {}
        }
    }
    if !why.are_all {
        fault("not all was shown");
    }
    faults
}

#[test]
fn causes_and_ways_out_are_what_they_say() {
    let sample = SOLVED
        .iter()
        .filter(|(seed, _, _)| *seed < *MOST_SEED && !TOO_LONG.contains(seed));
    let without_plan = sample.filter(|(_, _, answer)| answer.is_none());
    let problems: Vec<(u64, &Inspection)> = without_plan
        .map(|(seed, problem, _)| (*seed, problem))
        .collect();
    assert!(
        problems.len() as u64 >= *MOST_SEED / 5,
        "{}",
        problems.len()
    );
    let found = on_all_cores(problems, |(seed, problem)| faults(seed, problem));
    assert_none(&found.concat());
}

/// Made-up forces, each of which is included and cannot be visited: as many causes as there are such forces.
#[test]
fn as_many_causes_as_were_planted() {
    let tried: Vec<usize> = (1..=3)
        .map(|number| {
            let planted = planted(number);
            assert!(oracle::answer(&planted, RuleSet::all()).is_none());
            let found = faults(number as u64, &planted);
            assert_none(&found);
            let why = explain(&Instance::new(planted), &Budget::unlimited());
            why.expect("no fault").causes.len()
        })
        .collect();
    assert_eq!(tried, [1, 2, 3]);
}

/// A problem with a plan, in which so many sites are included that an inspection of each keeps out of the whole window.
fn planted(number: usize) -> Inspection {
    let candidates = SOLVED.iter().filter(|(_, problem, answer)| {
        answer.is_some() && problem.sites.len() >= number && problem.links.is_empty()
    });
    let candidates = candidates.filter_map(|(_, problem, _)| {
        let mut problem = problem.clone();
        problem.burden.gap_weeks = Some(1);
        problem.burden.max_days = None;
        for kind in &mut problem.kinds {
            kind.include.clear();
            kind.exclude.clear();
            kind.sites.max = 9;
        }
        problem.quotas.clear();
        problem.pilot = None;
        oracle::answer(&problem, RuleSet::all())?;
        for place in 0..number {
            let site = problem.sites[place].clone();
            let kind = problem.kinds.iter_mut().find(|kind| kind.id == site.kind)?;
            kind.include.push(site.id.clone());
            problem.engagements.push(assize::domain::Engagement {
                site: site.id,
                inspection: "Synthetic: a long one".to_owned(),
                first_day: problem.timing.first_day - chrono::Days::new(100),
                last_day: problem.timing.last_day + chrono::Days::new(100),
                days: None,
                inspectorate: None,
            });
        }
        Some(problem)
    });
    candidates.into_iter().next().expect("such a problem")
}
