//! What each site costs or brings: what a selection could score at most if it were decided otherwise.

use rayon::prelude::*;

use super::budget::Budget;
use super::fault::Fault;
use super::field::Field;
use super::model::{Pick, Scope};
use super::planner::Planner;
use super::question::Question;
use super::selection_tier::at_most;
use super::solver::Found;
use crate::domain::{Plan, SiteChange, SiteRow, Worth};

/// For every site, the most that tier 1 could reach with it forced in, or with it left out if it is selected.
///
/// These are many small questions that do not wait for each other, so every core takes its share.
pub(super) fn sites(
    planner: &mut Planner,
    plan: &Plan,
    budget: &Budget,
) -> Result<Vec<SiteChange>, Fault> {
    let base = planner.turn_to(&Question::default());
    let field = &planner.field;
    let selected: Vec<(SiteRow, bool)> = field
        .sites()
        .map(|site| {
            let id = &field.site(site).id;
            (site, plan.visits.iter().any(|visit| visit.site == *id))
        })
        .collect();
    let sites = selected.par_iter();
    sites
        .map(|(site, is_selected)| {
            Ok(SiteChange {
                site: field.site(*site).id.clone(),
                selected: *is_selected,
                value: value(field, &base, *site, *is_selected, budget)?,
            })
        })
        .collect()
}

fn value(
    field: &Field,
    base: &Scope,
    site: SiteRow,
    is_selected: bool,
    budget: &Budget,
) -> Result<Worth, Fault> {
    // Even to begin takes time, for each of many sites.
    if budget.is_spent() {
        return Ok(Worth::Unknown);
    }
    let mut base = base.clone();
    base.picks[site] = if is_selected { Pick::Out } else { Pick::In };
    Ok(match at_most(field, &base, budget)? {
        Found::Best(value) => Worth::AtMost(value),
        Found::Nothing => Worth::Impossible,
        Found::Some(..) | Found::Unknown(_) => Worth::Unknown,
    })
}
