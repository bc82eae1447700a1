//! What comes before an authority: how it agrees with the record.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::network::Network;
use crate::domain::{Given, On};

/// The steps without a date of their own that an authority waits for, back to those that have one.
pub(super) fn leading(network: &Network<'_>) -> BTreeSet<usize> {
    let authorities = (0..network.nodes.len()).filter(|place| is_authority(network, *place));
    before(network, authorities)
}

/// Whether a step is an authority.
pub(super) fn is_authority(network: &Network<'_>, place: usize) -> bool {
    let node = &network.nodes[place];
    node.milestone.on == Some(On::Given(Given::Authority)) && !node.hidden
}

/// For each step, the day of the first authority on record that it came before: it was done by then, whatever its days say.
pub(super) fn done_by(network: &Network<'_>) -> Vec<Option<NaiveDate>> {
    let mut by: Vec<Option<NaiveDate>> = vec![None; network.nodes.len()];
    for (place, node) in network.nodes.iter().enumerate() {
        let Some((day, _)) = node.given.filter(|_| node.is_recorded) else {
            continue;
        };
        for earlier in before(network, [place].into_iter()) {
            by[earlier] = Some(by[earlier].map_or(day, |known| known.min(day)));
        }
    }
    by
}

fn before(network: &Network<'_>, of: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let mut open: Vec<usize> = of.collect();
    let mut found = BTreeSet::new();
    while let Some(place) = open.pop() {
        for edge in network.before(place) {
            if network.nodes[edge.from].given.is_none() && found.insert(edge.from) {
                open.push(edge.from);
            }
        }
    }
    found
}
