//! Too little of something, so that there is no plan: which, the seed says. That there is none can be counted.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::kinds::{self, CLEARANCE, FORCE};
use super::{after, before};
use crate::domain::{Absence, Clearance, Fixed, Inspection, InspectorId, InspectorateId};

/// Parts the draw of what is short from that of all else.
const OF_SHORTAGES: u64 = 0x7368_6f72_7461_6765;

/// Takes so much away from an inspection that it has no plan.
pub(super) fn make(seed: u64, inspection: &mut Inspection) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ OF_SHORTAGES);
    // To name somebody who cannot go is an error of the input, and not what is looked for here. Settled dates stay.
    for row in &mut inspection.fixed {
        row.inspector = None;
    }
    let is_settled = |row: &Fixed| row.not_before.is_some() || row.not_after.is_some();
    inspection.fixed.retain(is_settled);
    match rng.random_range(0..3) {
        0 => too_few_days(&mut rng, inspection),
        1 => away(inspection),
        _ => cleared_too_briefly(inspection),
    }
}

/// The inspectors of the lead may be onsite on one day fewer than the fewest visits need of them, however these are chosen (P9).
fn too_few_days(rng: &mut impl Rng, inspection: &mut Inspection) {
    let lead = kinds::lead();
    let least = fewest_days(inspection, &lead);
    let of_it = inspection.inspectors.iter_mut();
    let mut of_it: Vec<_> = of_it.filter(|one| one.inspectorate == lead).collect();
    let mut all: u32 = of_it.iter().filter_map(|one| one.max_days).sum();
    while all >= least && all > 0 {
        let who = rng.random_range(0..of_it.len());
        let limit = of_it.get_mut(who).and_then(|one| one.max_days.as_mut());
        if let Some(days) = limit.filter(|days| **days > 0) {
            *days -= 1;
            all -= 1;
        }
    }
}

/// The inspector-days that the fewest sites of every kind need of an inspectorate.
fn fewest_days(inspection: &Inspection, inspectorate: &InspectorateId) -> u32 {
    let of_kind = inspection.kinds.iter().map(|kind| {
        let sites = inspection.sites.iter().filter(|site| site.kind == kind.id);
        let each = sites.map(|site| {
            let kind = kind.at(site);
            let seats = kind.pairs.iter().flatten();
            kind.days * seats.filter(|name| *name == inspectorate).count() as u32
        });
        kind.sites.min * each.min().unwrap_or(0)
    });
    of_kind.sum()
}

/// Weeks that hold fewer visits than there are forces to visit at least (T6).
fn too_few_weeks(inspection: &Inspection) -> u64 {
    let forces = inspection
        .kinds
        .iter()
        .find(|kind| kind.id.as_str() == FORCE);
    let fewest = forces.map_or(1, |kind| kind.sites.min.max(1));
    let per_week = inspection.timing.max_visits_per_week.unwrap_or(1).max(1);
    u64::from((fewest - 1) / per_week)
}

/// The inspectors of the lead.
fn of_lead(inspection: &Inspection) -> Vec<InspectorId> {
    let lead = kinds::lead();
    let people = inspection.inspectors.iter();
    let of_it = people.filter(|one| one.inspectorate == lead);
    of_it.map(|one| one.id.clone()).collect()
}

/// Everyone of the lead is away (P4) but for a few weeks at the end.
fn away(inspection: &mut Inspection) {
    let first_day = inspection.timing.first_day;
    let last_day = before(inspection.timing.last_day, 7 * too_few_weeks(inspection));
    let of_it = of_lead(inspection);
    inspection
        .absences
        .retain(|row| !of_it.contains(&row.inspector));
    inspection
        .absences
        .extend(of_it.into_iter().map(|inspector| Absence {
            inspector,
            first_day,
            last_day,
        }));
}

/// Everyone of the lead is cleared (P5) for the first few weeks only.
fn cleared_too_briefly(inspection: &mut Inspection) {
    let weeks = too_few_weeks(inspection);
    let end = before(after(inspection.timing.first_day, 7 * weeks), 3);
    let of_it = of_lead(inspection);
    inspection
        .clearances
        .retain(|row| !of_it.contains(&row.inspector));
    inspection
        .clearances
        .extend(of_it.into_iter().map(|inspector| Clearance {
            inspector,
            clearance: CLEARANCE.into(),
            valid_until: Some(end),
        }));
}
