//! What one more or one fewer site would score, so that nobody takes the number of sites for the best one.

use std::sync::Arc;

use crate::domain::{Count, CountChange, Plan};
use crate::optimise::budget::Budget;
use crate::optimise::fault::Fault;
use crate::optimise::planner::Planner;
use crate::optimise::question::Question;

/// For every kind, tier 1 with one fewer and with one more of its sites, over all the other rules.
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
        let fewer = now.checked_sub(1);
        let more = Some(now + 1).filter(|count| *count <= all);
        for count in fewer.into_iter().chain(more) {
            let exactly = Count {
                min: count,
                max: count,
            };
            let question = Question {
                counts: [(kind.id.clone(), exactly)].into(),
                ..Question::default()
            };
            changes.push(CountChange {
                kind: kind.id.clone(),
                count,
                allowed: (kind.sites.min..=kind.sites.max).contains(&count),
                value: planner.worth(&question, budget)?,
            });
        }
    }
    Ok(changes)
}
