//! The pilot: the visit before all others, and the last day of its review on each of its starts (T9).

use chrono::NaiveDate;
use typed_index_collections::TiVec;

use super::{ChoiceRow, StartChoice};
use crate::calendar::Calendar;
use crate::domain::{Pilot, SiteRow};

/// The pilot, looked up once.
pub(in crate::optimise) struct PilotView {
    /// Where it is made.
    pub site: SiteRow,
    /// Whether it is one of its kind's number of sites (S1).
    pub counts: bool,
    /// Per start, the last day of its review: every other visit begins later.
    pub reviewed: TiVec<ChoiceRow, NaiveDate>,
}

impl PilotView {
    pub(super) fn new(
        pilot: &Pilot,
        site: SiteRow,
        choices: &TiVec<ChoiceRow, StartChoice>,
        calendar: &Calendar,
    ) -> Self {
        let review = |choice: &StartChoice| {
            calendar.desk_day_after(choice.start.last_day(), pilot.review_days)
        };
        Self {
            site,
            counts: pilot.counts,
            reviewed: choices.iter().map(review).collect(),
        }
    }
}
