//! P1 and P3 to P13: who may sit where. What binds one inspector and one start alone (P4, P5, P6) is settled in the problem.
//!
//! People sit in windows ([`crate::optimise::window`]). Of one that holds a single visit the rows say just what the rules do; of
//! one with several they say what follows for all of these together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use good_lp::{Expression, Variable};

use crate::domain::{InspectorRow, InspectorateId, Rule};
use crate::optimise::candidate::CandidateVisit;
use crate::optimise::decomposition::Seating;
use crate::optimise::model::{PlanModel, sum};
use crate::optimise::problem::seats;
use crate::optimise::window::{Window, WindowRow};

/// P1: every pair seats one inspector of each of its two inspectorates, and no inspector has two seats on one
/// visit. Who sits with whom is worked out afterwards: here it is enough that each inspectorate fills its seats.
///
/// P6 too, where a window holds several visits: those who could go fill the seats of each.
pub(in crate::optimise) fn joint(model: &mut PlanModel) {
    for_each_window(model, |model, window| {
        let mut rows = Vec::new();
        let of = |inspectorate: &InspectorateId, person: InspectorRow| {
            model.problem.person(person).inspectorate == *inspectorate
        };
        let seats = seats(model.kind_of(window));
        for (inspectorate, count) in &seats {
            let theirs = seated(window, |person| of(inspectorate, person));
            rows.push((theirs - *count as f64 * model.number_in(window)).eq(0));
        }
        let able: Vec<(&CandidateVisit, Vec<InspectorRow>)> = model
            .visits_in(window)
            .map(|visit| (visit, model.able(visit)))
            .collect();
        // Of a window with one visit the row above says as much, of whole numbers. To a relaxation this says more: seasons have it added where it does.
        let by_season = model.restriction.seating == Seating::BySeason;
        for (person, seat) in window.seats.iter().filter(|_| !by_season) {
            let theirs = able.iter().filter(|(_, able)| able.contains(person));
            let visits = sum(theirs.map(|(visit, _)| visit.takes_place));
            rows.push((Expression::from(*seat) - visits).leq(0));
        }
        for (visit, able) in &able {
            for (inspectorate, count) in &seats {
                let mut others = window.seats.iter().filter(|(row, _)| !able.contains(row));
                if others.any(|(row, _)| of(inspectorate, *row)) {
                    let theirs = seated(window, |row| able.contains(&row) && of(inspectorate, row));
                    rows.push((theirs - *count as f64 * visit.takes_place).geq(0));
                }
            }
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
    for_each_window(model, |model, window| {
        let seat = |person: InspectorRow| window.seats.iter().find(|(row, _)| *row == person);
        let both = model
            .problem
            .apart
            .iter()
            .filter_map(|(a, b)| Some((seat(*a)?.1, seat(*b)?.1)));
        both.map(|(a, b)| (a + b - model.number_in(window)).leq(0))
            .collect()
    });
}

/// P8: every skill in the site's `needs` is held by someone on the visit.
pub(in crate::optimise) fn skills(model: &mut PlanModel) {
    for_each_window(model, |model, window| {
        let needs = |visit: &CandidateVisit| &model.problem.site(visit.site).needs;
        let skills: BTreeSet<&String> = model.visits_in(window).flat_map(needs).collect();
        let rows = skills.into_iter().map(|skill| {
            let skilled = seated(window, |person| {
                model.problem.person(person).skills.contains(skill)
            });
            let needing = model.visits_in(window);
            let needing = needing.filter(|visit| needs(visit).contains(skill));
            (skilled - sum(needing.map(|visit| visit.takes_place))).geq(0)
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
    for_each_window(model, |model, window| {
        let leads = seated(window, |person| {
            let person = model.problem.person(person);
            person.experienced && person.inspectorate == model.kind_of(window).inspectorate
        });
        vec![(leads - model.number_in(window)).geq(0)]
    });
}

/// P13: a selected site with a fixed inspector has that inspector on its visit.
pub(in crate::optimise) fn named(model: &mut PlanModel) {
    for_each_window(model, |model, window| {
        let named = |visit: &CandidateVisit| &model.problem.named[visit.site];
        let people: BTreeSet<InspectorRow> =
            model.visits_in(window).flat_map(named).copied().collect();
        let rows = people.into_iter().map(|person| {
            let seat = seated(window, |row| row == person);
            let theirs = model.visits_in(window);
            let theirs = theirs.filter(|visit| named(visit).contains(&person));
            (seat - sum(theirs.map(|visit| visit.takes_place))).geq(0)
        });
        rows.collect()
    });
}

/// What P1 and P3 to P6 imply of dates alone: on no day do visits need more inspectors of an inspectorate than
/// could be there. Used where teams are left out of the model.
pub(in crate::optimise) fn enough_people(model: &mut PlanModel) {
    if model.restriction.seating != Seating::LeftOut
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

/// Adds rows for every window, where people are seated.
fn for_each_window(
    model: &mut PlanModel,
    rows_of: impl Fn(&PlanModel, &Window) -> Vec<good_lp::Constraint>,
) {
    if model.restriction.seating == Seating::LeftOut {
        return;
    }
    let rows = model
        .windows
        .iter()
        .flat_map(|window| rows_of(model, window));
    let rows: Vec<good_lp::Constraint> = rows.collect();
    model.rows.extend(rows);
}

/// The seats of those in a window who answer a description.
pub(super) fn seated(window: &Window, answers: impl Fn(InspectorRow) -> bool) -> Expression {
    let seats = window.seats.iter().filter(|(person, _)| answers(*person));
    sum(seats.map(|(_, seat)| *seat))
}

/// Of these sets of seats, those that no other contains: the rest say nothing more.
fn largest(sets: Vec<Vec<(WindowRow, Variable)>>) -> Vec<Vec<Variable>> {
    let keys: Vec<BTreeSet<WindowRow>> = sets
        .iter()
        .map(|set| set.iter().map(|(window, _)| *window).collect())
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
