//! Who could be seated, and what stands in their way.

use assize::domain::{
    Absence, Apart, Clearance, Conflict, Inspector, InspectorId, InspectorateId, Kind, Site, Timing,
};
use chrono::{Days, Weekday};

use super::draw::Draw;
use super::sites::place;

const WEEK: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// Four to eight inspectors; mostly enough for the largest team.
pub fn inspectors(
    draw: &mut Draw,
    inspectorates: &[InspectorateId],
    kinds: &[Kind],
) -> Vec<Inspector> {
    let mut of: Vec<InspectorateId> = Vec::new();
    for inspectorate in inspectorates {
        let seats = kinds
            .iter()
            .map(|kind| {
                kind.pairs
                    .iter()
                    .flatten()
                    .filter(|i| *i == inspectorate)
                    .count()
            })
            .max()
            .unwrap_or(0);
        let enough = match draw.between(1, 100) {
            1..=6 => 1,
            7..=50 => seats.max(1),
            _ => seats + 1,
        };
        of.extend(std::iter::repeat_n(inspectorate.clone(), enough));
    }
    let wanted = draw.pick(&[4, 5, 6, 7, 7, 8, 8]);
    while of.len() < wanted {
        of.push(draw.pick(inspectorates));
    }
    let bases = draw.between(0, 3);
    let part_timers = draw.percent(35);
    // Two pairs with few who have done it before are where P2 says more than P11.
    let two_pairs = kinds.iter().any(|kind| kind.pairs.len() > 1);
    let novices = draw.pick(if two_pairs {
        &[0, 60, 70, 70]
    } else {
        &[0, 30, 30, 60]
    });
    let own_limits = draw.pick(&[0, 0, 40]);
    of.truncate(8);
    (0..of.len())
        .map(|p| Inspector {
            from: None,
            until: None,
            id: InspectorId::from(format!("P{:02}", p + 1)),
            name: format!("Inspector P{:02}", p + 1),
            inspectorate: of[p].clone(),
            experienced: first_of(&of, p) && draw.percent(80) || !draw.percent(novices),
            base: place(draw, bases),
            skills: ["youth", "digital"]
                .into_iter()
                .filter(|_| draw.percent(35))
                .map(str::to_owned)
                .collect(),
            works: if part_timers && draw.percent(35) {
                let days = draw.between(3, 4) as usize;
                draw.some(&WEEK, days)
            } else {
                WEEK.to_vec()
            },
            max_days: draw.maybe(own_limits, |draw| draw.between(1, 10)),
        })
        .collect()
}

/// Whether this is the first of their inspectorate.
fn first_of(of: &[InspectorateId], p: usize) -> bool {
    !of[..p].contains(&of[p])
}

fn anyone(draw: &mut Draw, inspectors: &[Inspector]) -> InspectorId {
    draw.pick(inspectors).id
}

pub fn absences(draw: &mut Draw, timing: &Timing, inspectors: &[Inspector]) -> Vec<Absence> {
    (0..draw.pick(&[0, 0, 1, 2, 3, 4]))
        .map(|_| {
            let length = (timing.last_day - timing.first_day).num_days() as u32;
            let first_day = timing.first_day + Days::new(u64::from(draw.between(0, length)));
            let days = draw.pick(&[0, 2, 4, 6, 13]);
            Absence {
                inspector: anyone(draw, inspectors),
                first_day,
                last_day: first_day + Days::new(days),
            }
        })
        .collect()
}

/// Most hold what a kind asks for, some only for a time, some hold another.
pub fn clearances(draw: &mut Draw, timing: &Timing, inspectors: &[Inspector]) -> Vec<Clearance> {
    let length = (timing.last_day - timing.first_day).num_days() as u32;
    let mut rows = Vec::new();
    for person in inspectors {
        let clearance = match draw.between(1, 100) {
            1..=80 => "NPPV3",
            81..=90 => "NPPV2",
            _ => continue,
        };
        if draw.percent(8) {
            // Held before, and renewed since.
            rows.push(Clearance {
                inspector: person.id.clone(),
                clearance: clearance.to_owned(),
                valid_until: Some(timing.first_day),
            });
        }
        rows.push(Clearance {
            inspector: person.id.clone(),
            clearance: clearance.to_owned(),
            valid_until: draw.maybe(40, |draw| {
                timing.first_day + Days::new(u64::from(draw.between(0, length + 7)))
            }),
        });
    }
    rows
}

pub fn conflicts(draw: &mut Draw, inspectors: &[Inspector], sites: &[Site]) -> Vec<Conflict> {
    (0..draw.pick(&[0, 0, 1, 2, 4]))
        .map(|_| Conflict {
            linked: true,
            inspector: anyone(draw, inspectors),
            site: draw.pick(sites).id,
        })
        .collect()
}

pub fn apart(draw: &mut Draw, inspectors: &[Inspector]) -> Vec<Apart> {
    let ids: Vec<InspectorId> = inspectors.iter().map(|person| person.id.clone()).collect();
    (0..draw.pick(&[0, 0, 0, 1, 2, 3]))
        .map(|_| {
            let mut two = draw.some(&ids, 2);
            if draw.percent(50) {
                two.reverse();
            }
            Apart {
                inspector_a: two[0].clone(),
                inspector_b: two[1].clone(),
            }
        })
        .collect()
}
