//! A plan that met its time limit is still a plan, and says no more than was proved.

use std::fs;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use assize::domain::{CountChange, Inspection, Plan, Planned, SiteChange, Worth};
use assize::example::Size;
use assize::instance::Instance;
use assize::optimise::{self, Answer, Budget};
use assize::store::read_plan;

use super::common::{assert_clean, example, load, names, planned, same, values, write_made_up};
use super::small;

/// Holds what a plan made in a hurry says of itself against the best plan.
fn assert_honest(plan: &Plan, best: &Plan, whose: &str) {
    let best = values(best);
    // A later tier can be compared only while the earlier ones are as good as they can be.
    let mut comparable = true;
    for (place, tier) in plan.tiers.iter().enumerate() {
        // Turned so that less is better in every tier.
        let sign = if place == 0 { -1.0 } else { 1.0 };
        let whose = format!("{whose}: {tier:?}, best {best:?}");
        let (value, best) = (sign * tier.value, sign * best[place]);
        let bound = tier.bound.map(|bound| sign * bound);
        assert!(bound.is_none_or(|bound| bound <= value + 1e-6), "{whose}");
        if tier.proven {
            assert!(
                comparable,
                "{whose}: proved upon a tier that is not the best"
            );
            assert!(bound.is_some_and(|bound| same(bound, value)), "{whose}");
            assert!(same(value, best), "{whose}");
        }
        if comparable {
            assert!(value >= best - 2e-6, "{whose}: better than the best");
            assert!(bound.is_none_or(|bound| bound <= best + 2e-6), "{whose}");
        }
        comparable &= same(value, best);
    }
}

/// What is said of other sites is the same, or nothing.
fn assert_sites_agree(hurried: &[SiteChange], usual: &[SiteChange], whose: &str) {
    assert_eq!(hurried.len(), usual.len(), "{whose}");
    for (change, exact) in hurried.iter().zip(usual) {
        let agree = match (change.value, exact.value) {
            (Worth::Unknown, _) => true,
            // A search that was stopped still bounds, if less closely.
            (Worth::AtMost(a), Worth::AtMost(b)) => {
                a >= b - 1e-6 && (change.instead.is_none() || same(a, b))
            }
            (Worth::AtMost(_), Worth::Impossible) => change.instead.is_none(),
            (a, b) => a == b,
        };
        // Another selection may tie with the best.
        assert!(
            agree || change.selected != exact.selected,
            "{whose}: {change:?} but {exact:?}"
        );
    }
}

/// What is said of other numbers of sites may be less, but nothing else.
fn assert_counts_agree(hurried: &[CountChange], usual: &[CountChange], whose: &str) {
    for change in hurried {
        let of_same =
            |other: &&CountChange| other.kind == change.kind && other.count == change.count;
        let Some(exact) = usual.iter().find(of_same) else {
            continue;
        };
        let agree = match (change.value, exact.value) {
            (Worth::Exactly(a), Worth::Exactly(b)) => same(a, b),
            (Worth::Exactly(a), Worth::AtMost(b)) => a <= b + 1e-6,
            (Worth::AtMost(a), Worth::Exactly(b)) => a >= b - 1e-6,
            (Worth::Exactly(_), Worth::Impossible) => false,
            (Worth::Impossible, Worth::Exactly(_)) => false,
            _ => true,
        };
        assert!(agree, "{whose}: {change:?} but {exact:?}");
    }
}

fn hurry(inspection: &Inspection, best: &Planned, limits: &[u64], whose: &str) {
    for limit in limits {
        let whose = format!("{whose}, {limit} milliseconds");
        let budget = Budget::of(Some(Duration::from_millis(*limit)));
        let answer = optimise::plan(&Instance::new(inspection.clone()), &budget, &mut |_| {});
        match answer.expect("no fault") {
            Answer::Plan(planned) => {
                assert_clean(inspection, &planned.plan, &whose);
                assert_honest(&planned.plan, &best.plan, &whose);
                assert_sites_agree(&planned.sites, &best.sites, &whose);
                assert_counts_agree(&planned.counts, &best.counts, &whose);
            }
            Answer::OutOfTime => {}
            Answer::NoPlan => panic!("{whose}: no plan, though there is one"),
        }
    }
}

#[test]
fn a_hurried_plan_of_a_made_up_inspection_is_honest() {
    for seed in 40..46 {
        let inspection = small(seed);
        let best = planned(&inspection);
        hurry(
            &inspection,
            &best,
            &[0, 15, 30, 60],
            &format!("seed {seed}"),
        );
    }
}

#[test]
fn a_hurried_plan_of_an_example_is_honest() {
    let folder = example("case-building");
    let slow = folder.join("scenarios/one-visit-a-week.toml");
    let inspection = load(&folder, Some(&slow));
    let best = planned(&inspection);
    hurry(
        &inspection,
        &best,
        &[50, 200, 400, 700, 1500],
        "one visit a week",
    );
}

/// A limit that is never met spoils nothing.
#[test]
fn a_long_limit_changes_nothing() {
    let inspection = small(39);
    let best = planned(&inspection);
    let budget = Budget::of(Some(Duration::from_secs(3600)));
    let answer = optimise::plan(&Instance::new(inspection.clone()), &budget, &mut |_| {});
    let Ok(Answer::Plan(limited)) = answer else {
        panic!("no plan");
    };
    assert_eq!(limited.plan, best.plan);
    assert_eq!(limited.counts, best.counts);
    assert_eq!(limited.sites, best.sites);
}

#[test]
fn the_program_keeps_its_limit_on_a_large_inspection() {
    let large = Size {
        sites: 172,
        areas: 52,
        visits: 16,
        inspectors: 104,
        inspectorates: 2,
        weeks: 16,
    };
    let parent = TempDir::new().expect("a folder");
    let (input, out) = (parent.path().join("input"), parent.path().join("out"));
    write_made_up(large, 1, &input);
    let ended = Command::new(env!("CARGO_BIN_EXE_assize"))
        .arg("plan")
        .arg(&input)
        .arg("--out")
        .arg(&out)
        .args(["--time-limit", "4"])
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&ended.stdout);
    let complained = String::from_utf8_lossy(&ended.stderr);
    match ended.status.code() {
        Some(0) => {
            let text = fs::read_to_string(out.join("plan.json")).expect("a plan");
            let plan = read_plan(&text).expect("a plan");
            assert_clean(&load(&input, None), &plan, "the large inspection");
            for tier in &plan.tiers {
                assert!(!tier.proven || tier.bound == Some(tier.value), "{tier:?}");
            }
            let unproved = plan.tiers.iter().any(|tier| !tier.proven);
            assert_eq!(
                said.contains("The best found in the time given"),
                unproved,
                "{said}"
            );
        }
        Some(3) => {
            assert_eq!(
                complained,
                "No plan was found in time, nor a proof that there is none. \
                 Give it longer with --time-limit, or leave the limit out.\n"
            );
            assert!(!out.exists(), "{:?}", names(&out));
        }
        other => panic!("{other:?}: {complained}"),
    }
}
