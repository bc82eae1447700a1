//! T6 and T7: which visits may share a week, and which must.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use good_lp::Expression;

use crate::domain::{Rule, SiteRow};
use crate::optimise::field::LinkView;
use crate::optimise::model::{Model, Pick, Slot, SlotRow};

/// T6: at most `max_visits_per_week` visits have an onsite day in one ISO week; visits brought by a
/// "same week" link are not counted.
pub(in crate::optimise) fn week_limit(model: &mut Model) {
    let Some(limit) = model.field.inspection.timing.max_visits_per_week else {
        return;
    };
    let mut weeks: BTreeMap<NaiveDate, Expression> = BTreeMap::new();
    for site in model.field.sites() {
        let uncounted = brought_in_week(model, site);
        if matches!(uncounted, Brought::Always) {
            continue;
        }
        let mut visits: BTreeMap<NaiveDate, Expression> = BTreeMap::new();
        for slot in model.slots_of(site) {
            for week in &model.choice(slot).start.weeks {
                *visits.entry(*week).or_default() += slot.at;
            }
        }
        for (week, visit) in visits {
            let counted = match &uncounted {
                Brought::Sometimes(brought) => {
                    let counted = model.share();
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
/// one selected site that names it.
pub(in crate::optimise) fn together(model: &mut Model) {
    let by_week = model.slots_by_week();
    let field = model.field;
    for view in field.links.iter().filter(|view| view.same_week()) {
        for (site, namers) in sorted(view) {
            let unbound = match brought_by(model, view, site) {
                Brought::Never => continue,
                Brought::Always => Expression::from(0.0),
                Brought::Sometimes(brought) => Expression::from(1.0) - brought,
            };
            for ((brought, week), slots) in sorted_by_week(&by_week) {
                if *brought != site {
                    continue;
                }
                let starts = at(model, slots);
                let with = namers
                    .iter()
                    .filter_map(|namer| by_week.get(&(*namer, *week)))
                    .map(|slots| at(model, slots))
                    .sum::<Expression>();
                model.rows.push((starts - with - unbound.clone()).leq(0));
            }
        }
    }
}

/// Whether a site is brought by a link: named by one of its selected sites.
pub(in crate::optimise) enum Brought {
    Never,
    Always,
    /// At least this much: the sum of a variable that is at most the number of selected namers.
    Sometimes(Expression),
}

/// Whether the link brings this site, wherever it is selected at all. `Never` also where the scope leaves a
/// site that names it out of the question, so that the link may not bind.
pub(in crate::optimise) fn brought_by(
    model: &mut Model,
    view: &LinkView,
    site: SiteRow,
) -> Brought {
    let namers = view
        .namers
        .get(&site)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let picks: Vec<Pick> = namers
        .iter()
        .map(|namer| model.scope.picks[*namer])
        .collect();
    if picks.contains(&Pick::Elsewhere) {
        return Brought::Never;
    }
    if picks.contains(&Pick::In) {
        return Brought::Always;
    }
    if !picks.contains(&Pick::Free) {
        return Brought::Never;
    }
    // By S5 a selected site is named through some link; with only one, through this one.
    let only_link = model.field.bringing(site).count() == 1;
    if only_link && model.field.holds(Rule::Link) {
        return Brought::Always;
    }
    let named = model.share();
    for namer in namers {
        let pick = model.pick(*namer);
        model.rows.push((pick - named).leq(0));
    }
    Brought::Sometimes(named.into())
}

/// Whether a site is brought by any "same week" link, for T6: here an over-count must not hide a visit.
fn brought_in_week(model: &mut Model, site: SiteRow) -> Brought {
    let field = model.field;
    let views: Vec<&LinkView> = field.bringing(site).collect();
    let same_week: Vec<&&LinkView> = views.iter().filter(|view| view.same_week()).collect();
    if same_week.is_empty() {
        return Brought::Never;
    }
    let namers: Vec<SiteRow> = same_week
        .iter()
        .flat_map(|view| view.namers.get(&site).into_iter().flatten().copied())
        .collect();
    let settled = |pick: Pick| namers.iter().any(|namer| model.scope.picks[*namer] == pick);
    if settled(Pick::In) || settled(Pick::Elsewhere) {
        return Brought::Always;
    }
    if same_week.len() == views.len() && field.holds(Rule::Link) {
        return Brought::Always;
    }
    if !settled(Pick::Free) {
        return Brought::Never;
    }
    let named = model.share();
    let any: Expression = namers.iter().map(|namer| model.pick(*namer)).sum();
    model.rows.push((any - named).geq(0));
    Brought::Sometimes(named.into())
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

type ByWeek = std::collections::HashMap<(SiteRow, NaiveDate), Vec<SlotRow>>;

fn sorted_by_week(by_week: &ByWeek) -> BTreeMap<&(SiteRow, NaiveDate), &Vec<SlotRow>> {
    by_week.iter().collect()
}

fn at(model: &Model, slots: &[SlotRow]) -> Expression {
    slots
        .iter()
        .map(|slot| Expression::from(at_slot(&model.slots[*slot])))
        .sum()
}

fn at_slot(slot: &Slot) -> good_lp::Variable {
    slot.at
}
