//! How the onsite days are shared, in words.

use crate::insight::load::Load;
use crate::words::{count, list};

/// More people than this are not named in one line.
const MOST_NAMED: usize = 3;

/// `Onsite days: 9 for the busiest (Inspector P01), 6 for the one in the middle of the 20 who are on a visit. 5 inspectors are on none.`
pub fn load(load: &Load) -> String {
    let busiest = match load.busiest.len() {
        1..=MOST_NAMED => list(&load.busiest),
        more => count(more, "inspector", "inspectors"),
    };
    let without = match load.without.len() {
        0 => "Every inspector is on a visit.".to_owned(),
        1 => format!("{} is on none.", list(&load.without)),
        some => format!("{some} inspectors are on none."),
    };
    if load.on_visits == 0 {
        return format!("Onsite days: nobody is on a visit. {without}");
    }
    format!(
        "Onsite days: {} for the busiest ({busiest}), {} for the one in the middle of the {} on a visit. {without}",
        load.most,
        median(load),
        load.on_visits
    )
}

/// The onsite days of the one in the middle: `6`, or `6.5`.
pub fn median(load: &Load) -> String {
    let half = match load.twice_median % 2 {
        0 => "",
        _ => ".5",
    };
    format!("{}{half}", load.twice_median / 2)
}
