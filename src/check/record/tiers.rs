//! What the plan says of its three tiers: values that can be recomputed, and bounds and proofs that must at least fit them.

use crate::check::audit::Audit;
use crate::check::words;
use crate::domain::{TIER_NAMES, Tier};

use super::{Misstatement, Part};

/// How far a stated tier value may lie from the recomputed one. Values this close are equal by `docs/design.md`, section 4;
/// the small addition forgives only the rounding of the difference itself.
const TOLERANCE: f64 = 1e-6 + 1e-12;

/// Which values are not so, and which claims do not fit.
pub(in crate::check) fn tiers(audit: &Audit, recomputed: [f64; 3]) -> Vec<Misstatement> {
    let stated = &audit.plan.tiers;
    if !stated.iter().map(|tier| &tier.name).eq(TIER_NAMES) {
        let text = format!(
            "The plan does not state its tiers as {}, in this order.",
            words::and(TIER_NAMES)
        );
        return vec![Part::Tiers.says(text)];
    }
    let [selection, ..] = TIER_NAMES;
    let mut texts = Vec::new();
    for (tier, value) in stated.iter().zip(recomputed) {
        if !agree(tier.value, value) {
            texts.push(format!(
                "The plan states {} {}; recomputed, it is {}.",
                tier.name,
                words::value(tier.value),
                words::value(value)
            ));
        }
        texts.extend(match tier.name == selection {
            true => unfit_best(tier, audit.inspection.weights.tolerance),
            false => unfit_claim(tier),
        });
    }
    texts
        .into_iter()
        .map(|text| Part::Tiers.says(text))
        .collect()
}

/// What is wrong with what the first tier claims of the best selection of any plan. That itself is taken on trust, but not what
/// contradicts itself, nor a plan that gives up more than the tolerance.
fn unfit_best(tier: &Tier, tolerance: f64) -> Option<String> {
    let Tier { name, value, .. } = tier;
    let Some(best) = tier.best else {
        return Some(format!(
            "The plan does not state the best {name} of any plan."
        ));
    };
    let is_more = |a: f64, b: f64| a > b && !agree(a, b);
    let (is, of_best) = (words::value(*value), words::value(best));
    if is_more(*value, best) {
        return Some(format!(
            "The plan states {name} {is}, and that the best of any plan is {of_best}: it does better itself."
        ));
    }
    if is_more(best - tolerance, *value) {
        return Some(format!(
            "The plan states {name} {is}, and that the best of any plan is {of_best}: it may be at most {} less.",
            words::value(tolerance)
        ));
    }
    let Some(bound) = tier.bound else {
        return tier
            .proven
            .then(|| format!("The plan calls its {name} proved, but states no bound."));
    };
    let of_bound = words::value(bound);
    if is_more(best, bound) {
        Some(format!(
            "The plan states that the best {name} of any plan is {of_best}, and that no plan can do better than {of_bound}."
        ))
    } else if tier.proven && !agree(best, bound) {
        Some(format!(
            "The plan calls its {name} proved, with {of_best} for the best of any plan, but states a bound of {of_bound}."
        ))
    } else {
        None
    }
}

/// What is wrong with what a later tier claims of all other plans: that itself is taken on trust, but not what contradicts itself.
fn unfit_claim(tier: &Tier) -> Option<String> {
    let Tier { name, .. } = tier;
    let value = words::value(tier.value);
    let Some(bound) = tier.bound else {
        return tier
            .proven
            .then(|| format!("The plan calls its {name} proved, but states no bound."));
    };
    let meets = agree(tier.value, bound);
    let is_beaten = tier.value < bound;
    let bound = words::value(bound);
    if tier.proven && !meets {
        Some(format!(
            "The plan calls its {name} of {value} proved, but states a bound of {bound}."
        ))
    } else if !meets && is_beaten {
        Some(format!(
            "The plan states {name} {value}, and that no plan can do better than {bound}: it does better itself."
        ))
    } else if meets && !tier.proven {
        Some(format!(
            "The plan does not call its {name} of {value} proved, but states a bound of {bound}, which it meets."
        ))
    } else {
        None
    }
}

/// Whether two values are equal by `docs/design.md`, section 4; what is not a number agrees with nothing.
pub(super) fn agree(a: f64, b: f64) -> bool {
    (a - b).abs() <= TOLERANCE
}
