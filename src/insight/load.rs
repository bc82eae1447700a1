//! How the onsite days are shared among the inspectors: whoever has most, the one in the middle, and those who are on no visit.

use std::collections::BTreeMap;

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::{InspectorId, Named};

/// How the onsite days are shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Load {
    /// The onsite days of whoever has most.
    pub most: usize,
    /// Who that is, by id.
    pub busiest: Vec<Named<InspectorId>>,
    /// Twice the onsite days of the one in the middle of all who are on a visit: of an even number, the mean of the two in the middle.
    pub twice_median: usize,
    /// How many are on a visit.
    pub on_visits: usize,
    /// Those of the inspection who are on none, in its order.
    pub without: Vec<Named<InspectorId>>,
}

/// How the onsite days of a plan are shared.
pub(crate) fn load(facts: &Particulars<'_>) -> Load {
    let mut days: BTreeMap<&InspectorId, usize> = BTreeMap::new();
    for visit in facts.visits() {
        let onsite = facts.calendar.onsite_days(visit).len();
        let mut team: Vec<&InspectorId> = visit.team().collect();
        team.sort_unstable();
        team.dedup();
        for inspector in team {
            *days.entry(inspector).or_default() += onsite;
        }
    }
    let most = days.values().max().copied().unwrap_or_default();
    let busiest = days.iter().filter(|(_, days)| **days == most);
    let mut sorted: Vec<usize> = days.values().copied().collect();
    sorted.sort_unstable();
    let middle = |place: usize| sorted.get(place).copied().unwrap_or_default();
    let number = sorted.len();
    let all = facts.inspection.inspectors.iter();
    let idle = all.filter(|inspector| !days.contains_key(&inspector.id));
    Load {
        most,
        busiest: busiest
            .map(|(inspector, _)| facts.named_inspector(inspector))
            .collect(),
        twice_median: middle(number / 2) + middle(number.saturating_sub(1) / 2),
        on_visits: number,
        without: idle.map(|inspector| inspector.named()).collect(),
    }
}
