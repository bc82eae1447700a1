//! T9: the pilot, and the time to learn from it.

use super::audit::Audit;
use super::finding::Finding;
use super::words;

/// T9: the pilot is selected, and every other visit starts when its review is over, but for one that it brings or that brings it.
pub(super) fn pilot(audit: &Audit) -> Vec<Finding> {
    let Some(settled) = &audit.inspection.pilot else {
        return Vec::new();
    };
    let Some(pilot) = audit.visit_to(&settled.site) else {
        let name = audit.site_name(&settled.site);
        let mut finding = Finding::new(format!("{name} is the pilot, but is not selected."));
        finding.site = Some(settled.site.clone());
        return vec![finding];
    };
    let until = (audit.dates).desk_days_after(pilot.last_day(), settled.review_days);
    let what = match settled.review_days {
        0 => format!("the last day of the pilot at {}", pilot.site.name),
        days => format!(
            "the last of {} to review the pilot at {}",
            words::count(days as usize, "working day"),
            pilot.site.name
        ),
    };
    let others = audit.visits.iter();
    let too_soon = others.filter(|visit| {
        visit.site.id != pilot.site.id
            && visit.first_day() <= until
            && !audit.one_brings_the_other(pilot, visit)
    });
    too_soon
        .map(|visit| {
            let text = format!(
                "The visit to {} starts on {}; it must start after {}, {what}.",
                visit.site.name,
                words::date(visit.first_day()),
                words::date(until)
            );
            Finding::new(text).at_site(visit.site).on(visit.first_day())
        })
        .collect()
}
