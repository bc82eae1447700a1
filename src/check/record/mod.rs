//! The plan's own record: what it states, against what the tables say.
//!
//! Here: what every output rests on. In the files beside: its code, the values and proofs of its tiers, where it comes from, and what
//! a `plan.json` says beside the plan.

mod authority;
mod beside;
mod origin;
mod statement;
mod tiers;
mod trust;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{Letters, PLAN_FORMAT, SiteId};

use super::audit::{Audit, seats};
use super::finding::Finding;
use super::words;

pub(super) use authority::code;
pub(super) use beside::beside;
pub(super) use origin::{head, origin, other_tables};
pub use statement::{Misstatement, Part};
pub(super) use tiers::tiers;
pub(super) use trust::{claims_of_proof, figures_of_others};

/// Where the plan states what the tables do not bear out.
pub(super) fn findings(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    format(audit, &mut findings);
    authority_date(audit, &mut findings);
    sites(audit, &mut findings);
    people(audit, &mut findings);
    letters(audit, &mut findings);
    findings
}

fn format(audit: &Audit, findings: &mut Vec<Finding>) {
    let stated = audit.plan.format;
    if stated != PLAN_FORMAT {
        findings.push(Finding::new(format!(
            "The plan has format {stated}; this version of Assize reads format {PLAN_FORMAT}."
        )));
    }
}

fn authority_date(audit: &Audit, findings: &mut Vec<Finding>) {
    let (stated, due) = (audit.plan.authority_date, audit.dates.authority);
    if stated != due {
        let text = format!(
            "The plan gives the authority date as {}; by the tables it is {}.",
            words::date(stated),
            words::date(due)
        );
        findings.push(Finding::new(text).on(stated));
    }
}

fn sites(audit: &Audit, findings: &mut Vec<Finding>) {
    let mut times: BTreeMap<&SiteId, usize> = BTreeMap::new();
    for visit in &audit.plan.visits {
        *times.entry(&visit.site).or_default() += 1;
    }
    for (&id, &n) in &times {
        let known = audit.sites.get(id);
        let mut finding = None;
        if known.is_none_or(|site| !audit.kinds.contains_key(site.kind.as_str())) {
            finding = Some(format!(
                "The plan visits {id}, which is not one of the sites."
            ));
        } else if n > 1 {
            finding = Some(format!(
                "The plan visits {} {n} times; only the first of these visits is checked.",
                audit.site_name(id)
            ));
        }
        if let Some(text) = finding {
            let mut finding = Finding::new(text);
            finding.site = Some(id.clone());
            findings.push(finding);
        }
    }
    for visit in &audit.visits {
        if visit.stated.kind != visit.kind.id {
            let text = format!(
                "The plan says that {} is of kind {}; in the tables it is of kind {}.",
                visit.site.name, visit.stated.kind, visit.kind.id
            );
            findings.push(Finding::new(text).at_site(visit.site));
        }
    }
}

fn people(audit: &Audit, findings: &mut Vec<Finding>) {
    for visit in &audit.visits {
        for id in seats(visit.stated) {
            if !audit.people.contains_key(id) {
                let text = format!(
                    "The visit to {} seats {id}, who is not one of the inspectors.",
                    visit.site.name
                );
                let mut finding = Finding::new(text).at_site(visit.site);
                finding.inspector = Some(id.clone());
                findings.push(finding);
            }
        }
    }
}

fn letters(audit: &Audit, findings: &mut Vec<Finding>) {
    let first_of_all = audit.visits.iter().map(|visit| visit.first_day()).min();
    if let (Letters::Together, Some(first_day)) = (audit.inspection.timing.letters, first_of_all)
        && let Some(stated) = one_date_for_all(audit)
    {
        let due = audit.dates.letter_by(first_day);
        if stated != due {
            let text = format!(
                "The plan has every letter go out by {}; by the tables that is {}.",
                words::date(stated),
                words::date(due)
            );
            findings.push(Finding::new(text).on(stated));
        }
        return;
    }
    for visit in &audit.visits {
        let set_by = match audit.inspection.timing.letters {
            Letters::Together => first_of_all.unwrap_or(visit.first_day()),
            Letters::Each => visit.first_day(),
        };
        let (stated, due) = (visit.stated.letter_by, audit.dates.letter_by(set_by));
        if stated != due {
            let text = format!(
                "The plan has the letter to {} go out by {}; by the tables that is {}.",
                visit.site.name,
                words::date(stated),
                words::date(due)
            );
            findings.push(Finding::new(text).at_site(visit.site).on(stated));
        }
    }
}

/// The date by which all letters go out, where the plan gives the same for several visits: one mistake in it is one finding.
fn one_date_for_all(audit: &Audit) -> Option<NaiveDate> {
    let [first, rest @ ..] = audit.visits.as_slice() else {
        return None;
    };
    let date = first.stated.letter_by;
    let same = rest.iter().all(|visit| visit.stated.letter_by == date);
    (same && !rest.is_empty()).then_some(date)
}
