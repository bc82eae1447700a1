//! What one more or one fewer site would score, so that nobody takes the number of sites for the best one.

use std::sync::Arc;

use crate::domain::{Count, CountChange, Inspection, Kind, Plan, Tier, Worth};
use crate::optimise::budget::Budget;
use crate::optimise::fault::Fault;
use crate::optimise::planner::{NODES_BESIDE, Planner};
use crate::optimise::question::Question;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::tiers::is_visitable_at_once;

/// For every kind, what tier 1 could reach with one fewer and with one more of its sites.
pub(in crate::optimise) fn count_changes(
    planner: &mut Planner,
    plan: &Plan,
    budget: &Budget,
) -> Result<Vec<CountChange>, Fault> {
    let inspection = Arc::clone(&planner.problem().inspection);
    let mut changes = Vec::new();
    for kind in &inspection.kinds {
        let selected = plan.visits.iter().filter(|visit| visit.kind == kind.id);
        let now = selected.count() as u32;
        let all = inspection.sites.iter().filter(|site| site.kind == kind.id);
        let all = all.count() as u32;
        // A pilot that does not count is visited whatever their number, and is none of it (S1).
        let uncounted = u32::from(has_uncounted_pilot(&inspection, kind));
        let fewer = now.checked_sub(1).filter(|count| *count >= uncounted);
        let more = Some(now + 1).filter(|count| *count <= all);
        for count in fewer.into_iter().chain(more) {
            let counted = count - uncounted;
            let allowed = (kind.sites.min..=kind.sites.max).contains(&counted);
            // What the settings allow was open to the plan: it is no news whether it can be visited. Where they do not, a
            // selection that scores more is worth a try.
            let worth_a_try = |value: f64| {
                let best = plan.tiers.first().map_or(f64::INFINITY, Tier::best);
                !allowed && value > best + TIE_TOLERANCE
            };
            changes.push(CountChange {
                kind: kind.id.clone(),
                count,
                allowed,
                value: with_exactly(planner, kind, counted, worth_a_try, budget)?,
            });
        }
    }
    Ok(changes)
}

/// Whether the pilot is of this kind, and does not count as one of its sites.
fn has_uncounted_pilot(inspection: &Inspection, kind: &Kind) -> bool {
    let pilot = inspection.pilot.as_ref().filter(|pilot| !pilot.counts);
    let site = pilot.and_then(|pilot| inspection.site(&pilot.site));
    site.is_some_and(|site| site.kind == kind.id)
}

/// What tier 1 could reach with exactly so many sites of a kind that count, over the rules S1 to S5; over all the rules where it is worth a
/// try and the try succeeds.
fn with_exactly(
    planner: &mut Planner,
    kind: &Kind,
    count: u32,
    worth_a_try: impl Fn(f64) -> bool,
    budget: &Budget,
) -> Result<Worth, Fault> {
    if budget.is_spent() {
        return Ok(Worth::Unknown);
    }
    let exactly = Count {
        min: count,
        max: count,
    };
    let question = Question {
        counts: [(kind.id.clone(), exactly)].into(),
        ..Question::default()
    };
    let best = match planner.on_paper(&question, budget)? {
        Solved::Optimal(best) => best,
        Solved::Infeasible => return Ok(Worth::Impossible),
        Solved::Feasible(_, bound) | Solved::Unknown(bound) => {
            return Ok(match bound.is_finite() {
                true => Worth::AtMost(bound),
                false => Worth::Unknown,
            });
        }
    };
    let budget = budget.with_nodes(NODES_BESIDE);
    let tried = worth_a_try(best.value)
        && is_visitable_at_once(planner.problem(), &best.selected, &budget)?;
    Ok(match tried {
        true => Worth::Exactly(best.value),
        false => Worth::AtMost(best.value),
    })
}
