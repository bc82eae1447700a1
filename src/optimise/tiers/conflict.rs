//! Why a selection, or its dates, cannot be: an infeasible set of its visits, irreducible as far as can soon be shown.
//!
//! It is found by a deletion filter: one visit after the other is left out of the question, and stays out as long as the rest is
//! infeasible without it.

use good_lp::Expression;

use super::cuts::SelectionCut;
use crate::domain::SiteRow;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::{Pick, Restriction};
use crate::optimise::rules::formulate;
use crate::optimise::solution::Solution;
use crate::optimise::solver::{Program, Solved};

/// Nodes for each question of which visits stand in each other's way. Running out is safe: the cut is weaker.
const NODES_TO_BLAME: i32 = 100;

/// A part of a selection that cannot be visited and staffed, as a cut. None of it can be spared as far as dates, or visits and people in
/// parts, show; where these do not show that it is impossible, it is the whole.
pub(super) fn of_selection(
    problem: &PlanningProblem,
    selected: &[SiteRow],
    budget: &Budget,
) -> Result<SelectionCut, Fault> {
    let mut restriction = Restriction::of_selection(problem, selected);
    // What dates alone forbid is found without teams, which is far quicker.
    restriction.seating = Seating::LeftOut;
    if is_infeasible(problem, &restriction, budget)? {
        filter(problem, &mut restriction, budget, is_infeasible)?;
    } else {
        restriction.seating = Seating::ByWindow;
        if is_infeasible_in_parts(problem, &restriction, budget)? {
            filter(problem, &mut restriction, budget, is_infeasible_in_parts)?;
        }
    }
    let with: Vec<SiteRow> = restriction.selected().collect();
    let without = other_namers(problem, &with, selected);
    Ok(SelectionCut { with, without })
}

/// The sites beside a selection that name one of these: another site that names a brought one could free it, and then the reason would no
/// longer hold.
fn other_namers(
    problem: &PlanningProblem,
    blamed: &[SiteRow],
    selected: &[SiteRow],
) -> Vec<SiteRow> {
    let namers = problem
        .links
        .iter()
        .flat_map(|view| blamed.iter().filter_map(|site| view.namers.get(site)))
        .flatten()
        .copied()
        .filter(|namer| !selected.contains(namer));
    let mut namers: Vec<SiteRow> = namers.collect();
    namers.sort_unstable();
    namers.dedup();
    namers
}

/// Some of these dated visits that cannot be staffed together, none of which can be spared: their sites.
pub(super) fn of_dates(
    problem: &PlanningProblem,
    dated: &Solution,
    budget: &Budget,
) -> Result<Vec<SiteRow>, Fault> {
    let mut restriction = Restriction::of_dates(problem, dated);
    filter(problem, &mut restriction, budget, is_infeasible)?;
    Ok(restriction.selected().collect())
}

/// Asks whether a restriction is infeasible.
type Asked = fn(&PlanningProblem, &Restriction, &Budget) -> Result<bool, Fault>;

/// Leaves sites out of the question one by one, as long as it stays infeasible.
fn filter(
    problem: &PlanningProblem,
    restriction: &mut Restriction,
    budget: &Budget,
    is_infeasible: Asked,
) -> Result<(), Fault> {
    let sites: Vec<SiteRow> = restriction.selected().collect();
    for site in sites {
        restriction.picks[site] = Pick::Elsewhere;
        if !is_infeasible(problem, restriction, budget)? {
            restriction.picks[site] = Pick::In;
        }
    }
    Ok(())
}

/// Any plan of a restriction, as a program.
fn question(problem: &PlanningProblem, restriction: &Restriction) -> Program {
    let model = formulate(problem, restriction.clone());
    model.minimise(SolveStep::Conflict, Expression::default())
}

/// Whether it is soon proved that a restriction has no plan.
fn is_infeasible(
    problem: &PlanningProblem,
    restriction: &Restriction,
    budget: &Budget,
) -> Result<bool, Fault> {
    let solved = question(problem, restriction).solve(&budget.with_nodes(NODES_TO_BLAME))?;
    Ok(matches!(solved, Solved::Infeasible))
}

/// Whether it has no plan even with visits and people in parts. If so, that is soon found.
fn is_infeasible_in_parts(
    problem: &PlanningProblem,
    restriction: &Restriction,
    budget: &Budget,
) -> Result<bool, Fault> {
    question(problem, restriction).has_no_relaxation(budget)
}
