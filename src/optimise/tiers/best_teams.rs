//! The best teams of a restriction, within what tiers 1 and 2 leave open.

use super::incumbent::Incumbent;
use super::ties::TiedSelections;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::model::PlanModel;
use crate::optimise::objective;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::search::Search;
use crate::optimise::seasons::{self, BySeasons};
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::valid_inequalities;

/// Nodes of the search tree for teams to begin with.
const NODES_TO_BEGIN: i32 = 100;

/// What the teams are held to.
#[derive(Clone, Copy)]
pub(super) struct TeamLimits<'t> {
    /// The selections whose value in tier 1 is kept to, where the restriction leaves the selection open.
    pub of_value: Option<&'t TiedSelections>,
    /// Tier 2 is no worse than this.
    pub calendar: f64,
    /// The teams cost no more than this.
    pub to_beat: f64,
}

/// The best teams of a restriction within these limits: by whole seasons, and where these are too many, by seats.
pub(super) fn best_teams(
    incumbent: &Incumbent<'_>,
    restriction: Restriction,
    limits: TeamLimits<'_>,
    search: &mut Search,
) -> Result<Solved<Solution>, Fault> {
    let problem = incumbent.problem;
    let mut restriction = restriction.visitable();
    fix_by_reduced_costs(problem, &mut restriction, limits.calendar, &search.budget)?;
    restriction.priced = true;
    let mut least = f64::NEG_INFINITY;
    if seasons::may_be_tried(problem, &restriction) {
        restriction.seating = Seating::BySeason;
        let model = within(problem, restriction.clone(), limits);
        match seasons::best(model, &incumbent.solution, incumbent.cost, search)? {
            BySeasons::Solved(solved) => return Ok(solved),
            BySeasons::TooMany(bound) => least = bound,
        }
        // Building the next model takes a while too.
        if search.budget.is_spent() {
            return Ok(Solved::Unknown(least));
        }
        restriction.seating = Seating::BySite;
    }
    let mut model = within(problem, restriction, limits);
    valid_inequalities::add(&mut model);
    let reader = SolutionReader::of(&model);
    let objective = objective::staffing(&mut model);
    // A little above it: a limit below, by less than HiGHS can tell, would have it contradict itself.
    let most = limits.to_beat + TIE_TOLERANCE / 10.0;
    model.rows.push(objective.clone().leq(most));
    let program = model.minimise(SolveStep::Staffing, objective);
    let solved = program.solve_aloud(search, "staffing")?;
    Ok(match solved.map(|values| reader.solution(&values)) {
        Solved::Feasible(found, bound) => Solved::Feasible(found, bound.max(least)),
        Solved::Unknown(bound) => Solved::Unknown(bound.max(least)),
        solved => solved,
    })
}

/// The model of a restriction within the limits of tiers 1 and 2.
fn within<'p>(
    problem: &'p PlanningProblem,
    restriction: Restriction,
    limits: TeamLimits<'_>,
) -> PlanModel<'p> {
    let mut model = formulate(problem, restriction);
    if let Some(ties) = limits.of_value {
        ties.keep_value(&mut model);
    }
    let dates = objective::calendar(&model);
    model.rows.push(dates.leq(limits.calendar));
    model
}

/// Good teams for the dates of the incumbent, soon: something to go by for the search over all dates, and to fall back on where
/// there is no time for it.
pub(super) fn teams_on_dates(
    incumbent: &Incumbent<'_>,
    budget: &Budget,
) -> Result<Option<Solution>, Fault> {
    let problem = incumbent.problem;
    let mut restriction = Restriction::of_dates(problem, &incumbent.solution);
    restriction.priced = true;
    // What is proved of these dates alone is nothing to tell.
    let mut search = Search::silent(budget.with_nodes(NODES_TO_BEGIN));
    if seasons::may_be_tried(problem, &restriction) {
        restriction.seating = Seating::BySeason;
        let model = formulate(problem, restriction.clone());
        let solution = &incumbent.solution;
        if let BySeasons::Solved(solved) =
            seasons::best(model, solution, incumbent.cost, &mut search)?
        {
            return Ok(found(solved));
        }
        restriction.seating = Seating::BySite;
    }
    let mut model = formulate(problem, restriction);
    valid_inequalities::add(&mut model);
    let reader = SolutionReader::of(&model);
    let objective = objective::staffing(&mut model);
    let program = model.minimise(SolveStep::Staffing, objective);
    let solved = program.solve(&search.budget)?;
    Ok(found(solved.map(|values| reader.solution(&values))))
}

/// What was found, if anything.
fn found(solved: Solved<Solution>) -> Option<Solution> {
    match solved {
        Solved::Optimal(solution) | Solved::Feasible(solution, _) => Some(solution),
        Solved::Infeasible | Solved::Unknown(_) => None,
    }
}

/// Reduced-cost fixing: leaves out the starts that no plan within `calendar_limit` can use, for their reduced cost in the
/// relaxation of tier 2 says how far they would lift it at least.
fn fix_by_reduced_costs(
    problem: &PlanningProblem,
    restriction: &mut Restriction,
    calendar_limit: f64,
    budget: &Budget,
) -> Result<(), Fault> {
    let unstaffed = Restriction {
        seating: Seating::LeftOut,
        ..restriction.clone()
    };
    let model = formulate(problem, unstaffed);
    let candidates = model.candidates.clone();
    let objective = objective::calendar(&model);
    let program = model.minimise(SolveStep::Calendar, objective);
    let Some(relaxed) = program.relax(budget)? else {
        return Ok(());
    };
    for candidate in candidates {
        let at_least = relaxed.objective + relaxed.reduced_costs.of(candidate.takes_place);
        // Twice the margin of a tie: the relaxation is exact only to the solver's own tolerance.
        if at_least > calendar_limit + 2.0 * TIE_TOLERANCE {
            restriction.choices[candidate.site].retain(|choice| *choice != candidate.choice);
        }
    }
    Ok(())
}
