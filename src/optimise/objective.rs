//! The three tiers as objectives of the model.

use good_lp::Expression;

use super::model::PlanModel;
use super::restriction::Pick;
use crate::domain::SiteRow;

/// Tier 1: evidence less burden and cost, and how well the selection represents its kind.
pub(super) fn selection(model: &mut PlanModel) -> Expression {
    let problem = model.problem;
    let mut objective = Expression::default();
    for site in problem.sites() {
        let pick = match (model.picked[site], model.restriction.picks[site]) {
            (Some(pick), _) => pick,
            (None, Pick::Out) => continue,
            (None, _) => model.settled(),
        };
        objective.add_mul(problem.scores.sites[site].total(), pick);
    }
    let weight = problem.weights.representation;
    let kinds = problem.inspection.kinds.iter();
    for (kind, is_spoken_of) in kinds.zip(model.restriction.kinds.clone()) {
        if !is_spoken_of {
            continue;
        }
        let Some(profile) = problem.scores.profile(&kind.id) else {
            continue;
        };
        let chosen: Vec<SiteRow> = profile
            .members
            .iter()
            .copied()
            .filter(|site| model.restriction.picks[*site] != Pick::Out)
            .collect();
        for site in &profile.members {
            // Each site is represented by at most one selected site: the nearest, as the objective sees to.
            let mut represented = Expression::default();
            for other in &chosen {
                let nearness = 1.0 - profile.distance(*site, *other);
                if nearness <= 0.0 || weight <= 0.0 {
                    continue;
                }
                let by = model.fraction();
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
pub(super) fn calendar(model: &PlanModel) -> Expression {
    let mut objective = Expression::default();
    for candidate in &model.candidates {
        let points = model.problem.date_points(&model.choice(candidate).start);
        objective.add_mul(points, candidate.takes_place);
    }
    objective
}

/// Tier 3: travel, the number of inspectors used, and the onsite days of the one who has most.
pub(super) fn staffing(model: &mut PlanModel) -> Expression {
    let problem = model.problem;
    let mut objective = Expression::default();
    for window in &model.windows {
        for (person, seat) in &window.seats {
            let visits = model.visits_in(window);
            let points = visits.map(|visit| match problem.counts_travel(visit.site) {
                true => problem.travel_points(visit.site, *person),
                false => 0.0,
            });
            // Of several visits on the same days, the one that costs them least.
            objective.add_mul(points.fold(f64::INFINITY, f64::min), *seat);
        }
    }
    for used in model.used.values() {
        objective.add_mul(problem.weights.continuity, *used);
    }
    if problem.weights.load > 0.0 {
        let each = model.onsite_days();
        let all = model.candidates.iter();
        let all = all.map(|candidate| model.choice(candidate).start.onsite.len());
        let most = model.amount(all.sum::<usize>() as f64);
        for days in each.into_values() {
            model.rows.push((days - most).leq(0));
        }
        objective.add_mul(problem.weights.load, most);
    }
    objective
}
