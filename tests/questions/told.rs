//! Questions and answers can be told to another program and back, as JSON: nothing is lost or changed on the way.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use assize::domain::{Count, KindId, Plan, Planned, SiteId, Weights};
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Planner, Question, plan};

use super::small;

fn assert_comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(told: &T) {
    let text = serde_json::to_string(told).expect("it can be told");
    let back: T = serde_json::from_str(&text).expect("it can be heard");
    assert_eq!(*told, back, "{text}");
}

#[test]
fn a_question_comes_back() {
    let site = |id: &str| SiteId::from(id);
    let count = Count { min: 1, max: 3 };
    let weights = Weights {
        travel: 0.1 + 0.2,
        ..Weights::default()
    };
    assert_comes_back(&Question::default());
    assert_comes_back(&Question {
        with: vec![site("alder")],
        without: vec![site("birch"), site("cedar")],
        counts: [(KindId::from("police_force"), count)].into(),
        other_than: vec![vec![site("alder"), site("dale")], Vec::new()],
        weights: Some(weights),
    });
}

#[test]
fn what_a_question_does_not_say_stays_as_the_tables_have_it() {
    let question: Question = serde_json::from_str(r#"{"with": ["alder"]}"#).expect("a question");
    let expected = Question {
        with: vec![SiteId::from("alder")],
        ..Question::default()
    };
    assert_eq!(question, expected);
    let misspelt = serde_json::from_str::<Question>(r#"{"wiht": ["alder"]}"#);
    assert!(misspelt.is_err(), "{misspelt:?}");
}

#[test]
fn an_answer_comes_back() {
    for seed in 0..2 {
        let inspection = small(seed);
        let instance = Instance::new(inspection);
        let planned = plan(&instance, &Budget::unlimited(), &mut |_| {}).expect("no fault");
        assert!(matches!(planned, Answer::Plan(_)));
        assert_comes_back(&planned);
        let mut planner = Planner::new(&instance);
        let budget = Budget::unlimited();
        let reply = planner.plan(&Question::default(), &budget, &mut |_| {});
        assert_comes_back(&reply.expect("no fault"));
    }
    assert_comes_back(&Answer::<Plan>::NoPlan);
    assert_comes_back(&Answer::<Planned>::OutOfTime);
}
