//! What the commands say on a terminal, fit to paste into an email.

mod milestones;
mod scores;
mod summary;
mod timetables;

pub use milestones::milestone_table;
pub use scores::score_table;
pub use summary::summary;
pub use timetables::{preparation_left_over, timetable_summary};

use super::views::Heading;

/// The first lines of a text: whether it is a draft, and which inspection it is of.
fn opening(heading: &Heading) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(marking) = &heading.marking {
        lines.extend([marking.clone(), String::new()]);
    }
    lines.push(heading.title.clone());
    lines
}
