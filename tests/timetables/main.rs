//! Timetables against brute force: on small random visits, the planner's equal those of an exhaustive search written from
//! `docs/timetables.md` alone, visits whose activities do not fit included.
//!
//! `problem` draws the visits, `oracle` solves them by search, `rules` looks the rules up on a finished timetable, `grid` vouches for
//! the search by a plainer one, `matters` shows that the visits leave nothing out, `edits` alters timetables, `planner` compares,
//! `by_hand` has visits worked out on paper.

mod by_hand;
mod edits;
mod grid;
mod matters;
mod oracle;
mod planner;
mod problem;
mod rules;

use std::sync::LazyLock;

use assize::domain::{Rule, RuleSet};
use rayon::prelude::*;

use oracle::Answer;
use problem::draw::Draw;
use problem::{Problem, SMALL, TINY, random_kind, random_preparation, random_visit};

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
    seeds.into_par_iter().map(|seed| (seed, random_kind(seed)))
}

/// Visits to be prepared.
fn to_be_prepared() -> impl ParallelIterator<Item = (u64, Problem)> {
    let seeds = 2_000_000..2_000_000 + *VISITS;
    seeds
        .into_par_iter()
        .map(|seed| (seed, random_preparation(seed)))
}

/// The fewest days and the least difference of loads.
fn value(answer: &Option<Answer>) -> Option<(u32, u32)> {
    answer.as_ref().map(|answer| (answer.days, answer.uneven))
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
            .then(|| format!("seed {seed}: {broken:?}, {days}, {uneven}, {answer:?}\n{problem}"))
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
        let found = value(answer);
        (expected != found)
            .then(|| format!("seed {seed}: on the grid {expected:?}, found {found:?}\n{problem}"))
    });
    let faults: Vec<Option<String>> = faults.collect();
    println!("{} visits", faults.len());
    assert!(faults.len() as u64 >= *VISITS / 2);
    assert_none(&faults.into_iter().flatten().collect::<Vec<_>>());
}

/// So that what the search makes of a rule that is left out can be trusted, too.
#[test]
fn without_a_rule_the_search_equals_a_plainer_one() {
    let tiny = solved(700_000..700_000 + *VISITS / 5, TINY);
    let affordable = tiny
        .par_iter()
        .filter(|(_, problem, _)| grid::effort(problem) < 2e5);
    let faults = affordable.flat_map_iter(|(seed, problem, _)| {
        // Without V2 the grid would be as wide as the day and the night.
        let rules = matters::DROPPED.iter().filter(|rule| **rule != Rule::Hours);
        rules.map(move |rule| {
            let rules = RuleSet::all() - *rule;
            let expected = grid::best(problem, rules);
            let found = value(&oracle::answer(problem, rules));
            (expected != found).then(|| {
                format!("seed {seed} without {rule:?}: on the grid {expected:?}, found {found:?}\n{problem}")
            })
        })
    });
    let faults: Vec<Option<String>> = faults.collect();
    println!("{} visits and rules", faults.len());
    assert!(faults.len() as u64 >= *VISITS / 2);
    assert_none(&faults.into_iter().flatten().collect::<Vec<_>>());
}

#[test]
fn the_search_that_keeps_equals_a_plainer_one() {
    let tiny = solved(600_000..600_000 + *VISITS / 3, TINY);
    let affordable = tiny
        .par_iter()
        .filter(|(_, problem, _)| grid::effort(problem) < 1e6);
    let compared = affordable.flat_map_iter(|(seed, problem, answer)| {
        let good = answer.as_ref().map(|answer| &answer.sessions);
        (0..3).filter_map(move |n| {
            let draw = &mut Draw::new(3 * seed + n);
            let edited = edits::edited(draw, problem, good?, grid::step(problem));
            let expected = grid::fewest_moved(problem, &edited);
            let found = oracle::fewest_moved(problem, &edited);
            let fault = format!(
                "seed {seed}: on the grid {expected:?}, found {found:?}\n{edited:?}\n{problem}"
            );
            Some((found, (expected != found).then_some(fault)))
        })
    });
    let (moved, faults): (Vec<Option<u32>>, Vec<Option<String>>) = compared.unzip();
    assert_none(&faults.into_iter().flatten().collect::<Vec<_>>());
    let moved = |count| moved.iter().filter(|moved| **moved == Some(count)).count() as u64;
    println!(
        "none moved {}, one {}, two {}",
        moved(0),
        moved(1),
        moved(2)
    );
    assert!((0..3).all(|count| moved(count) >= *VISITS / 60));
}

#[test]
fn preparation_of_the_search_keeps_its_rule() {
    let fault = |(seed, problem): (u64, Problem)| {
        let (share, mut rows) = oracle::preparation::answer(&problem);
        let found = oracle::preparation::check(&problem, &rows);
        // A share-out that forgets something is none.
        let forgets = rows.pop().is_some();
        let cut_short = oracle::preparation::check(&problem, &rows);
        (found != Some(share) || (forgets && cut_short.is_some()))
            .then(|| format!("seed {seed}: {share:?}, found {found:?}\n{problem}"))
    };
    assert_none(&to_be_prepared().filter_map(fault).collect::<Vec<_>>());
}
