//! The planner's timetables, and how they compare with the search's.

use std::panic::{AssertUnwindSafe, catch_unwind};

use assize::check::check;
use assize::domain::{Activity, OneOff, PLAN_FORMAT, Plan, Prepared, Rule, Session};
use assize::instance::Instance;
use assize::optimise::{Budget, Placement, keep_visit, place_visit, prepare_visit, size_kind};
use rayon::prelude::*;

use crate::problem::Problem;
use crate::problem::draw::Draw;
use crate::{SOLVED, Solved, assert_none, to_be_prepared, to_be_sized, value};
use crate::{by_hand, edits, grid, oracle, rules};

/// What is wrong with the planner's answer to a problem, if anything; told with the problem.
fn fault(
    of: &str,
    problem: &Problem,
    compare: impl FnOnce() -> Result<(), String>,
) -> Option<String> {
    let panicked = |_| Err("panicked".to_owned());
    let found = catch_unwind(AssertUnwindSafe(compare)).unwrap_or_else(panicked);
    Some(format!("{of}: {}\n{problem}", found.err()?))
}

fn same<T: PartialEq + std::fmt::Debug>(expected: T, found: T) -> Result<(), String> {
    match expected == found {
        true => Ok(()),
        false => Err(format!("search {expected:?}, planner {found:?}")),
    }
}

/// The fewest days and the least difference of loads, of a timetable that keeps every rule and is what it says it is.
fn placed(problem: &Problem) -> Result<Option<(u32, u32)>, String> {
    let instance = Instance::new(problem.inspection.clone());
    let timetable =
        match place_visit(&instance, &problem.visit, &Budget::unlimited()).expect("no fault") {
            Placement::Placed(timetable) => timetable,
            Placement::DoesNotFit { .. } => return Ok(None),
        };
    let sessions = &timetable.sessions;
    keeps_rules(problem, sessions, &[])?;
    same(rules::days(problem, sessions), timetable.days)?;
    same(rules::uneven(problem, sessions), timetable.uneven)?;
    same(true, timetable.proved)?;
    Ok(Some((timetable.days, timetable.uneven.max(1))))
}

/// Looks every rule up, and has the checker do so, where so many sessions were settled.
fn keeps_rules(problem: &Problem, sessions: &[Session], one_offs: &[OneOff]) -> Result<(), String> {
    let broken = rules::broken(&edits::with_numbers_of(problem, sessions), sessions);
    if !broken.is_empty() {
        return Err(format!("breaks {broken:?}: {sessions:?}"));
    }
    let plan = Plan {
        code: String::new(),
        format: PLAN_FORMAT,
        inspection: problem.inspection.header.title.clone(),
        inputs_digest: problem.inspection.inputs_digest.clone(),
        tiers: Vec::new(),
        authority_date: problem.visit.letter_by,
        visits: vec![problem.visit.clone()],
        sessions: sessions.to_vec(),
        preparation: prepared(problem),
        one_offs: one_offs.to_vec(),
    };
    // The plan is no plan otherwise: it has no score, and its days may lie in two weeks.
    let of_timetables = Rule::of_timetables();
    let findings = check(&problem.inspection, &plan).findings.into_iter();
    let of_timetables = |rule: Option<Rule>| rule.is_some_and(|rule| of_timetables.contains(rule));
    let findings: Vec<String> = findings
        .filter(|finding| of_timetables(finding.rule))
        .map(|finding| finding.to_string())
        .collect();
    match findings.is_empty() {
        true => Ok(()),
        false => Err(format!("the checker finds {findings:#?} in {sessions:?}")),
    }
}

fn prepared(problem: &Problem) -> Vec<Prepared> {
    let instance = Instance::new(problem.inspection.clone());
    prepare_visit(&instance, &problem.visit, &Budget::unlimited()).expect("no fault")
}

/// The fewest sessions moved, of a timetable that keeps every rule and moves no more than it says.
fn moved(problem: &Problem, edited: &[Session]) -> Result<Option<u32>, String> {
    let instance = Instance::new(problem.inspection.clone());
    // Nothing differs from what was agreed, so nothing is an edit.
    let both = [edited, edited];
    let kept = keep_visit(&instance, &problem.visit, both, &[], &Budget::unlimited());
    let Ok(kept) = kept.expect("no fault") else {
        return Ok(None);
    };
    keeps_rules(problem, &kept.sessions, &kept.one_offs)?;
    let stays = |one: &&Session| edited.iter().any(|edited| grid::stands(edited, one));
    let stay = kept.sessions.iter().filter(stays).count();
    same((kept.sessions.len() - stay) as u32, kept.moved)?;
    same(true, kept.proved)?;
    same((0, 0), (kept.edits, kept.refused.len()))?;
    Ok(Some(kept.moved))
}

/// The fewest pairs and the fewest days, of a team that does everything in so many days.
fn sized(problem: &Problem) -> Result<Option<(usize, u32)>, String> {
    let sizing = size_kind(&problem.inspection, problem.kind(), &Budget::unlimited());
    let Some(size) = sizing.expect("no fault").fewest else {
        return Ok(None);
    };
    let named = oracle::sizing::named(problem);
    let pairs = size.pairs.clone().into_iter();
    let stranger = pairs
        .map(oracle::sizing::in_order)
        .find(|pair| !named.contains(pair));
    if let Some(pair) = stranger {
        return Err(format!("nobody names the pair {pair:?}"));
    }
    let activities: Vec<&Activity> = problem.onsite().collect();
    let days = oracle::sizing::fewest_days(problem, &activities, &size.pairs);
    same(days, Some(size.days))?;
    Ok(Some((size.pairs.len(), size.days)))
}

fn shared_out(problem: &Problem) -> Result<[u32; 2], String> {
    let rows = prepared(problem);
    let share = oracle::preparation::check(problem, &rows);
    let share = share.ok_or_else(|| format!("breaks V12: {rows:?}"))?;
    Ok([share.minutes, share.busiest])
}

#[test]
fn timetables_equal_exhaustive_search() {
    let compare = |(seed, problem, answer): &Solved| {
        let compare = || same(value(answer), placed(problem)?);
        fault(&format!("seed {seed}"), problem, compare)
    };
    assert_none(&SOLVED.par_iter().filter_map(compare).collect::<Vec<_>>());
}

#[test]
fn kept_timetables_equal_exhaustive_search() {
    let compare = |(seed, problem, answer): &Solved| {
        let good = answer.as_ref().map_or(&[][..], |answer| &answer.sessions);
        let draw = &mut Draw::new(*seed);
        // Times as people write them, or as the program had them.
        let step = draw.pick(&[1, 5, grid::step(problem)]);
        let edited = edits::numbered(edits::edited(draw, problem, good, step));
        let compare = || {
            let expected = oracle::fewest_moved(&edits::with_numbers_of(problem, &edited), &edited);
            let found = moved(problem, &edited).and_then(|found| same(expected, found));
            found.map_err(|fault| format!("{fault}, edited {edited:?}"))
        };
        fault(&format!("seed {seed}"), problem, compare)
    };
    assert_none(&SOLVED.par_iter().filter_map(compare).collect::<Vec<_>>());
}

/// The most edits stand: rows that are not as they were agreed, whatever else must move.
#[test]
fn as_many_edits_stand_as_can() {
    let compare = |(seed, problem, answer): &Solved| {
        let agreed = &answer.as_ref()?.sessions;
        let draw = &mut Draw::new(*seed + 77);
        let edited = edits::numbered(edits::edited(draw, problem, agreed, grid::step(problem)));
        let wishes = edits::wishes(agreed, &edited);
        if edited.is_empty() {
            return None;
        }
        let so_many = edits::with_numbers_of(problem, &edited);
        let compare = || {
            let instance = Instance::new(problem.inspection.clone());
            let (visit, both) = (&problem.visit, [agreed.as_slice(), edited.as_slice()]);
            let kept = keep_visit(&instance, visit, both, &[], &Budget::unlimited());
            let (kept, fewest) = (
                kept.expect("no fault"),
                oracle::fewest_moved(&so_many, &wishes),
            );
            let (Ok(kept), Some(fewest)) = (&kept, fewest) else {
                return same(fewest.is_some(), kept.is_ok());
            };
            keeps_rules(problem, &kept.sessions, &kept.one_offs)?;
            same(true, kept.proved)?;
            same(wishes.len(), kept.edits)?;
            let stand = kept.sessions.len() - fewest as usize;
            same(wishes.len() - stand, kept.refused.len())
        };
        let compare = || compare().map_err(|fault| format!("{fault}, edited {edited:?}"));
        fault(&format!("seed {seed}"), problem, compare)
    };
    assert_none(&SOLVED.par_iter().filter_map(compare).collect::<Vec<_>>());
}

#[test]
fn sizes_equal_exhaustive_search() {
    let compare = |(seed, problem): (u64, Problem)| {
        let compare = || same(oracle::sizing::fewest_pairs(&problem), sized(&problem)?);
        fault(&format!("seed {seed}"), &problem, compare)
    };
    assert_none(&to_be_sized().filter_map(compare).collect::<Vec<_>>());
}

#[test]
fn preparation_equals_exhaustive_search() {
    let compare = |(seed, problem): (u64, Problem)| {
        let best = oracle::preparation::best(&problem);
        let compare = || same([best.minutes, best.busiest], shared_out(&problem)?);
        fault(&format!("seed {seed}"), &problem, compare)
    };
    assert_none(&to_be_prepared().filter_map(compare).collect::<Vec<_>>());
}

#[test]
fn the_planner_agrees_with_paper() {
    let mut faults: Vec<Option<String>> = Vec::new();
    for (name, problem, expected) in by_hand::places() {
        faults.push(fault(name, &problem, || same(expected, placed(&problem)?)));
    }
    for (name, problem, expected) in by_hand::sizes() {
        faults.push(fault(name, &problem, || same(expected, sized(&problem)?)));
    }
    for (name, problem, edited, expected) in by_hand::edits() {
        let compare = || same(expected, moved(&problem, &edited)?);
        faults.push(fault(name, &problem, compare));
    }
    for (name, problem, expected) in by_hand::preparations() {
        faults.push(fault(name, &problem, || {
            same(expected, shared_out(&problem)?)
        }));
    }
    assert_none(&faults.into_iter().flatten().collect::<Vec<_>>());
}
