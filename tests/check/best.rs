//! What a plan says of the best selection, which its own may fall short of by the tolerance.

use assize::check::check_file;
use assize::domain::*;

use super::base::*;

/// What is said of the tiers, where the selection scores 1.833333 and the best, the bound and the proof are stated so.
fn stated(best: Option<f64>, bound: Option<f64>, proven: bool) -> Vec<String> {
    let report = changed(|_, plan| {
        let [tier, ..] = plan.tiers.as_mut_slice() else {
            panic!("three tiers");
        };
        (tier.best, tier.bound, tier.proven) = (best, bound, proven);
    });
    assert_eq!(report.findings, []);
    report.misstated.iter().map(ToString::to_string).collect()
}

/// The value of the selection.
const VALUE: f64 = 1.833_333_333;

#[test]
fn a_selection_may_score_less_than_the_best_by_the_tolerance() {
    let edge = VALUE + 0.05;
    assert_eq!(stated(Some(edge), Some(edge), true), [""; 0]);
    // Within a millionth, the edge included.
    let edge = edge + 1e-6;
    assert_eq!(stated(Some(edge), Some(edge), true), [""; 0]);
    let beyond = VALUE + 0.050_002;
    assert_eq!(
        stated(Some(beyond), Some(beyond), true),
        [
            "The plan states selection 1.833333, and that the best of any plan is 1.883335: it may be at most 0.05 less."
        ]
    );
}

#[test]
fn with_no_tolerance_the_selection_is_the_best() {
    let report = changed(|inspection, plan| {
        inspection.weights.tolerance = 0.0;
        plan.tiers[0].best = Some(VALUE + 0.01);
        plan.tiers[0].bound = Some(VALUE + 0.01);
    });
    let misstated: Vec<String> = report.misstated.iter().map(ToString::to_string).collect();
    assert_eq!(
        misstated,
        [
            "The plan states selection 1.833333, and that the best of any plan is 1.843333: it may be at most 0 less."
        ]
    );
}

#[test]
fn best_bound_and_proof_fit_each_other() {
    assert_eq!(
        stated(None, Some(VALUE), true),
        ["The plan does not state the best selection of any plan."]
    );
    assert_eq!(
        stated(Some(1.8), Some(1.9), false),
        [
            "The plan states selection 1.833333, and that the best of any plan is 1.8: it does better itself."
        ]
    );
    assert_eq!(
        stated(Some(1.85), Some(1.84), false),
        [
            "The plan states that the best selection of any plan is 1.85, and that no plan can do better than 1.84."
        ]
    );
    assert_eq!(
        stated(Some(1.85), Some(1.9), true),
        [
            "The plan calls its selection proved, with 1.85 for the best of any plan, but states a bound of 1.9."
        ]
    );
    assert_eq!(
        stated(Some(VALUE), None, true),
        ["The plan calls its selection proved, but states no bound."]
    );
    // The best may be proved, and not what comes of the tolerance.
    assert_eq!(stated(Some(1.85), Some(1.85), false), [""; 0]);
    assert_eq!(stated(Some(1.85), Some(2.0), false), [""; 0]);
    assert_eq!(stated(Some(1.85), None, false), [""; 0]);
}

#[test]
fn another_selection_may_score_more_than_the_plan_and_none_that_can_be_visited_more_than_the_bound()
{
    // With South Force and South Area left out: 0.7 × 5/6 − 4/20 − 0.5 − 0.1 and one region of three.
    let alone = 0.7 * 5.0 / 6.0 - 0.2 - 0.6 + 1.0;
    let of = |bound: f64, visitable| {
        let mut planned = Planned::alone(plan());
        let inspection = Inspection {
            weights: Weights {
                tolerance: 2.0,
                ..Weights::default()
            },
            ..inspection()
        };
        planned.plan.tiers[0].bound = Some(bound);
        planned.plan.tiers[0].best = Some(VALUE.min(bound));
        planned.plan.tiers[0].proven = false;
        planned.sites = vec![SiteChange {
            site: "south-force".into(),
            selected: true,
            value: Worth::AtMost(alone),
            instead: Some(OtherSelection {
                comes_in: vec![],
                goes_out: vec!["south-area".into(), "south-force".into()],
            }),
            visitable,
        }];
        let report = check_file(&inspection, &planned, &PlanRecord::default());
        let texts = report.misstated.iter().map(ToString::to_string);
        texts
            .filter(|text| text.starts_with("sites"))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(VALUE, Some(true)), [""; 0]);
    assert_eq!(of(0.5, None), [""; 0]);
    assert_eq!(of(0.5, Some(false)), [""; 0]);
    assert_eq!(
        of(0.5, Some(true)),
        [
            "sites: with South Force decided otherwise a selection that can be visited is said to score 0.783333, though no plan can score above 0.5 by the plan’s own word."
        ]
    );
}
