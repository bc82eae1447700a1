//! The planner's answer to a problem, and how it compares with the search's.

use assize::check::check;
use assize::domain::Inspection;
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Decomposition, plan_by};

use super::oracle::Values;
use super::{SOLVED, assert_none, differences};

/// Two values of a tier this close are the same (`docs/design.md`, section 4), give or take the last digits of a sum.
pub const SAME: f64 = 1e-6 + 1e-12;

/// The best selection and the three tiers of the planner's own plan, which the checker finds nothing against; `None` when the planner
/// proves that there is no plan.
pub fn planner_tiers(problem: &Inspection, decomposition: Decomposition) -> Option<Values> {
    let instance = Instance::new(problem.clone());
    let answer = plan_by(decomposition, &instance, &Budget::unlimited(), &mut |_| {});
    match answer.expect("no fault") {
        Answer::Plan(planned) => {
            let report = check(problem, &planned.plan);
            assert!(report.is_clean(), "{:?}", report.findings);
            assert!(report.misstated.is_empty(), "{:?}", report.misstated);
            let tiers = &planned.plan.tiers;
            assert!(
                tiers.iter().all(|tier| tier.proven),
                "not proved: {tiers:?}"
            );
            let best = tiers[0].best.expect("the best selection is told");
            Some([best, tiers[0].value, tiers[1].value, tiers[2].value])
        }
        Answer::NoPlan => None,
        Answer::OutOfTime => panic!("out of time, though no time was set"),
    }
}

#[test]
fn planner_equals_exhaustive_search() {
    let tiers = |problem: &Inspection| planner_tiers(problem, Decomposition::default());
    assert_none(&differences(SOLVED.iter().collect(), SAME, tiers));
}

/// Every fifth problem, for one model of everything takes its time.
#[test]
fn one_model_equals_exhaustive_search() {
    let tiers = |problem: &Inspection| planner_tiers(problem, Decomposition::MONOLITH);
    assert_none(&differences(
        SOLVED.iter().step_by(5).collect(),
        SAME,
        tiers,
    ));
}
