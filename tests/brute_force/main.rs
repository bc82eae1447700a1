//! The planner against brute force: on small random problems, the best selection and the three tiers of its plans equal those of an
//! exhaustive search written from `docs/design.md` alone, those without a plan included.
//!
//! `problem` draws the problems, `oracle` solves them by search, `naive` vouches for that search by a plainer one,
//! `features` tells what the problems have in them, `planner` compares, `weights` compares where weights are far apart, `counts` what is said of other numbers of sites,
//! `collisions` what is said where there is no plan, `by_hand` where the planner once went wrong, `contract` with values that others worked out, `tight` where people are short, `interchangeable` where it would if it took people for alike who are not.

mod by_hand;
mod collisions;
mod contract;
mod counts;
mod features;
mod interchangeable;
mod naive;
mod oracle;
mod planner;
mod problem;
mod tight;
mod tolerance;
mod weights;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{LazyLock, Mutex};

use assize::domain::{Inspection, Rule, RuleSet};
use oracle::{Answer, Values};

/// The seeds of the problems.
const SEEDS: std::ops::Range<u64> = 0..420;

/// Every problem with its answer, found once for all tests.
static SOLVED: LazyLock<Vec<Solved>> = LazyLock::new(|| {
    let solve = |seed| {
        let problem = problem::random_problem(seed);
        let answer = oracle::answer(&problem, RuleSet::all());
        (seed, problem, answer)
    };
    on_all_cores(SEEDS.collect(), solve)
});

/// Does some work for each item on as many threads as there are cores; the results are in the order of the items.
fn on_all_cores<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let todo = Mutex::new(items.into_iter().enumerate());
    let done = Mutex::new(BTreeMap::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let next = todo.lock().expect("no other worker failed").next();
                    let Some((at, item)) = next else { break };
                    let result = work(item);
                    done.lock()
                        .expect("no other worker failed")
                        .insert(at, result);
                }
            });
        }
    });
    done.into_inner()
        .expect("no worker failed")
        .into_values()
        .collect()
}

/// A problem with its seed and its answer.
type Solved = (u64, Inspection, Option<Answer>);

/// Solves problems in another way, and says where its values differ from the search's by more than `apart`.
fn differences(
    problems: Vec<&Solved>,
    apart: f64,
    solve: impl Fn(&Inspection) -> Option<Values> + Sync,
) -> Vec<String> {
    let compare = |(seed, problem, answer): &Solved| {
        let expected = answer.map(|answer| answer.values);
        let Ok(found) = catch_unwind(AssertUnwindSafe(|| solve(problem))) else {
            return Some(format!(
                "seed {seed}: search {expected:?}, but panicked\n{problem:#?}"
            ));
        };
        let same = match (expected, found) {
            (None, None) => true,
            (Some(a), Some(b)) => a.iter().zip(b).all(|(a, b)| (a - b).abs() <= apart),
            _ => false,
        };
        (!same).then(|| format!("seed {seed}: search {expected:?}, found {found:?}\n{problem:#?}"))
    };
    on_all_cores(problems, compare)
        .into_iter()
        .flatten()
        .collect()
}

#[track_caller]
fn assert_none(differences: &[String]) {
    let first = differences.first().map_or("", String::as_str);
    let heads: Vec<&str> = differences
        .iter()
        .filter_map(|text| text.lines().next())
        .collect();
    assert!(
        differences.is_empty(),
        "{} differ; the first: {first}\nall: {heads:#?}",
        heads.len()
    );
}

#[test]
fn the_search_equals_a_plainer_one() {
    let small: Vec<_> = SOLVED
        .iter()
        .filter(|(_, p, _)| naive::effort(p) < 2e7)
        .collect();
    let none = small
        .iter()
        .filter(|(_, _, answer)| answer.is_none())
        .count();
    println!("{} problems, {none} without a plan", small.len());
    assert!(small.len() >= 100);
    assert_none(&differences(small, 1e-5, naive::best));
}

#[test]
fn the_problems_leave_nothing_out() {
    let counts = features::count(SOLVED.iter().map(|(_, problem, _)| problem));
    let short: Vec<String> = features::WANTED
        .iter()
        .map(|(feature, least)| (feature, counts.get(feature).copied().unwrap_or(0), least))
        .filter(|(_, count, least)| count < least)
        .map(|(feature, count, least)| format!("{feature}: {count} of {least}"))
        .collect();
    println!("{counts:#?}");
    assert!(
        short.is_empty(),
        "too few problems have these features: {short:#?}"
    );
    let answers = || SOLVED.iter().filter_map(|(_, _, answer)| *answer);
    let share = |count: usize| 100 * count / SOLVED.len();
    let no_plan = share(SOLVED.len() - answers().count());
    let alike = share(answers().filter(|answer| answer.alike > 1).count());
    let gave_up = |answer: &Answer| answer.values[1] < answer.values[0] - 1e-6;
    let gave_up = share(answers().filter(gave_up).count());
    let too_few = share(answers().filter(|answer| answer.too_few > 0).count());
    let passed_over = share(answers().filter(|answer| answer.passed_over > 0).count());
    let three_visits = share(answers().filter(|answer| answer.visits >= 3).count());
    println!(
        "in a hundred: no plan {no_plan}, alike {alike}, less than the best {gave_up}, too few sites {too_few}, \
         passed over {passed_over}, three visits {three_visits}"
    );
    assert!(
        (20..=35).contains(&no_plan),
        "{no_plan} in a hundred have no plan"
    );
    assert!(
        alike >= 15,
        "only {alike} in a hundred have selections that are equally good"
    );
    assert!(
        gave_up >= 1,
        "only {gave_up} in a hundred are less than the best for better dates"
    );
    assert!(
        too_few >= 5,
        "in only {too_few} in a hundred a selection as good has too few sites"
    );
    assert!(
        passed_over >= 15,
        "in only {passed_over} in a hundred a better selection fails"
    );
    assert!(
        three_visits >= 15,
        "only {three_visits} in a hundred visit three sites"
    );
}

#[test]
fn every_rule_matters() {
    // Without a rule the optimum of some problem changes, or it gains a plan: so a planner that forgot it is found out.
    let matters = |rule: Rule| {
        SOLVED
            .iter()
            .filter(|(_, problem, answer)| {
                oracle::best(problem, RuleSet::all() - rule) != answer.map(|answer| answer.values)
            })
            .take(3)
            .count()
    };
    let counts = on_all_cores(Rule::of_plans().iter().collect(), |rule| {
        (rule, matters(rule))
    });
    let idle: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count < 3)
        .map(|(rule, count)| format!("{} {}: {count}", rule.number(), rule.name()))
        .collect();
    assert!(
        idle.is_empty(),
        "these rules matter in fewer than three problems: {idle:?}"
    );
}
