//! How much time the inspectors of an example have to spare.

use rand::{Rng, RngExt};

use super::planted::Planted;
use crate::domain::{Inspector, InspectorateId};

/// Of so many days that the inspectors of an inspectorate have, one is to spare where there is little slack: 5 %.
const ONE_TO_SPARE_OF: u32 = 20;

/// How much time the inspectors have to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Slack {
    /// Enough for many other plans.
    #[default]
    Usual,
    /// Next to none: the visits of the planted plan take about 95 % of the days that the inspectors of each
    /// inspectorate may be onsite.
    Low,
}

/// Limits everyone to the onsite days of the planted plan, and lets chance say who has the few that are to spare.
pub(super) fn few_days_to_spare(rng: &mut impl Rng, people: &mut [Inspector], planted: &Planted) {
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
        let spare = needed.div_ceil(ONE_TO_SPARE_OF - 1);
        for _ in 0..spare {
            let who = rng.random_range(0..of_it.len());
            if let Some(limit) = of_it.get_mut(who).and_then(|one| one.max_days.as_mut()) {
                *limit += 1;
            }
        }
    }
}
