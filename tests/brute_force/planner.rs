//! The planner's answer to a problem, and how it compares with the search's.

use assize::domain::Inspection;
use assize::optimise::{Answer, plan};

use super::{SOLVED, assert_none, differences};

/// The three tiers of the planner's own plan; `None` when it proves that there is none.
fn planner_tiers(problem: &Inspection) -> Option<[f64; 3]> {
    match plan(problem, None, &mut |_| {}) {
        Answer::Plan(planned) => {
            let tiers = &planned.plan.tiers;
            assert!(
                tiers.iter().all(|tier| tier.proven),
                "not proved: {tiers:?}"
            );
            Some([0, 1, 2].map(|tier: usize| tiers[tier].value))
        }
        Answer::NoPlan => None,
        Answer::OutOfTime => panic!("out of time, though no time was set"),
    }
}

#[test]
fn planner_equals_exhaustive_search() {
    assert_none(&differences(SOLVED.iter().collect(), planner_tiers));
}
