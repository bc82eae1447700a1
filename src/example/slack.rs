//! How much time the inspectors of an example have to spare.

use rand::{Rng, RngExt};

use super::planted::Planted;
use crate::domain::{Inspector, InspectorateId};

/// How much time the inspectors have to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Slack {
    /// Enough for many other plans: limits as people have them.
    #[default]
    Usual,
    /// The visits of the planted plan take about 50 % of the days that the inspectors of each inspectorate may be onsite.
    High,
    /// About 80 %.
    Middle,
    /// About 95 %: next to none.
    Low,
    /// Too little: no plan keeps all rules.
    None,
}

impl Slack {
    /// Of a hundred days that people may be onsite, those that the planted plan takes; `None` where that is not laid down.
    pub(super) fn days_taken_of_100(self) -> Option<u32> {
        match self {
            Self::Usual => None,
            Self::High => Some(50),
            Self::Middle => Some(80),
            Self::Low | Self::None => Some(95),
        }
    }
}

/// Limits everyone to the onsite days of the planted plan, and lets chance say who has those that are to spare.
pub(super) fn limit(rng: &mut impl Rng, taken: u32, people: &mut [Inspector], planted: &Planted) {
    for person in people.iter_mut() {
        person.max_days = Some(planted.onsite_days(&person.id));
    }
    let mut inspectorates: Vec<InspectorateId> =
        people.iter().map(|p| p.inspectorate.clone()).collect();
    inspectorates.sort();
    inspectorates.dedup();
    for inspectorate in inspectorates {
        let mut of_it: Vec<&mut Inspector> = people
            .iter_mut()
            .filter(|person| person.inspectorate == inspectorate)
            .collect();
        let needed: u32 = of_it.iter().filter_map(|person| person.max_days).sum();
        let spare = (needed * (100 - taken)).div_ceil(taken);
        for _ in 0..spare {
            let who = rng.random_range(0..of_it.len());
            if let Some(limit) = of_it.get_mut(who).and_then(|one| one.max_days.as_mut()) {
                *limit += 1;
            }
        }
    }
}
