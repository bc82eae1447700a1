//! T6 and T7: which visits may share a week, and which must.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use good_lp::Expression;

use crate::domain::{LinkTiming, Rule, SiteRow};
use crate::optimise::candidate::{CandidateRow, CandidateVisit};
use crate::optimise::model::PlanModel;
use crate::optimise::problem::LinkView;
use crate::optimise::restriction::Pick;

/// T6: at most `max_visits_per_week` visits have an onsite day in one ISO week; visits brought by a
/// "same week" link are not counted.
pub(in crate::optimise) fn week_limit(model: &mut PlanModel) {
    let Some(limit) = model.problem.inspection.timing.max_visits_per_week else {
        return;
    };
    let mut weeks: BTreeMap<NaiveDate, Expression> = BTreeMap::new();
    for site in model.problem.sites() {
        let uncounted = brought_in_week(model, site);
        if matches!(uncounted, IsBrought::Always) {
            continue;
        }
        let mut visits: BTreeMap<NaiveDate, Expression> = BTreeMap::new();
        for candidate in model.candidates_of(site) {
            for week in &model.choice(candidate).start.weeks {
                *visits.entry(*week).or_default() += candidate.takes_place;
            }
        }
        for (week, visit) in visits {
            let counted = match &uncounted {
                IsBrought::Sometimes(brought) => {
                    let counted = model.fraction();
                    // Counted unless brought: the solver may only leave it out where it is.
                    model
                        .rows
                        .push((Expression::from(counted) - visit + brought.clone()).geq(0));
                    counted.into()
                }
                _ => visit,
            };
            *weeks.entry(week).or_default() += counted;
        }
    }
    for visits in weeks.into_values() {
        model.rows.push(visits.leq(limit));
    }
}

/// T7: with timing "same week", a brought site's visit starts in the same ISO week as the visit of at least
/// one selected site that names it; with "after", from `weeks.min` to `weeks.max` ISO weeks after it.
pub(in crate::optimise) fn together(model: &mut PlanModel) {
    let by_week = model.candidates_by_week();
    let problem = model.problem;
    for view in &problem.links {
        for (site, namers) in sorted(view) {
            if view.link.timing == LinkTiming::Any {
                continue;
            }
            let unbound = match brought_by(model, view, site) {
                IsBrought::Never => continue,
                IsBrought::Always => Expression::from(0.0),
                IsBrought::Sometimes(brought) => Expression::from(1.0) - brought,
            };
            for ((brought, week), candidates) in sorted_by_week(&by_week) {
                if *brought != site {
                    continue;
                }
                let Some(weeks) = view.weeks_before(*week) else {
                    continue;
                };
                let starts = at(model, candidates);
                let with = sorted_by_week(&by_week).into_iter();
                let with = with
                    .filter(|((namer, week), _)| namers.contains(namer) && weeks.contains(week));
                let with: Expression = with.map(|(_, candidates)| at(model, candidates)).sum();
                model.rows.push((starts - with - unbound.clone()).leq(0));
            }
        }
    }
}

/// Whether a site is brought by a link: named by one of its selected sites.
pub(in crate::optimise) enum IsBrought {
    Never,
    Always,
    /// At least this much: the sum of a variable that is at most the number of selected namers.
    Sometimes(Expression),
}

/// Whether the link brings this site, wherever it is selected at all. `Never` also where the restriction leaves a
/// site that names it out of the question, so that the link may not bind.
pub(in crate::optimise) fn brought_by(
    model: &mut PlanModel,
    view: &LinkView,
    site: SiteRow,
) -> IsBrought {
    let namers = view
        .namers
        .get(&site)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let picks: Vec<Pick> = namers
        .iter()
        .map(|namer| model.restriction.picks[*namer])
        .collect();
    if picks.contains(&Pick::Elsewhere) {
        return IsBrought::Never;
    }
    if picks.contains(&Pick::In) {
        return IsBrought::Always;
    }
    if !picks.contains(&Pick::Free) {
        return IsBrought::Never;
    }
    // By S5 a selected site is named through some link; with only one, through this one.
    let only_link = model.problem.bringing(site).count() == 1;
    if only_link && model.problem.holds(Rule::Link) {
        return IsBrought::Always;
    }
    let named = model.fraction();
    for namer in namers {
        let pick = model.pick(*namer);
        model.rows.push((pick - named).leq(0));
    }
    IsBrought::Sometimes(named.into())
}

/// Whether a site is brought by any "same week" link, for T6: here an over-count must not hide a visit.
fn brought_in_week(model: &mut PlanModel, site: SiteRow) -> IsBrought {
    let problem = model.problem;
    let views: Vec<&LinkView> = problem.bringing(site).collect();
    let same_week: Vec<&&LinkView> = views.iter().filter(|view| view.same_week()).collect();
    if same_week.is_empty() {
        return IsBrought::Never;
    }
    let namers: Vec<SiteRow> = same_week
        .iter()
        .flat_map(|view| view.namers.get(&site).into_iter().flatten().copied())
        .collect();
    let settled = |pick: Pick| {
        namers
            .iter()
            .any(|namer| model.restriction.picks[*namer] == pick)
    };
    if settled(Pick::In) || settled(Pick::Elsewhere) {
        return IsBrought::Always;
    }
    if same_week.len() == views.len() && problem.holds(Rule::Link) {
        return IsBrought::Always;
    }
    if !settled(Pick::Free) {
        return IsBrought::Never;
    }
    let named = model.fraction();
    let any: Expression = namers.iter().map(|namer| model.pick(*namer)).sum();
    model.rows.push((any - named).geq(0));
    IsBrought::Sometimes(named.into())
}

/// The brought sites of a link with the sites that name them, in order, so that the same input gives the same rows.
pub(in crate::optimise) fn sorted(view: &LinkView) -> Vec<(SiteRow, Vec<SiteRow>)> {
    let sorted: BTreeMap<SiteRow, Vec<SiteRow>> = view
        .namers
        .iter()
        .map(|(site, namers)| (*site, namers.clone()))
        .collect();
    sorted.into_iter().collect()
}

type ByWeek = std::collections::HashMap<(SiteRow, NaiveDate), Vec<CandidateRow>>;

fn sorted_by_week(by_week: &ByWeek) -> BTreeMap<&(SiteRow, NaiveDate), &Vec<CandidateRow>> {
    by_week.iter().collect()
}

fn at(model: &PlanModel, candidates: &[CandidateRow]) -> Expression {
    candidates
        .iter()
        .map(|candidate| Expression::from(at_candidate(&model.candidates[*candidate])))
        .sum()
}

fn at_candidate(candidate: &CandidateVisit) -> good_lp::Variable {
    candidate.takes_place
}
