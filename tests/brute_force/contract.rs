//! Twelve tiny inspections with values that others worked out from `docs/design.md` alone (`tests/contract/values.csv`): the search, the
//! planner in both its ways, and the checker all come to them.

use std::fs;
use std::path::{Path, PathBuf};

use assize::check::check;
use assize::domain::{Inspection, RuleSet};
use assize::input;
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Decomposition, plan_by};

use super::oracle::{self, Values};

/// The values are given to nine places.
const SAME: f64 = 1e-6;

/// An instance, and what its best plans are worth; `None` where there is no plan.
struct Agreed {
    name: String,
    inspection: Result<Inspection, String>,
    values: Option<Values>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract")
}

/// Every line of the table. An instance may stand in several, with and without a scenario.
fn agreed() -> Vec<Agreed> {
    let table = fs::read_to_string(folder().join("values.csv")).expect("the table of values");
    table.lines().skip(1).map(of_line).collect()
}

fn of_line(line: &str) -> Agreed {
    let cells: Vec<&str> = line.split(',').collect();
    let instance = folder().join(cells[0]);
    let scenario = Some(instance.join(cells[1])).filter(|_| !cells[1].is_empty());
    let loaded = input::load(&instance, scenario.as_deref());
    let inspection = loaded.map(|loaded| loaded.inspection);
    let value = |at: usize| cells[at].parse().expect("a number");
    Agreed {
        name: format!("{} {}", cells[0], cells[1]).trim_end().to_owned(),
        inspection: inspection.map_err(|problems| input::report(&problems)),
        values: (cells[2] != "none").then(|| [2, 3, 4, 5].map(value)),
    }
}

/// Solves every instance, and tells of each whose values are others.
fn assert_agreed(solve: impl Fn(&Inspection) -> Option<Values>) {
    let agreed = agreed();
    let names: Vec<&str> = agreed.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names.len(), 14, "{names:?}");
    let differ = agreed.iter().filter_map(|one| {
        let inspection = match &one.inspection {
            Ok(inspection) => inspection,
            Err(report) => return Some(format!("{}: {report}", one.name)),
        };
        let found = solve(inspection);
        let same = match (one.values, found) {
            (Some(a), Some(b)) => a.iter().zip(b).all(|(a, b)| (a - b).abs() <= SAME),
            (None, None) => true,
            _ => false,
        };
        let expected = one.values;
        (!same).then(|| format!("{}: {expected:?} agreed, {found:?} found", one.name))
    });
    let differ: Vec<String> = differ.collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn the_search_comes_to_the_values_agreed() {
    assert_agreed(|inspection| oracle::best(inspection, RuleSet::all()));
}

/// What the plan says of itself, or what the checker makes of it.
fn of_plan(inspection: &Inspection, by: Decomposition, checked: bool) -> Option<Values> {
    let instance = Instance::new(inspection.clone());
    let answer = plan_by(by, &instance, &Budget::unlimited(), &mut |_| {});
    let Answer::Plan(planned) = answer.expect("no fault") else {
        return None;
    };
    let tiers = &planned.plan.tiers;
    let best = tiers[0].best.unwrap_or(f64::NAN);
    if !checked {
        return Some([best, tiers[0].value, tiers[1].value, tiers[2].value]);
    }
    let report = check(inspection, &planned.plan);
    let findings: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert!(
        findings.is_empty(),
        "{}: {findings:#?}",
        inspection.header.title
    );
    let [selection, calendar, staffing] = report.tiers;
    // The best of any plan is on trust: who checks one plan does not look for others.
    Some([best, selection, calendar, staffing])
}

#[test]
fn the_planner_comes_to_the_values_agreed() {
    assert_agreed(|inspection| of_plan(inspection, Decomposition::default(), false));
}

#[test]
fn one_model_comes_to_the_values_agreed() {
    assert_agreed(|inspection| of_plan(inspection, Decomposition::MONOLITH, false));
}

#[test]
fn the_checker_comes_to_the_values_agreed() {
    assert_agreed(|inspection| of_plan(inspection, Decomposition::default(), true));
}
