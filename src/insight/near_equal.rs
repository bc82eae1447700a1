//! What the selection of the plan gives up for better dates: selections that score almost as much as the best count as equally good.

use serde::Serialize;

use super::particulars::Particulars;
use super::site::{Beside, TIE, beside};
use crate::domain::SiteId;

/// How a plan's selection stands to the best of any plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NearBest {
    /// What the best selection of any plan scores, as far as was found.
    pub best: f64,
    /// What that of this plan scores.
    pub plan: f64,
    /// Selections that score so much less than the best count as equally good.
    pub tolerance: f64,
    /// Whether it is proved that no plan has a better selection than the best.
    pub proved: bool,
    /// What is given up, and what for; `None` where this plan's selection is the best.
    pub given_up: Option<GivenUp>,
}

/// What is given up for better dates.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GivenUp {
    /// By how many points the best selection scores more.
    pub points: f64,
    /// What dates of the best selection lose: leave and delay, as far as they have a weight.
    pub by: Vec<DateLoss>,
    /// By how many points its best dates lose more than those of this plan; `None` where that is not known.
    pub more_lost: Option<f64>,
    /// Which the best selection is; `None` where that is not known.
    pub instead: Option<Beside>,
}

/// For what dates lose points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DateLoss {
    /// Onsite days in periods better avoided.
    Leave,
    /// Weeks after the first possible one.
    Delay,
}

/// How the selection stands to the best; `None` where the plan does not say what the best scores.
pub(crate) fn near_best(facts: &Particulars<'_>) -> Option<NearBest> {
    let tier = facts.planned.plan.tiers.first()?;
    let best = tier.best?;
    let is_best = best <= tier.value + TIE;
    Some(NearBest {
        best,
        plan: tier.value,
        tolerance: facts.inspection.weights.tolerance,
        proved: tier.proven,
        given_up: (!is_best).then(|| given_up(facts, best - tier.value)),
    })
}

fn given_up(facts: &Particulars<'_>, points: f64) -> GivenUp {
    let weights = &facts.inspection.weights;
    let known = facts.planned.best_selection.as_ref();
    let lost = known.and_then(|best| best.calendar);
    let here = facts.planned.plan.tiers.get(1).map(|tier| tier.value);
    let more = lost.zip(here).map(|(lost, here)| lost - here);
    let by = [
        (weights.leave, DateLoss::Leave),
        (weights.delay, DateLoss::Delay),
    ];
    let by = by.into_iter().filter(|(weight, _)| *weight > 0.0);
    GivenUp {
        points,
        by: by.map(|(_, loss)| loss).collect(),
        more_lost: more.filter(|more| *more > TIE),
        instead: known.and_then(|best| beside(facts, &best.selection)),
    }
}

/// Whether the best selection of any plan has a site; `None` where it is not known which that is.
pub(crate) fn best_has(facts: &Particulars<'_>, site: &SiteId) -> Option<bool> {
    let selected = facts.visit(site).is_some();
    let near = near_best(facts)?;
    if near.given_up.is_none() {
        return Some(selected);
    }
    let known = facts.planned.best_selection.as_ref()?;
    let differs = [&known.selection.comes_in, &known.selection.goes_out];
    Some(selected != differs.iter().any(|sites| sites.contains(site)))
}
