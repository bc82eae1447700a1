//! Tiers 2 and 3 once the best selection is known: the best dates of all that are as good, then the steadiest, nearest team.

use super::best_teams::{TeamLimits, best_teams, teams_on_dates};
use super::equally_good::{Chosen, choose};
use super::incumbent::Incumbent;
use super::proofs::Proofs;
use super::ties::TiedSelections;
use super::told_apart::{BestTeams, ToldApart, choose_among_equals, ids, told_apart};
use super::value::TierValue;
use crate::domain::SiteRow;
use crate::optimise::fault::Fault;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::Restriction;
use crate::optimise::search::Search;
use crate::optimise::solution::Solution;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::value;

/// A solution, and how far tiers 2 and 3 are proved.
pub(in crate::optimise) struct Settled {
    pub solution: Solution,
    /// What its selection scores in tier 1.
    pub value: f64,
    /// Whether it is proved that no other selection should be visited instead.
    pub is_settled: bool,
    pub calendar: TierValue,
    pub staffing: TierValue,
    /// The other selections that tie in tier 1, and why none of them was chosen.
    pub told_apart: Vec<ToldApart>,
}

impl Settled {
    /// A solution as it was first found: of its dates and teams nothing is known but that they keep the rules.
    pub(in crate::optimise) fn first(problem: &PlanningProblem, solution: &Solution) -> Self {
        Self {
            solution: solution.clone(),
            value: value::of_selection(problem, &solution.selected()),
            is_settled: false,
            calendar: TierValue::unknown(value::of_calendar(problem, solution)),
            staffing: TierValue::unknown(value::of_staffing(problem, solution)),
            told_apart: Vec::new(),
        }
    }
}

/// Settles dates and teams over the selections of tier 1.
pub(in crate::optimise) fn settle(
    problem: &PlanningProblem,
    base: &Restriction,
    best: TiedSelections,
    proofs: &mut Proofs,
    search: &mut Search,
) -> Result<Settled, Fault> {
    let chosen = choose(problem, base, best, proofs, search)?;
    let Chosen {
        ties,
        base,
        solution,
        calendar,
        settled,
    } = chosen;
    let ties = &ties;
    let mut incumbent = Incumbent::new(problem, solution);
    search.tell("staffing", Some(incumbent.cost), None);
    let limit = calendar.value + TIE_TOLERANCE / 2.0;
    let selections = with_dates_as_good(problem, ties, &calendar);
    if let Some((proved, told_by)) = proofs.best_teams(&selections, limit) {
        let cost = value::of_staffing(problem, proved);
        let known = (selections.as_slice(), told_by);
        return Ok(Settled {
            told_apart: told_apart(problem, ties, &calendar, known, &proved.selected()),
            value: ties.value,
            is_settled: settled,
            solution: proved.clone(),
            calendar,
            staffing: TierValue {
                value: cost,
                bound: calendar.proven.then_some(cost),
                proven: calendar.proven,
            },
        });
    }
    if let Some(before) = proofs.to_begin_from(&selections)
        && value::of_calendar(problem, before) <= limit
    {
        incumbent.improve(before.clone());
    }
    // A closer limit than this slows HiGHS down more than it helps.
    let to_beat = incumbent.cost;
    if let Some(begun) = teams_on_dates(&incumbent, &search.budget)?
        && incumbent.improve(begun)
    {
        search.tell("staffing", Some(incumbent.cost), None);
    }
    let (restrictions, of_value) = match ties.all_listed {
        true => {
            let each = selections.iter();
            let each = each.map(|sites| Restriction::of_selection(problem, sites));
            (each.collect(), None)
        }
        false => (vec![base], Some(ties)),
    };
    let limits = TeamLimits {
        of_value,
        calendar: limit,
        to_beat,
    };
    let (bound, proven, found) = over_all(restrictions, limits, &mut incumbent, search)?;
    let told_by = match ties.all_listed {
        true => choose_among_equals(found, &mut incumbent),
        false => Vec::new(),
    };
    let staffing = TierValue {
        value: incumbent.cost,
        bound: (calendar.proven && bound.is_finite()).then(|| bound.clamp(0.0, incumbent.cost)),
        proven: proven && calendar.proven,
    };
    let solution = incumbent.solution;
    let known = (selections.as_slice(), told_by.as_slice());
    let told_apart = told_apart(problem, ties, &calendar, known, &solution.selected());
    if staffing.proven && ties.all_listed {
        proofs.remember(selections, limit, &solution, told_by);
    }
    Ok(Settled {
        value: value::of_selection(problem, &solution.selected()),
        is_settled: settled,
        solution,
        calendar,
        staffing,
        told_apart,
    })
}

/// The listed selections that may have dates as good as the best, by the ids of their sites; none where not all are listed.
fn with_dates_as_good(
    problem: &PlanningProblem,
    ties: &TiedSelections,
    calendar: &TierValue,
) -> Vec<Vec<SiteRow>> {
    let tied = ties.tied().filter(|_| ties.all_listed);
    let tied = tied.filter(|tied| tied.calendar_bound <= calendar.value + TIE_TOLERANCE);
    let mut selections: Vec<Vec<SiteRow>> = tied.map(|tied| tied.selected.clone()).collect();
    selections.sort_by_cached_key(|selected| ids(problem, selected));
    selections
}

/// The best teams over several restrictions, one after the other, into the incumbent: what none can beat, whether the
/// incumbent is proved to be the best, and what was found for each.
fn over_all(
    restrictions: Vec<Restriction>,
    mut limits: TeamLimits<'_>,
    incumbent: &mut Incumbent<'_>,
    search: &mut Search,
) -> Result<(f64, bool, Vec<BestTeams>), Fault> {
    let problem = incumbent.problem;
    let mut bound = f64::INFINITY;
    let mut proven = true;
    let mut each = Vec::new();
    for restriction in restrictions {
        let solved = best_teams(incumbent, restriction, limits, search)?;
        each.push(BestTeams::of(problem, &solved));
        match solved {
            Solved::Optimal(found) => {
                let cost = value::of_staffing(problem, &found);
                bound = bound.min(cost);
                limits.to_beat = limits.to_beat.min(cost);
                incumbent.improve(found);
            }
            Solved::Feasible(found, least) => {
                proven = false;
                bound = bound.min(least);
                incumbent.improve(found);
            }
            // A tied selection may have no dates as good as those of another, or no teams as good.
            Solved::Infeasible => bound = bound.min(incumbent.cost),
            Solved::Unknown(least) => {
                proven = false;
                bound = bound.min(least);
            }
        }
        search.tell("staffing", Some(incumbent.cost), None);
    }
    Ok((bound, proven, each))
}
