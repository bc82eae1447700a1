//! The score, recomputed by `docs/design.md`, section 4.

mod burden;
mod calendar;
mod distance;
mod evidence;
mod selection;
mod staffing;

use super::audit::Audit;

pub(super) use burden::engagement_days;
pub(super) use selection::value_of;

/// The values of the three tiers: selection is maximised, calendar and staffing are minimised.
pub(super) fn tiers(audit: &Audit) -> [f64; 3] {
    [
        selection::value(audit),
        calendar::value(audit),
        staffing::value(audit),
    ]
}
