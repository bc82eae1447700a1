//! Whether there is a plan for a site and what comes along with it, asked with little effort.

use good_lp::Expression;

use crate::domain::{Rule, RuleSet};
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::Solved;

/// Nodes for each question: cut short by them, it is the same on every machine. Most questions need none.
const NODES: i32 = 200;

/// The rules that bind a site and what comes along with it: not how many are selected, nor quotas, nor the pilot, which is another visit. What is excluded or has too
/// many engagements is told by [`super::tables::Tables`].
pub(super) fn binding_rules() -> RuleSet {
    let of_selections = Rule::Count | Rule::Included | Rule::Quota | Rule::Burden | Rule::Pilot;
    Rule::of_plans() - of_selections
}

/// Whether a restriction has dates and teams; `None` where that was not shown within the nodes.
pub(super) fn has_plan(
    problem: &PlanningProblem,
    restriction: &Restriction,
) -> Result<Option<bool>, Fault> {
    let dated = match has_dates(problem, restriction)? {
        Solved::Optimal(dated) | Solved::Feasible(dated, _) => dated,
        Solved::Infeasible => return Ok(Some(false)),
        Solved::Unknown(_) => return Ok(None),
    };
    // Teams for the first dates come at once, for most sites.
    let teams = |restriction: Restriction| {
        let model = formulate(problem, restriction);
        let program = model.minimise(SolveStep::Conflict, Expression::default());
        program.solve(&Budget::unlimited().with_nodes(NODES))
    };
    match teams(Restriction::of_dates(problem, &dated))? {
        Solved::Optimal(_) | Solved::Feasible(..) => return Ok(Some(true)),
        Solved::Infeasible | Solved::Unknown(_) => {}
    }
    Ok(match teams(restriction.clone().visitable())? {
        Solved::Optimal(_) | Solved::Feasible(..) => Some(true),
        Solved::Infeasible => Some(false),
        Solved::Unknown(_) => None,
    })
}

/// The dates of as few visits as will do, teams left out.
pub(super) fn has_dates(
    problem: &PlanningProblem,
    restriction: &Restriction,
) -> Result<Solved<Solution>, Fault> {
    let mut settled = restriction.selected();
    if settled.any(|site| restriction.choices[site].is_empty()) {
        return Ok(Solved::Infeasible);
    }
    let mut dated = restriction.clone().visitable();
    dated.seating = Seating::LeftOut;
    let model = formulate(problem, dated);
    let reader = SolutionReader::of(&model);
    let visits = model.candidates.iter().map(|visit| visit.takes_place);
    let visits: Expression = visits.map(Expression::from).sum();
    let program = model.minimise(SolveStep::Conflict, visits);
    let solved = program.solve(&Budget::unlimited().with_nodes(NODES))?;
    Ok(solved.map(|values| reader.solution(&values)))
}
