//! What a `plan.json` says of other choices than its own. That none of them could do
//! better is taken on trust; that the rows are about this plan and these tables, and do not contradict its own claims, is not, nor
//! what a selection that they name scores.

use std::collections::BTreeSet;

use crate::check::audit::Audit;
use crate::check::score::value_of;
use crate::check::selection::uncounted_pilot;
use crate::check::words;
use crate::domain::{
    BestSelection, CountChange, LeftOut, OtherSelection, Planned, Site, SiteChange, TIER_NAMES,
    Tie, Tier, Worth,
};

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
    let ties = planned.ties.iter().flat_map(|ties| &ties.others);
    let ties = ties.filter_map(|other| tie(audit, other));
    wrong.extend(ties.map(|text| Part::Sites.says(text)));
    let best = planned.best_selection.iter();
    let best = best.filter_map(|best| best_selection(audit, best));
    wrong.extend(best.map(|text| Part::Sites.says(text)));
    let left_out = planned.left_out.iter();
    let left_out = left_out.filter(|found| !drops_out_for_what_is_fixed(audit, found));
    wrong.extend(left_out.map(|found| {
        let name = audit.site_name(&found.site);
        Part::Sites.says(format!(
            "left_out: the plan visits {name}, or nothing such is fixed for it in the tables."
        ))
    }));
    wrong
}

/// Whether a site that is said to drop out is not visited, and what is said to be fixed for it is.
fn drops_out_for_what_is_fixed(audit: &Audit, found: &LeftOut) -> bool {
    let rows = || {
        let rows = audit.inspection.fixed.iter();
        rows.filter(|row| row.site == found.site)
    };
    let mut people = found.inspectors.iter();
    let mut dates = found.dates.iter();
    let is_something = !found.inspectors.is_empty() || !found.dates.is_empty();
    is_something
        && !audit.selected(&found.site)
        && people.all(|id| rows().any(|row| row.inspector.as_ref() == Some(id)))
        && dates.all(|fixed| {
            rows().any(|row| (row.not_before, row.not_after) == (fixed.not_before, fixed.not_after))
        })
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
    // A pilot that does not count comes on top.
    let pilot = uncounted_pilot(audit).filter(|pilot| pilot.kind == *kind);
    let besides = u32::from(pilot.is_some());
    let (min, max) = (
        known.sites.min.saturating_add(besides),
        known.sites.max.saturating_add(besides),
    );
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
        let bound = most(audit)?;
        (allowed && scores > bound && !agree(scores, bound)).then(|| {
            format!(
                "{row} is said to score {}, though no plan can score above {} by the plan’s own word.",
                words::value(scores),
                words::value(bound)
            )
        })
    }
}

/// What no plan can beat in tier 1, by the plan’s own word: not its value, for it may be a little less than the best.
fn most(audit: &Audit) -> Option<f64> {
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
        _ => instead(audit, change, known),
    }
}

/// What is wrong with the selection that is said to come instead, or with what it is said to score.
fn instead(audit: &Audit, change: &SiteChange, known: &Site) -> Option<String> {
    let other = change.instead.as_ref()?;
    let name = &known.name;
    let Some(selected) = with_other(audit, other) else {
        return Some(format!(
            "sites: what is said to come in or go out instead of {name} is not a change of this plan’s selection."
        ));
    };
    let is_in_it = selected.iter().any(|site| site.id == change.site);
    if is_in_it == change.selected {
        return Some(format!(
            "sites: what is said to come in or go out does not decide {name} otherwise."
        ));
    }
    let (Worth::AtMost(stated) | Worth::Exactly(stated)) = change.value else {
        return None;
    };
    let due = value_of(audit, &selected);
    if !agree(stated, due) {
        return Some(format!(
            "sites: with {name} decided otherwise the selection named is said to score {}; by the tables it scores {}.",
            words::value(stated),
            words::value(due)
        ));
    }
    let bound = most(audit).filter(|_| change.visitable == Some(true))?;
    (due > bound && !agree(due, bound)).then(|| {
        format!(
            "sites: with {name} decided otherwise a selection that can be visited is said to score {}, though no plan can score above {} by the plan’s own word.",
            words::value(due),
            words::value(bound)
        )
    })
}

/// The sites of another selection; `None` where it is no change of the plan's.
fn with_other<'i>(audit: &Audit<'i>, other: &OtherSelection) -> Option<Vec<&'i Site>> {
    let comes_in = other.comes_in.iter();
    let comes_in: Vec<&'i Site> = comes_in
        .map(|id| audit.sites.get(id).copied().filter(|_| !audit.selected(id)))
        .collect::<Option<_>>()?;
    if !other.goes_out.iter().all(|id| audit.selected(id)) {
        return None;
    }
    let stays = audit.visits.iter().map(|visit| visit.site);
    let stays = stays.filter(|site| !other.goes_out.contains(&site.id));
    Some(stays.chain(comes_in).collect())
}

/// What is wrong with the selection that is said to be the best of any plan.
fn best_selection(audit: &Audit, best: &BestSelection) -> Option<String> {
    let Some(selected) = with_other(audit, &best.selection) else {
        return Some(
            "best_selection: what is said to come in or go out is not a change of this plan’s selection."
                .to_owned(),
        );
    };
    let due = value_of(audit, &selected);
    if !agree(best.value, due) {
        return Some(format!(
            "best_selection: it is said to score {}; by the tables it scores {}.",
            words::value(best.value),
            words::value(due)
        ));
    }
    let [selection, calendar, ..] = TIER_NAMES;
    let tier = |name: &str| audit.plan.tiers.iter().find(|tier| tier.name == name);
    let stated = tier(selection)?.best;
    if stated.is_none_or(|stated| !agree(stated, due)) {
        return Some(format!(
            "best_selection: it scores {}, which is not what the plan calls the best.",
            words::value(due)
        ));
    }
    let (lost, here) = (best.calendar?, tier(calendar)?.value);
    (lost < here && !agree(lost, here)).then(|| {
        format!(
            "best_selection: its dates are said to lose {}, fewer than the {} of this plan, which it would then have been.",
            words::value(lost),
            words::value(here)
        )
    })
}

/// What is wrong with a selection that is said to score the same.
fn tie(audit: &Audit, tie: &Tie) -> Option<String> {
    let Some(selected) = with_other(audit, &tie.selection) else {
        return Some(
            "ties: a selection that is said to score the same is not a change of this plan’s selection."
                .to_owned(),
        );
    };
    let sites: Vec<&Site> = audit.visits.iter().map(|visit| visit.site).collect();
    let (due, plan) = (value_of(audit, &selected), value_of(audit, &sites));
    (!agree(due, plan)).then(|| {
        format!(
            "ties: a selection that is said to score the same as this plan scores {} by the tables, and the plan {}.",
            words::value(due),
            words::value(plan)
        )
    })
}
