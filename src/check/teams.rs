//! P1, P2, P5 to P8, P11 and P13: who is on one visit. P12 stands with the other rules on links.

use std::collections::BTreeSet;

use crate::domain::{Conflict, Inspector, Site};

use super::audit::{Audit, Visited, seats};
use super::finding::Finding;
use super::words;

/// P1: every pair seats one inspector of each of its two inspectorates; nobody sits twice.
///
/// The pairs stand in the order of the kind, as many as its site has; within a pair either may come first.
pub(super) fn joint(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        let site = &visit.site.name;
        let (seated, due) = (visit.stated.pairs.len(), visit.pairs().len());
        if seated != due {
            let text = format!(
                "The visit to {site} has {}; it must be {due}.",
                words::count(seated, "pair")
            );
            findings.push(Finding::new(text).at_site(visit.site));
        }
        for (pair, of) in visit.stated.pairs.iter().zip(visit.pairs()) {
            // Someone whom the tables do not know is a finding of the record, and has no inspectorate to judge.
            let [Some(a), Some(b)] = pair.each_ref().map(|id| audit.people.get(id).copied()) else {
                continue;
            };
            let of_a_and_b = [&a.inspectorate, &b.inspectorate];
            let fits = of.each_ref() == of_a_and_b || [&of[1], &of[0]] == of_a_and_b;
            if !fits || a.inspectorate == b.inspectorate {
                let text = format!(
                    "On the visit to {site}, {} of {} and {} of {} are a pair; it must be one of {} and one of {}.",
                    a.name, a.inspectorate, b.name, b.inspectorate, of[0], of[1]
                );
                findings.push(Finding::new(text).at_site(visit.site));
            }
        }
        for person in &visit.team {
            let held = (seats(visit.stated)).filter(|id| **id == person.id).count();
            if held > 1 {
                let text = format!(
                    "{} has {} on the visit to {site}.",
                    person.name,
                    words::count(held, "seat")
                );
                findings.push(Finding::new(text).at_site(visit.site).by(person));
            }
        }
    }
    findings
}

/// P2: every pair has at least one experienced inspector.
pub(super) fn experience(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        for pair in &visit.stated.pairs {
            let known = pair.each_ref().map(|id| audit.people.get(id).copied());
            if !(known.iter().flatten()).any(|person| person.experienced) {
                let [a, b] = pair.each_ref().map(|id| audit.person_name(id));
                let text = format!(
                    "Neither {a} nor {b}, a pair on the visit to {}, is experienced.",
                    visit.site.name
                );
                findings.push(Finding::new(text).at_site(visit.site));
            }
        }
    }
    findings
}

/// Says something of everyone on every visit for whom it is wrong.
fn about_people<'a>(
    audit: &Audit<'a>,
    wrong: impl Fn(&Visited<'a>, &Inspector) -> Option<String>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        for person in &visit.team {
            findings.extend(
                wrong(visit, person)
                    .map(|text| Finding::new(text).at_site(visit.site).by(person))
                    .map(|finding| finding.on(visit.first_day())),
            );
        }
    }
    findings
}

/// P5: every inspector on a visit holds the kind's clearance, valid on its last day.
pub(super) fn cleared(audit: &Audit) -> Vec<Finding> {
    about_people(audit, |visit, person| {
        let needed = visit.kind.clearance.as_ref()?;
        let last_day = visit.last_day();
        let holds = audit.holds(person, needed, last_day);
        (!holds).then(|| {
            format!(
                "{} does not hold {needed} on {}, the last day of the visit to {}.",
                person.name,
                words::date(last_day),
                visit.site.name
            )
        })
    })
}

/// P6: no inspector visits a site with which they have a conflict, nor one tied to it, unless that one does not reach so far.
/// A finding goes into emails: it does not say why.
pub(super) fn no_conflict(audit: &Audit) -> Vec<Finding> {
    about_people(audit, |visit, person| {
        let conflict = (audit.inspection.conflicts.iter())
            .filter(|conflict| conflict.inspector == person.id)
            .any(|conflict| reaches(audit, conflict, visit.site));
        conflict.then(|| {
            format!(
                "{} is on the visit to {}, which they may not visit.",
                person.name, visit.site.name
            )
        })
    })
}

/// Whether a conflict is with a site, or with one that some link ties to it, either way.
fn reaches(audit: &Audit, conflict: &Conflict, site: &Site) -> bool {
    let is_tied = |other: &&Site| audit.ties.iter().any(|tied| tied.ties(other, site));
    conflict.site == site.id
        || (conflict.linked && audit.sites.get(&conflict.site).is_some_and(is_tied))
}

/// P7: two inspectors kept apart are never on the same visit.
pub(super) fn apart(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        for kept in &audit.inspection.apart {
            let (a, b) = (&kept.inspector_a, &kept.inspector_b);
            if a != b && visit.has(a) && visit.has(b) {
                let text = format!(
                    "{} and {} are kept apart, but both visit {}.",
                    audit.person_name(a),
                    audit.person_name(b),
                    visit.site.name
                );
                findings.push(Finding::new(text).at_site(visit.site).on(visit.first_day()));
            }
        }
    }
    findings
}

/// P8: every skill in the site's `needs` is held by someone on the visit.
pub(super) fn skills(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        let brought: BTreeSet<&String> = visit.team.iter().flat_map(|p| &p.skills).collect();
        for skill in visit.site.needs.iter().filter(|s| !brought.contains(s)) {
            let text = format!(
                "{} needs {skill}, which nobody on its visit has.",
                visit.site.name
            );
            findings.push(Finding::new(text).at_site(visit.site).on(visit.first_day()));
        }
    }
    findings
}

/// P11: every visit has an experienced inspector of its kind's inspectorate: one of them is its visit lead.
pub(super) fn visit_lead(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        let inspectorate = &visit.kind.inspectorate;
        let can_lead =
            |person: &&&Inspector| person.experienced && person.inspectorate == *inspectorate;
        let able: Vec<&&Inspector> = visit.team.iter().filter(can_lead).collect();
        let lead = &visit.stated.visit_lead;
        let text = if able.is_empty() {
            format!(
                "The visit to {} has no experienced inspector of {inspectorate}.",
                visit.site.name
            )
        } else if !able.iter().any(|person| person.id == *lead) {
            format!(
                "{} cannot lead the visit to {}: its lead must be {}.",
                audit.person_name(lead),
                visit.site.name,
                words::or(able.iter().map(|person| person.name.as_str()))
            )
        } else {
            continue;
        };
        let mut finding = Finding::new(text).at_site(visit.site);
        finding.inspector = Some(lead.clone());
        findings.push(finding);
    }
    findings
}

/// P13: a selected site with a fixed inspector has that inspector on its visit.
pub(super) fn named(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for fixed in &audit.inspection.fixed {
        if let Some(visit) = audit.visit_to(&fixed.site)
            && let Some(inspector) = &fixed.inspector
            && !visit.has(inspector)
        {
            let text = format!(
                "{} is fixed to visit {}, but is not on its visit.",
                audit.person_name(inspector),
                visit.site.name
            );
            let mut finding = Finding::new(text).at_site(visit.site);
            finding.inspector = Some(inspector.clone());
            findings.push(finding);
        }
    }
    findings
}
