//! Timetables against brute force: on small random visits, the planner's equal those of an exhaustive search written from
//! `docs/timetables.md` alone, visits whose activities do not fit included.
//!
//! `problem` draws the visits, `oracle` solves them by search, `rules` looks the rules up on a finished timetable, `grid` vouches for
//! the search by a plainer one, `edits` alters timetables, `planner` compares, `by_hand` has visits worked out on paper.

mod by_hand;
mod edits;
mod grid;
mod oracle;
// mod planner; // to be enabled with the planner
mod problem;
mod rules;

use std::sync::LazyLock;

use assize::domain::{Rule, RuleSet};
use rayon::prelude::*;

use oracle::Answer;
use problem::draw::Draw;
use problem::{FEW, Problem, REMOTE, SMALL, TINY, drawn, left_to_chance, random_visit};

/// How many visits; `ASSIZE_INSTANCES` asks for another number.
static VISITS: LazyLock<u64> = LazyLock::new(|| {
    let asked = std::env::var("ASSIZE_INSTANCES").map(|text| text.parse().expect("a number"));
    asked.unwrap_or(300)
});

/// A visit with its seed and its best timetable.
type Solved = (u64, Problem, Option<Answer>);

/// Every visit with its answer, found once for all tests.
static SOLVED: LazyLock<Vec<Solved>> = LazyLock::new(|| solved(0..*VISITS, SMALL));

fn solved(seeds: std::ops::Range<u64>, size: problem::Size) -> Vec<Solved> {
    let solve = |seed| {
        let problem = random_visit(seed, size);
        let answer = oracle::answer(&problem, RuleSet::all());
        (seed, problem, answer)
    };
    seeds.into_par_iter().map(solve).collect()
}

/// Visits to be sized: every number of pairs is in question, so they have but few sessions.
fn to_be_sized() -> impl ParallelIterator<Item = (u64, Problem)> {
    let seeds = 1_000_000..1_000_000 + *VISITS / 2;
    seeds.into_par_iter().map(|seed| (seed, drawn(seed, FEW)))
}

/// Visits to be prepared.
fn to_be_prepared() -> impl ParallelIterator<Item = (u64, Problem)> {
    let seeds = 2_000_000..2_000_000 + *VISITS / 2;
    let chance = |seed| left_to_chance(&mut Draw::new(seed), REMOTE);
    seeds.into_par_iter().map(move |seed| (seed, chance(seed)))
}

#[track_caller]
fn assert_none(faults: &[String]) {
    let first = faults.first().map_or("", String::as_str);
    let heads: Vec<&str> = faults
        .iter()
        .filter_map(|text| text.lines().next())
        .collect();
    assert!(
        faults.is_empty(),
        "{} differ; the first: {first}\nall: {heads:#?}",
        heads.len()
    );
}

#[test]
fn timetables_of_the_search_keep_every_rule() {
    let fault = |(seed, problem, answer): &Solved| {
        let answer = answer.as_ref()?;
        let sessions = &answer.sessions;
        let broken = rules::broken(problem, sessions);
        let days = rules::days(problem, sessions);
        let uneven = rules::uneven(problem, sessions).max(1);
        let same = (days, uneven) == (answer.days, answer.uneven);
        (!broken.is_empty() || !same)
            .then(|| format!("seed {seed}: {broken:?}, {days}, {uneven}, {answer:?}\n{problem:#?}"))
    };
    assert_none(&SOLVED.par_iter().filter_map(fault).collect::<Vec<_>>());
}

#[test]
fn the_search_equals_a_plainer_one() {
    let tiny = solved(500_000..500_000 + *VISITS / 2, TINY);
    let all = tiny.par_iter().chain(SOLVED.par_iter());
    let affordable = all.filter(|(_, problem, _)| grid::effort(problem) < 4e6);
    let faults = affordable.map(|(seed, problem, answer)| {
        let expected = grid::best(problem, RuleSet::all());
        let found = answer.as_ref().map(|answer| (answer.days, answer.uneven));
        (expected != found).then(|| {
            format!("seed {seed}: on the grid {expected:?}, found {found:?}\n{problem:#?}")
        })
    });
    let faults: Vec<Option<String>> = faults.collect();
    println!("{} visits", faults.len());
    assert!(faults.len() as u64 >= *VISITS / 2);
    assert_none(&faults.into_iter().flatten().collect::<Vec<_>>());
}

#[test]
fn the_search_that_keeps_equals_a_plainer_one() {
    let tiny = solved(600_000..600_000 + *VISITS / 3, TINY);
    let faults = tiny.par_iter().filter_map(|(seed, problem, answer)| {
        let good = &answer.as_ref()?.sessions;
        let affordable = grid::effort(problem) < 1e6;
        let edited = affordable.then(|| edits::edited(&mut Draw::new(*seed), problem, good))?;
        let expected = grid::fewest_moved(problem, &edited);
        let found = oracle::fewest_moved(problem, &edited);
        Some((expected != found).then(|| {
            format!(
                "seed {seed}: on the grid {expected:?}, found {found:?}\n{edited:#?}\n{problem:#?}"
            )
        }))
    });
    let faults: Vec<Option<String>> = faults.collect();
    println!("{} edited timetables", faults.len());
    assert!(faults.len() as u64 >= *VISITS / 10);
    assert_none(&faults.into_iter().flatten().collect::<Vec<_>>());
}

#[test]
fn every_rule_matters() {
    // Without a rule the best timetable of some visit changes, or it gains one: so a planner that forgot it is found out.
    // V1 is what a timetable is: without it there is nothing to place. V12 is of preparation.
    let mut rules = Rule::of_timetables() - Rule::Placed - Rule::Preparation;
    rules &= RuleSet::all();
    let value =
        |answer: &Option<Answer>| answer.as_ref().map(|answer| (answer.days, answer.uneven));
    let matters = |rule: Rule| {
        let differs = |(_, problem, answer): &&Solved| {
            value(&oracle::answer(problem, RuleSet::all() - rule)) != value(answer)
        };
        SOLVED.iter().filter(differs).take(3).count()
    };
    let idle: Vec<String> = rules
        .iter()
        .map(|rule| (rule, matters(rule)))
        .filter(|(_, count)| *count < 3)
        .map(|(rule, count)| format!("{} {}: {count}", rule.number(), rule.name()))
        .collect();
    assert!(
        idle.is_empty(),
        "these rules matter in fewer than three visits: {idle:?}"
    );
}

#[test]
fn the_visits_leave_nothing_out() {
    let share = |of: &dyn Fn(&Option<Answer>) -> bool| {
        100 * SOLVED.iter().filter(|(_, _, answer)| of(answer)).count() / SOLVED.len()
    };
    let days = |days| share(&|answer| answer.as_ref().is_some_and(|answer| answer.days == days));
    let uneven = share(&|answer| answer.as_ref().is_some_and(|answer| answer.uneven > 1));
    let shares = [share(&Option::is_none), days(1), days(2), days(3), uneven];
    println!("in a hundred: no timetable, one day, two, three, uneven: {shares:?}");
    let least = [20, 5, 20, 10, 5];
    let enough = shares
        .iter()
        .zip(least)
        .all(|(share, least)| *share >= least);
    assert!(enough, "{shares:?} of at least {least:?}");
    let sized: Vec<Option<(usize, u32)>> = to_be_sized()
        .map(|(_, problem)| oracle::sizing::fewest_pairs(&problem))
        .collect();
    let pairs = |pairs| {
        sized
            .iter()
            .flatten()
            .filter(|(count, _)| *count == pairs)
            .count()
    };
    let none = sized.iter().filter(|size| size.is_none()).count();
    println!(
        "no size {none}, one pair {}, two {}, three {}",
        pairs(1),
        pairs(2),
        pairs(3)
    );
    assert!(none > 5 && pairs(1) > 5 && pairs(2) > 5 && pairs(3) > 2);
}
