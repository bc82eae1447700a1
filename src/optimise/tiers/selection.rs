//! Tier 1: the best selection that can also be visited and staffed.
//!
//! The selection alone is a small problem. So it is solved alone, which bounds what any plan can score; its sites
//! are then proved visitable by making the rest of the plan. A selection that cannot be is cut off, with every
//! other that fails for the same reason, until the best that remains can. Selections that tie are listed, for
//! the later tiers to choose among; where they are many, those tiers get them as a row of their model.

use super::calendar;
pub(super) use super::calendar::BestDates;
use super::cuts::SelectionCut;
use super::proofs::Proofs;
use super::ties::{TiedSelections, VisitableSelection, Wanted};
use super::to_hand::any_plan;
use crate::domain::SiteRow;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::{Decomposition, Seating};
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::objective;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::search::Search;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::value;

/// The outcome of tier 1.
pub(in crate::optimise) enum BestSelection {
    /// The best value, proved or not.
    Found(TiedSelections),
    /// Proved: no selection can be visited and staffed.
    Impossible,
    /// No selection that could be visited and staffed was found within the budget.
    Unknown,
}

/// How much of the problem is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::optimise) enum Depth {
    /// Which sites, where there are inspector-days enough for them.
    Sites,
    /// Sites and dates.
    Dates,
    /// Sites and dates, with people for them, but not who goes to which site.
    Windows,
    /// Sites, dates and teams.
    Teams,
}

impl Depth {
    /// The least first, for it is quickest.
    pub(in crate::optimise) const ALL: [Self; 4] =
        [Self::Sites, Self::Dates, Self::Windows, Self::Teams];

    /// How people are seated in it.
    pub(in crate::optimise) fn seating(self) -> Seating {
        match self {
            Self::Sites | Self::Dates => Seating::LeftOut,
            Self::Windows => Seating::ByWindow,
            Self::Teams => Seating::BySite,
        }
    }

    /// More of it after so many selections that cannot be visited.
    fn after(failures: usize, decomposition: &Decomposition) -> Self {
        match failures {
            n if n < decomposition.cuts_before_dates => Self::Sites,
            n if n < decomposition.cuts_before_teams => Self::Windows,
            _ => Self::Teams,
        }
    }
}

/// Finds the best selection within the budget of the search.
pub(in crate::optimise) fn best_selection(
    problem: &PlanningProblem,
    base: &Restriction,
    wanted: Wanted,
    proofs: &mut Proofs,
    search: &mut Search,
) -> Result<BestSelection, Fault> {
    // Selections found to be best are barred in turn, for the others that tie with them.
    let mut base = base.clone();
    let mut failures = 0;
    let mut ties: Option<TiedSelections> = None;
    loop {
        let depth = Depth::after(failures, &problem.decomposition);
        let selected = match master(problem, &base, &proofs.cuts, depth, &search.budget)? {
            Master::Best(selected) => selected,
            Master::Infeasible => return Ok(finished(ties)),
            Master::CutShort(bound, incumbent) => {
                return Ok(match (ties, incumbent) {
                    (None, Some(incumbent)) => {
                        search.found(&incumbent)?;
                        let first = search.first().cloned();
                        let best = better(problem, incumbent, first);
                        BestSelection::Found(TiedSelections::unproven(problem, best, bound))
                    }
                    (ties, _) => stopped(problem, ties, search, bound),
                });
            }
        };
        let bound = value::of_selection(problem, &selected);
        if let Some(best) = &mut ties {
            if bound < best.value - TIE_TOLERANCE {
                return Ok(finished(ties));
            }
            if best.tied().count() >= problem.decomposition.most_ties {
                best.all_listed = false;
                return Ok(finished(ties));
            }
        }
        let best = ties.as_ref().map(|best| best.value);
        search.tell("selection", best, Some(bound));
        match best_dates(problem, &selected, proofs, search)? {
            BestDates::Found {
                solution,
                bound: calendar_bound,
            } => {
                let visitable = VisitableSelection {
                    selected: selected.clone(),
                    solution,
                    calendar_bound,
                };
                match &mut ties {
                    Some(best) => best.others.push(visitable),
                    None => {
                        search.found(&visitable.solution)?;
                        search.tell("selection", Some(bound), Some(bound));
                        ties = Some(TiedSelections::of_the_best(bound, visitable));
                    }
                }
                if wanted == Wanted::Any {
                    return Ok(finished(ties));
                }
                base.barred.push(selected);
            }
            BestDates::Impossible(cut) => {
                failures += 1;
                proofs.cuts.push(cut);
                // The next may not be visitable either: so any plan comes first.
                if search.wants_first()
                    && let Solved::Optimal(found) =
                        any_plan(problem, &base, &proofs.cuts, &search.budget)?
                {
                    search.found(&found)?;
                }
            }
            BestDates::Unknown => return Ok(stopped(problem, ties, search, bound)),
        }
        if failures >= problem.decomposition.most_cuts {
            return Ok(stopped(problem, ties, search, bound));
        }
    }
}

fn finished(ties: Option<TiedSelections>) -> BestSelection {
    ties.map_or(BestSelection::Impossible, BestSelection::Found)
}

/// The budget was spent. What was found is still the best, for its value equalled the bound; but ties may be missing. Otherwise there is the
/// first full solution that was come upon, if any.
fn stopped(
    problem: &PlanningProblem,
    ties: Option<TiedSelections>,
    search: &Search,
    bound: f64,
) -> BestSelection {
    match (ties, search.first()) {
        (Some(mut ties), _) => {
            ties.all_listed = false;
            BestSelection::Found(ties)
        }
        (None, Some(first)) => {
            BestSelection::Found(TiedSelections::unproven(problem, first.clone(), bound))
        }
        (None, None) => BestSelection::Unknown,
    }
}

/// The solution whose selection scores more; of two that score the same, the one.
fn better(problem: &PlanningProblem, one: Solution, other: Option<Solution>) -> Solution {
    let value = |solution: &Solution| value::of_selection(problem, &solution.selected());
    match other {
        Some(other) if value(&other) > value(&one) => other,
        _ => one,
    }
}

/// The best dates of a selection, worked out or proved before.
pub(super) fn best_dates(
    problem: &PlanningProblem,
    selected: &[SiteRow],
    proofs: &mut Proofs,
    search: &mut Search,
) -> Result<BestDates, Fault> {
    if let Some((solution, bound)) = proofs.best_dates.get(selected) {
        return Ok(BestDates::Found {
            solution: solution.clone(),
            bound: *bound,
        });
    }
    let found = calendar::best_dates(problem, selected, search)?;
    if let BestDates::Found { solution, bound } = &found {
        // What was cut short is not kept: the next question may have the time to do better.
        if *bound >= value::of_calendar(problem, solution) - TIE_TOLERANCE {
            let proved = (solution.clone(), *bound);
            proofs.best_dates.insert(selected.to_vec(), proved);
        }
    }
    Ok(found)
}

/// What came of the master problem.
pub(super) enum Master {
    /// The best selection.
    Best(Vec<SiteRow>),
    Infeasible,
    /// The bound, and a full solution where the master held teams and found one.
    CutShort(f64, Option<Solution>),
}

/// The best selection that no cut takes off, over as much of the problem as `depth` says.
pub(super) fn master(
    problem: &PlanningProblem,
    base: &Restriction,
    cuts: &[SelectionCut],
    depth: Depth,
    budget: &Budget,
) -> Result<Master, Fault> {
    let mut restriction = base.clone().visitable();
    restriction.dated = depth >= Depth::Dates;
    restriction.seating = depth.seating();
    let mut model = formulate(problem, restriction);
    for cut in cuts {
        cut.add_to(&mut model);
    }
    let objective = objective::selection(&mut model);
    let reader = SolutionReader::of(&model);
    let program = model.maximise(SolveStep::Selection, objective);
    Ok(match program.solve(budget)? {
        Solved::Optimal(values) => Master::Best(reader.selected(&values)),
        Solved::Infeasible => Master::Infeasible,
        Solved::Feasible(values, bound) => {
            let is_full = depth == Depth::Teams;
            Master::CutShort(bound, is_full.then(|| reader.solution(&values)))
        }
        Solved::Unknown(bound) => Master::CutShort(bound, None),
    })
}
