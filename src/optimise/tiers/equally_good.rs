//! From the best selection to the one that is visited: of all that are equally good, the best dates; of those with such dates, the best
//! selection; and what ties with it for the teams to choose among.

use good_lp::Expression;

use super::near::{Aim, Found, Near};
use super::proofs::Proofs;
use super::selection::{BestDates, best_dates};
use super::ties::{TiedSelections, VisitableSelection};
use super::value::TierValue;
use crate::domain::SiteRow;
use crate::optimise::decomposition::Seating;
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

/// What is left for the teams to choose among.
pub(super) struct Chosen {
    /// The selections, each with dates as good as the best of all; or, where not all are listed, what they have to be worth.
    pub ties: TiedSelections,
    /// What is settled of them.
    pub base: Restriction,
    /// One of them, on the best dates, with some teams.
    pub solution: Solution,
    /// Tier 2.
    pub calendar: TierValue,
    /// Whether it is proved that no other of them should be visited instead.
    pub settled: bool,
}

/// Chooses among the selections that are as good as the best.
pub(super) fn choose(
    problem: &PlanningProblem,
    base: &Restriction,
    mut best: TiedSelections,
    proofs: &mut Proofs,
    search: &mut Search,
) -> Result<Chosen, Fault> {
    let most_is_known = keep_the_largest(problem, base, &mut best, proofs, search)?;
    let (solution, listed) = best_listed(problem, &best);
    let tolerance = problem.weights.tolerance;
    if tolerance == 0.0 && best.all_listed {
        return Ok(Chosen {
            base: base.clone(),
            settled: most_is_known,
            calendar: as_proved(listed, best.proven && most_is_known, search),
            ties: best,
            solution,
        });
    }
    let limits = (
        best.value - tolerance - TIE_TOLERANCE / 2.0,
        best.bound + TIE_TOLERANCE,
        best.first.selected.len(),
    );
    let mut near = Near::new(problem, base, &proofs.cuts, limits, &search.budget)?;
    let (solution, calendar) = match near.is_one() && best.all_listed && listed.proven {
        true => (solution, listed),
        false => {
            // Their own best dates are known to be no better.
            let known = best.tied();
            let known = known.filter(|tied| tied.calendar_bound >= listed.value - TIE_TOLERANCE);
            let known = known.map(|tied| tied.selected.clone()).collect();
            dates(problem, (&mut near, known), solution, listed, search)?
        }
    };
    let calendar = as_proved(calendar, best.proven && most_is_known, search);
    let (solution, is_best) = sites(problem, &mut near, solution, &calendar, best.value, search)?;
    let selected = solution.selected();
    let value = value::of_selection(problem, &selected);
    let settled = is_best && calendar.proven;
    // Nothing was given up, and all that score the same are known.
    if best.all_listed && value >= best.value - TIE_TOLERANCE / 2.0 && calendar.proven {
        return Ok(Chosen {
            base: base.clone(),
            ties: best,
            solution,
            calendar,
            settled,
        });
    }
    let near = near.closer(value - TIE_TOLERANCE / 2.0, &search.budget)?;
    let base = near.base().clone();
    let first = VisitableSelection {
        selected,
        calendar_bound: calendar.bound.unwrap_or(0.0),
        solution: solution.clone(),
    };
    let ties = TiedSelections {
        value,
        first,
        others: Vec::new(),
        all_listed: false,
        ..best
    };
    let ties = match settled {
        true => with_as_good_dates(ties, near, &calendar, problem, search)?,
        false => ties,
    };
    Ok(Chosen {
        ties,
        base,
        solution,
        calendar,
        settled,
    })
}

/// A tier, whose proof holds only if what it rests on is proved.
fn as_proved(calendar: TierValue, rests_on: bool, search: &mut Search) -> TierValue {
    let calendar = match rests_on {
        true => calendar,
        false => calendar.unproven(),
    };
    search.tell("calendar", Some(calendar.value), calendar.bound);
    calendar
}

/// Leaves only the selections with the most sites among the best, and finds those where they were not all listed. Whether it is proved
/// that none has more.
fn keep_the_largest(
    problem: &PlanningProblem,
    base: &Restriction,
    best: &mut TiedSelections,
    proofs: &mut Proofs,
    search: &mut Search,
) -> Result<bool, Fault> {
    let mut known = true;
    if !best.all_listed {
        known = find_larger(problem, base, best, proofs, search)?;
    }
    let sizes = best.tied().map(|tied| tied.selected.len());
    let most = sizes.max().unwrap_or(0);
    best.others.retain(|tied| tied.selected.len() == most);
    if best.first.selected.len() < most && !best.others.is_empty() {
        best.first = best.others.remove(0);
    }
    Ok(known)
}

/// Looks for selections that score as much as the best with more sites, and adds one with the most. Whether it is proved that it is.
fn find_larger(
    problem: &PlanningProblem,
    base: &Restriction,
    best: &mut TiedSelections,
    proofs: &mut Proofs,
    search: &mut Search,
) -> Result<bool, Fault> {
    loop {
        let sizes = best.tied().map(|tied| tied.selected.len());
        let most = sizes.max().unwrap_or(0);
        let mut restriction = base.clone().visitable();
        (restriction.dated, restriction.seating) = (false, Seating::LeftOut);
        let mut model = formulate(problem, restriction);
        for cut in &proofs.cuts {
            cut.add_to(&mut model);
        }
        best.keep_value(&mut model);
        let sites = problem.sites();
        let all: Expression = sites.map(|site| model.pick(site)).sum();
        model.rows.push(all.geq(most as f64 + 1.0));
        let reader = SolutionReader::of(&model);
        let objective = objective::selection(&mut model);
        let program = model.maximise(SolveStep::Selection, objective);
        let selected: Vec<SiteRow> = match program.solve(&search.budget)? {
            Solved::Optimal(values) => reader.selected(&values),
            Solved::Infeasible => return Ok(true),
            Solved::Feasible(..) | Solved::Unknown(_) => return Ok(false),
        };
        match best_dates(problem, &selected, proofs, search)? {
            BestDates::Found { solution, bound } => best.others.push(VisitableSelection {
                selected,
                solution,
                calendar_bound: bound,
            }),
            BestDates::Impossible(cut) => proofs.cuts.push(cut),
            BestDates::Unknown => return Ok(false),
        }
    }
}

/// The best dates of the selections that are listed, each with its own.
fn best_listed(problem: &PlanningProblem, ties: &TiedSelections) -> (Solution, TierValue) {
    let value = |tied: &VisitableSelection| value::of_calendar(problem, &tied.solution);
    let earlier = |a, b| if value(b) < value(a) { b } else { a };
    let best = ties.others.iter().fold(&ties.first, earlier);
    let bounds = ties.tied().map(|tied| tied.calendar_bound);
    let bound = bounds.fold(f64::INFINITY, f64::min);
    let value = value(best);
    let calendar = TierValue {
        value,
        bound: Some(bound.min(value)),
        proven: bound >= value - TIE_TOLERANCE,
    };
    (best.solution.clone(), calendar)
}

/// The best dates of any of them, beginning from those of the best selection; none of those known has better.
fn dates(
    problem: &PlanningProblem,
    (near, known): (&mut Near<'_>, Vec<Vec<SiteRow>>),
    solution: Solution,
    listed: TierValue,
    search: &mut Search,
) -> Result<(Solution, TierValue), Fault> {
    let proved = |solution: Solution| {
        let value = value::of_calendar(problem, &solution);
        let calendar = TierValue {
            value,
            bound: Some(value),
            proven: true,
        };
        (solution, calendar)
    };
    let cut_short = |solution: Solution, bound: Option<f64>| {
        let value = value::of_calendar(problem, &solution);
        let bound = bound.unwrap_or(0.0).max(0.0).min(value);
        let calendar = TierValue {
            value,
            bound: Some(bound),
            proven: bound >= value - TIE_TOLERANCE,
        };
        (solution, calendar)
    };
    let better_than = listed.value;
    Ok(
        match near.look_for(Aim::Dates { better_than }, known, search)? {
            Found::Best(found) => proved(found),
            Found::Nothing => proved(solution),
            Found::Some(found, bound) => cut_short(found, Some(bound)),
            Found::Unknown(bound) => cut_short(solution, bound),
        },
    )
}

/// The best selection with dates no worse than these. Whether it is proved to be.
fn sites(
    problem: &PlanningProblem,
    near: &mut Near<'_>,
    solution: Solution,
    calendar: &TierValue,
    best: f64,
    search: &mut Search,
) -> Result<(Solution, bool), Fault> {
    let value = value::of_selection(problem, &solution.selected());
    if value >= best - TIE_TOLERANCE / 2.0 {
        return Ok((solution, true));
    }
    let aim = Aim::Sites {
        at_least: value + TIE_TOLERANCE,
        dates: calendar.value + TIE_TOLERANCE / 2.0,
    };
    Ok(match near.look_for(aim, Vec::new(), search)? {
        Found::Best(found) => (found, true),
        Found::Nothing => (solution, true),
        Found::Some(found, _) => (found, false),
        Found::Unknown(_) => (solution, false),
    })
}

/// Lists the selections that are worth as much, with dates as good.
fn with_as_good_dates(
    mut ties: TiedSelections,
    mut near: Near<'_>,
    calendar: &TierValue,
    problem: &PlanningProblem,
    search: &mut Search,
) -> Result<TiedSelections, Fault> {
    let aim = Aim::Sites {
        at_least: ties.value - TIE_TOLERANCE / 2.0,
        dates: calendar.value + TIE_TOLERANCE / 2.0,
    };
    near.bar(ties.first.selected.clone());
    while ties.tied().count() < problem.decomposition.most_ties {
        match near.look_for(aim, Vec::new(), search)? {
            Found::Best(solution) => {
                let selected = solution.selected();
                near.bar(selected.clone());
                ties.others.push(VisitableSelection {
                    selected,
                    solution,
                    calendar_bound: calendar.value,
                });
            }
            Found::Nothing => {
                ties.all_listed = true;
                break;
            }
            Found::Some(..) | Found::Unknown(_) => break,
        }
    }
    Ok(ties)
}
