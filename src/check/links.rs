//! S5, T7 and P12: what holds between a site and the sites that bring it. Each link stands for itself.

use crate::domain::{Link, LinkTiming, Site, SiteId};

use super::audit::{Audit, Visited};
use super::dates::monday;
use super::finding::Finding;
use super::words;

/// The sites of the brought kind that a site names under a link, `;` between; one named twice counts once.
fn named<'a>(audit: &Audit<'a>, link: &Link, site: &Site) -> Vec<&'a Site> {
    let mut named: Vec<&Site> = Vec::new();
    let ids = site.cell(&link.by).unwrap_or_default();
    for id in ids.split(';') {
        if let Some(&other) = audit.sites.get(&SiteId::from(id.trim()))
            && other.kind == link.brings
            && !named.iter().any(|known| known.id == other.id)
        {
            named.push(other);
        }
    }
    named
}

/// The visits to selected sites that name this one under a link: none where the link does not bring it.
fn bringers<'f, 'a>(audit: &'f Audit<'a>, link: &Link, site: &Site) -> Vec<&'f Visited<'a>> {
    (audit.visits.iter())
        .filter(|visit| visit.kind.id == link.each)
        .filter(|visit| (named(audit, link, visit.site).iter()).any(|n| n.id == site.id))
        .collect()
}

/// Whether a visit was brought by a "same week" link, so that T6 does not count it.
pub(super) fn is_brought_in_the_same_week(audit: &Audit, visit: &Visited) -> bool {
    (audit.inspection.links.iter())
        .filter(|link| link.timing == LinkTiming::SameWeek)
        .any(|link| !bringers(audit, link, visit.site).is_empty())
}

/// S5: a selected `each` site has one of the sites it names selected; a selected brought site is named.
pub(super) fn link(audit: &Audit) -> Vec<Finding> {
    let links = &audit.inspection.links;
    let mut findings = Vec::new();
    for link in links {
        for visit in audit.visits.iter().filter(|v| v.kind.id == link.each) {
            let sites = named(audit, link, visit.site);
            if !sites.iter().any(|site| audit.selected(&site.id)) {
                let text = format!(
                    "{} is selected, but no site of kind {} that it names ({}) is.",
                    visit.site.name,
                    link.brings,
                    words::or(sites.iter().map(|site| site.name.as_str()))
                );
                findings.push(Finding::new(text).at(visit.site));
            }
        }
    }
    for visit in &audit.visits {
        let mut bringing = links.iter().filter(|link| link.brings == visit.kind.id);
        let brought = bringing
            .clone()
            .any(|link| !bringers(audit, link, visit.site).is_empty());
        if bringing.next().is_some() && !brought {
            let text = format!(
                "{} is selected, but no selected site names it.",
                visit.site.name
            );
            findings.push(Finding::new(text).at(visit.site));
        }
    }
    findings
}

/// T7: a brought site's visit starts in the week in which a site that names it is visited.
pub(super) fn together(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for link in &audit.inspection.links {
        if link.timing != LinkTiming::SameWeek {
            continue;
        }
        for visit in &audit.visits {
            let bringers = bringers(audit, link, visit.site);
            let week = monday(visit.first_day());
            if bringers.is_empty() || (bringers.iter()).any(|b| monday(b.first_day()) == week) {
                continue;
            }
            let text = format!(
                "The visit to {} starts in the week of {}; the visit to {} does not.",
                visit.site.name,
                words::date(week),
                words::or(bringers.iter().map(|b| b.site.name.as_str()))
            );
            findings.push(Finding::new(text).at(visit.site).on(visit.first_day()));
        }
    }
    findings
}

/// P12: with `same_team`, everyone who visits a brought site visits a site that names it, starting in that week.
pub(super) fn same_team(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for link in audit.inspection.links.iter().filter(|link| link.same_team) {
        for visit in &audit.visits {
            let bringers = bringers(audit, link, visit.site);
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
                    findings.push(Finding::new(text).at(visit.site).by(person).on(week));
                }
            }
        }
    }
    findings
}
