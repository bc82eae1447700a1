//! Times of day, such as `09:30`.

use crate::domain::TimeOfDay;
use crate::input::problems::codes::{self, Code};
use crate::input::problems::words::quote;

/// Why a text is not taken as a time of day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotATime {
    pub(super) code: &'static Code,
    pub(super) fact: String,
    pub(super) remedy: String,
}

/// Reads a time of day on the clock of 24 hours.
pub(super) fn parse(text: &str) -> Result<TimeOfDay, NotATime> {
    text.parse().map_err(|_| NotATime {
        code: &codes::NOT_A_TIME,
        fact: format!("{} is not a time of day.", quote(text)),
        remedy: "Write hours and minutes on the clock of 24 hours, such as 09:30 or 14:00."
            .to_owned(),
    })
}
