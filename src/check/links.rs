//! S5, T7 and P12: what holds between a site and the sites that bring it. Each link stands for itself.

use crate::domain::LinkTiming;

use super::audit::{Audit, Visited};
use super::dates::{monday, weeks_between};
use super::finding::Finding;
use super::words;

/// Whether a visit was brought by a "same week" link, so that T6 does not count it.
pub(super) fn is_brought_in_the_same_week(audit: &Audit, visit: &Visited) -> bool {
    (audit.ties.iter())
        .filter(|tied| tied.is_in_one_week())
        .any(|tied| !audit.bringers(tied, visit.site).is_empty())
}

/// S5: a selected `each` site has one of the sites it names selected; a selected brought site is named.
pub(super) fn link(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for tied in &audit.ties {
        let link = tied.link;
        for visit in audit.visits.iter().filter(|v| v.kind.id == link.each) {
            let sites = tied.whom(visit.site);
            if !sites.iter().any(|site| audit.selected(&site.id)) {
                let text = format!(
                    "{} is selected, but no site of kind {} that it names ({}) is.",
                    visit.site.name,
                    link.brings,
                    words::or(sites.iter().map(|site| site.name.as_str()))
                );
                findings.push(Finding::new(text).at_site(visit.site));
            }
        }
    }
    for visit in &audit.visits {
        let mut bringing = (audit.ties.iter()).filter(|tied| tied.link.brings == visit.kind.id);
        let brought = bringing
            .clone()
            .any(|tied| !audit.bringers(tied, visit.site).is_empty());
        if bringing.next().is_some() && !brought {
            let text = format!(
                "{} is selected, but no selected site names it.",
                visit.site.name
            );
            findings.push(Finding::new(text).at_site(visit.site));
        }
    }
    findings
}

/// T7: a brought site's visit starts in the week in which a site that names it is visited, or so many weeks after it.
pub(super) fn together(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for tied in &audit.ties {
        for visit in &audit.visits {
            let bringers = audit.bringers(tied, visit.site);
            let timing = tied.link.timing;
            let keeps_it = |bringer: &&Visited| {
                let weeks = weeks_between(bringer.first_day(), visit.first_day());
                let at_most = |most: u32| weeks <= i64::from(most);
                match timing {
                    LinkTiming::Any => true,
                    LinkTiming::SameWeek => weeks == 0,
                    LinkTiming::After { min, max } => {
                        weeks >= i64::from(min) && max.is_none_or(at_most)
                    }
                }
            };
            if bringers.is_empty() || bringers.iter().any(keeps_it) {
                continue;
            }
            let bringers = words::or(bringers.iter().map(|b| b.site.name.as_str()));
            let due = match timing {
                LinkTiming::Any | LinkTiming::SameWeek => {
                    format!("the visit to {bringers} does not")
                }
                LinkTiming::After { min, max } => {
                    let weeks = weeks(min, max);
                    format!("it must start {weeks} after the week of the visit to {bringers}")
                }
            };
            let text = format!(
                "The visit to {} starts in the week of {}; {due}.",
                visit.site.name,
                words::date(monday(visit.first_day()))
            );
            findings.push(Finding::new(text).at_site(visit.site).on(visit.first_day()));
        }
    }
    findings
}

/// `at least 1 week`, `exactly 4 weeks` or `from 4 to 12 weeks`.
fn weeks(min: u32, max: Option<u32>) -> String {
    let of = |weeks: u32| words::count(weeks as usize, "week");
    match max {
        None => format!("at least {}", of(min)),
        Some(max) if max == min => format!("exactly {}", of(min)),
        Some(max) => format!("from {min} to {}", of(max)),
    }
}

/// P12: with `same_team`, everyone who visits a brought site visits a site that names it, starting in that week.
pub(super) fn same_team(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for tied in audit.ties.iter().filter(|tied| tied.link.same_team) {
        for visit in &audit.visits {
            let bringers = audit.bringers(tied, visit.site);
            if bringers.is_empty() {
                continue;
            }
            let week = monday(visit.first_day());
            for person in &visit.team {
                let comes_along =
                    (bringers.iter()).any(|b| monday(b.first_day()) == week && b.has(&person.id));
                if !comes_along {
                    let text = format!(
                        "{} visits {} but not {}, starting in the week of {}.",
                        person.name,
                        visit.site.name,
                        words::or(bringers.iter().map(|b| b.site.name.as_str())),
                        words::date(week)
                    );
                    findings.push(Finding::new(text).at_site(visit.site).by(person).on(week));
                }
            }
        }
    }
    findings
}
