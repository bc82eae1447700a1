//! The relaxation over all seasons: it grows by the seasons that could better it, until none could, and by the rows that it breaks.

use std::collections::{BTreeSet, HashMap, HashSet};

use good_lp::{Constraint, Expression, Variable};

use super::diary::{Clashes, Diary, Season};
use super::pricing::{Cheapest, Prices, cheapest};
use crate::optimise::fault::Fault;
use crate::optimise::model::PlanModel;
use crate::optimise::search::Search;
use crate::optimise::solution::Solution;
use crate::optimise::solver::{Columns, Growing, Priced, Program, RowPrices};

/// Seasons of one inspector that the relaxation grows by in one round.
const SEASONS_A_ROUND: usize = 20;

/// Of how many steps one looks for seasons in one diary, in one round: beyond that the bound of the search is all that is known.
const MOST_STEPS: usize = 200_000;

/// How often broken rows are looked for.
const ROUNDS_OF_ROWS: usize = 4;

/// Prices change by so much at once towards those of the last round. The last round's alone swing wildly, and what is found by them
/// is of little use.
const STEP: f64 = 0.5;

/// Bound and relaxation need be no closer than this part of what is left to find out.
const CLOSE_ENOUGH: f64 = 0.001;

/// How far a row must be broken to count.
const BROKEN: f64 = 1e-4;

/// What the relaxation shows.
pub(super) struct Relaxation {
    /// No teams cost less.
    pub bound: f64,
    /// What each engagement of everybody costs by the prices that say so,
    pub prices: Vec<Prices>,
    /// and what nobody's season costs less than.
    pub least: Vec<f64>,
    /// The rows that it was found to break, and is held to.
    pub rows: Vec<Constraint>,
}

/// The relaxation on its way.
struct Relaxing<'d> {
    diaries: &'d [Diary],
    clashes: &'d Clashes,
    growing: Growing,
    offered: Vec<BTreeSet<Season>>,
    best: Option<Bound>,
}

/// Prices, and what no teams cost less than by them.
struct Bound {
    bound: f64,
    prices: RowPrices,
    least: Vec<f64>,
}

/// Solves the relaxation as far as the budget goes; `None` where that is not far enough to say anything.
///
/// It goes on only while its bound is below `to_beat`.
pub(super) fn relax(
    program: &Program,
    model: &PlanModel,
    (diaries, clashes): (&[Diary], &Clashes),
    begin_with: &Solution,
    to_beat: f64,
    search: &mut Search,
) -> Result<Option<Relaxation>, Fault> {
    let seats = diaries.iter();
    let seats = seats.flat_map(|diary| diary.seats.iter().copied().chain(diary.used));
    let seats: HashSet<Variable> = seats.collect();
    let growing = Growing::new(Columns::of(program), seats, diaries.len())?;
    let mut relaxing = Relaxing {
        diaries,
        clashes,
        growing,
        offered: diaries.iter().map(|_| BTreeSet::new()).collect(),
        best: None,
    };
    for (group, diary) in diaries.iter().enumerate() {
        for place in 0..diary.engagements.len() {
            relaxing.offer(group, vec![place as u16])?;
        }
        relaxing.offer(group, diary.season_of(begin_with, model, clashes))?;
    }
    let mut rows = Vec::new();
    for _ in 0..=ROUNDS_OF_ROWS {
        let Some(priced) = relaxing.converge(to_beat, search)? else {
            break;
        };
        let broken = broken(model, &priced);
        if broken.is_empty() {
            break;
        }
        for row in &broken {
            relaxing.growing.hold(row)?;
        }
        rows.extend(broken);
    }
    let Some(best) = relaxing.best else {
        return Ok(None);
    };
    let columns = relaxing.growing.columns();
    let prices = diaries.iter();
    let prices = prices.map(|diary| prices_of(columns, diary, &best.prices));
    Ok(Some(Relaxation {
        bound: best.bound,
        prices: prices.collect(),
        least: best.least,
        rows,
    }))
}

impl Relaxing<'_> {
    /// Lets it grow by seasons until none betters it; `None` where it goes no further, or its bound says enough.
    fn converge(&mut self, to_beat: f64, search: &mut Search) -> Result<Option<Priced>, Fault> {
        loop {
            let Some(priced) = self.growing.solve(&search.budget)? else {
                return Ok(None);
            };
            let mut has_grown = false;
            if let Some(known) = &self.best {
                let known = known.prices.iter().copied().chain(std::iter::repeat(0.0));
                let both = priced.prices.iter().zip(known);
                let between = both.map(|(now, known)| known + STEP * (now - known));
                has_grown = self.grow_at(between.collect(), &priced)?;
            }
            has_grown = has_grown || self.grow_at(priced.prices.clone(), &priced)?;
            let bound = self
                .best
                .as_ref()
                .map_or(f64::NEG_INFINITY, |best| best.bound);
            search.tell("staffing", Some(to_beat), Some(bound.max(0.0)));
            if bound > to_beat {
                return Ok(None);
            }
            if !has_grown || priced.objective - bound < CLOSE_ENOUGH * (to_beat - bound) {
                return Ok(Some(priced));
            }
        }
    }

    /// Grows by the seasons that are cheapest at these prices, and better the relaxation as it is priced; whether there were any.
    fn grow_at(&mut self, prices: RowPrices, priced: &Priced) -> Result<bool, Fault> {
        let mut has_grown = false;
        let mut least = Vec::new();
        for (group, diary) in self.diaries.iter().enumerate() {
            let at = prices_of(self.growing.columns(), diary, &prices);
            let Cheapest {
                seasons,
                least: of_all,
                ..
            } = cheapest(diary, self.clashes, &at, 0.0, SEASONS_A_ROUND, MOST_STEPS);
            least.push(of_all);
            let now = prices_of(self.growing.columns(), diary, &priced.prices);
            for (_, season) in seasons {
                if now.of(&season) < priced.of_groups[group].min(0.0) - 1e-7 {
                    has_grown |= self.offer(group, season)?;
                }
            }
        }
        let bound = self.growing.bound(&prices) + least.iter().sum::<f64>();
        if self.best.as_ref().is_none_or(|best| bound > best.bound) {
            self.best = Some(Bound {
                bound,
                prices,
                least,
            });
        }
        Ok(has_grown)
    }

    /// Offers a season, unless it is empty or offered already; whether it is new.
    fn offer(&mut self, group: usize, season: Season) -> Result<bool, Fault> {
        if season.is_empty() || self.offered[group].contains(&season) {
            return Ok(false);
        }
        let bundle = self.diaries[group].variables(&season);
        self.growing.offer(group, bundle)?;
        Ok(self.offered[group].insert(season))
    }
}

/// What the engagements of a diary cost at given prices of the rows.
fn prices_of(columns: &Columns, diary: &Diary, prices: &[f64]) -> Prices {
    let cost = |variable: Variable| columns.reduced_cost(variable, prices);
    let seats = diary.seats.iter().map(|seat| (*seat, cost(*seat)));
    let seats: HashMap<Variable, f64> = seats.collect();
    let engagements = diary.engagements.iter();
    Prices {
        used: diary.used.map_or(0.0, cost),
        engagements: engagements
            .map(|engagement| engagement.seats.iter().map(|seat| seats[seat]).sum())
            .collect(),
    }
}

/// Nobody sits on a visit more than it takes place: of whole numbers that goes without saying, where the seats of a visit are filled.
fn broken(model: &PlanModel, priced: &Priced) -> Vec<Constraint> {
    let mut rows = Vec::new();
    for window in &model.windows {
        for visit in model.visits_in(window) {
            let most = priced.values.of(visit.takes_place) + BROKEN;
            let over = window.seats.iter();
            let over = over.filter(|(_, seat)| priced.values.of(*seat) > most);
            rows.extend(over.map(|(_, seat)| (Expression::from(*seat) - visit.takes_place).leq(0)));
        }
    }
    rows
}
