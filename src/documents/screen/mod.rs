//! What the commands say on a terminal, fit to paste into an email.

mod milestones;
mod scores;
mod summary;
mod timetables;

pub use milestones::milestone_table;
pub use scores::score_table;
pub use summary::summary;
pub use timetables::{preparation_left_over, timetable_summary};

use super::views::{Heading, NO_SCENARIO};

/// The first lines of a text: how it must be handled, whether it is a draft, which inspection it is of and with which scenario.
pub fn opening(heading: &Heading) -> Vec<String> {
    let scenario = heading.scenario.as_deref().unwrap_or(NO_SCENARIO);
    vec![
        heading.banner(),
        String::new(),
        heading.title.clone(),
        format!("Scenario: {scenario}"),
    ]
}
