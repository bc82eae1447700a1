//! What each site costs or brings: what a selection could score at most if it were decided otherwise.

use rayon::prelude::*;

use crate::domain::{Plan, SiteChange, SiteRow, Worth};
use crate::optimise::budget::Budget;
use crate::optimise::fault::Fault;
use crate::optimise::planner::Planner;
use crate::optimise::question::Question;
use crate::optimise::restriction::Pick;
use crate::optimise::solver::Solved;
use crate::optimise::tiers::{PartsOnPaper, Proofs};

/// For every site, the most that tier 1 could reach with it forced in, or with it left out if it is selected.
///
/// These are many small questions that do not wait for each other, so every core takes its share.
pub(in crate::optimise) fn site_changes(
    planner: &mut Planner,
    plan: &Plan,
    budget: &Budget,
) -> Result<Vec<SiteChange>, Fault> {
    let base = planner.pose(&Question::default());
    let problem = planner.problem();
    // Of what was proved nothing is used: a figure on paper is one that the lead could work out too.
    let nothing = Proofs::default();
    let parts = PartsOnPaper::new(problem, base, &nothing, budget)?;
    let selected: Vec<(SiteRow, bool)> = problem
        .sites()
        .map(|site| {
            let id = &problem.site(site).id;
            (site, plan.visits.iter().any(|visit| visit.site == *id))
        })
        .collect();
    let sites = selected.par_iter();
    sites
        .map(|(site, is_selected)| {
            Ok(SiteChange {
                site: problem.site(*site).id.clone(),
                selected: *is_selected,
                value: value(&parts, *site, *is_selected, budget)?,
            })
        })
        .collect()
}

fn value(
    parts: &PartsOnPaper<'_>,
    site: SiteRow,
    is_selected: bool,
    budget: &Budget,
) -> Result<Worth, Fault> {
    // Even to begin takes time, for each of many sites.
    if budget.is_spent() {
        return Ok(Worth::Unknown);
    }
    let pick = if is_selected { Pick::Out } else { Pick::In };
    Ok(match parts.with(site, pick, budget)? {
        Solved::Optimal(best) => Worth::AtMost(best.value),
        Solved::Infeasible => Worth::Impossible,
        Solved::Feasible(..) | Solved::Unknown(_) => Worth::Unknown,
    })
}
