use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::*;
use crate::domain::{Activity, Inspection, Method, SetDay, TakenBy, TimeOfDay};
use crate::example::{self, Size};
use crate::optimise::{self, Answer, Budget, draw_up};

/// Every key that no recomputation can contradict: what the plan says of other plans than itself, and which files it was made from.
const ON_TRUST: [&str; 8] = [
    "counts[].at_most",
    "counts[].no_plan",
    "counts[].scores",
    "inputs_digest",
    "sites[].no_selection",
    "sites[].visitable",
    // That it is not proved to be the best, though its bound is met: other dates may not have been ruled out.
    "tiers[].proven",
    "ties.all_listed",
];

/// The lists of which a file may have fewer rows: the others are missed.
const MAY_BE_LEFT_OUT: [&str; 2] = ["counts[]", "sites[]"];

/// A made-up inspection with timetables, and its plan.
fn planned() -> (Instance, Value) {
    let size = Size {
        sites: 8,
        areas: 2,
        visits: 2,
        inspectors: 8,
        inspectorates: 2,
        weeks: 6,
    };
    let mut inspection = example::inspection(size, 3).expect("an example");
    inspection.activities = [false, true]
        .map(|remote| activity(&inspection, remote))
        .into();
    let instance = Instance::new(inspection);
    let answer = optimise::plan(&instance, &Budget::unlimited(), &mut |_| {});
    let Ok(Answer::Plan(mut planned)) = answer else {
        panic!("{answer:?}");
    };
    let drawn = draw_up(&instance, &planned.plan, &Budget::unlimited()).expect("no fault");
    planned.plan.sessions = drawn.sessions;
    planned.plan.preparation = drawn.preparation;
    let bytes = documents::plan_json(&instance, &planned).expect("a plan");
    let value = serde_json::from_slice(&bytes).expect("JSON");
    (instance, value)
}

fn activity(inspection: &Inspection, remote: bool) -> Activity {
    Activity {
        gap: None,
        kind: inspection.kinds[0].id.clone(),
        name: if remote { "Read files" } else { "Interview" }.to_owned(),
        method: if remote {
            Method::FileExamination
        } else {
            Method::Interview
        },
        sessions: 2,
        minutes: 60,
        remote,
        taken_by: TakenBy::AnyPair,
        exception: None,
        with: Default::default(),
        day: SetDay::Any,
        earliest: None,
        latest: None,
        after: Vec::new(),
        skills: Default::default(),
        security: None,
    }
}

/// The places of all leaves, and of all rows of lists, as JSON pointers.
fn places(value: &Value, at: &str, leaves: &mut Vec<String>, rows: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                places(value, &format!("{at}/{key}"), leaves, rows);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                rows.push(format!("{at}/{index}"));
                places(value, &format!("{at}/{index}"), leaves, rows);
            }
        }
        _ => leaves.push(at.to_owned()),
    }
}

/// `visits[].first_day` of `/visits/0/first_day`.
fn key(place: &str) -> String {
    let mut key = String::new();
    for part in place.split('/').skip(1) {
        match part.parse::<usize>() {
            Ok(_) => key.push_str("[]"),
            Err(_) if key.is_empty() => key.push_str(part),
            Err(_) => key.push_str(&format!(".{part}")),
        }
    }
    key
}

/// Another value of the same sort. A date of another year: a session on another day of its visit would be a choice like any other.
fn edited(leaf: &Value) -> Value {
    match leaf {
        Value::Null => json!("edited"),
        Value::Bool(yes) => json!(!yes),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => json!(whole + 1),
            None => json!(number.as_f64().expect("a number") + 0.5),
        },
        Value::String(text) => {
            if let Ok(date) = text.parse::<NaiveDate>() {
                json!(date + Days::new(364))
            } else if let Ok(time) = text.parse::<TimeOfDay>()
                && text.contains(':')
            {
                let later = time.minutes() + 5;
                json!(format!("{:02}:{:02}", later / 60, later % 60))
            } else {
                json!(format!("{text} edited"))
            }
        }
        Value::Array(_) | Value::Object(_) => panic!("no leaf: {leaf}"),
    }
}

/// Whether a file is read and nothing at all is found in it.
fn passes(value: &Value, instance: &Instance) -> bool {
    let read = GivenPlan::of(&value.to_string(), instance, |_| {});
    read.is_ok_and(|given| given.report.is_clean())
}

#[test]
fn every_value_of_a_plan_that_is_edited_is_found_or_said_to_be_on_trust() {
    let (instance, sound) = planned();
    assert!(passes(&sound, &instance), "{sound}");
    let (mut leaves, mut rows) = <(Vec<_>, Vec<_>)>::default();
    places(&sound, "", &mut leaves, &mut rows);
    let keys: BTreeSet<String> = leaves.iter().map(|place| key(place)).collect();
    for list in ["counts[].count", "sites[].selected", "milestones[].done"] {
        assert!(keys.contains(list), "{list} is in no row: {keys:?}");
    }
    for list in [
        "sessions[].start",
        "preparation[].date",
        "tiers[].bound",
        "scenario",
    ] {
        assert!(keys.contains(list), "{list} is in no row: {keys:?}");
    }
    let mut passed = BTreeSet::new();
    for place in &leaves {
        let mut value = sound.clone();
        let leaf = value.pointer_mut(place).expect("a leaf");
        *leaf = edited(leaf);
        if passes(&value, &instance) {
            passed.insert(key(place));
        }
    }
    let given: BTreeSet<String> = ON_TRUST.map(str::to_owned).into();
    let given: BTreeSet<String> = given.intersection(&keys).cloned().collect();
    assert_eq!(passed, given);
    let mut missed = BTreeSet::new();
    for place in &rows {
        let (list, index) = place.rsplit_once('/').expect("a row of a list");
        let mut value = sound.clone();
        let list = value.pointer_mut(list).and_then(Value::as_array_mut);
        list.expect("a list")
            .remove(index.parse().expect("a place"));
        if passes(&value, &instance) {
            missed.insert(key(place));
        }
    }
    assert_eq!(missed, MAY_BE_LEFT_OUT.map(str::to_owned).into());
}

#[test]
fn what_an_edited_file_may_leave_out_is_not_missed() {
    let (instance, mut value) = planned();
    let map = value.as_object_mut().expect("a plan");
    for key in [
        "status",
        "marking",
        "scenario",
        "counts",
        "sites",
        "milestones",
    ] {
        assert!(map.remove(key).is_some(), "{key}");
    }
    assert!(passes(&value, &instance));
}
