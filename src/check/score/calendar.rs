//! Tier 2: when the visits are.

use crate::check::audit::{Audit, Visited};
use crate::check::dates::weeks_between;
use crate::check::timing::{applies, lies_in};
use crate::domain::Severity;

/// The value of tier 2: leave broken into, and delay.
pub(super) fn value(audit: &Audit) -> f64 {
    let weights = &audit.inspection.weights;
    (audit.visits.iter())
        .map(|visit| {
            let weeks = weeks_between(audit.dates.first_possible, visit.first_day());
            weights.leave * leave_days(audit, visit) as f64 + weights.delay * weeks as f64
        })
        .sum()
}

/// The onsite days in any `prefer` period that applies, each day once.
fn leave_days(audit: &Audit, visit: &Visited) -> usize {
    (visit.onsite.iter())
        .filter(|&&day| {
            (audit.inspection.periods.iter())
                .filter(|period| period.severity == Severity::Prefer)
                .any(|period| applies(period, visit.site) && lies_in(day, period))
        })
        .count()
}
