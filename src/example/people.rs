//! Synthetic inspectors, and what binds them.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};
use rand::{Rng, RngExt};

use super::{Size, after, before, inspectorates};
use crate::domain::{Absence, Apart, Clearance, Conflict, Inspector, InspectorId, Position, Site};

const WEEK: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// Inspectors of both inspectorates by turns; one in five is new to it, one in thirteen works four days.
pub(super) fn inspectors(rng: &mut impl Rng, size: Size, towns: &[Position]) -> Vec<Inspector> {
    let inspectorates = inspectorates();
    (0..size.inspectors)
        .map(|row| {
            let which = row as usize % inspectorates.len();
            let letter = ["P", "C"][which];
            let number = row / 2 + 1;
            let town = towns[rng.random_range(0..towns.len())];
            let works = if row % 13 == 12 {
                &WEEK[..4]
            } else {
                &WEEK[..]
            };
            Inspector {
                id: InspectorId::from(format!("{letter}{number:02}")),
                name: format!("Inspector {letter}{number:02}"),
                inspectorate: inspectorates[which].clone(),
                experienced: rng.random_range(0..5) != 0,
                base: Some(town),
                skills: BTreeSet::new(),
                works: works.to_vec(),
                max_days: None,
            }
        })
        .collect()
}

/// A week or two away for everyone, and a second time for half of them.
pub(super) fn absences(
    rng: &mut impl Rng,
    people: &[Inspector],
    first_day: NaiveDate,
    weeks: u32,
) -> Vec<Absence> {
    let mut rows = Vec::new();
    for person in people {
        for _ in 0..rng.random_range(1..=2) {
            let start = after(first_day, u64::from(rng.random_range(0..weeks)) * 7);
            let length = 4 + 7 * rng.random_range(0..2);
            rows.push(Absence {
                inspector: person.id.clone(),
                first_day: start,
                last_day: after(start, length),
            });
        }
    }
    rows
}

/// Almost everyone is cleared; one in ten only for part of the window.
pub(super) fn clearances(
    rng: &mut impl Rng,
    people: &[Inspector],
    last_day: NaiveDate,
) -> Vec<Clearance> {
    let mut rows = Vec::new();
    for person in people {
        let ends = rng.random_range(0..10) == 0;
        if rng.random_range(0..20) != 0 {
            rows.push(Clearance {
                inspector: person.id.clone(),
                clearance: "NPPV3".into(),
                valid_until: ends.then(|| before(last_day, rng.random_range(10..60))),
            });
        }
    }
    rows
}

/// Each inspector has one site that they must not visit.
pub(super) fn conflicts(rng: &mut impl Rng, people: &[Inspector], sites: &[Site]) -> Vec<Conflict> {
    people
        .iter()
        .map(|person| Conflict {
            inspector: person.id.clone(),
            site: sites[rng.random_range(0..sites.len())].id.clone(),
        })
        .collect()
}

/// Two inspectors who are kept apart.
pub(super) fn apart(rng: &mut impl Rng, people: &[Inspector]) -> Vec<Apart> {
    let a = rng.random_range(0..people.len());
    let b = (a + rng.random_range(1..people.len())) % people.len();
    vec![Apart {
        inspector_a: people[a].id.clone(),
        inspector_b: people[b].id.clone(),
    }]
}
