//! What each site costs or brings: what a selection could score at most if it were decided otherwise.

use rayon::prelude::*;

use super::answer::{SiteChange, SiteValue};
use super::clock::Clock;
use super::field::Field;
use super::model::{Pick, Scope};
use super::planner::Planner;
use super::question::Question;
use super::selection_tier::at_most;
use super::solver::{Found, Limits};
use crate::domain::Plan;

/// For every site, the most that tier 1 could reach with it forced in, or with it left out if it is selected.
///
/// These are many small questions that do not wait for each other, so every core takes its share.
pub(super) fn sites(planner: &mut Planner, plan: &Plan, clock: &Clock) -> Vec<SiteChange> {
    let base = planner.turn_to(&Question::default());
    let field = &planner.field;
    let selected: Vec<bool> = (0..field.kinds.len())
        .map(|site| {
            let id = &field.site(site).id;
            plan.visits.iter().any(|visit| visit.site == *id)
        })
        .collect();
    let until = clock.deadline();
    let sites = selected.par_iter().enumerate();
    sites
        .map(|(site, is_selected)| SiteChange {
            site: field.site(site).id.clone(),
            selected: *is_selected,
            value: value(field, &base, site, *is_selected, Limits::until(until)),
        })
        .collect()
}

fn value(field: &Field, base: &Scope, site: usize, is_selected: bool, limits: Limits) -> SiteValue {
    // Even to begin takes time, for each of many sites.
    if limits.seconds <= 0.0 {
        return SiteValue::Unknown;
    }
    let mut base = base.clone();
    base.picks[site] = if is_selected { Pick::Out } else { Pick::In };
    match at_most(field, &base, limits) {
        Found::Best(value) => SiteValue::AtMost(value),
        Found::Nothing => SiteValue::NoSelection,
        Found::Some(..) | Found::Unknown(_) => SiteValue::Unknown,
    }
}
