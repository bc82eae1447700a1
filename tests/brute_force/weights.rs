//! Weights as far apart as they may be do not cost the planner its exactness.

use assize::domain::{Inspection, RuleSet, Weights};
use assize::optimise::Decomposition;

use super::planner::{SAME, planner_tiers};
use super::problem::draw::Draw;
use super::problem::random_problem;
use super::{Solved, assert_none, differences, on_all_cores, oracle};

/// The seeds begin here: other problems than those with usual weights.
const FIRST_SEED: u64 = 100_000;

/// How many problems; `ASSIZE_INSTANCES` asks for another number.
fn seeds() -> Vec<u64> {
    let asked = std::env::var("ASSIZE_INSTANCES").map(|text| text.parse().expect("a number"));
    (FIRST_SEED..).take(asked.unwrap_or(60)).collect()
}

/// From nothing to the heaviest that the input allows.
fn weights(draw: &mut Draw, share: f64) -> Weights {
    let tolerance = draw.pick(&[0.0, 0.05, 1.0]);
    let mut weight = || draw.pick(&[0.0, 0.001, 0.01, 1.0, 37.5, 1000.0]);
    Weights {
        load: weight(),
        tolerance,
        evidence: weight(),
        intelligence_share: share,
        representation: weight(),
        burden: weight(),
        cost: weight(),
        leave: weight(),
        delay: weight(),
        travel: weight(),
        continuity: weight(),
    }
}

fn solved(seed: u64) -> Solved {
    let mut problem = random_problem(seed);
    let share = problem.weights.intelligence_share;
    problem.weights = weights(&mut Draw::new(seed), share);
    let answer = oracle::answer(&problem, RuleSet::all());
    (seed, problem, answer)
}

#[test]
fn weights_far_apart_are_exact() {
    let solved = on_all_cores(seeds(), solved);
    let by = |decomposition| move |problem: &Inspection| planner_tiers(problem, decomposition);
    let mut found = differences(solved.iter().collect(), SAME, by(Decomposition::default()));
    let one_model = differences(solved.iter().collect(), SAME, by(Decomposition::MONOLITH));
    found.extend(
        one_model
            .into_iter()
            .map(|text| format!("as one model, {text}")),
    );
    assert_none(&found);
}
