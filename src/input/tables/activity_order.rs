//! The order of activities: what `after` leads to, and whether it can be kept.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

use crate::domain::{Activity, KindId};
use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, list, quote};
use crate::input::problems::{Problems, codes};
use crate::input::table_row::{Record, records};
use crate::schema::tables::activities::{ACTIVITY, AFTER, KIND};

type ByName<'a> = BTreeMap<(&'a str, &'a str), &'a Activity>;

/// Follows `after` of every activity, and notes what leads nowhere or in a circle.
pub(in crate::input) fn check_order(
    table: &RawTable,
    activities: &[Activity],
    problems: &Problems,
) {
    let by_name: ByName = activities
        .iter()
        .map(|one| ((one.kind.as_str(), one.name.as_str()), one))
        .collect();
    let mut leads_somewhere = true;
    for record in records(table, problems) {
        if let (Some(kind), Some(name)) = (record.raw(&KIND), record.raw(&ACTIVITY))
            && let Some(activity) = by_name.get(&(kind, name))
        {
            for first in &activity.after {
                leads_somewhere &= check_first(record, activity, first, &by_name);
            }
        }
    }
    if leads_somewhere {
        note_circles(table, activities, problems);
    }
}

/// Whether an activity can come after this one; notes it if not.
fn check_first(record: Record, activity: &Activity, first: &str, by_name: &ByName) -> bool {
    let kind = activity.kind.as_str();
    let (code, fact, remedy) = match by_name.get(&(kind, first)) {
        None => {
            let of_kind = by_name.keys().filter(|(of, _)| *of == kind);
            let remedy = did_you_mean(first, of_kind.map(|(_, name)| *name), || {
                "Name another activity of the same kind.".to_owned()
            });
            let fact = format!(
                "There is no activity {} of the kind {}.",
                quote(first),
                quote(kind)
            );
            (&codes::NO_SUCH_THING, fact, remedy)
        }
        Some(_) if first == activity.name => (
            &codes::SELF_REFERENCE,
            format!("The activity {} comes after itself.", quote(first)),
            "Name another activity, or clear the cell.".to_owned(),
        ),
        Some(before) if activity.remote && !before.remote => (
            &codes::CONTRADICTION,
            format!(
                "The activity {} is remote, so it is done before the visit and cannot come after {}.",
                quote(&activity.name),
                quote(first)
            ),
            "Make it onsite, or clear the cell.".to_owned(),
        ),
        Some(_) => return true,
    };
    record
        .problems
        .add(code, record.place(&AFTER), fact, remedy);
    false
}

/// Notes activities that wait for one another, the opening meeting and the closing debrief included (V6, V9).
fn note_circles(table: &RawTable, activities: &[Activity], problems: &Problems) {
    let kinds: BTreeSet<&KindId> = activities.iter().map(|one| &one.kind).collect();
    for kind in kinds {
        let mut graph = DiGraph::new();
        let of_kind = activities.iter().filter(|one| one.kind == *kind);
        let nodes: Vec<_> = of_kind.map(|one| graph.add_node(one)).collect();
        for (later, first) in nodes
            .iter()
            .flat_map(|a| nodes.iter().map(move |b| (*a, *b)))
        {
            if waits(graph[later], graph[first]) {
                graph.add_edge(later, first, ());
            }
        }
        for mut circle in tarjan_scc(&graph) {
            if circle.len() < 2 {
                continue;
            }
            circle.sort();
            let names: Vec<String> = circle.iter().map(|at| quote(&graph[*at].name)).collect();
            let in_circle = |record: &Record| {
                let of_kind = record.raw(&KIND) == Some(kind.as_str());
                let named = |at: petgraph::graph::NodeIndex| {
                    record.raw(&ACTIVITY) == Some(graph[at].name.as_str())
                };
                of_kind && record.has(&AFTER) && circle.iter().any(|at| named(*at))
            };
            let place = records(table, problems)
                .find(in_circle)
                .map_or(table.origin.whole(), |record| record.place(&AFTER));
            let fact = format!(
                "These activities wait for one another: {}.",
                list(&names, "and")
            );
            let remedy = "Clear the cell “after” in one of their rows. An opening meeting comes before everything else, and a closing debrief after it.";
            problems.add(&codes::CIRCLE, place, fact, remedy);
        }
    }
}

/// Whether an activity can only begin when another is over.
fn waits(later: &Activity, first: &Activity) -> bool {
    let onsite = !later.remote && !first.remote;
    let opened = first.opens() && !later.opens();
    let closing = later.closes() && !first.closes();
    later.after.contains(&first.name) || (onsite && (opened || closing))
}
