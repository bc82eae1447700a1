//! How far it is from an inspector's base to a site: what tier 3 counts, and what the reports tell.

use std::collections::HashMap;

use crate::domain::{Inspection, Inspector, InspectorId, Position, Site, SiteId};

/// Radius of the earth, in kilometres.
const EARTH_KM: f64 = 6371.0;

/// The way from every inspector's base to every site.
#[derive(Debug, Clone)]
pub struct Journeys {
    /// Kilometres one way, as `travel.csv` has them.
    given: HashMap<(InspectorId, SiteId), f64>,
    /// To each site, how far those whose base is known have it on average, one way: as far as everyone else is taken to have it. Empty
    /// where all are known.
    on_average: HashMap<SiteId, f64>,
}

impl Journeys {
    pub(super) fn new(inspection: &Inspection) -> Self {
        let given = inspection.travel.iter();
        let given = given.map(|row| ((row.inspector.clone(), row.site.clone()), row.km));
        let people = inspection.inspectors.iter();
        let bases: Vec<Position> = people.filter_map(|person| person.base).collect();
        let mut on_average = HashMap::new();
        if !bases.is_empty() && bases.len() < inspection.inspectors.len() {
            for site in &inspection.sites {
                if let Some(to) = site.position {
                    let ways = bases.iter().map(|base| great_circle_km(*base, to));
                    let average = ways.sum::<f64>() / bases.len() as f64;
                    on_average.insert(site.id.clone(), average);
                }
            }
        }
        Self {
            given: given.collect(),
            on_average,
        }
    }

    /// Kilometres from an inspector's base to a site and back: as the table of journeys has it, or else as the crow flies; `None` where a
    /// place is unknown.
    pub fn return_km(&self, inspector: &Inspector, site: &Site) -> Option<f64> {
        let key = (inspector.id.clone(), site.id.clone());
        if let Some(km) = self.given.get(&key) {
            return Some(2.0 * km);
        }
        Some(2.0 * great_circle_km(inspector.base?, site.position?))
    }

    /// Whether to this site those whose base is unknown are taken to have as far as the others on average.
    pub fn is_estimated(&self, site: &Site) -> bool {
        self.on_average.contains_key(&site.id)
    }

    /// The same, as tier 3 counts it: an inspector whose base is unknown has it as far as those whose base is known on average, and to a
    /// site whose place is unknown nobody has any way at all.
    pub fn counted_km(&self, inspector: &Inspector, site: &Site) -> f64 {
        let known = self.return_km(inspector, site);
        known.unwrap_or_else(|| match inspector.base {
            None => 2.0 * self.on_average.get(&site.id).copied().unwrap_or(0.0),
            Some(_) => 0.0,
        })
    }
}

/// Kilometres between two sites, as the crow flies; 0 where a place is unknown.
pub fn km_between(a: &Site, b: &Site) -> f64 {
    match (a.position, b.position) {
        (Some(a), Some(b)) => great_circle_km(a, b),
        _ => 0.0,
    }
}

/// By the haversine formula, which is steady over short distances.
fn great_circle_km(a: Position, b: Position) -> f64 {
    let (lat_a, lat_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half_lat = (lat_b - lat_a) / 2.0;
    let half_long = (b.longitude - a.longitude).to_radians() / 2.0;
    let h = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_long.sin().powi(2);
    2.0 * EARTH_KM * h.sqrt().min(1.0).asin()
}
