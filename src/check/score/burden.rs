//! Engagement days and the burden they make.

use crate::check::dates::{months_after, months_before, weekdays_from_to};
use crate::domain::{Inspection, Site};

/// The Mondays to Fridays inside the burden window on which others inspect a site, each engagement at most its `days`.
pub(in crate::check) fn engagement_days(inspection: &Inspection, site: &Site) -> u64 {
    let (burden, timing) = (&inspection.burden, &inspection.timing);
    let opens = months_before(timing.first_day, burden.months_before);
    let closes = months_after(timing.last_day, burden.months_after);
    (inspection.engagements.iter())
        .filter(|engagement| engagement.site == site.id)
        .map(|engagement| {
            let first = engagement.first_day.max(opens);
            let last = engagement.last_day.min(closes);
            let inside = weekdays_from_to(first, last);
            engagement
                .days
                .map_or(inside, |days| inside.min(u64::from(days)))
        })
        .sum()
}

/// *b*: engagement days as a share of a full burden, its own where the site has one, at most 1.
pub(super) fn burden(inspection: &Inspection, site: &Site) -> f64 {
    let full_days = site.full_days.unwrap_or(inspection.burden.full_days);
    (engagement_days(inspection, site) as f64 / full_days).min(1.0)
}
