//! A question asked again with one weight changed, as a lead does: how long the answer takes against the first.

use std::time::Instant;

use assize::domain::{Inspection, Weights};
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Planner, Question};

/// Mean seconds for the first question and for each change, asked of a planner that has just answered the first.
pub struct Again {
    pub first: f64,
    pub evidence: f64,
    pub delay: f64,
    pub travel: f64,
}

/// How much more the changed weight counts.
const MORE: f64 = 1.1;

pub fn measure<'a>(inspections: impl IntoIterator<Item = &'a Inspection>) -> Again {
    let mut total = [0.0; 4];
    let mut count = 0.0_f64;
    for inspection in inspections {
        count += 1.0;
        let usual = &inspection.weights;
        let instance = Instance::new(inspection.clone());
        let changes = [
            usual.clone(),
            Weights {
                evidence: usual.evidence * MORE,
                ..usual.clone()
            },
            Weights {
                delay: usual.delay * MORE,
                ..usual.clone()
            },
            Weights {
                travel: usual.travel * MORE,
                ..usual.clone()
            },
        ];
        for (total, weights) in total.iter_mut().zip(&changes) {
            // Every change follows on the first question alone.
            let mut planner = Planner::new(&instance);
            if weights != usual {
                ask(&mut planner, usual);
            }
            *total += ask(&mut planner, weights);
        }
    }
    let [first, evidence, delay, travel] = total.map(|seconds| seconds / count.max(1.0));
    Again {
        first,
        evidence,
        delay,
        travel,
    }
}

/// Seconds until the answer.
fn ask(planner: &mut Planner, weights: &Weights) -> f64 {
    let question = Question {
        weights: Some(weights.clone()),
        ..Question::default()
    };
    let began = Instant::now();
    let reply = planner.plan(&question, &Budget::unlimited(), &mut |_| {});
    assert!(
        matches!(reply, Ok(Answer::Plan(_))),
        "made-up inspections have a plan"
    );
    began.elapsed().as_secs_f64()
}
