//! The critical path: the steps that have no day to spare and lead, each to the next, to the proposal of the selection or to
//! publication.

use std::collections::BTreeSet;

use super::network::Network;
use super::passes::Passes;
use super::{PROPOSED, PUBLICATION, waits};
use crate::calendar::Calendar;

/// The places of the critical steps.
pub(super) fn critical(
    network: &Network<'_>,
    calendar: &Calendar<'_>,
    passed: &Passes,
) -> BTreeSet<usize> {
    let has_no_day = |place: usize| {
        passed
            .slack(network, calendar, place)
            .is_some_and(|s| s <= 0)
    };
    let mut open: Vec<usize> = Vec::new();
    open.extend(network.first_of(PROPOSED));
    open.extend(
        network
            .first_of(PUBLICATION)
            .filter(|place| has_no_day(*place)),
    );
    let mut found = BTreeSet::new();
    while let Some(place) = open.pop() {
        if !found.insert(place) {
            continue;
        }
        let node = &network.nodes[place];
        let due = node.given_start().or(passed.latest[place]);
        for edge in network.before(place) {
            let limit = due.map(|due| waits::last(network, calendar, edge, due));
            let is_tight = limit.is_some_and(|limit| {
                calendar.desk_days_between(passed.done[edge.from], limit) <= 0
            });
            if is_tight && has_no_day(edge.from) {
                open.push(edge.from);
            }
        }
        let pins = network.pins.iter();
        for pin in pins.filter(|pin| pin.before.contains(&place)) {
            // A pinned step has no slack of its own. It counts where what comes before it holds the later step back.
            let pushed =
                passed.needed[pin.node].map(|day| waits::first_after_pinned(calendar, pin, day));
            if pushed.is_some_and(|day| day >= passed.done[place]) {
                open.push(pin.node);
            }
        }
    }
    found.retain(|place| !network.nodes[*place].hidden);
    found
}
