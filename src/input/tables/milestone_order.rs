//! Milestones that wait for each other in a circle can never be done.

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::domain::{Milestone, On};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::record::{Record, records};
use crate::schema::AnyField;
use crate::schema::tables::milestones::{AFTER, BEFORE, ID, ON};

/// Notes every circle, once, at the first row of the table that is part of it.
pub(super) fn check(table: &RawTable, all: &[Milestone], problems: &Problems) {
    let later = later(all);
    let place: HashMap<&str, usize> = all
        .iter()
        .enumerate()
        .map(|(place, one)| (one.id.as_str(), place))
        .collect();
    let mut told = vec![false; all.len()];
    let quiet = Problems::default();
    for record in records(table, &quiet) {
        let Some(start) = record.text(&ID).and_then(|id| place.get(id)) else {
            continue;
        };
        let circle = shortest_circle(*start, &later);
        if circle.is_empty() || circle.iter().any(|one| told.get(*one) == Some(&true)) {
            continue;
        }
        for one in &circle {
            if let Some(told) = told.get_mut(*one) {
                *told = true;
            }
        }
        let names: Vec<&str> = circle
            .iter()
            .filter_map(|one| Some(all.get(*one)?.name.as_str()))
            .collect();
        note(record, &names, problems);
    }
}

fn note(record: Record, names: &[&str], problems: &Problems) {
    let fact = match names {
        [only] => format!("The milestone {} waits for itself.", quote(only)),
        [first, rest @ ..] => {
            // Each is followed by the next; said the other way round, each waits for the one before it.
            let waits = rest.iter().rev().map(|name| quote(name));
            let chain: Vec<String> = waits.chain([quote(first)]).collect();
            format!(
                "Milestones wait for each other in a circle: {} waits for {}.",
                quote(first),
                chain.join(", which waits for ")
            )
        }
        [] => return,
    };
    let ordering: [&dyn AnyField; 3] = [&AFTER, &BEFORE, &ON];
    let column = ordering.into_iter().find(|column| record.has(*column));
    problems.add(
        &codes::CIRCLE,
        record.place(column.unwrap_or(&ID)),
        fact,
        "Take one of them out of after, before or on.",
    );
}

/// For each milestone, those that wait for it.
fn later(all: &[Milestone]) -> Vec<Vec<usize>> {
    let place: BTreeMap<&str, usize> = all
        .iter()
        .enumerate()
        .map(|(place, one)| (one.id.as_str(), place))
        .collect();
    let mut later = vec![Vec::new(); all.len()];
    let mut add = |from: Option<&usize>, to: Option<&usize>| {
        if let (Some(from), Some(to)) = (from, to)
            && let Some(list) = later.get_mut(*from)
        {
            list.push(*to);
        }
    };
    for one in all {
        let own = place.get(one.id.as_str());
        for earlier in &one.after {
            add(place.get(earlier.as_str()), own);
        }
        for next in &one.before {
            add(own, place.get(next.milestone.as_str()));
        }
        match &one.on {
            Some(On::Before(_, other)) => add(own, place.get(other.as_str())),
            Some(On::After(_, other)) => add(place.get(other.as_str()), own),
            _ => {}
        }
    }
    later
}

/// The shortest way from a milestone back to itself, each followed by the next; empty where there is none.
fn shortest_circle(start: usize, later: &[Vec<usize>]) -> Vec<usize> {
    let mut reached_from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(here) = queue.pop_front() {
        for next in later.get(here).into_iter().flatten() {
            if *next == start {
                let mut way = vec![here];
                let mut at = here;
                while at != start {
                    let Some(before) = reached_from.get(&at) else {
                        break;
                    };
                    at = *before;
                    way.push(at);
                }
                way.reverse();
                return way;
            }
            if *next != start && !reached_from.contains_key(next) {
                reached_from.insert(*next, here);
                queue.push_back(*next);
            }
        }
    }
    Vec::new()
}
