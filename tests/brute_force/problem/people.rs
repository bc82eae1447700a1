//! Who could be seated, and what stands in their way.

use assize::domain::{
    Absence, Apart, Clearance, Conflict, Inspector, InspectorId, InspectorateId, Kind, Link, Site,
    Timing, Travel,
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
    timing: &Timing,
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
    let bases = draw.pick(&[0, 1, 2, 3, 3, 3]);
    let come_and_go = draw.percent(50);
    let part_timers = draw.percent(35);
    // Two pairs with few who have done it before are where P2 says more than P11.
    let two_pairs = kinds.iter().any(|kind| kind.pairs.len() > 1);
    let novices = draw.pick(if two_pairs {
        &[0, 60, 75, 75]
    } else {
        &[0, 30, 30, 60]
    });
    let own_limits = draw.pick(&[0, 0, 40]);
    of.truncate(8);
    let length = (timing.last_day - timing.first_day).num_days() as u32;
    let mut some_day = |of_hundred| {
        let day = draw.maybe(of_hundred, |draw| u64::from(draw.between(0, length)));
        day.map(|day| timing.first_day + Days::new(day))
    };
    let often = if come_and_go { 20 } else { 0 };
    let joined: Vec<_> = of.iter().map(|_| some_day(often)).collect();
    // Nobody leaves before they have come.
    let left = joined.iter().map(|joined| match joined {
        Some(joined) => some_day(often).filter(|left| joined <= left),
        None => some_day(often),
    });
    let left: Vec<_> = left.collect();
    (0..of.len())
        .map(|p| Inspector {
            from: joined[p],
            until: left[p],
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

/// Conflicts, mostly with sites that a link ties to others, where there are links; no two of one inspector and one site.
pub fn conflicts(
    draw: &mut Draw,
    inspectors: &[Inspector],
    sites: &[Site],
    links: &[Link],
) -> Vec<Conflict> {
    let linked = |site: &&Site| {
        let mut links = links.iter();
        links.any(|link| link.each == site.kind || link.brings == site.kind)
    };
    let tied: Vec<Site> = sites.iter().filter(linked).cloned().collect();
    let count = match tied.is_empty() {
        true => draw.pick(&[0, 0, 1, 2, 4]),
        false => draw.pick(&[0, 1, 2, 3, 4, 5]),
    };
    let mut rows: Vec<Conflict> = Vec::new();
    for _ in 0..count {
        let from = match tied.is_empty() {
            true => sites,
            false => &tied,
        };
        let row = Conflict {
            linked: draw.percent(78),
            inspector: anyone(draw, inspectors),
            site: draw.pick(from).id,
        };
        if !rows
            .iter()
            .any(|other| (&other.inspector, &other.site) == (&row.inspector, &row.site))
        {
            rows.push(row);
        }
    }
    rows
}

/// How far some have it to some sites, whatever the great circle says.
pub fn travel(draw: &mut Draw, inspectors: &[Inspector], sites: &[Site]) -> Vec<Travel> {
    let often = draw.pick(&[0, 0, 25, 60]);
    let mut rows = Vec::new();
    for person in inspectors {
        for site in sites {
            if draw.percent(often) {
                rows.push(Travel {
                    inspector: person.id.clone(),
                    site: site.id.clone(),
                    km: draw.pick(&[0.0, 12.5, 60.0, 150.0, 320.0]),
                });
            }
        }
    }
    rows
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
