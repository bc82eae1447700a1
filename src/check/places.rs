//! How far places are from each other.

use crate::domain::{Position, Site};

/// The radius of the earth, in km.
const EARTH_RADIUS: f64 = 6371.0;

/// The great-circle distance between two points (haversine formula), in km.
pub(super) fn kilometres(a: Position, b: Position) -> f64 {
    let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
    let across = (b.longitude - a.longitude).to_radians();
    let h =
        ((to - from) / 2.0).sin().powi(2) + from.cos() * to.cos() * (across / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS * h.min(1.0).sqrt().asin()
}

/// How far two sites are apart; 0 where it is not known where one of them is.
pub(super) fn kilometres_between(a: &Site, b: &Site) -> f64 {
    match (a.position, b.position) {
        (Some(a), Some(b)) => kilometres(a, b),
        _ => 0.0,
    }
}
