//! Synthetic sites: CPS Areas about England and Wales, and the other sites around their middles.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, RngExt};

use super::Size;
use super::kinds::{self, AREA, FORCE, PRISON, PROBATION, Sort};
use crate::domain::{KindId, Position, Site, SiteId};

/// The regions, each with a point about its middle. Wales comes early, so that small examples have it.
const REGIONS: [(&str, f64, f64); 10] = [
    ("West Midlands", 52.5, -2.0),
    (WALES, 52.2, -3.6),
    ("North West", 53.8, -2.6),
    ("South East", 51.3, -0.8),
    ("Yorkshire", 53.8, -1.3),
    ("East", 52.3, 0.4),
    ("South West", 51.0, -3.0),
    ("East Midlands", 52.9, -0.9),
    ("North East", 54.9, -1.7),
    ("London", 51.5, -0.1),
];

/// The nation whose sites are visited in its language, and its region.
pub(super) const WALES: &str = "Wales";
/// The skill that a visit to a site in Wales takes.
pub(super) const WELSH: &str = "Welsh";
/// The skill that a visit to some probation units and prisons takes.
pub(super) const YOUTH: &str = "youth";

/// The middle of a CPS Area, where inspectors live and around which the sites lie.
#[derive(Debug, Clone)]
pub(super) struct Town {
    /// The id of the area.
    pub area: String,
    /// The region it lies in.
    pub region: &'static str,
    /// Where it is.
    pub position: Position,
}

/// The middle of each CPS Area; the areas are shared out among the regions.
pub(super) fn towns(rng: &mut impl Rng, size: &Size) -> Vec<Town> {
    let areas = 0..size.areas as usize;
    areas
        .map(|area| {
            let (region, latitude, longitude) = REGIONS[area % REGIONS.len()];
            Town {
                area: format!("area-{:02}", area + 1),
                region,
                position: near(rng, latitude, longitude, 0.5),
            }
        })
        .collect()
}

/// Every site: the main kinds, then the areas.
pub(super) fn sites(rng: &mut impl Rng, size: &Size, towns: &[Town]) -> Vec<Site> {
    let mut sites = Vec::new();
    for sort in kinds::main_sorts(size) {
        for (number, town) in (1..=sort.sites).zip(towns.iter().cycle()) {
            sites.push(main_site(rng, &sort, number, town));
        }
    }
    for (number, town) in (1..).zip(towns) {
        let name = format!("Synthetic CPS Area {number}");
        let mut area = site(town.area.clone(), name, AREA, town.position, town.region);
        area.cells.remove("within");
        sites.push(area);
    }
    sites
}

fn main_site(rng: &mut impl Rng, sort: &Sort, number: u32, town: &Town) -> Site {
    let Position {
        latitude,
        longitude,
    } = town.position;
    let place = near(rng, latitude, longitude, 0.4);
    let id = format!("{}-{number:03}", sort.id);
    let name = format!("Synthetic {} {number}", sort.name);
    let mut site = site(id, name, sort.kind, place, town.region);
    let mut fill = |column: &str, text: String| site.cells.insert(column.to_owned(), text);
    fill("within", town.area.clone());
    match sort.kind {
        FORCE => {
            let area_type = ["rural", "urban", "metropolitan"][rng.random_range(0..3)];
            fill("area_type", area_type.to_owned());
            fill(
                "population",
                (rng.random_range(5..30) * 100_000).to_string(),
            );
        }
        PROBATION => {
            fill("caseload", (rng.random_range(8..40) * 100).to_string());
        }
        PRISON => {
            let category = ["local", "training", "open"][rng.random_range(0..3)];
            fill("category", category.to_owned());
        }
        _ => {}
    }
    if sort.kind != FORCE && rng.random_range(0..6) == 0 {
        site.needs.insert(YOUTH.to_owned());
    }
    site
}

fn site(id: String, name: String, kind: &str, position: Position, region: &str) -> Site {
    let nation = if region == WALES { WALES } else { "England" };
    let mut site = Site {
        id: SiteId::from(id),
        name,
        kind: KindId::from(kind),
        position: Some(position),
        nation: nation.to_owned(),
        needs: BTreeSet::new(),
        also: BTreeSet::new(),
        days: None,
        pairs: None,
        full_days: None,
        named: BTreeMap::new(),
        cells: BTreeMap::from([("region".to_owned(), region.to_owned())]),
    };
    if nation == WALES {
        site.needs.insert(WELSH.to_owned());
    }
    site
}

/// A point at most so many degrees away, as exact as a table would have it.
fn near(rng: &mut impl Rng, latitude: f64, longitude: f64, degrees: f64) -> Position {
    let mut about = |middle: f64| {
        let exact = middle + rng.random_range(-degrees..degrees);
        (exact * 1e4).round() / 1e4
    };
    Position {
        latitude: about(latitude),
        longitude: about(longitude),
    }
}
