//! S1 to S4: which sites are selected. S5 stands with the other rules on links.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::{Quota, QuotaScope, Site};

use super::audit::Audit;
use super::finding::Finding;
use super::score::engagement_days;
use super::words;

/// Forgives the rounding of a limit in proportion.
const ROUNDING: f64 = 1e-9;

/// S1: each kind has from `sites.min` to `sites.max` selected sites, and there is a visit at all.
pub(super) fn count(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    let uncounted = uncounted_pilot(audit);
    for kind in &audit.inspection.kinds {
        let n = (audit.visits.iter())
            .filter(|visit| visit.kind.id == kind.id)
            .filter(|visit| uncounted.is_none_or(|pilot| pilot.id != visit.site.id))
            .count();
        let limit = if n < kind.sites.min as usize {
            format!("at least {}", kind.sites.min)
        } else if n > kind.sites.max as usize {
            format!("at most {}", kind.sites.max)
        } else {
            continue;
        };
        let besides = match uncounted {
            Some(pilot) if pilot.kind == kind.id => " besides the pilot",
            _ => "",
        };
        findings.push(Finding::new(format!(
            "{} of kind {}{besides} {} selected; it must be {limit}.",
            words::count(n, "site"),
            kind.id,
            words::are(n)
        )));
    }
    if audit.visits.is_empty() && findings.is_empty() {
        let text = "No site is selected; a plan has at least one visit.";
        findings.push(Finding::new(text.to_owned()));
    }
    findings
}

/// The site of the pilot, where it is not one of its kind's number of sites.
pub(super) fn uncounted_pilot<'a>(audit: &Audit<'a>) -> Option<&'a Site> {
    let pilot = audit.inspection.pilot.as_ref();
    let pilot = pilot.filter(|pilot| !pilot.counts)?;
    audit.sites.get(&pilot.site).copied()
}

/// S2: every included site is selected and no excluded one is.
pub(super) fn included(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for kind in &audit.inspection.kinds {
        let missing = (kind.include.iter())
            .filter(|id| !audit.selected(id))
            .map(|id| (id, "must be included, but is not selected"));
        let unwanted = (kind.exclude.iter())
            .filter(|id| audit.selected(id))
            .map(|id| (id, "is excluded, but is selected"));
        for (id, what) in missing.chain(unwanted) {
            let mut finding = Finding::new(format!("{} {what}.", audit.site_name(id)));
            finding.site = Some(id.clone());
            findings.push(finding);
        }
    }
    findings
}

/// S3: each quota holds over the selected sites of its kind.
pub(super) fn quota(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for quota in &audit.inspection.quotas {
        for value in values(audit, quota) {
            findings.extend(one_value(audit, quota, &value));
        }
    }
    findings
}

/// The values a quota speaks of. `each` runs over all sites of the kind, so that `min` binds where nobody is selected.
fn values<'f>(audit: &'f Audit, quota: &'f Quota) -> BTreeSet<Cow<'f, str>> {
    match &quota.scope {
        QuotaScope::Value(value) => BTreeSet::from([value.as_str().into()]),
        QuotaScope::Each => (audit.inspection.sites.iter())
            .filter(|site| site.kind == quota.kind)
            .filter_map(|site| audit.columns.text(site, &quota.column))
            .collect(),
    }
}

fn one_value(audit: &Audit, quota: &Quota, value: &str) -> Option<Finding> {
    let sharing: Vec<&Site> = (audit.visits.iter())
        .map(|visit| visit.site)
        .filter(|site| site.kind == quota.kind)
        .filter(|site| audit.columns.text(site, &quota.column).as_deref() == Some(value))
        .collect();
    let n = sharing.len();
    let limit = match (quota.min, quota.max) {
        (Some(min), _) if n < min as usize => format!("at least {min}"),
        (_, Some(max)) if n > max as usize => format!("at most {max}"),
        _ => return None,
    };
    let named = match n {
        0 => String::new(),
        _ => format!(" ({})", words::and(sharing.iter().map(|s| s.name.as_str()))),
    };
    Some(Finding::new(format!(
        "{} of kind {} with {} {value} {} selected{named}; it must be {limit}.",
        words::count(n, "site"),
        quota.kind,
        quota.column,
        words::are(n)
    )))
}

/// S4: no selected site has more than `burden.max_days` engagement days, in proportion to its own `full_days` where it has some.
pub(super) fn burden(audit: &Audit) -> Vec<Finding> {
    let Some(limit) = audit.inspection.burden.max_days else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for visit in &audit.visits {
        let days = engagement_days(audit.inspection, visit.site);
        let (general, own) = (audit.inspection.burden.full_days, visit.site.full_days);
        let allowed = f64::from(limit) * own.unwrap_or(general) / general;
        // The division may come out a little below the whole number that it is.
        if days as f64 > allowed + ROUNDING {
            let whose = match own {
                None => "a selected site has".to_owned(),
                Some(own) => format!("with a full burden of {own} days it may have"),
            };
            let text = format!(
                "{} has {days} engagement days; {whose} at most {}.",
                visit.site.name,
                words::value(allowed)
            );
            findings.push(Finding::new(text).at_site(visit.site));
        }
    }
    findings
}
