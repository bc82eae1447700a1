//! Rules S1 to S5: which selections are lawful by themselves.

use std::collections::BTreeMap;

use assize::domain::{Inspection, Kind, Link, Quota, QuotaScope, Rule, RuleSet};

use super::dates::engagement_days;
use super::record::text;

/// The sites that a site names under a link, by position; each once.
pub fn named(problem: &Inspection, link: &Link, site: usize) -> Vec<usize> {
    let listed = problem.sites[site].listed(&link.by);
    (0..problem.sites.len())
        .filter(|s| listed.contains(&problem.sites[*s].id))
        .collect()
}

/// The selected sites that name a site under a link: with none, the link does not bring it.
pub fn namers(problem: &Inspection, link: &Link, selected: &[bool], site: usize) -> Vec<usize> {
    if problem.sites[site].kind != link.brings {
        return Vec::new();
    }
    (0..problem.sites.len())
        .filter(|s| selected[*s] && problem.sites[*s].kind == link.each)
        .filter(|s| named(problem, link, *s).contains(&site))
        .collect()
}

/// Whether a link ties two sites to each other, whichever of them names the other, and whether they are selected or not.
pub fn tied(problem: &Inspection, link: &Link, a: usize, b: usize) -> bool {
    let names = |each: usize, brought: usize| {
        problem.sites[each].kind == link.each
            && problem.sites[brought].kind == link.brings
            && named(problem, link, each).contains(&brought)
    };
    names(a, b) || names(b, a)
}

/// Whether a selection keeps S1 to S5 and has the pilot (T9), so far as they hold. No plan is without a visit.
pub fn lawful(
    problem: &Inspection,
    rules: RuleSet,
    percentile: &[Option<f64>],
    selected: &[bool],
) -> bool {
    selected.contains(&true) && keeps(problem, rules, percentile, selected)
}

/// The same, of a selection that may be empty.
pub fn keeps(
    problem: &Inspection,
    rules: RuleSet,
    percentile: &[Option<f64>],
    selected: &[bool],
) -> bool {
    let chosen: Vec<usize> = (0..selected.len()).filter(|s| selected[*s]).collect();
    let kinds_hold = problem.kinds.iter().all(|kind| {
        (!rules.contains(Rule::Count) || count(problem, kind, &chosen))
            && (!rules.contains(Rule::Included) || included(problem, kind, selected))
    });
    let quotas_hold = !rules.contains(Rule::Quota)
        || problem
            .quotas
            .iter()
            .all(|quota| quota_holds(problem, quota, percentile, selected));
    let burden_holds = !rules.contains(Rule::Burden)
        || problem.burden.max_days.is_none_or(|most| {
            let days = engagement_days(problem);
            chosen.iter().all(|s| {
                let own = problem.sites[*s].full_days;
                let share = own.unwrap_or(problem.burden.full_days) / problem.burden.full_days;
                f64::from(days[*s]) <= f64::from(most) * share + 1e-9
            })
        });
    let pilot_holds = !rules.contains(Rule::Pilot)
        || problem.pilot.as_ref().is_none_or(|pilot| {
            let mut sites = chosen.iter().map(|s| &problem.sites[*s]);
            sites.any(|site| site.id == pilot.site)
        });
    let links_hold = !rules.contains(Rule::Link) || linked(problem, selected, &chosen);
    kinds_hold && quotas_hold && burden_holds && links_hold && pilot_holds
}

fn count(problem: &Inspection, kind: &Kind, chosen: &[usize]) -> bool {
    let of_kind = chosen
        .iter()
        .map(|s| &problem.sites[*s])
        .filter(|site| site.kind == kind.id)
        .filter(|site| match &problem.pilot {
            Some(pilot) => pilot.counts || pilot.site != site.id,
            None => true,
        })
        .count() as u32;
    kind.sites.min <= of_kind && of_kind <= kind.sites.max
}

fn included(problem: &Inspection, kind: &Kind, selected: &[bool]) -> bool {
    problem.sites.iter().zip(selected).all(|(site, chosen)| {
        (*chosen || !kind.include.contains(&site.id))
            && (!*chosen || !kind.exclude.contains(&site.id))
    })
}

fn quota_holds(
    problem: &Inspection,
    quota: &Quota,
    percentile: &[Option<f64>],
    selected: &[bool],
) -> bool {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    if let QuotaScope::Value(value) = &quota.scope {
        counts.insert(value.clone(), 0);
    }
    for (s, site) in problem.sites.iter().enumerate() {
        if site.kind != quota.kind {
            continue;
        }
        let Some(value) = text(problem, site, percentile[s], &quota.column) else {
            continue;
        };
        let speaks = match &quota.scope {
            QuotaScope::Each => true,
            QuotaScope::Value(wanted) => *wanted == value,
        };
        if speaks {
            *counts.entry(value).or_default() += u32::from(selected[s]);
        }
    }
    counts.values().all(|n| {
        quota.min.is_none_or(|least| *n >= least) && quota.max.is_none_or(|most| *n <= most)
    })
}

fn linked(problem: &Inspection, selected: &[bool], chosen: &[usize]) -> bool {
    chosen.iter().all(|s| {
        let kind = &problem.sites[*s].kind;
        let brings = problem
            .links
            .iter()
            .filter(|link| link.each == *kind)
            .all(|link| named(problem, link, *s).iter().any(|b| selected[*b]));
        let mut bringing = problem
            .links
            .iter()
            .filter(|link| link.brings == *kind)
            .peekable();
        let brought = bringing.peek().is_none()
            || bringing.any(|link| !namers(problem, link, selected, *s).is_empty());
        brings && brought
    })
}
