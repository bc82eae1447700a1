//! What is known of each site: figures, intelligence, other inspections.

use assize::domain::{Better, Engagement, Indicator, Intelligence, Performance, Site, Timing};
use chrono::Days;

use super::draw::Draw;

pub fn indicators(draw: &mut Draw) -> Vec<Indicator> {
    (0..draw.between(0, 3))
        .map(|i| Indicator {
            id: format!("i{}", i + 1),
            better: draw.pick(&[Better::Higher, Better::Lower]),
            weight: draw.pick(&[0.0, 0.5, 1.0, 1.0, 2.0]),
            name: None,
        })
        .collect()
}

/// At most one row per site and indicator, on a coarse scale so that some tie; some indicators tell nothing.
pub fn performance(draw: &mut Draw, indicators: &[Indicator], sites: &[Site]) -> Vec<Performance> {
    let mut rows = Vec::new();
    for indicator in indicators {
        let flat = draw.percent(15);
        for site in sites {
            if draw.percent(85) {
                rows.push(Performance {
                    site: site.id.clone(),
                    indicator: indicator.id.clone(),
                    value: draw.maybe(85, |draw| {
                        if flat {
                            7.5
                        } else {
                            f64::from(draw.between(0, 6)) * 2.5
                        }
                    }),
                    period: None,
                });
            }
        }
    }
    rows
}

pub fn intelligence(draw: &mut Draw, sites: &[Site]) -> Option<Vec<Intelligence>> {
    let rows = draw.pick(&[None, Some(0), Some(2), Some(4), Some(6)])?;
    let row = |draw: &mut Draw| Intelligence {
        site: draw.pick(sites).id,
        r#type: draw
            .pick(&["concern", "innovation", "representation"])
            .to_owned(),
        strength: draw.between(1, 5),
        note: None,
        source: None,
    };
    Some((0..rows).map(|_| row(draw)).collect())
}

/// Some near the window, for the gap; some over the year before and after, for the burden and its edges.
pub fn engagements(draw: &mut Draw, timing: &Timing, sites: &[Site]) -> Vec<Engagement> {
    let window = (timing.last_day - timing.first_day).num_days() as u32;
    let density = draw.pick(&[0, 40, 80]);
    let mut rows = Vec::new();
    for site in sites {
        for _ in 0..2 {
            if !draw.percent(density) {
                continue;
            }
            let first_day = if draw.percent(50) {
                timing.first_day - Days::new(30)
                    + Days::new(u64::from(draw.between(0, window + 60)))
            } else {
                timing.first_day - Days::new(420) + Days::new(u64::from(draw.between(0, 700)))
            };
            let length = draw.pick(&[0, 4, 4, 11, 25]);
            rows.push(Engagement {
                site: site.id.clone(),
                inspection: "Another inspection".to_owned(),
                first_day,
                last_day: first_day + Days::new(length),
                days: draw.maybe(35, |draw| draw.between(1, 6)),
                inspectorate: None,
            });
        }
    }
    rows
}
