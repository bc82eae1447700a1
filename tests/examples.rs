//! Every shipped example is a regression test: its plan is worth what its `expected.toml` records.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use assize::input;
use common::{assert_clean, assert_same, example, examples, names, planned, values};

/// `expected.toml`: what the best plan of an example is worth, and which sites it selects.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    plan: Worth,
    /// By name of the file, without its ending.
    #[serde(default)]
    scenarios: BTreeMap<String, Worth>,
}

/// The values of the three tiers, and the ids of the selected sites in order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Worth {
    selection: f64,
    calendar: f64,
    staffing: f64,
    sites: Vec<String>,
}

fn expected(name: &str) -> Expected {
    let path = example(name).join("expected.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}. Record there what the plan is worth, once somebody has found the same in another way.",
            path.display()
        )
    });
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Plans an example and compares everything with what is recorded.
fn plan_and_compare(name: &str, scenario: Option<&Path>, worth: &Worth) {
    let whose = match scenario {
        Some(file) => format!("{name} with {}", file.display()),
        None => name.to_owned(),
    };
    let loaded = input::load(&example(name), scenario)
        .unwrap_or_else(|problems| panic!("{whose}: {}", input::report(&problems)));
    assert_eq!(loaded.warnings, [], "{whose}");
    let plan = planned(&loaded.inspection).plan;
    assert_clean(&loaded.inspection, &plan, &whose);
    let recorded = [worth.selection, worth.calendar, worth.staffing];
    assert_same(values(&plan), recorded, &whose);
    assert!(
        plan.tiers.iter().all(|tier| tier.proven),
        "{whose}: unproved"
    );
    let mut sites: Vec<&str> = plan
        .visits
        .iter()
        .map(|visit| visit.site.as_str())
        .collect();
    sites.sort_unstable();
    assert_eq!(sites, worth.sites, "{whose}");
}

/// The names of the examples: every folder beside this one, whatever it is called.
fn all() -> Vec<String> {
    let is_folder = |name: &String| example(name).is_dir();
    let all: Vec<String> = names(&examples()).into_iter().filter(is_folder).collect();
    assert!(all.len() >= 3, "the examples have gone: {all:?}");
    all
}

#[test]
fn every_example_is_worth_what_is_recorded() {
    for name in all() {
        plan_and_compare(&name, None, &expected(&name).plan);
    }
}

#[test]
fn every_scenario_is_worth_what_is_recorded() {
    for name in all() {
        let folder = example(&name).join("scenarios");
        let files = if folder.exists() {
            names(&folder)
        } else {
            Vec::new()
        };
        let recorded = expected(&name).scenarios;
        let files_of_record: Vec<String> = recorded
            .keys()
            .map(|scenario| format!("{scenario}.toml"))
            .collect();
        assert_eq!(
            files, files_of_record,
            "{name}: every scenario is recorded, and no other"
        );
        for (scenario, worth) in &recorded {
            let file = folder.join(format!("{scenario}.toml"));
            plan_and_compare(&name, Some(&file), worth);
        }
    }
}
