//! Where many selections are equally good, dates decide between them, and what that gives up is exact.

use assize::domain::{Inspection, RuleSet, Weights};
use assize::optimise::Decomposition;

use super::planner::{SAME, planner_tiers};
use super::problem::random_problem;
use super::{Solved, assert_none, differences, on_all_cores, oracle};

/// The seeds begin here: other problems than those with usual weights.
const FIRST_SEED: u64 = 200_000;
/// How many problems.
const PROBLEMS: usize = 240;

/// A random problem in which sites differ by little, and dates by much.
fn solved(seed: u64) -> Solved {
    let mut problem = random_problem(seed);
    problem.quotas.clear();
    for kind in &mut problem.kinds {
        kind.include.clear();
        kind.sites.max = kind.sites.max.min(2).max(kind.sites.min);
    }
    problem.weights = Weights {
        evidence: 0.5,
        representation: 0.2,
        burden: 0.3,
        cost: 0.1,
        tolerance: 1.5,
        leave: 20.0,
        delay: 3.0,
        ..problem.weights
    };
    let answer = oracle::answer(&problem, RuleSet::all());
    (seed, problem, answer)
}

#[test]
fn dates_decide_between_near_equal_selections() {
    let seeds = (FIRST_SEED..).take(PROBLEMS).collect();
    let solved = on_all_cores(seeds, solved);
    let by = |decomposition| move |problem: &Inspection| planner_tiers(problem, decomposition);
    let mut found = differences(solved.iter().collect(), SAME, by(Decomposition::default()));
    let fifth: Vec<&Solved> = solved.iter().step_by(5).collect();
    found.extend(differences(fifth, SAME, by(Decomposition::MONOLITH)));
    assert_none(&found);
    let gives_up = |(_, _, answer): &&Solved| {
        answer
            .as_ref()
            .is_some_and(|answer| answer.values[0] - answer.values[1] > 1e-3)
    };
    let given_up = solved.iter().filter(gives_up).count();
    assert!(
        given_up >= PROBLEMS / 20,
        "something is given up in {given_up} of {PROBLEMS} problems"
    );
}
