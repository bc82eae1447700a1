//! A plan edited by hand may hold any nonsense: it gives findings, never a panic.

use assize::check::check;
use assize::domain::*;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::base::*;
use super::timetables::draw_up;

/// How many plans are tried.
const PLANS: u64 = 4000;

/// Replaces, removes, repeats or swaps something at a random place.
fn mutate(value: &mut Value, rng: &mut ChaCha8Rng) {
    match value {
        Value::Object(fields) if !fields.is_empty() && rng.random_range(0..12) > 0 => {
            let n = rng.random_range(0..fields.len());
            let key = fields.keys().nth(n).cloned().unwrap_or_default();
            if let Some(field) = fields.get_mut(&key) {
                mutate(field, rng);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let n = rng.random_range(0..items.len());
            let m = rng.random_range(0..items.len());
            match rng.random_range(0..8) {
                0 => drop(items.remove(n)),
                1 => items.insert(m, items[n].clone()),
                2 => items.swap(n, m),
                3 => items.clear(),
                _ => mutate(&mut items[n], rng),
            }
        }
        other => *other = replacement(other, rng),
    }
}

/// Something of the same sort mostly, so that most of what comes out can still be read as a plan.
fn replacement(old: &Value, rng: &mut ChaCha8Rng) -> Value {
    let pool = match old {
        _ if rng.random_range(0..10) == 0 => {
            json!([null, true, [], {}, ["P01", "P01"], [["P01", "P02"]], 7, "?"])
        }
        Value::String(text) if text.parse::<chrono::NaiveDate>().is_ok() => json!([
            "2027-03-01",
            "2027-02-27",
            "1827-02-28",
            "9999-12-31",
            "-9999-01-01",
            "+262142-12-31",
            "-262143-01-01",
        ]),
        Value::String(text) if text.contains(':') => {
            json!(["00:00", "24:00", "09:30", "12:45", "9:5"])
        }
        Value::String(_) => json!([
            "north-force",
            "Interview",
            "Document review",
            "all",
            "2",
            "4294967295",
            "west-area",
            "nowhere",
            "P05",
            "P99",
            "",
            "calendar"
        ]),
        Value::Number(_) => json!([-1e308, 1e308, 0, 2, 4294967295_u32]),
        _ => json!([null, true, false]),
    };
    let choices = pool.as_array().cloned().unwrap_or_default();
    choices[rng.random_range(0..choices.len())].clone()
}

#[test]
fn no_plan_makes_the_checker_panic() {
    let (mut inspection, mut plan) = (inspection(), plan());
    draw_up(&mut inspection, &mut plan);
    let sound = serde_json::to_value(plan).expect("a plan is JSON");
    inspection.burden.gap_weeks = Some(4);
    inspection.staffing.max_weeks_in_row = Some(1);
    inspection.staffing.journey_km = Some(50.0);
    inspection.kinds[0].write_up_days = 2;
    inspection.pilot = Some(pilot("north-force", 10, false));
    inspection.weights.load = 1.0;
    let (mut read, mut broken) = (0, 0);
    for seed in 0..PLANS {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut value = sound.clone();
        for _ in 0..rng.random_range(1..5) {
            mutate(&mut value, &mut rng);
        }
        let Ok(plan) = serde_json::from_value::<Plan>(value) else {
            continue;
        };
        read += 1;
        let report = check(&inspection, &plan);
        broken += usize::from(!report.is_clean());
        for finding in &report.findings {
            assert!(finding.text.ends_with('.'), "seed {seed}: {finding}");
        }
        assert!(report.tiers.iter().all(|t| t.is_finite()), "seed {seed}");
    }
    // The mutations would prove nothing if few of them were plans, or few of those plans broken.
    assert!(read > PLANS / 3, "{read} plans could be read");
    assert!(
        broken > read as usize / 2,
        "{broken} of {read} plans were broken"
    );
}

#[test]
fn dates_at_the_ends_of_the_calendar_give_findings() {
    for date in ["+262142-12-31", "-262143-01-01"] {
        let report = changed(|_, plan| {
            for visit in &mut plan.visits {
                visit.first_day = day(date);
                visit.last_day = day(date);
                visit.letter_by = day(date);
            }
            plan.authority_date = day(date);
        });
        let rules: RuleSet = report.findings.iter().filter_map(|f| f.rule).collect();
        assert!(
            rules.contains(Rule::Window) || rules.contains(Rule::WorkingDays),
            "{date}"
        );
    }
}

#[test]
fn a_plan_of_nothing_is_told_what_it_lacks() {
    let found = found(|_, plan| {
        plan.visits.clear();
        plan.tiers.clear();
    });
    assert_eq!(
        found,
        [
            "S1 count: 0 sites of kind police_force are selected; it must be at least 1.",
            "S1 count: 0 sites of kind cps_area are selected; it must be at least 1.",
        ]
    );
}
