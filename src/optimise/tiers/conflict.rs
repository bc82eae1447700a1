//! Why a selection, or its dates, cannot be: an irreducible infeasible set of its visits, as a no-good cut.
//!
//! It is found by a deletion filter: one visit after the other is left out of the question, and stays out as long as the rest is
//! infeasible without it.

use good_lp::Expression;

use super::cuts::{DatesCut, SelectionCut};
use crate::domain::SiteRow;
use crate::optimise::budget::Budget;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::{Pick, Restriction, Seating};
use crate::optimise::rules::formulate;
use crate::optimise::solution::Solution;
use crate::optimise::solver::Solved;

/// Nodes for each question of which visits stand in each other's way. Running out is safe: the cut is weaker.
const NODES_TO_BLAME: i32 = 100;
/// At most so many other starts are tried for one cut.
const MOST_STARTS_TRIED: usize = 60;

/// A part of a selection that cannot be visited and staffed, none of which can be spared, as a cut.
pub(super) fn of_selection(
    problem: &PlanningProblem,
    selected: &[SiteRow],
    budget: &Budget,
) -> Result<SelectionCut, Fault> {
    let mut restriction = Restriction::of_selection(problem, selected);
    // The less of the teams is needed for it to be impossible, the quicker it is found which sites are.
    for seating in [Seating::LeftOut, Seating::ByWindow] {
        restriction.seating = seating;
        if is_infeasible(problem, &restriction, budget)? {
            break;
        }
        restriction.seating = Seating::BySite;
    }
    filter(problem, &mut restriction, budget)?;
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

/// Some of these dated visits that cannot be staffed together, none of which can be spared, and every other start of each of
/// them that changes nothing about it, as a cut.
pub(super) fn of_dates(
    problem: &PlanningProblem,
    dated: &Solution,
    budget: &Budget,
) -> Result<DatesCut, Fault> {
    let mut restriction = Restriction::of_dates(problem, dated);
    filter(problem, &mut restriction, budget)?;
    let sites: Vec<SiteRow> = restriction.selected().collect();
    let mut tries = 0;
    for site in &sites {
        for choice in problem.choices[*site].keys() {
            let tried_enough = tries == MOST_STARTS_TRIED || budget.is_spent();
            if restriction.choices[*site].contains(&choice) || tried_enough {
                continue;
            }
            tries += 1;
            restriction.choices[*site].push(choice);
            if !is_infeasible(problem, &restriction, budget)? {
                restriction.choices[*site].pop();
            }
        }
    }
    let choices = |site: &SiteRow| {
        let choices = restriction.choices[*site].iter();
        let site = *site;
        choices.map(move |choice| (site, *choice))
    };
    Ok(DatesCut {
        starts: sites.iter().flat_map(choices).collect(),
        without: other_namers(problem, &sites, &dated.selected()),
    })
}

/// Leaves sites out of the question one by one, as long as it stays infeasible.
fn filter(
    problem: &PlanningProblem,
    restriction: &mut Restriction,
    budget: &Budget,
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

/// Whether it is soon proved that a restriction has no plan.
fn is_infeasible(
    problem: &PlanningProblem,
    restriction: &Restriction,
    budget: &Budget,
) -> Result<bool, Fault> {
    let model = formulate(problem, restriction.clone());
    let program = model.minimise(SolveStep::Conflict, Expression::default());
    let solved = program.solve(&budget.with_nodes(NODES_TO_BLAME))?;
    Ok(matches!(solved, Solved::Infeasible))
}
