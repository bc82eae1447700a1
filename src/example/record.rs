//! What is known of the synthetic sites: their figures, and intelligence.

use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

use crate::domain::{Better, Indicator, Intelligence, Performance, Site, SiteId};

/// The measures of performance.
pub(super) fn indicators() -> Vec<Indicator> {
    let indicator = |id: &str, better, weight, name: &str| Indicator {
        id: id.into(),
        better,
        weight,
        name: Some(format!("Synthetic: {name}")),
    };
    vec![
        indicator(
            "quality",
            Better::Higher,
            3.0,
            "cases of good quality, per cent",
        ),
        indicator(
            "delay",
            Better::Lower,
            2.0,
            "cases that wait too long, per cent",
        ),
        indicator("outcomes", Better::Higher, 1.0, "good outcomes, per cent"),
    ]
}

/// Values for most sites and indicators; about one in twelve is missing. What is good at one thing is rather good at
/// the others.
pub(super) fn performance(rng: &mut impl Rng, sites: &[Site]) -> Vec<Performance> {
    let mut rows = Vec::new();
    for site in sites {
        let level = rng.random_range(300..800);
        for indicator in indicators() {
            let is_known = rng.random_range(0..12) != 0;
            let tenths = level + rng.random_range(-200..200);
            let tenths = match indicator.better {
                Better::Higher => tenths,
                Better::Lower => 1000 - tenths,
            };
            rows.push(Performance {
                site: site.id.clone(),
                indicator: indicator.id,
                value: is_known.then(|| f64::from(tenths) / 10.0),
                period: Some("synthetic".into()),
            });
        }
    }
    rows
}

/// Intelligence about one site in three, and about `innovative`, which tries something new.
pub(super) fn intelligence(
    rng: &mut impl Rng,
    sites: &[Site],
    innovative: Option<&SiteId>,
) -> Vec<Intelligence> {
    let mut rows = Vec::new();
    for site in sites {
        let drawn = ["concern", "innovation", "representation"].choose(rng);
        let kind = match Some(&site.id) == innovative {
            true => Some(&"innovation"),
            false => drawn.filter(|_| rng.random_range(0..3) == 0),
        };
        if let Some(kind) = kind {
            rows.push(Intelligence {
                site: site.id.clone(),
                r#type: (*kind).to_owned(),
                strength: rng.random_range(1..=5),
                note: Some(format!("Synthetic {kind}")),
                source: Some("Synthetic source".into()),
            });
        }
    }
    rows
}
