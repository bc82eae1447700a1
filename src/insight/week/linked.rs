//! What other visits a visit has to wait for: the pilot with its review (T9), and those that bring it some weeks later (T7).

use chrono::NaiveDate;

use super::reasons::{AgainstWeek, ForWeek};
use crate::calendar::{Start, monday};
use crate::domain::{Link, LinkTiming, Named, SiteId, Visit};
use crate::insight::particulars::Particulars;

/// What places a visit among the others: that it is the pilot, and after which visits it comes.
pub(crate) fn for_this_week(facts: &Particulars<'_>, visit: &Visit) -> Vec<ForWeek> {
    let mut reasons = Vec::new();
    if facts.is_pilot(&visit.site) {
        let tied = |other: &&Visit| is_tied(facts, visit, other);
        let but = facts.visits().iter().filter(tied);
        reasons.push(ForWeek::Pilot {
            but: but.map(|other| facts.named_site(&other.site)).collect(),
        });
    }
    for link in &facts.inspection.links {
        let LinkTiming::After { min, max } = link.timing else {
            continue;
        };
        for bringing in facts.brought_by(visit, link) {
            let weeks = weeks_between(bringing, monday(visit.first_day));
            if is_between(weeks, min, max) {
                let site = facts.named_site(&bringing.site);
                let reason = ForWeek::After { site, weeks };
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
    }
    reasons
}

/// Which other visit forbids every one of these starts in a week, if one does.
pub(super) fn waits_for(
    facts: &Particulars<'_>,
    visit: &Visit,
    starts: &[Start],
    week: NaiveDate,
) -> Option<AgainstWeek> {
    let too_soon = facts
        .inspection
        .links
        .iter()
        .find_map(|link| too_soon(facts, visit, link, week));
    too_soon.or_else(|| review(facts, visit, starts, week))
}

/// A link by which the visit comes so many weeks after another, and in this week would not.
fn too_soon(
    facts: &Particulars<'_>,
    visit: &Visit,
    link: &Link,
    week: NaiveDate,
) -> Option<AgainstWeek> {
    let LinkTiming::After { min, max } = link.timing else {
        return None;
    };
    let bringing = facts.brought_by(visit, link);
    let fits = |other: &&Visit| is_between(weeks_between(other, week), min, max);
    if bringing.is_empty() || bringing.iter().any(fits) {
        return None;
    }
    let sites = bringing.iter().map(|other| facts.named_site(&other.site));
    Some(AgainstWeek::NotSoLongAfter {
        sites: sites.collect::<Vec<Named<SiteId>>>(),
        min,
        max,
    })
}

/// The pilot, where it or its review still goes on at every start.
fn review(
    facts: &Particulars<'_>,
    visit: &Visit,
    starts: &[Start],
    week: NaiveDate,
) -> Option<AgainstWeek> {
    let pilot = facts.inspection.pilot.as_ref()?;
    let first = facts.visit(&pilot.site)?;
    let beside = week == monday(first.first_day) && facts.tied_in_week(&first.site, &visit.site);
    let until = facts
        .calendar
        .desk_day_after(first.last_day, pilot.review_days);
    let waits = |start: &Start| start.first_day() <= until;
    (first.site != visit.site && !beside && starts.iter().all(waits)).then(|| AgainstWeek::Pilot {
        site: facts.named_site(&first.site),
        until,
    })
}

/// Whether the one of two visits brings the other in the same week.
fn is_tied(facts: &Particulars<'_>, one: &Visit, other: &Visit) -> bool {
    one.site != other.site
        && monday(one.first_day) == monday(other.first_day)
        && facts.tied_in_week(&one.site, &other.site)
}

/// From the week of a visit to another, in weeks.
fn weeks_between(visit: &Visit, week: NaiveDate) -> i64 {
    let days = week.signed_duration_since(monday(visit.first_day));
    days.num_days().div_euclid(7)
}

fn is_between(weeks: i64, min: u32, max: Option<u32>) -> bool {
    weeks >= i64::from(min) && max.is_none_or(|max| weeks <= i64::from(max))
}
