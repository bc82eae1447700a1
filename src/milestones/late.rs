//! Given dates that cannot be met: by how much, and which chain of steps forces it.

use chrono::NaiveDate;
use serde::Serialize;

use super::earliest_latest::Passes;
use super::network::Network;
use super::waits;
use crate::calendar::Calendar;
use crate::domain::{On, Time};

/// A date that cannot be met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Late {
    /// A step is given a date before the first on which it can be.
    Date {
        /// What the step is called.
        label: String,
        /// Whether it is a stretch of days, of which both dates are the first.
        is_stretch: bool,
        /// The date it is given.
        given: NaiveDate,
        /// The first working day on which it could be.
        needed: NaiveDate,
        /// Working days between.
        working_days: i64,
        /// What forces it, first things first; each waits for the one before.
        chain: Vec<ChainStep>,
    },
    /// A step can never be so long before another, for what comes between takes longer.
    Never {
        /// What the step is called.
        label: String,
        /// How long before.
        time: Time,
        /// What the other is called.
        other: String,
    },
}

/// One step of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChainStep {
    /// What the step is called.
    pub label: String,
    /// Why then.
    pub driver: Driver,
    /// When it is done.
    pub done: NaiveDate,
    /// How long before the next step of the chain it has to be, where its row says so.
    pub ahead: Option<Time>,
}

/// What decides the date of a step of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Driver {
    /// The settings or the plan give it; a stretch of days ends then.
    Given {
        /// Whether it is a stretch of days.
        is_stretch: bool,
    },
    /// So many working days after the step before it.
    Days(u32),
    /// So many working days after the step before it, and then the next day on which the board or chief decides.
    Board(u32),
    /// So much calendar time after the step before it.
    After(Time),
}

/// Every given date that cannot be met, in the order of the table.
pub(super) fn late(network: &Network<'_>, calendar: &Calendar, passed: &Passes) -> Vec<Late> {
    let mut all = Vec::new();
    for (place, node) in network.nodes.iter().enumerate() {
        let (Some(given), Some(needed)) = (node.given_start(), passed.needed[place]) else {
            continue;
        };
        if needed > given && !node.is_recorded {
            all.push(Late::Date {
                label: node.label.clone(),
                is_stretch: node.is_stretch,
                given,
                needed: waits::desk_day_from(calendar, needed),
                working_days: passed.late_by(network, calendar, place),
                chain: chain(network, calendar, passed, place),
            });
        }
    }
    for pin in &network.pins {
        if passed.never.contains(&pin.node) {
            let other = pin.before.first().map(|place| &network.nodes[*place]);
            all.push(Late::Never {
                label: network.nodes[pin.node].label.clone(),
                time: pin.time,
                other: other.map(|node| node.label.clone()).unwrap_or_default(),
            });
        }
    }
    all
}

/// The steps that force a step's date, back to one whose date is given or that follows nothing.
fn chain(
    network: &Network<'_>,
    calendar: &Calendar,
    passed: &Passes,
    target: usize,
) -> Vec<ChainStep> {
    let mut steps = Vec::new();
    let mut place = target;
    // No chain is longer than the network, whatever is in it.
    for _ in 0..network.nodes.len() {
        let Some(before) = driver(network, calendar, passed, place) else {
            break;
        };
        let node = &network.nodes[before];
        if !node.hidden {
            let driver = match (&node.milestone.on, node.given) {
                (_, Some(_)) => Driver::Given {
                    is_stretch: node.is_stretch,
                },
                (Some(On::After(time, _)), _) => Driver::After(*time),
                _ if node.boards.meeting(passed.done[before]).is_some() => Driver::Board(node.days),
                _ => Driver::Days(node.days),
            };
            steps.push(ChainStep {
                label: node.label.clone(),
                driver,
                done: match node.given {
                    Some((_, last)) => last,
                    None if node.boards.last().is_some() => passed.done[before],
                    None => passed.needed[before].unwrap_or(passed.done[before]),
                },
                ahead: network
                    .pins
                    .iter()
                    .find(|pin| pin.node == before && pin.before.contains(&place))
                    .map(|pin| pin.time),
            });
        }
        if node.given.is_some() {
            break;
        }
        place = before;
    }
    steps.reverse();
    steps
}

/// The step that a step waits for longest; the first in the table of several.
fn driver(
    network: &Network<'_>,
    calendar: &Calendar,
    passed: &Passes,
    place: usize,
) -> Option<usize> {
    let edges = network.before(place).map(|edge| {
        let day = waits::first(network, calendar, edge, passed.done[edge.from]);
        (edge.from, day)
    });
    let pins = network
        .pins
        .iter()
        .filter(|pin| pin.before.contains(&place) && !passed.never.contains(&pin.node));
    let pins = pins.filter_map(|pin| {
        let day = passed.needed[pin.node]?;
        Some((pin.node, waits::first_after_pinned(calendar, pin, day)))
    });
    let mut best: Option<(usize, NaiveDate)> = None;
    for (from, day) in edges.chain(pins) {
        if best.is_none_or(|(known, latest)| day > latest || (day == latest && from < known)) {
            best = Some((from, day));
        }
    }
    best.map(|(from, _)| from)
}
