//! What the commands say on a terminal, fit to paste into an email.

mod milestones;
mod scores;
mod summary;
mod timetables;
mod weights;

pub use milestones::milestone_table;
pub use scores::score_table;
pub use summary::summary;
pub use timetables::{preparation_left_over, timetable_summary};
pub use weights::weights_explained;

use super::views::{Heading, NO_SCENARIO};
use crate::insight::english;

/// The first lines of a text: how it must be handled, whether it is a draft, which inspection it is of, with which scenario, and which
/// plan; then whose authority was given for another.
pub fn opening(heading: &Heading) -> Vec<String> {
    let scenario = heading.scenario.as_deref().unwrap_or(NO_SCENARIO);
    let mut lines = vec![
        heading.banner(),
        String::new(),
        heading.title.clone(),
        format!("Scenario: {scenario}"),
    ];
    lines.extend(heading.code.iter().map(|code| format!("Plan: {code}")));
    lines.extend(heading.lapsed.iter().map(english::lapsed));
    lines
}
