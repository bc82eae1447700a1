//! What a `plan.json` says of other choices than its own. What those would score is taken on trust; that the rows are about this plan
//! and these tables, and do not contradict its own claims, is not.

use std::collections::BTreeSet;

use crate::check::audit::Audit;
use crate::check::words;
use crate::domain::{CountChange, Planned, SiteChange, TIER_NAMES, Tier, Worth};

use super::tiers::agree;
use super::{Misstatement, Part};

/// Where the rows on other choices cannot be so.
pub(in crate::check) fn beside(audit: &Audit, planned: &Planned) -> Vec<Misstatement> {
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for change in &planned.counts {
        let is_first = seen.insert((&change.kind, change.count));
        if let Some(text) = count(audit, change, is_first) {
            wrong.push(Part::Counts.says(text));
        }
    }
    let mut seen = BTreeSet::new();
    for change in &planned.sites {
        let is_first = seen.insert(&change.site);
        if let Some(text) = site(audit, change, is_first) {
            wrong.push(Part::Sites.says(text));
        }
    }
    wrong
}

/// What is wrong with a row on another number of sites.
fn count(audit: &Audit, change: &CountChange, is_first: bool) -> Option<String> {
    let CountChange { kind, count, .. } = change;
    let Some(known) = audit.kinds.get(kind.as_str()) else {
        return Some(format!(
            "counts: the plan has a row for {kind}, which is not one of the kinds."
        ));
    };
    let row = format!("counts: {count} of kind {kind}");
    let selected = audit.visits.iter();
    let selected = selected.filter(|visit| visit.kind.id == *kind).count();
    let selected = u32::try_from(selected).unwrap_or(u32::MAX);
    let (min, max) = (known.sites.min, known.sites.max);
    let allowed = (min..=max).contains(count);
    if !is_first {
        Some(format!("{row} is there twice."))
    } else if count.abs_diff(selected) != 1 {
        Some(format!(
            "{row} is neither one more nor one fewer than the {selected} that the plan selects."
        ))
    } else if change.allowed != allowed {
        let (stated, due) = match allowed {
            true => ("not allowed", "from"),
            false => ("allowed", "only from"),
        };
        Some(format!(
            "{row} is said to be {stated}; by the tables it may be {due} {min} to {max}."
        ))
    } else {
        let scores = match change.value {
            Worth::Exactly(scores) => scores,
            Worth::AtMost(_) | Worth::Impossible | Worth::Unknown => return None,
        };
        let bound = best(audit)?;
        (allowed && scores > bound && !agree(scores, bound)).then(|| {
            format!(
                "{row} is said to score {}, though no plan can score above {} by the plan’s own word.",
                words::value(scores),
                words::value(bound)
            )
        })
    }
}

/// What no plan can beat in tier 1, by the plan’s own word.
fn best(audit: &Audit) -> Option<f64> {
    let [selection, ..] = TIER_NAMES;
    let is_selection = |tier: &&Tier| tier.name == selection;
    audit.plan.tiers.iter().find(is_selection)?.bound
}

/// What is wrong with a row on one site decided otherwise.
fn site(audit: &Audit, change: &SiteChange, is_first: bool) -> Option<String> {
    let id = &change.site;
    let Some(known) = audit.sites.get(id) else {
        return Some(format!(
            "sites: the plan has a row for {id}, which is not one of the sites."
        ));
    };
    if !is_first {
        return Some(format!("sites: {} is there twice.", known.name));
    }
    match (change.selected, audit.selected(id)) {
        (true, false) => Some(format!(
            "sites: {} is said to be selected; the plan does not visit it.",
            known.name
        )),
        (false, true) => Some(format!(
            "sites: {} is said not to be selected; the plan visits it.",
            known.name
        )),
        _ => None,
    }
}
