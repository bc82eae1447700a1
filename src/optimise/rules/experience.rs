//! P2: every pair has at least one experienced inspector.
//!
//! Who sits with whom is worked out afterwards. Here it is enough that those without experience could be shared out,
//! one to a pair at most.

use std::collections::BTreeMap;

use good_lp::{Expression, Variable};

use super::people::seated;
use crate::domain::{InspectorateId, Kind};
use crate::optimise::model::{PlanModel, sum};
use crate::optimise::problem::seats;
use crate::optimise::window::Window;

/// With more inspectorates than this there are too many groups of them to list.
const MOST_LISTED: usize = 6;

/// P2: every pair has at least one experienced inspector.
pub(in crate::optimise) fn experience(model: &mut PlanModel) {
    let windows = std::mem::take(&mut model.windows);
    for window in &windows {
        let kind = model.kind_of(window);
        let learning = learning(model, kind, window);
        if learning.len() <= MOST_LISTED {
            within_room(model, kind, window, &learning);
        } else {
            shared_out(model, kind, window, &learning);
        }
    }
    model.windows = windows;
}

/// The inspectorates with seats that could have someone without experience in one.
fn learning<'k>(model: &PlanModel, kind: &'k Kind, window: &Window) -> Vec<&'k InspectorateId> {
    let could_learn = |inspectorate: &InspectorateId| {
        window.seats.iter().any(|(row, _)| {
            let person = model.problem.person(*row);
            !person.experienced && person.inspectorate == *inspectorate
        })
    };
    let inspectorates = seats(kind).into_iter().map(|(name, _)| name);
    inspectorates.filter(|name| could_learn(name)).collect()
}

/// By Hall's theorem they can be shared out when, for every group of inspectorates, those without experience are no
/// more than the pairs that seat that group.
fn within_room(model: &mut PlanModel, kind: &Kind, window: &Window, learning: &[&InspectorateId]) {
    for group in groups(learning) {
        let pairs = kind.pairs.iter();
        let room = pairs.filter(|pair| pair.iter().any(|seat| group.contains(&seat)));
        let room = room.count();
        let seats = kind.pairs.iter().flatten();
        if room >= seats.filter(|seat| group.contains(seat)).count() {
            continue;
        }
        let learners = learners(model, window, |inspectorate| group.contains(&inspectorate));
        model
            .rows
            .push((learners - room as f64 * model.number_in(window)).leq(0));
    }
}

/// The same, with a variable for each pair that an inspectorate has a seat in: how much of its learner's place it
/// takes up. They need not be whole, for if the learners can be shared out in parts, they can be shared out whole.
fn shared_out(model: &mut PlanModel, kind: &Kind, window: &Window, learning: &[&InspectorateId]) {
    let mut places: BTreeMap<&InspectorateId, Vec<Variable>> = BTreeMap::new();
    for pair in &kind.pairs {
        let mut taken = Expression::default();
        for inspectorate in pair.iter().filter(|name| learning.contains(name)) {
            let place = model.amount(window.visits.len() as f64);
            taken += place;
            places.entry(inspectorate).or_default().push(place);
        }
        model.rows.push((taken - model.number_in(window)).leq(0));
    }
    for (inspectorate, places) in places {
        let learners = learners(model, window, |name| name == inspectorate);
        model.rows.push((learners - sum(places)).leq(0));
    }
}

/// The seats of those without experience whose inspectorate answers a description.
fn learners(
    model: &PlanModel,
    window: &Window,
    answers: impl Fn(&InspectorateId) -> bool,
) -> Expression {
    seated(window, |row| {
        let person = model.problem.person(row);
        !person.experienced && answers(&person.inspectorate)
    })
}

/// Every group of one or more of these, of which there are [`MOST_LISTED`] at most.
fn groups<T: Copy>(all: &[T]) -> impl Iterator<Item = Vec<T>> {
    (1_u64..1 << all.len()).map(|bits| {
        all.iter()
            .enumerate()
            .filter(|(place, _)| bits >> place & 1 == 1)
            .map(|(_, item)| *item)
            .collect()
    })
}
