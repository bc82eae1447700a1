//! What a plan claims of other plans. To check that would be to plan again: so it is said that it rests on the plan’s own word.

use crate::domain::{Plan, Planned, Worth};

const PROOF: &str = "That no better plan exists was not checked: it rests on the plan’s own word.";

const OTHERS: &str = "What other choices of sites, or other numbers of them, could score at most, and what tells apart those that score the same, was not \
checked: it rests on the plan’s own word.";

/// That it claims to be the best, or to be near it.
pub(in crate::check) fn claims_of_proof(plan: &Plan) -> impl Iterator<Item = &'static str> {
    let claims = plan
        .tiers
        .iter()
        .any(|tier| tier.proven || tier.bound.is_some());
    claims.then_some(PROOF).into_iter()
}

/// That it gives figures of other choices than its own.
pub(in crate::check) fn figures_of_others(planned: &Planned) -> impl Iterator<Item = &'static str> {
    let counts = planned.counts.iter().map(|change| &change.value);
    let sites = planned.sites.iter().map(|change| &change.value);
    let mut all = counts.chain(sites);
    let claims = all.any(|value| *value != Worth::Unknown)
        || !planned.left_out.is_empty()
        || planned.ties.is_some()
        || planned.best_selection.is_some();
    claims.then_some(OTHERS).into_iter()
}
