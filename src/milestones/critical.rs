//! The critical path: the chain of steps, each waiting for the one before, that decides when the selection can be proposed
//! and when the report can be published.

use std::collections::BTreeSet;

use super::earliest_latest::Passes;
use super::network::Network;
use super::{PROPOSED, PUBLICATION, waits};
use crate::calendar::Calendar;

/// The places of the critical steps.
pub(super) fn critical(
    network: &Network<'_>,
    calendar: &Calendar,
    passed: &Passes,
) -> BTreeSet<usize> {
    let is_pinned = |place: usize| network.pins.iter().any(|pin| pin.node == place);
    let due = |place: usize| {
        let node = &network.nodes[place];
        // A weekend may leave a pinned step later than what it waits for.
        let needed = passed.needed[place].filter(|_| is_pinned(place));
        let day = node.given_start().or(needed);
        waits::desk_day_from(calendar, day.unwrap_or(passed.done[place]))
    };
    // A target for publication that leaves a day to spare is not decided by any chain.
    let is_driven = |place: &usize| {
        let needed = passed.needed[*place];
        needed.is_some_and(|day| waits::desk_day_from(calendar, day) >= due(*place))
    };
    let mut open: Vec<usize> = Vec::new();
    open.extend(network.first_of(PROPOSED));
    open.extend(network.first_of(PUBLICATION).filter(is_driven));
    let mut found = BTreeSet::new();
    while let Some(place) = open.pop() {
        if !found.insert(place) {
            continue;
        }
        for edge in network.before(place) {
            let first = waits::first(network, calendar, edge, passed.done[edge.from]);
            if waits::desk_day_from(calendar, first) >= due(place) {
                open.push(edge.from);
            }
        }
        for pin in &network.pins {
            let pushed =
                passed.needed[pin.node].map(|day| waits::first_after_pinned(calendar, pin, day));
            if pin.before.contains(&place) && pushed.is_some_and(|day| day >= due(place)) {
                open.push(pin.node);
            }
        }
    }
    found.retain(|place| !network.nodes[*place].hidden);
    found
}
