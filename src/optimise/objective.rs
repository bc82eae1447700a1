//! The three tiers as objectives of the model, and as plain sums over what was found.

use good_lp::Expression;

use super::draft::Draft;
use super::field::Field;
use super::model::{Model, Pick};
use crate::domain::{InspectorRow, SiteRow};
use crate::score::return_km;

/// Tier 1: evidence less burden and cost, and how well the selection represents its kind.
pub(super) fn selection(model: &mut Model) -> Expression {
    let field = model.field;
    let mut objective = Expression::default();
    for site in model.picked.keys() {
        if let Some(pick) = model.picked[site] {
            objective.add_mul(field.scores.sites[site].total(), pick);
        }
    }
    let weight = field.weights.representation;
    for kind in &field.inspection.kinds {
        let Some(profile) = field.scores.profile(&kind.id) else {
            continue;
        };
        let chosen: Vec<SiteRow> = profile
            .members
            .iter()
            .copied()
            .filter(|site| model.scope.picks[*site] != Pick::Out)
            .collect();
        for site in &profile.members {
            // Each site is represented by at most one selected site: the nearest, as the objective sees to.
            let mut represented = Expression::default();
            for other in &chosen {
                let nearness = 1.0 - profile.distance(*site, *other);
                if nearness <= 0.0 || weight <= 0.0 {
                    continue;
                }
                let by = model.share();
                represented += by;
                let picked = model.pick(*other);
                model.rows.push((by - picked).leq(0));
                objective.add_mul(weight * nearness, by);
            }
            model.rows.push(represented.leq(1));
        }
    }
    objective
}

/// Tier 2: days in periods better avoided, and weeks of delay.
pub(super) fn calendar(model: &Model) -> Expression {
    let mut objective = Expression::default();
    for slot in &model.slots {
        let points = model.field.date_points(&model.choice(slot).start);
        objective.add_mul(points, slot.at);
    }
    objective
}

/// Tier 3: travel, and the number of inspectors used.
pub(super) fn staffing(model: &Model) -> Expression {
    let field = model.field;
    let mut objective = Expression::default();
    for slot in model
        .slots
        .iter()
        .filter(|slot| field.counts_travel(slot.site))
    {
        for (person, seat) in &slot.team {
            objective.add_mul(travel_points(field, slot.site, *person), *seat);
        }
    }
    for used in model.used.values() {
        objective.add_mul(field.weights.continuity, *used);
    }
    objective
}

/// The value of tier 1 for a selection.
pub(super) fn selection_value(field: &Field, selected: &[SiteRow]) -> f64 {
    let own: f64 = selected
        .iter()
        .map(|site| field.scores.sites[*site].total())
        .sum();
    let representation: f64 = field
        .inspection
        .kinds
        .iter()
        .filter_map(|kind| field.scores.profile(&kind.id))
        .map(|profile| profile.representation(selected))
        .sum();
    own + field.weights.representation * representation
}

/// The value of tier 2 for a draft.
pub(super) fn calendar_value(field: &Field, draft: &Draft) -> f64 {
    draft
        .visits
        .iter()
        .map(|visit| field.date_points(&field.choices[visit.site][visit.choice].start))
        .sum()
}

/// The value of tier 3 for a draft.
pub(super) fn staffing_value(field: &Field, draft: &Draft) -> f64 {
    let travel: f64 = draft
        .visits
        .iter()
        .filter(|visit| field.counts_travel(visit.site))
        .flat_map(|visit| visit.team.iter().map(|person| (visit.site, *person)))
        .map(|(site, person)| travel_points(field, site, person))
        .sum();
    travel + field.weights.continuity * draft.people().len() as f64
}

/// Points for one inspector's journey to one site and back; none where a place is unknown.
fn travel_points(field: &Field, site: SiteRow, person: InspectorRow) -> f64 {
    let km = return_km(field.person(person), field.site(site)).unwrap_or(0.0);
    field.weights.travel * km / 100.0
}
