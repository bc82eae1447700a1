//! The score, recomputed from section 4 of the design.

mod burden;
mod columns;
mod distance;
mod evidence;
mod later;
mod selection;

use super::facts::Facts;

pub(super) use burden::engagement_days;
pub(super) use columns::Columns;

/// The values of the three tiers: selection is maximised, calendar and staffing are minimised.
pub(super) fn tiers(facts: &Facts) -> [f64; 3] {
    [
        selection::value(facts),
        later::calendar(facts),
        later::staffing(facts),
    ]
}
