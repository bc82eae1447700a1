//! S1 to S5: which sites may be selected together.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::Expression;

use crate::domain::{KindId, QuotaScope, SiteRow};
use crate::optimise::model::PlanModel;

/// S1: each kind has from `sites.min` to `sites.max` selected sites.
pub(in crate::optimise) fn count(model: &mut PlanModel) {
    let problem = model.problem;
    for (row, count) in problem.counts.iter_enumerated() {
        if !model.restriction.kinds[row] {
            continue;
        }
        let kind = &problem.inspection.kinds[usize::from(row)];
        // A pilot that does not count is none of its kind's number.
        let uncounted = problem.pilot.as_ref().filter(|pilot| !pilot.counts);
        let uncounted = uncounted.map(|pilot| pilot.site);
        let selected = selected(model, |site| {
            problem.kind(site).id == kind.id && Some(site) != uncounted
        });
        model.rows.push(selected.clone().geq(f64::from(count.min)));
        model.rows.push(selected.leq(f64::from(count.max)));
    }
}

/// S2: every included site is selected and no excluded one is.
pub(in crate::optimise) fn included(model: &mut PlanModel) {
    for site in model.picked.keys() {
        let (id, kind) = (&model.problem.site(site).id, model.problem.kind(site));
        let is_spoken_of = model.restriction.kinds[model.problem.kind_row(site)];
        if model.problem.included[site] && is_spoken_of {
            model.rows.push(model.pick(site).geq(1));
        }
        if kind.exclude.contains(id) {
            model.rows.push(model.pick(site).leq(0));
        }
    }
}

/// S3: each quota holds over the selected sites of its kind; a blank cell is no value.
pub(in crate::optimise) fn quota(model: &mut PlanModel) {
    let problem = model.problem;
    for quota in problem.quotas() {
        if !is_spoken_of(model, &quota.kind) {
            continue;
        }
        let mut by_value: BTreeMap<String, BTreeSet<SiteRow>> = BTreeMap::new();
        for site in sites_of(model, &quota.kind) {
            if let Some(value) = problem.scores.text(site, problem.site(site), &quota.column) {
                by_value.entry(value).or_default().insert(site);
            }
        }
        if let QuotaScope::Value(value) = &quota.scope {
            let sites = by_value.remove(value).unwrap_or_default();
            by_value = BTreeMap::from([(value.clone(), sites)]);
        }
        for sites in by_value.values() {
            let selected = selected(model, |site| sites.contains(&site));
            if let Some(min) = quota.min {
                model.rows.push(selected.clone().geq(f64::from(min)));
            }
            if let Some(max) = quota.max {
                model.rows.push(selected.leq(f64::from(max)));
            }
        }
    }
}

/// S4: no selected site has more than `burden.max_days` engagement days, in proportion to its `full_days`.
pub(in crate::optimise) fn burden(model: &mut PlanModel) {
    let Some(max_days) = model.problem.inspection.burden.max_days else {
        return;
    };
    let general = model.problem.inspection.burden.full_days;
    for site in model.picked.keys() {
        let own = model.problem.site(site).full_days;
        let full_days = own.unwrap_or(general);
        let days = f64::from(model.problem.scores.sites[site].engagement_days);
        // In proportion, and without a division: whole days are compared exactly.
        if days * general > f64::from(max_days) * full_days {
            model.rows.push(model.pick(site).leq(0));
        }
    }
}

/// S5: a selected `each` site has at least one of the sites it names selected; a selected site of a brought
/// kind is named by a selected site of some link that brings its kind.
pub(in crate::optimise) fn link(model: &mut PlanModel) {
    let problem = model.problem;
    for view in &problem.links {
        for site in sites_of(model, &view.link.each) {
            let named = view.names.get(&site).map(Vec::as_slice).unwrap_or_default();
            let any: Expression = named.iter().map(|site| model.pick(*site)).sum();
            model.rows.push((any - model.pick(site)).geq(0));
        }
    }
    for site in model.picked.keys() {
        let mut brought = false;
        let mut namers = BTreeSet::<SiteRow>::new();
        for view in problem.bringing(site) {
            brought = true;
            namers.extend(view.namers.get(&site).into_iter().flatten());
        }
        if brought {
            let any: Expression = namers.iter().map(|namer| model.pick(*namer)).sum();
            model.rows.push((any - model.pick(site)).geq(0));
        }
    }
}

/// A plan has at least one visit. Where the model speaks of some kinds only, the others may have it.
pub(in crate::optimise) fn at_least_one(model: &mut PlanModel) {
    let speaks_of_all = model.restriction.kinds.iter().all(|spoken_of| *spoken_of);
    if speaks_of_all && !model.problem.may_be_empty {
        let any = selected(model, |_| true);
        model.rows.push(any.geq(1));
    }
}

/// Not exactly these sites: one of them is left out, or another selected.
pub(in crate::optimise) fn other_than(model: &mut PlanModel, sites: &[SiteRow]) {
    let one_of = |selected: bool, site: SiteRow| match selected {
        true => Expression::from(1.0) - model.pick(site),
        false => model.pick(site),
    };
    let differs: Expression = model
        .picked
        .keys()
        .map(|site| one_of(sites.contains(&site), site))
        .sum();
    model.rows.push(differs.geq(1.0));
}

/// Whether the model speaks of a kind.
fn is_spoken_of(model: &PlanModel, kind: &KindId) -> bool {
    let kinds = model.problem.inspection.kinds.iter();
    let mut kinds = kinds.zip(&model.restriction.kinds);
    kinds.any(|(other, spoken_of)| other.id == *kind && *spoken_of)
}

fn sites_of(model: &PlanModel, kind: &KindId) -> Vec<SiteRow> {
    model
        .picked
        .keys()
        .filter(|site| model.problem.kind(*site).id == *kind)
        .collect()
}

fn selected(model: &PlanModel, belongs: impl Fn(SiteRow) -> bool) -> Expression {
    model
        .picked
        .keys()
        .filter(|site| belongs(*site))
        .map(|site| model.pick(site))
        .sum()
}
