//! How far the inspectors travel: of all together, in whole hundreds of kilometres, and of nobody alone.
//!
//! Where everyone who was sent to known places is told with their kilometres, homes can be worked out by drawing circles, also from
//! rounded ones and from those of a visit's whole team: teams overlap. One sum over all visits leaves every home open.

use std::collections::BTreeSet;

use serde::Serialize;

use super::particulars::{Particulars, Way};
use crate::domain::InspectorId;

/// The sum is told where so many inspectors have a share in it, and else not at all.
pub const FEWEST_TRAVELLERS: usize = 5;

/// How far everyone travels together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Travel {
    /// There and back, over all visits, in whole hundreds of kilometres; `None` where fewer than [`FEWEST_TRAVELLERS`] have a share.
    pub km: Option<u64>,
    /// How many inspectors the plan uses.
    pub inspectors: usize,
}

/// How far everyone travels together, over all visits of a plan.
pub(crate) fn travel(facts: &Particulars<'_>) -> Travel {
    let mut used: BTreeSet<&InspectorId> = BTreeSet::new();
    let mut travellers: BTreeSet<&InspectorId> = BTreeSet::new();
    let mut km = 0.0;
    for visit in facts.visits() {
        let team: BTreeSet<&InspectorId> = visit.team().collect();
        for who in team {
            used.insert(who);
            match facts.way(visit, who) {
                Way::Known(journey) => {
                    km += journey;
                    travellers.insert(who);
                }
                Way::Estimated(journey) => km += journey,
                Way::Unknown | Way::TakenAlong => {}
            }
        }
    }
    let told = travellers.len() >= FEWEST_TRAVELLERS;
    Travel {
        km: told.then(|| ((km / 100.0).round() * 100.0) as u64),
        inspectors: used.len(),
    }
}
