//! How far it is from an inspector's base to a site: what tier 3 counts, and what the reports tell.

use crate::domain::{Inspector, Position, Site};

/// Radius of the earth, in kilometres.
const EARTH_KM: f64 = 6371.0;

/// Kilometres from an inspector's base to a site and back, as the crow flies; `None` where a place is unknown.
pub fn return_km(inspector: &Inspector, site: &Site) -> Option<f64> {
    Some(2.0 * great_circle_km(inspector.base?, site.position?))
}

/// By the haversine formula, which is steady over short distances.
fn great_circle_km(a: Position, b: Position) -> f64 {
    let (lat_a, lat_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half_lat = (lat_b - lat_a) / 2.0;
    let half_long = (b.longitude - a.longitude).to_radians() / 2.0;
    let h = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_long.sin().powi(2);
    2.0 * EARTH_KM * h.sqrt().min(1.0).asin()
}
