//! Where a site is, or an inspector's home base.

use crate::domain::Position;
use crate::input::problems::codes;
use crate::input::table_row::Record;
use crate::schema::forms::Degrees;
use crate::schema::{AnyField, Field};

/// Where something is; `None` where that is not known, or only half of it. Its coordinates stand in no message: they may be a home.
pub(super) fn position(
    record: Record,
    latitude: &Field<Degrees>,
    longitude: &Field<Degrees>,
) -> Option<Position> {
    let (north, east) = (record.read(latitude), record.read(longitude));
    match (record.has(latitude), record.has(longitude)) {
        (true, false) => note_half(record, latitude, longitude),
        (false, true) => note_half(record, longitude, latitude),
        _ => {
            let position = Position {
                latitude: north?,
                longitude: east?,
            };
            check_british(record, latitude, &position);
            return Some(position);
        }
    }
    None
}

fn note_half(record: Record, given: &dyn AnyField, blank: &dyn AnyField) {
    let (name, other) = (given.name(), blank.name());
    let fact = format!("The {name} is given but the {other} is not, so neither is used.");
    let remedy = format!("Fill in the {other}, or clear both.");
    record
        .problems
        .add(&codes::HALF_A_POSITION, record.place(given), fact, remedy);
}

fn check_british(record: Record, column: &dyn AnyField, position: &Position) {
    let Position {
        latitude,
        longitude,
    } = *position;
    if !is_british(latitude, longitude) {
        let fact = "This place is outside the British Isles.";
        let remedy = match is_british(longitude, latitude) {
            true => "Latitude and longitude seem to be swapped.",
            false => "Check both coordinates. Longitudes west of Greenwich are negative.",
        };
        let place = record.place(column);
        record
            .problems
            .add(&codes::OUTSIDE_BRITISH_ISLES, place, fact, remedy);
    }
}

fn is_british(latitude: f64, longitude: f64) -> bool {
    (49.0..=61.5).contains(&latitude) && (-11.0..=2.5).contains(&longitude)
}
