//! Who is in the pairs, what they can do and what they hold.

use assize::domain::{Clearance, Inspection, Inspector, InspectorateId, Visit};
use chrono::Days;

use super::base::inspector;
use super::draw::Draw;

pub const SKILLS: [&str; 2] = ["youth", "digital"];
pub const SECURITY: [&str; 2] = ["NPPV3", "Force IT"];

pub fn inspectorates(draw: &mut Draw) -> Vec<InspectorateId> {
    let count = draw.pick(&[2, 3, 3]);
    let all = ["A", "B", "C"].map(InspectorateId::from);
    all[..count].to_vec()
}

/// One to three pairs, alike or not, in either order.
pub fn pairs(draw: &mut Draw, inspectorates: &[InspectorateId]) -> Vec<[InspectorateId; 2]> {
    (0..draw.pick(&[1, 1, 2, 2, 2, 3]))
        .map(|_| {
            let two = draw.some(inspectorates, 2);
            let [one, other] = [two[0].clone(), two[1].clone()];
            if draw.percent(30) {
                [other, one]
            } else {
                [one, other]
            }
        })
        .collect()
}

/// One for each seat, in order, and someone who is not on the visit but could do everything.
pub fn inspectors(draw: &mut Draw, inspection: &Inspection) -> Vec<Inspector> {
    let seats = inspection.kinds[0].pairs.iter().flatten();
    let skilled = draw.pick(&[30, 60]);
    let mut people: Vec<Inspector> = (1..)
        .zip(seats)
        .map(|(n, inspectorate)| Inspector {
            skills: (SKILLS.iter().filter(|_| draw.percent(skilled)))
                .map(|skill| (*skill).to_owned())
                .collect(),
            ..inspector(&format!("P{n:02}"), inspectorate)
        })
        .collect();
    people.push(Inspector {
        skills: SKILLS.map(str::to_owned).into(),
        ..inspector("P99", &inspection.header.inspectorates[0])
    });
    people
}

/// Most hold what an activity may ask for; some only up to a day of the visit or of its preparation, some not at all.
pub fn clearances(draw: &mut Draw, inspection: &Inspection, visit: &Visit) -> Vec<Clearance> {
    let mut rows = Vec::new();
    for person in &inspection.inspectors {
        for security in SECURITY {
            let ends = match draw.between(1, 100) {
                1..=60 => None,
                61..=90 => {
                    Some(visit.first_day - Days::new(5) + Days::new(draw.between(0, 7).into()))
                }
                _ => continue,
            };
            rows.push(Clearance {
                inspector: person.id.clone(),
                clearance: security.to_owned(),
                valid_until: ends,
            });
        }
    }
    rows
}
