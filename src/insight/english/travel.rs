//! How far everyone travels, in words.

use crate::insight::travel::Travel;
use crate::words::{count, thousands};

/// Such as `about 6,500 km there and back in all, and 15 inspectors`; without the kilometres where they would be those of a few.
pub fn travel(travel: &Travel) -> String {
    let inspectors = count(travel.inspectors, "inspector", "inspectors");
    match travel.km {
        Some(km) => format!(
            "about {} km there and back in all, and {inspectors}",
            thousands(km)
        ),
        None => format!("{inspectors} and their travel"),
    }
}
