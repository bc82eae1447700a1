//! P1 and P3 to P13: who may sit where. What binds one inspector and one start alone (P4, P5, P6) is settled in the problem.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use good_lp::{Expression, Variable};

use super::dates::{IsBrought, brought_by, sorted};
use crate::domain::{InspectorRow, InspectorateId, Kind, Rule};
use crate::optimise::model::{CandidateRow, CandidateVisit, PlanModel, sum};
use crate::optimise::problem::seats;

/// P1: every pair seats one inspector of each of its two inspectorates, and no inspector has two seats on one
/// visit. Who sits with whom is worked out afterwards: here it is enough that each inspectorate fills its seats.
pub(in crate::optimise) fn joint(model: &mut PlanModel) {
    for_each_candidate(model, |model, kind, candidate| {
        let mut rows = Vec::new();
        for (inspectorate, count) in seats(kind) {
            let theirs = seated(candidate, |person| {
                model.problem.person(person).inspectorate == *inspectorate
            });
            rows.push((theirs - count as f64 * candidate.takes_place).eq(0));
        }
        for (_, seat) in &candidate.seats {
            rows.push((Expression::from(*seat) - candidate.takes_place).leq(0));
        }
        rows
    });
}

/// P3: no inspector is needed by two visits on the same day, preparation days included.
pub(in crate::optimise) fn one_place(model: &mut PlanModel) {
    for (person, days) in model.needs(true) {
        for seats in largest(days.into_values().collect()) {
            let limit = model.presence(person);
            model.rows.push((sum(seats) - limit).leq(0));
        }
    }
}

/// P7: two inspectors kept apart are never on the same visit.
pub(in crate::optimise) fn apart(model: &mut PlanModel) {
    for_each_candidate(model, |model, _, candidate| {
        let seat = |person: InspectorRow| candidate.seats.iter().find(|(row, _)| *row == person);
        let both = model
            .problem
            .apart
            .iter()
            .filter_map(|(a, b)| Some((seat(*a)?.1, seat(*b)?.1)));
        both.map(|(a, b)| (a + b - candidate.takes_place).leq(0))
            .collect()
    });
}

/// P8: every skill in the site's `needs` is held by someone on the visit.
pub(in crate::optimise) fn skills(model: &mut PlanModel) {
    for_each_candidate(model, |model, _, candidate| {
        let needs = &model.problem.site(candidate.site).needs;
        let rows = needs.iter().map(|skill| {
            let skilled = seated(candidate, |person| {
                model.problem.person(person).skills.contains(skill)
            });
            (skilled - candidate.takes_place).geq(0)
        });
        rows.collect()
    });
}

/// P9: no inspector has more onsite days than their `max_days`.
pub(in crate::optimise) fn limit(model: &mut PlanModel) {
    for (person, days) in model.onsite_days() {
        if let Some(max_days) = model.problem.max_days[person] {
            let limit = f64::from(max_days) * model.presence(person);
            model.rows.push((days - limit).leq(0));
        }
    }
}

/// P10: no inspector is onsite in more than `max_weeks_in_row` ISO weeks in a row.
pub(in crate::optimise) fn rest(model: &mut PlanModel) {
    let Some(limit) = model.problem.inspection.staffing.max_weeks_in_row else {
        return;
    };
    for (_, days) in model.needs(false) {
        let mut weeks: BTreeMap<NaiveDate, Variable> = BTreeMap::new();
        for (day, seats) in days {
            let week = crate::calendar::monday(day);
            let onsite = *weeks.entry(week).or_insert_with(|| model.fraction());
            model
                .rows
                .push((sum(seats.into_iter().map(|(_, seat)| seat)) - onsite).leq(0));
        }
        for first in weeks.keys() {
            let run: Vec<Variable> = (0..=u64::from(limit))
                .filter_map(|n| weeks.get(&first.checked_add_days(Days::new(7 * n))?))
                .copied()
                .collect();
            if run.len() as u64 == u64::from(limit) + 1 {
                model.rows.push(sum(run).leq(limit));
            }
        }
    }
}

/// P11: every visit has an experienced inspector of its kind's inspectorate.
pub(in crate::optimise) fn visit_lead(model: &mut PlanModel) {
    for_each_candidate(model, |model, kind, candidate| {
        let leads = seated(candidate, |person| {
            let person = model.problem.person(person);
            person.experienced && person.inspectorate == kind.inspectorate
        });
        vec![(leads - candidate.takes_place).geq(0)]
    });
}

/// P12: with `same_team`, every inspector on a brought site's visit is also on a visit, starting in that week,
/// of a site that names it.
///
/// By P3 that other visit needs them on other days: only such visits are counted, which says the same of whole
/// plans and more of fractional ones. Without teams in the model, at least one such visit must take place.
pub(in crate::optimise) fn same_team(model: &mut PlanModel) {
    let problem = model.problem;
    let by_week = model.candidates_by_week();
    for view in problem.links.iter().filter(|view| view.link.same_team) {
        for (site, namers) in sorted(view) {
            let unbound = match brought_by(model, view, site) {
                IsBrought::Never => continue,
                IsBrought::Always => Expression::from(0.0),
                IsBrought::Sometimes(brought) => Expression::from(1.0) - brought,
            };
            let mut rows = Vec::new();
            for candidate in model.candidates_of(site) {
                let start = &model.choice(candidate).start;
                let with: Vec<&CandidateVisit> = namers
                    .iter()
                    .filter_map(|namer| by_week.get(&(*namer, start.week)))
                    .flatten()
                    .map(|other| &model.candidates[*other])
                    .filter(|other| {
                        other.site == site
                            || !problem.holds(Rule::OnePlace)
                            || !start.shares_a_day(&model.choice(other).start)
                    })
                    .collect();
                let visits = sum(with.iter().map(|other| other.takes_place));
                rows.push(
                    (Expression::from(candidate.takes_place) - visits - unbound.clone()).leq(0),
                );
                for (person, seat) in &candidate.seats {
                    let seats = with.iter().flat_map(|other| &other.seats);
                    let theirs = seats.filter(|(other, _)| other == person);
                    let also = sum(theirs.map(|(_, seat)| *seat));
                    rows.push((Expression::from(*seat) - also - unbound.clone()).leq(0));
                }
            }
            model.rows.extend(rows);
        }
    }
}

/// P13: a selected site with a fixed inspector has that inspector on its visit.
pub(in crate::optimise) fn named(model: &mut PlanModel) {
    for_each_candidate(model, |model, _, candidate| {
        let named = &model.problem.named[candidate.site];
        let rows = named.iter().map(|person| {
            let seat = seated(candidate, |row| row == *person);
            (seat - candidate.takes_place).geq(0)
        });
        rows.collect()
    });
}

/// What P1 and P3 to P6 imply of dates alone: on no day do visits need more inspectors of an inspectorate than
/// could be there. Used where teams are left out of the model.
pub(in crate::optimise) fn enough_people(model: &mut PlanModel) {
    if model.restriction.staffed
        || !model.problem.holds(Rule::Joint)
        || !model.problem.holds(Rule::OnePlace)
    {
        return;
    }
    let mut needed: BTreeMap<(&InspectorateId, NaiveDate), Expression> = BTreeMap::new();
    let mut could_go: BTreeMap<(&InspectorateId, NaiveDate), BTreeSet<InspectorRow>> =
        BTreeMap::new();
    for candidate in &model.candidates {
        let choice = model.choice(candidate);
        for day in choice.start.needed() {
            for (inspectorate, count) in seats(model.problem.kind(candidate.site)) {
                let key = (inspectorate, day);
                needed
                    .entry(key)
                    .or_default()
                    .add_mul(count as f64, candidate.takes_place);
                let theirs = choice
                    .people
                    .iter()
                    .filter(|person| model.problem.person(**person).inspectorate == *inspectorate);
                could_go.entry(key).or_default().extend(theirs);
            }
        }
    }
    for (key, needed) in needed {
        let people = could_go.get(&key).map_or(0, BTreeSet::len);
        model.rows.push(needed.leq(people as f64));
    }
}

/// Adds rows for every candidate with a team.
fn for_each_candidate(
    model: &mut PlanModel,
    rows_of: impl Fn(&PlanModel, &Kind, &CandidateVisit) -> Vec<good_lp::Constraint>,
) {
    if !model.restriction.staffed {
        return;
    }
    let mut rows = Vec::new();
    for candidate in &model.candidates {
        rows.extend(rows_of(
            model,
            model.problem.kind(candidate.site),
            candidate,
        ));
    }
    model.rows.extend(rows);
}

/// The seats of those on a visit who answer a description.
pub(super) fn seated(
    candidate: &CandidateVisit,
    answers: impl Fn(InspectorRow) -> bool,
) -> Expression {
    let seats = candidate
        .seats
        .iter()
        .filter(|(person, _)| answers(*person));
    sum(seats.map(|(_, seat)| *seat))
}

/// Of these sets of seats, those that no other contains: the rest say nothing more.
fn largest(sets: Vec<Vec<(CandidateRow, Variable)>>) -> Vec<Vec<Variable>> {
    let keys: Vec<BTreeSet<CandidateRow>> = sets
        .iter()
        .map(|set| set.iter().map(|(candidate, _)| *candidate).collect())
        .collect();
    let contained = |place: usize| {
        keys.iter().enumerate().any(|(other, key)| {
            let larger = key.len() > keys[place].len() || (key == &keys[place] && other < place);
            larger && keys[place].is_subset(key)
        })
    };
    (0..sets.len())
        .filter(|place| !contained(*place))
        .map(|place| sets[place].iter().map(|(_, seat)| *seat).collect())
        .collect()
}
