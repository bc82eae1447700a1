//! Milestones that wait for each other in a circle can never be done.

use std::collections::HashMap;

use petgraph::algo::astar;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::domain::{Milestone, MilestoneId, On};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::table_row::{Record, records};
use crate::schema::AnyField;
use crate::schema::tables::milestones::{AFTER, BEFORE, ID, ON};

/// Notes every circle, once, at the first row of the table that is part of it.
pub(super) fn check(table: &RawTable, all: &[Milestone], problems: &Problems) {
    let place: HashMap<&str, usize> = all
        .iter()
        .enumerate()
        .map(|(place, one)| (one.id.as_str(), place))
        .collect();
    let waiting = waiting(all, &place);
    let mut told = vec![false; all.len()];
    let quiet = Problems::default();
    for record in records(table, &quiet) {
        let Some(start) = record.text(&ID).and_then(|id| place.get(id)) else {
            continue;
        };
        let circle = shortest_circle(*start, &waiting);
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

/// An edge leads from each milestone to those that wait for it.
type Waiting = DiGraph<(), (), usize>;

fn waiting(all: &[Milestone], place: &HashMap<&str, usize>) -> Waiting {
    let mut graph = Waiting::with_capacity(all.len(), 0);
    for _ in all {
        graph.add_node(());
    }
    let mut add = |from: &MilestoneId, to: &MilestoneId| {
        if let (Some(from), Some(to)) = (place.get(from.as_str()), place.get(to.as_str())) {
            graph.add_edge((*from).into(), (*to).into(), ());
        }
    };
    for one in all {
        for earlier in &one.after {
            add(earlier, &one.id);
        }
        for next in &one.before {
            add(&one.id, &next.milestone);
        }
        match &one.on {
            Some(On::Before(_, other)) => add(&one.id, other),
            Some(On::After(_, other)) => add(other, &one.id),
            _ => {}
        }
    }
    graph
}

/// The shortest way from a milestone back to itself, each followed by the next; empty where there is none.
fn shortest_circle(start: usize, waiting: &Waiting) -> Vec<usize> {
    let start = NodeIndex::new(start);
    let back = |next| astar(waiting, next, |at| at == start, |_| 1, |_| 0);
    let ways = waiting.neighbors(start).filter_map(back);
    let Some((_, way)) = ways.min_by_key(|(long, _)| *long) else {
        return Vec::new();
    };
    // The way ends where it is to begin.
    let before = way.iter().rev().skip(1).rev();
    [&start]
        .into_iter()
        .chain(before)
        .map(|at| at.index())
        .collect()
}
