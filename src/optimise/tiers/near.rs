//! Selections that are equally good: those within the tolerance of the best that have no fewer sites. Dates decide between them.
//!
//! There may be very many, so they are never listed. Most sites are in all of them or in none, as the reduced costs of tier 1
//! tell; the few that are left open go into one model with the dates, and only the dates that it settles on are tried on teams. Where these
//! fail, that one selection is settled by itself.

use good_lp::Expression;

use super::calendar::{BestDates, best_dates};
use super::conflict;
use super::cuts::SelectionCut;
use super::teams::teams;
use crate::domain::SiteRow;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::model::PlanModel;
use crate::optimise::objective;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::{Pick, Restriction};
use crate::optimise::rules::formulate;
use crate::optimise::search::Search;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::value;

/// So many selections whose dates have no teams are settled one by one, before they are all one model.
const MOST_ALONE: usize = 10;

/// The selections that are equally good.
pub(super) struct Near<'p> {
    problem: &'p PlanningProblem,
    /// The sites that are in all of them or in none are settled in it.
    base: Restriction,
    /// They score no less than this,
    at_least: f64,
    /// and no selection scores more than this.
    at_most: f64,
    /// They have so many sites or more.
    fewest: usize,
    selection_cuts: Vec<SelectionCut>,
}

/// What is looked for among them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Aim {
    /// The best dates, if they are better than these.
    Dates { better_than: f64 },
    /// The best selection, if it scores no less than this, with dates no worse than these.
    Sites { at_least: f64, dates: f64 },
}

/// What was found.
pub(super) enum Found {
    /// The best there is, with teams.
    Best(Solution),
    /// One that is not proved to be the best, and what none can beat.
    Some(Solution, f64),
    /// Proved: there is none.
    Nothing,
    /// The budget was spent. What none can beat, as far as that is known.
    Unknown(Option<f64>),
}

impl Found {
    /// What there is to say where the budget was spent before the end.
    fn cut_short(best: Option<Solution>, limit: Option<f64>) -> Self {
        match best {
            Some(best) => Self::Some(best, limit.unwrap_or(f64::NEG_INFINITY)),
            None => Self::Unknown(limit),
        }
    }
}

/// What became of one selection by itself.
enum Alone {
    /// The best dates, with teams.
    Dates(Solution),
    /// It cannot be visited.
    Impossible,
    /// The budget was spent.
    Unknown,
}

impl<'p> Near<'p> {
    /// The selections that score no less than `at_least`, with `fewest` sites or more; none scores more than `at_most`.
    pub(super) fn new(
        problem: &'p PlanningProblem,
        base: &Restriction,
        cuts: &[SelectionCut],
        (at_least, at_most, fewest): (f64, f64, usize),
        budget: &Budget,
    ) -> Result<Self, Fault> {
        let mut near = Self {
            problem,
            base: base.clone().visitable(),
            at_least,
            at_most,
            fewest,
            selection_cuts: cuts.to_vec(),
        };
        near.settle_sites(budget)?;
        Ok(near)
    }

    /// The same with a closer limit.
    pub(super) fn closer(mut self, at_least: f64, budget: &Budget) -> Result<Self, Fault> {
        self.at_least = at_least;
        self.settle_sites(budget)?;
        Ok(self)
    }

    /// What is settled of the selections.
    pub(super) fn base(&self) -> &Restriction {
        &self.base
    }

    /// Whether only one selection is left.
    pub(super) fn is_one(&self) -> bool {
        !self.base.picks.contains(&Pick::Free)
    }

    /// Leaves out one more selection.
    pub(super) fn bar(&mut self, selected: Vec<SiteRow>) {
        self.base.barred.push(selected);
    }

    /// Reduced-cost fixing: settles the sites that every selection has, or none, for their reduced cost in the relaxation of tier 1
    /// says how much less it would score at least if they were decided otherwise.
    fn settle_sites(&mut self, budget: &Budget) -> Result<(), Fault> {
        let mut model = self.model(false, Seating::LeftOut);
        let objective = objective::selection(&mut model);
        let picked = model.picked.clone();
        let program = model.maximise(SolveStep::Selection, objective);
        let Some(relaxed) = program.relax(budget)? else {
            return Ok(());
        };
        for (site, pick) in picked.into_iter_enumerated() {
            let Some(pick) = pick else {
                continue;
            };
            let otherwise = relaxed.objective - relaxed.reduced_costs.of(pick).abs();
            let value = relaxed.values.of(pick);
            let is_whole = value.min(1.0 - value).abs() < TIE_TOLERANCE;
            // Twice the margin of a tie: the relaxation is exact only to the solver's own tolerance.
            if is_whole && otherwise < self.at_least - 2.0 * TIE_TOLERANCE {
                self.base.picks[site] = match value > 0.5 {
                    true => Pick::In,
                    false => Pick::Out,
                };
            }
        }
        Ok(())
    }

    /// Looks for it in all of them but those excepted.
    pub(super) fn look_for(
        &mut self,
        aim: Aim,
        except: Vec<Vec<SiteRow>>,
        search: &mut Search,
    ) -> Result<Found, Fault> {
        let barred = self.base.barred.len();
        self.base.barred.extend(except);
        let found = self.look_in_rest(aim, search);
        self.base.barred.truncate(barred);
        found
    }

    /// Looks for it in those that are not barred. Those that it settles by themselves are barred in the end.
    fn look_in_rest(&mut self, mut aim: Aim, search: &mut Search) -> Result<Found, Fault> {
        let problem = self.problem;
        let mut best = None;
        let mut rounds = 0;
        let mut alone = 0;
        loop {
            let seating = problem.decomposition.seating_of_dates(rounds);
            let is_full = seating.is_by_site();
            let solution = match self.solve(aim, seating, search)? {
                Solved::Optimal(solution) if is_full => return Ok(Found::Best(solution)),
                Solved::Feasible(solution, limit) if is_full => {
                    return Ok(Found::Some(solution, limit));
                }
                Solved::Optimal(dated) => dated,
                Solved::Infeasible => return Ok(best.map_or(Found::Nothing, Found::Best)),
                Solved::Feasible(_, limit) | Solved::Unknown(limit) => {
                    return Ok(Found::cut_short(best, Some(limit)));
                }
            };
            match teams(problem, &solution, &search.budget)? {
                Solved::Optimal(solution) => return Ok(Found::Best(solution)),
                Solved::Infeasible => {}
                Solved::Feasible(..) | Solved::Unknown(_) => {
                    return Ok(Found::cut_short(best, None));
                }
            }
            match aim {
                Aim::Dates { better_than } if alone < MOST_ALONE && !is_full && !self.is_one() => {
                    alone += 1;
                    match self.settle_alone(solution.selected(), search)? {
                        Alone::Impossible => {}
                        Alone::Unknown => return Ok(Found::cut_short(best, None)),
                        Alone::Dates(solution) => {
                            let value = value::of_calendar(problem, &solution);
                            if value < better_than - TIE_TOLERANCE {
                                aim = Aim::Dates { better_than: value };
                                best = Some(solution);
                            }
                        }
                    }
                }
                Aim::Dates { .. } | Aim::Sites { .. } => {
                    let sites = conflict::of_dates(problem, &solution, &search.budget)?;
                    self.base.told_apart.extend(sites);
                    rounds += 1;
                }
            }
        }
    }

    /// Finds the best dates of one selection, and bars it. One selection is a far smaller model than all of them, and often they are few
    /// that could be better.
    fn settle_alone(
        &mut self,
        selected: Vec<SiteRow>,
        search: &mut Search,
    ) -> Result<Alone, Fault> {
        Ok(match best_dates(self.problem, &selected, search)? {
            BestDates::Found { solution, bound } => {
                self.bar(selected);
                match bound >= value::of_calendar(self.problem, &solution) - TIE_TOLERANCE {
                    true => Alone::Dates(solution),
                    false => Alone::Unknown,
                }
            }
            BestDates::Impossible(cut) => {
                self.selection_cuts.push(cut);
                Alone::Impossible
            }
            BestDates::Unknown => Alone::Unknown,
        })
    }

    fn solve(
        &self,
        aim: Aim,
        seating: Seating,
        search: &mut Search,
    ) -> Result<Solved<Solution>, Fault> {
        let mut model = self.model(true, seating);
        let reader = SolutionReader::of(&model);
        let dates = objective::calendar(&model);
        let sites = objective::selection(&mut model);
        let program = match aim {
            Aim::Dates { better_than } => {
                let limit = better_than - TIE_TOLERANCE;
                model.rows.push(dates.clone().leq(limit));
                model.keep_within(sites, self.at_least, self.at_most);
                model.minimise(SolveStep::Calendar, dates)
            }
            Aim::Sites {
                at_least,
                dates: limit,
            } => {
                model.rows.push(dates.leq(limit));
                model.keep_within(sites.clone(), at_least, self.at_most);
                model.maximise(SolveStep::Selection, sites)
            }
        };
        let solved = program.solve(&search.budget)?;
        Ok(solved.map(|values| reader.solution(&values)))
    }

    /// The model of them all.
    fn model(&self, dated: bool, seating: Seating) -> PlanModel<'p> {
        let mut restriction = self.base.clone();
        (restriction.dated, restriction.seating) = (dated, seating);
        let mut model = formulate(self.problem, restriction);
        for cut in &self.selection_cuts {
            cut.add_to(&mut model);
        }
        let sites = self.problem.sites();
        let all: Expression = sites.map(|site| model.pick(site)).sum();
        model.rows.push(all.geq(self.fewest as f64));
        model
    }
}
