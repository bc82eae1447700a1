//! Synthetic sites, and what is known of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rand::{Rng, RngExt};

use super::{Size, after, before};
use crate::domain::{
    Better, Engagement, Indicator, Intelligence, KindId, Performance, Position, Site, SiteId,
};

const REGIONS: [&str; 10] = [
    "North East",
    "North West",
    "Yorkshire",
    "East Midlands",
    "West Midlands",
    "East",
    "London",
    "South East",
    "South West",
    "Wales",
];

/// The middle of each CPS Area, spread over England and Wales.
pub(super) fn towns(rng: &mut impl Rng, areas: u32) -> Vec<Position> {
    (0..areas.max(1))
        .map(|_| Position {
            latitude: rng.random_range(50.6..55.0),
            longitude: rng.random_range(-4.0..1.2),
        })
        .collect()
}

/// CPS Areas, and forces shared out among them.
pub(super) fn sites(rng: &mut impl Rng, size: Size, towns: &[Position]) -> Vec<Site> {
    let mut sites = Vec::new();
    for force in 0..size.forces {
        let area = force as usize % towns.len();
        let town = towns[area];
        let population: u32 = rng.random_range(5..30) * 100_000;
        let area_type = ["rural", "urban", "metropolitan"][rng.random_range(0..3)];
        sites.push(site(
            format!("force-{:03}", force + 1),
            format!("Synthetic force {}", force + 1),
            "police_force",
            Position {
                latitude: town.latitude + rng.random_range(-0.4..0.4),
                longitude: town.longitude + rng.random_range(-0.4..0.4),
            },
            &[
                ("within", format!("area-{:02}", area + 1)),
                ("region", REGIONS[area % REGIONS.len()].to_owned()),
                ("area_type", area_type.to_owned()),
                ("population", population.to_string()),
            ],
        ));
    }
    for (area, town) in towns.iter().enumerate() {
        sites.push(site(
            format!("area-{:02}", area + 1),
            format!("Synthetic CPS Area {}", area + 1),
            "cps_area",
            *town,
            &[("region", REGIONS[area % REGIONS.len()].to_owned())],
        ));
    }
    sites
}

fn site(id: String, name: String, kind: &str, position: Position, more: &[(&str, String)]) -> Site {
    // As exact as its cells say, as in any table.
    let [latitude, longitude] =
        [position.latitude, position.longitude].map(|degrees| (degrees * 1e4).round() / 1e4);
    let mut cells = BTreeMap::from([
        ("id".to_owned(), id.clone()),
        ("name".to_owned(), name.clone()),
        ("kind".to_owned(), kind.to_owned()),
        ("latitude".to_owned(), latitude.to_string()),
        ("longitude".to_owned(), longitude.to_string()),
        ("nation".to_owned(), "England".to_owned()),
    ]);
    for (column, text) in more {
        cells.insert((*column).to_owned(), text.clone());
    }
    Site {
        id: SiteId::from(id),
        name,
        kind: KindId::from(kind),
        position: Some(Position {
            latitude,
            longitude,
        }),
        nation: "England".into(),
        needs: BTreeSet::new(),
        cells,
    }
}

pub(super) fn indicators() -> Vec<Indicator> {
    let indicator = |id: &str, better, weight| Indicator {
        id: id.into(),
        better,
        weight,
        name: Some(format!("Synthetic indicator {id}")),
    };
    vec![
        indicator("timeliness", Better::Lower, 2.0),
        indicator("quality", Better::Higher, 3.0),
        indicator("outcomes", Better::Higher, 1.0),
    ]
}

/// Values for most sites and indicators; about one in twelve is missing.
pub(super) fn performance(rng: &mut impl Rng, sites: &[Site]) -> Vec<Performance> {
    let mut rows = Vec::new();
    for site in sites {
        for indicator in indicators() {
            let known = rng.random_range(0..12) != 0;
            let value = f64::from(rng.random_range(200..950)) / 10.0;
            rows.push(Performance {
                site: site.id.clone(),
                indicator: indicator.id,
                value: known.then_some(value),
                period: Some("synthetic".into()),
            });
        }
    }
    rows
}

pub(super) fn intelligence(rng: &mut impl Rng, sites: &[Site]) -> Vec<Intelligence> {
    let mut rows = Vec::new();
    for site in sites {
        if rng.random_range(0..3) == 0 {
            rows.push(Intelligence {
                site: site.id.clone(),
                r#type: ["concern", "innovation"][rng.random_range(0..2)].into(),
                strength: rng.random_range(1..=5),
                note: Some("Synthetic".into()),
                source: None,
            });
        }
    }
    rows
}

/// About two sites in three have another inspection near the window.
pub(super) fn engagements(
    rng: &mut impl Rng,
    sites: &[Site],
    first_day: NaiveDate,
    weeks: u32,
) -> Vec<Engagement> {
    let mut rows = Vec::new();
    for site in sites {
        if rng.random_range(0..3) == 0 {
            continue;
        }
        let start = before(first_day, 240);
        let start = after(start, u64::from(rng.random_range(0..40 + weeks)) * 7);
        rows.push(Engagement {
            site: site.id.clone(),
            inspection: "Synthetic inspection".into(),
            first_day: start,
            last_day: after(start, rng.random_range(3..20)),
            days: None,
            inspectorate: None,
        });
    }
    rows
}
