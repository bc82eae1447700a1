//! What kinds of site there are, what a visit to each takes, and which kinds bring which.

use assize::domain::{Count, Evidence, InspectorateId, Kind, KindId, Link, LinkTiming};
use chrono::Weekday;

use super::draw::Draw;

const NAMES: [&str; 3] = ["police_force", "cps_area", "probation_unit"];
const PROFILE: [&str; 8] = [
    "region",
    "population",
    "area_type",
    "size",
    "performance",
    "performance_band",
    "innovative",
    "nation",
];

pub fn inspectorates(draw: &mut Draw) -> Vec<InspectorateId> {
    let all = ["HMICFRS", "HMCPSI", "HMI Probation"].map(InspectorateId::from);
    let count = draw.pick(&[2, 2, 3]);
    all[..count].to_vec()
}

/// One to three kinds; `weeks` is the length of the window.
pub fn kinds(draw: &mut Draw, inspectorates: &[InspectorateId], weeks: i64) -> Vec<Kind> {
    let count = draw.pick(&[1, 2, 2, 2, 3, 3]);
    let write_up: &[u32] = draw.pick(&[&[0][..], &[0, 1, 2, 3], &[1, 2, 2]]);
    // Short visits on any day with nothing before or after them: where one may follow another overnight (P15).
    let brisk = draw.percent(25);
    NAMES[..count]
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let inspectorate = inspectorates[at % inspectorates.len()].clone();
            let days = match draw.between(1, 100) {
                _ if brisk => draw.pick(&[1, 1, 2]),
                1..=12 if weeks >= 3 => draw.pick(&[6, 6, 7]),
                1..=20 => draw.pick(&[4, 5]),
                _ => draw.pick(&[1, 2, 2, 3, 3]),
            };
            let start_days = match (days, draw.between(1, 100)) {
                _ if brisk => vec![],
                (6.., 1..=50) => vec![Weekday::Mon, Weekday::Tue],
                (6.., _) => vec![],
                (_, 1..=35) if weeks <= 3 => vec![],
                (_, 1..=60) => vec![Weekday::Mon],
                (_, 61..=80) => vec![Weekday::Mon, Weekday::Tue],
                _ => vec![Weekday::Tue, Weekday::Thu],
            };
            let pairs = (0..draw.pick(&[1, 1, 2, 2]))
                .map(|pair| pair_with(draw, inspectorates, &inspectorate, pair))
                .collect();
            let min = draw.pick(&[0, 0, 0, 1, 1, 1, 2]);
            Kind {
                write_up_days: if brisk { 0 } else { draw.pick(write_up) },
                id: KindId::from(*name),
                label: None,
                inspectorate,
                sites: Count {
                    min,
                    max: min.max(draw.between(1, 3)),
                },
                days,
                prepare_days: if brisk {
                    0
                } else {
                    draw.pick(&[0, 0, 0, 1, 2, 3])
                },
                start_days,
                pairs,
                evidence: draw.pick(&[
                    Evidence::Extremes,
                    Evidence::Poor,
                    Evidence::Good,
                    Evidence::None,
                ]),
                profile: match draw.between(0, 3) {
                    0 | 1 => vec![],
                    n => draw
                        .some(&PROFILE, n as usize)
                        .iter()
                        .map(|c| (*c).to_owned())
                        .collect(),
                },
                clearance: draw.maybe(35, |_| "NPPV3".to_owned()),
                include: vec![],
                exclude: vec![],
            }
        })
        .collect()
}

/// A pair of two inspectorates in either order, with the kind's own, save now and then in a second pair.
fn pair_with(
    draw: &mut Draw,
    inspectorates: &[InspectorateId],
    own: &InspectorateId,
    pair: usize,
) -> [InspectorateId; 2] {
    let others: Vec<InspectorateId> = inspectorates
        .iter()
        .filter(|i| *i != own)
        .cloned()
        .collect();
    let first = if pair > 0 && others.len() > 1 && draw.percent(30) {
        others[0].clone()
    } else {
        own.clone()
    };
    let rest: Vec<InspectorateId> = others.iter().filter(|i| **i != first).cloned().collect();
    let second = draw.pick(&rest);
    if draw.percent(30) {
        [second, first]
    } else {
        [first, second]
    }
}

/// Links among the kinds; kinds that visit together are made to fit in one week.
pub fn links(draw: &mut Draw, kinds: &mut [Kind]) -> Vec<Link> {
    if kinds.len() < 2 || draw.percent(15) {
        return Vec::new();
    }
    let shape: &[(usize, usize, &str)] = match (kinds.len(), draw.between(0, 3)) {
        (2, 0 | 1) => &[(0, 1, "within")],
        (2, 2) => &[(0, 1, "partners")],
        (2, _) => &[(0, 1, "within"), (0, 1, "partners")],
        (_, 0) => &[(0, 2, "within"), (1, 2, "within")],
        (_, 1) => &[(0, 1, "within"), (1, 2, "within")],
        (_, 2) => &[(0, 2, "partners"), (1, 2, "within")],
        _ => &[(0, 1, "partners")],
    };
    shape
        .iter()
        .map(|(each, brings, by)| {
            let timing = timing(draw);
            let same_team = timing == LinkTiming::SameWeek && draw.percent(60);
            if timing == LinkTiming::SameWeek {
                fit_in_week(draw, kinds, *each, *brings, same_team);
            }
            Link {
                each: kinds[*each].id.clone(),
                brings: kinds[*brings].id.clone(),
                by: (*by).to_owned(),
                timing,
                same_team,
            }
        })
        .collect()
}

/// A link's timing: more often than not, one that binds the dates.
fn timing(draw: &mut Draw) -> LinkTiming {
    match draw.between(1, 100) {
        1..=15 => LinkTiming::Any,
        16..=50 => LinkTiming::SameWeek,
        _ => {
            let min = draw.pick(&[0, 1, 1, 2]);
            LinkTiming::After {
                min,
                max: draw.maybe(50, |draw| min + draw.between(0, 2)),
            }
        }
    }
}

fn fit_in_week(draw: &mut Draw, kinds: &mut [Kind], each: usize, brings: usize, same_team: bool) {
    kinds[brings].sites.max = kinds[brings].sites.max.max(2);
    if !same_team {
        return;
    }
    kinds[each].days = kinds[each].days.min(3);
    kinds[each].start_days =
        draw.pick(&[vec![], vec![Weekday::Mon], vec![Weekday::Mon, Weekday::Tue]]);
    let brought_days = kinds[brings].days.min(5 - kinds[each].days).min(2);
    let pair = kinds[each].pairs[0].clone();
    let own = if pair.contains(&kinds[brings].inspectorate) {
        kinds[brings].inspectorate.clone()
    } else {
        pair[1].clone()
    };
    let brought = &mut kinds[brings];
    brought.days = brought_days;
    brought.inspectorate = own;
    brought.pairs = vec![pair];
    brought.start_days = draw.pick(&[vec![], vec![Weekday::Wed, Weekday::Thu], vec![Weekday::Thu]]);
    brought.prepare_days = draw.pick(&[0, 0, 0, 0, 1]);
    if draw.percent(80) {
        brought.clearance = None;
    }
}
