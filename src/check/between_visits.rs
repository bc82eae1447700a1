//! P14 and P15: what lies between two visits of one inspector.

use chrono::NaiveDate;

use super::audit::{Audit, Visited};
use super::finding::Finding;
use super::places::kilometres_between;
use super::words;

/// Every two visits of one inspector of which the one does not bring the other in the same week, both ways round: what is wrong, for whom.
fn of_two_visits(
    audit: &Audit,
    wrong: impl Fn(&Visited, &Visited) -> Option<(String, NaiveDate)>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for person in audit.people_used() {
        for one in audit.visits_of(person) {
            for then in audit.visits_of(person) {
                if one.site.id != then.site.id
                    && let Some((text, date)) = wrong(one, then)
                    && !audit.one_brings_the_other(one, then)
                {
                    let text = format!("{} {text}", person.name);
                    findings.push(Finding::new(text).at_site(then.site).by(person).on(date));
                }
            }
        }
    }
    findings
}

/// P14: after a visit an inspector has its kind's `write_up_days` working days before another visit needs them.
pub(super) fn write_up(audit: &Audit) -> Vec<Finding> {
    of_two_visits(audit, |one, then| {
        let days = one.kind.write_up_days;
        if days == 0 || one.first_day() >= then.first_day() {
            return None;
        }
        let until = audit.dates.desk_days_after(one.last_day(), days);
        let needed = then.preparation.first().copied();
        let needed = needed.unwrap_or(then.first_day());
        (needed <= until).then(|| {
            let text = format!(
                "is needed for the visit to {} from {}; {} to write up the visit to {} end on {}.",
                then.site.name,
                words::date(needed),
                words::count(days as usize, "working day"),
                one.site.name,
                words::date(until)
            );
            (text, needed)
        })
    })
}

/// P15: no inspector is onsite at two sites more than `journey_km` apart on two days that follow each other.
pub(super) fn journey(audit: &Audit) -> Vec<Finding> {
    let Some(limit) = audit.inspection.staffing.journey_km else {
        return Vec::new();
    };
    of_two_visits(audit, |one, then| {
        let km = kilometres_between(one.site, then.site);
        let next = |day: &NaiveDate| day.succ_opt().filter(|next| then.onsite.contains(next));
        let mut days = one.onsite.iter();
        let (day, next) = days.find_map(|day| Some((*day, next(day)?)))?;
        (km > limit).then(|| {
            let text = format!(
                "is onsite at {} on {} and at {} on {}, {} km apart; it must be at most {limit} km.",
                one.site.name,
                words::date(day),
                then.site.name,
                words::date(next),
                words::more_than(km, limit)
            );
            (text, next)
        })
    })
}
