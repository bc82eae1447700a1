//! What tells the selections apart that tie in tier 1: dates, then teams, and where these are as good too, the ids of the sites.

use super::incumbent::Incumbent;
use super::ties::{TiedSelections, VisitableSelection};
use super::value::TierValue;
use crate::domain::{SiteId, SiteRow, ToldBy};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::solution::Solution;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::value;

/// A selection that ties with the one chosen, and why it was not chosen.
pub(in crate::optimise) struct ToldApart {
    pub selected: Vec<SiteRow>,
    pub told_by: ToldBy,
}

/// What was found for the teams of one selection, on dates as good as the best.
pub(super) enum BestTeams {
    /// The best, proved, with their cost.
    Found(Solution, f64),
    /// None that cost as little as those of another.
    Worse,
    /// Not proved.
    Unknown,
}

impl BestTeams {
    pub(super) fn of(problem: &PlanningProblem, solved: &Solved<Solution>) -> Self {
        match solved {
            Solved::Optimal(found) => {
                Self::Found(found.clone(), value::of_staffing(problem, found))
            }
            Solved::Infeasible => Self::Worse,
            Solved::Feasible(..) | Solved::Unknown(_) => Self::Unknown,
        }
    }
}

/// The ids of some sites, in order: by these a selection is chosen among those that are equal in every tier.
pub(super) fn ids<'p>(problem: &'p PlanningProblem, selected: &[SiteRow]) -> Vec<&'p SiteId> {
    let mut ids: Vec<&SiteId> = selected.iter().map(|row| &problem.site(*row).id).collect();
    ids.sort_unstable();
    ids
}

/// Takes the first of the selections, in the order in which they were asked about, whose teams cost no more than the
/// incumbent's. What tells each from the one that is best.
pub(super) fn choose_among_equals(
    found: Vec<BestTeams>,
    incumbent: &mut Incumbent<'_>,
) -> Vec<ToldBy> {
    let best = incumbent.cost;
    let is_equal = |cost: f64| cost <= best + TIE_TOLERANCE;
    let told_by = found.iter().map(|one| match one {
        BestTeams::Found(_, cost) if is_equal(*cost) => ToldBy::Ids,
        BestTeams::Found(..) | BestTeams::Worse => ToldBy::Teams,
        BestTeams::Unknown => ToldBy::Unknown,
    });
    let told_by = told_by.collect();
    let mut equal = found.into_iter().filter_map(|one| match one {
        BestTeams::Found(solution, cost) if is_equal(cost) => Some(solution),
        _ => None,
    });
    if let Some(first) = equal.next()
        && first.selected() != incumbent.solution.selected()
    {
        *incumbent = Incumbent::new(incumbent.problem, first);
    }
    told_by
}

/// What tells each tied selection from the one chosen. Of those with dates as good, that is known already.
pub(super) fn told_apart(
    problem: &PlanningProblem,
    ties: &TiedSelections,
    calendar: &TierValue,
    (as_good, told_by): (&[Vec<SiteRow>], &[ToldBy]),
    chosen: &[SiteRow],
) -> Vec<ToldApart> {
    let has_dates_as_good = |tied: &VisitableSelection| {
        value::of_calendar(problem, &tied.solution) <= calendar.value + TIE_TOLERANCE
    };
    let told = |tied: &VisitableSelection| {
        let known = as_good.iter().zip(told_by);
        let mut known = known.filter(|(selected, _)| **selected == tied.selected);
        let worse_dates = tied.calendar_bound > calendar.value + TIE_TOLERANCE;
        match known.next() {
            // Dates as good were never found, only not ruled out.
            Some((_, ToldBy::Teams)) if !has_dates_as_good(tied) => ToldBy::Unknown,
            Some((_, told_by)) => *told_by,
            None if worse_dates && calendar.proven => ToldBy::Dates,
            None => ToldBy::Unknown,
        }
    };
    let others = ties.tied().filter(|tied| tied.selected != chosen);
    let told_apart = others.map(|tied| ToldApart {
        told_by: told(tied),
        selected: tied.selected.clone(),
    });
    told_apart.collect()
}
