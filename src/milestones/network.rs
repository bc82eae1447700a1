//! Which step waits for which: the order of the rows, worked out for every visit and inspectorate.

use std::collections::BTreeMap;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::steps::Node;
use crate::domain::{Inspection, Lead, MilestoneId, On, Time, Unit};

/// The steps and what holds between them.
#[derive(Debug)]
pub(super) struct Network<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    pub(super) edges: Vec<Edge>,
    pub(super) pins: Vec<Pin>,
    /// The places of the edges into each step.
    pub(super) into: Vec<Vec<usize>>,
    /// The places of the edges out of each step.
    pub(super) out_of: Vec<Vec<usize>>,
    /// Every step, after all that it waits for.
    pub(super) order: Vec<usize>,
}

/// One step waits for another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) wait: Wait,
}

/// How long it waits.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wait {
    /// For the working days that it takes.
    Days,
    /// For those, and for so much calendar time at least.
    AtLeast(Time),
    /// For so much calendar time and no more.
    Exactly(Time),
}

/// A step that happens so long before others: before the first of them.
#[derive(Debug, Clone)]
pub(super) struct Pin {
    pub(super) node: usize,
    pub(super) time: Time,
    pub(super) before: Vec<usize>,
}

impl<'a> Network<'a> {
    pub(super) fn new(inspection: &Inspection, nodes: Vec<Node<'a>>) -> Self {
        let notice = Time {
            number: inspection.timing.notice_weeks,
            unit: Unit::Weeks,
        };
        let (edges, pins) = drawn(&nodes, notice);
        let (mut into, mut out_of) = (vec![Vec::new(); nodes.len()], vec![Vec::new(); nodes.len()]);
        for (place, edge) in edges.iter().enumerate() {
            into[edge.to].push(place);
            out_of[edge.from].push(place);
        }
        let pinned = pins
            .iter()
            .flat_map(|pin| pin.before.iter().map(|to| (pin.node, *to)));
        let pairs = edges.iter().map(|edge| (edge.from, edge.to)).chain(pinned);
        let order = in_order(nodes.len(), pairs);
        Self {
            nodes,
            edges,
            pins,
            into,
            out_of,
            order,
        }
    }

    /// The edges into a step.
    pub(super) fn before(&self, place: usize) -> impl Iterator<Item = &Edge> {
        self.into[place].iter().map(|edge| &self.edges[*edge])
    }

    /// The edges out of a step.
    pub(super) fn after(&self, place: usize) -> impl Iterator<Item = &Edge> {
        self.out_of[place].iter().map(|edge| &self.edges[*edge])
    }

    /// The first step of the row with this id.
    pub(super) fn first_of(&self, id: &str) -> Option<usize> {
        let mut nodes = self.nodes.iter();
        nodes.position(|node| node.milestone.id.as_str() == id && !node.hidden)
    }
}

/// What the rows say of the order of their steps: the waits from one to the next, and the steps that are pinned before others.
fn drawn(nodes: &[Node<'_>], notice: Time) -> (Vec<Edge>, Vec<Pin>) {
    let mut of_row: BTreeMap<&MilestoneId, Vec<usize>> = BTreeMap::new();
    for (place, node) in nodes.iter().enumerate() {
        of_row.entry(&node.milestone.id).or_default().push(place);
    }
    let related = |place: usize, node: &Node<'_>, id: &MilestoneId| -> Vec<usize> {
        let others = of_row.get(id).into_iter().flatten().copied();
        others
            .filter(|other| *other != place)
            .filter(|other| {
                nodes
                    .get(*other)
                    .is_some_and(|other| belong_together(node, other))
            })
            .collect()
    };
    let (mut edges, mut pins) = (Vec::new(), Vec::new());
    for (place, node) in nodes.iter().enumerate() {
        let row = node.milestone;
        let mut add = |from: usize, to: usize, wait: Wait| edges.push(Edge { from, to, wait });
        for id in &row.after {
            for from in related(place, node, id) {
                add(from, place, Wait::Days);
            }
        }
        for before in &row.before {
            let wait = match before.lead {
                _ if node.hidden => Wait::Days,
                Lead::None => Wait::Days,
                Lead::Notice => Wait::AtLeast(notice),
                Lead::Time(time) => Wait::AtLeast(time),
            };
            for to in related(place, node, &before.milestone) {
                add(place, to, wait);
            }
        }
        match &row.on {
            Some(On::After(time, id)) => {
                let wait = if node.hidden {
                    Wait::Days
                } else {
                    Wait::Exactly(*time)
                };
                for from in related(place, node, id) {
                    add(from, place, wait);
                }
            }
            Some(On::Before(time, id)) => {
                let before = related(place, node, id);
                if node.hidden {
                    for to in before {
                        add(place, to, Wait::Days);
                    }
                } else if !before.is_empty() {
                    pins.push(Pin {
                        node: place,
                        time: *time,
                        before,
                    });
                }
            }
            _ => {}
        }
    }
    (edges, pins)
}

/// The places 0 to `count`, each after those that stand before it in a pair. What waits in a circle, which the input refuses, stands
/// together.
fn in_order(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut graph: DiGraph<(), (), usize> = DiGraph::with_capacity(count, 0);
    for _ in 0..count {
        graph.add_node(());
    }
    graph.extend_with_edges(pairs);
    // What is found first is what nothing comes after.
    let circles = tarjan_scc(&graph).into_iter().rev();
    circles.flatten().map(NodeIndex::index).collect()
}

/// Steps of different visits, or of different inspectorates, do not wait for each other.
fn belong_together(one: &Node<'_>, other: &Node<'_>) -> bool {
    let visits = one.visits.is_empty()
        || other.visits.is_empty()
        || one.visits.iter().any(|visit| other.visits.contains(visit));
    let inspectorates = match (&one.inspectorate, &other.inspectorate) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    visits && inspectorates
}
