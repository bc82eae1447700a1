//! Synthetic inspectors, and what binds them.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, RngExt};

use super::Size;
use super::kinds;
use super::planted::Planted;
use super::sites::{Town, WELSH, YOUTH};
use crate::domain::{Inspection, Inspector, InspectorId, InspectorateId};

const WEEK: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// Of so many inspectors of one inspectorate, one is new to it.
const NEW: usize = 5;

/// Of so many inspectors one works four days a week, and two are kept apart.
pub(super) const FEW: usize = 13;

/// Below this number everybody works every day.
const FEWEST_FOR_PART_TIME: usize = 10;

/// An inspectorate with fewer than this has nobody who works part-time.
const FEWEST_OF_ONE: usize = 4;

/// Inspectors of all inspectorates, who live in the towns.
pub(super) fn inspectors(rng: &mut impl Rng, size: &Size, towns: &[Town]) -> Vec<Inspector> {
    let mut people: Vec<Inspector> = Vec::new();
    for row in 0..size.inspectors {
        let (inspectorate, letter) = kinds::turn(size, row);
        let number = 1 + of(&people, &inspectorate).count();
        let id = format!("{letter}{number:02}");
        let mut skills = BTreeSet::new();
        if rng.random_range(0..4) == 0 {
            skills.insert(WELSH.to_owned());
        }
        if size.inspectorates == 4 && rng.random_range(0..4) == 0 {
            skills.insert(YOUTH.to_owned());
        }
        people.push(Inspector {
            name: format!("Inspector {id}"),
            id: InspectorId::from(id),
            inspectorate,
            from: None,
            until: None,
            experienced: true,
            base: towns.choose(rng).map(|town| town.position),
            skills,
            works: WEEK.to_vec(),
            max_days: None,
        });
    }
    newcomers(rng, size, &mut people);
    part_timers(rng, &mut people);
    people
}

fn of<'a>(
    people: &'a [Inspector],
    inspectorate: &'a InspectorateId,
) -> impl Iterator<Item = &'a Inspector> {
    people
        .iter()
        .filter(move |person| person.inspectorate == *inspectorate)
}

/// One in five of each inspectorate has not done this before.
fn newcomers(rng: &mut impl Rng, size: &Size, people: &mut [Inspector]) {
    for inspectorate in kinds::inspectorates(size) {
        let mut ids: Vec<InspectorId> = of(people, &inspectorate).map(|p| p.id.clone()).collect();
        ids.shuffle(rng);
        ids.truncate(ids.len() / NEW);
        for person in people.iter_mut().filter(|person| ids.contains(&person.id)) {
            person.experienced = false;
        }
    }
}

/// One in thirteen, and one at least unless there are few, works four days a week.
fn part_timers(rng: &mut impl Rng, people: &mut [Inspector]) {
    if people.len() < FEWEST_FOR_PART_TIME {
        return;
    }
    let wanted = (people.len() / FEW).max(1);
    let mut could: Vec<InspectorId> = people
        .iter()
        .filter(|person| of(people, &person.inspectorate).count() >= FEWEST_OF_ONE)
        .map(|person| person.id.clone())
        .collect();
    could.shuffle(rng);
    could.truncate(wanted);
    for person in people
        .iter_mut()
        .filter(|person| could.contains(&person.id))
    {
        let off = [Weekday::Fri, Weekday::Fri, Weekday::Wed, Weekday::Mon];
        let off = off.choose(rng).copied();
        person.works.retain(|day| Some(*day) != off);
    }
}

/// Gives someone on every planted team each skill that its site needs.
pub(super) fn give_skills(inspection: &mut Inspection, planted: &Planted) {
    // The visits that a force brings come first: whoever is on them is on the force's visit too.
    let mut outings: Vec<_> = planted.outings.iter().collect();
    outings.sort_by_key(|outing| outing.pairs.len());
    for outing in outings {
        let needs = inspection
            .site(&outing.site)
            .map(|site| site.needs.clone())
            .unwrap_or_default();
        for need in needs {
            let mut team = inspection
                .inspectors
                .iter()
                .filter(|person| outing.has(&person.id));
            if team.any(|person| person.skills.contains(&need)) {
                continue;
            }
            let leads = |person: &&mut Inspector| person.id == outing.lead;
            if let Some(person) = inspection.inspectors.iter_mut().find(leads) {
                person.skills.insert(need);
            }
        }
    }
}

/// Limits of their own: for those who work part-time, and a few others; never below what the planted plan asks.
pub(super) fn own_limits(rng: &mut impl Rng, people: &mut [Inspector], planted: &Planted) {
    for person in people {
        let is_part_time = person.works.len() < WEEK.len();
        let limit = match rng.random_range(0..20) {
            0 => Some(20),
            1 | 2 => Some(rng.random_range(6..=12)),
            _ => is_part_time.then_some(10),
        };
        person.max_days = limit.map(|days| days.max(planted.onsite_days(&person.id)));
    }
}

/// The last day on which the planted plan needs an inspector.
pub(super) fn last_needed(planted: &Planted, person: &InspectorId) -> Option<NaiveDate> {
    planted.needed(person).last().copied()
}
