//! A relaxation that grows: by columns that could better it, and by rows that it breaks.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Instant;

use good_lp::{Constraint, Variable};
use highs::{Col, ColProblem, HighsModelStatus, Model, Row, Sense};

use super::Values;
use super::columns::{Columns, RowPrices, coefficients, constant};
use super::run::set_to_grow;
use super::watch::Watch;
use crate::optimise::budget::Budget;
use crate::optimise::fault::Fault;

/// Leaving a unit of a row unfilled costs so many times what the dearest variable in a bundle does: more than any sensible way to fill it.
const UNFILLED: f64 = 20.0;

/// The relaxation of a program in which bundles stand for some of the variables: at most one bundle of each group is taken, and with it
/// every variable that it holds. After each change it goes on from where it was.
pub(in crate::optimise) struct Growing {
    columns: Columns,
    /// The variables that bundles stand for.
    bundled: HashSet<Variable>,
    /// None once HiGHS has failed.
    model: Option<Model>,
    /// Where each row of the program is among those of the model.
    rows: Vec<(Row, usize)>,
    /// The same of the row that each group has.
    groups: Vec<(Row, usize)>,
    others: Vec<(Variable, Col)>,
    bundles: Vec<(Vec<Variable>, Col)>,
    seconds_spent: f64,
}

/// The best of a relaxation as far as it has grown.
pub(in crate::optimise) struct Priced {
    pub objective: f64,
    /// Of the program's variables, those in bundles too.
    pub values: Values,
    pub prices: RowPrices,
    /// The price of a bundle of each group.
    pub of_groups: Vec<f64>,
}

impl Growing {
    /// Without any bundle yet. Where bundles would have to fill a row, it may be left unfilled at a price.
    pub(in crate::optimise) fn new(
        columns: Columns,
        bundled: HashSet<Variable>,
        groups: usize,
    ) -> Result<Self, Fault> {
        let mut problem = ColProblem::default();
        let mut places = 0..;
        let limits = columns.limits.iter();
        let rows: Vec<(Row, usize)> = limits
            .map(|limit| match limit.is_equal {
                true => problem.add_row(limit.amount..=limit.amount),
                false => problem.add_row(..=limit.amount),
            })
            .zip(&mut places)
            .collect();
        let groups = (0..groups).map(|_| problem.add_row(..=1.0));
        let groups: Vec<(Row, usize)> = groups.zip(&mut places).collect();
        let step = columns.step;
        let fault = |what: &str, error| Fault::Solver {
            step,
            said: format!("it did not take {what} ({error:?})"),
        };
        let model = problem.try_optimise(Sense::Minimise);
        let mut model = model.map_err(|error| fault("the program", error))?;
        set_to_grow(&mut model).map_err(|said| Fault::Solver { step, said })?;
        let mut others = Vec::new();
        let mut filled: BTreeMap<usize, f64> = BTreeMap::new();
        for variable in &columns.order {
            let Some(column) = columns.column(*variable) else {
                continue;
            };
            let entries = column.entries.iter();
            if bundled.contains(variable) {
                let needed = entries.filter(|(row, by)| columns.limits[*row].is_equal || *by < 0.0);
                filled.extend(needed.map(|(row, by)| (*row, by.signum())));
                continue;
            }
            let entries = entries.map(|(row, by)| (rows[*row].0, *by));
            let added = model.try_add_column(column.cost, column.least..=column.most, entries);
            others.push((*variable, added.map_err(|error| fault("a column", error))?));
        }
        let costs = bundled.iter().filter_map(|one| columns.column(*one));
        let dearest = costs.map(|column| column.cost).fold(1.0, f64::max);
        for (row, by) in filled {
            let added = model.try_add_column(UNFILLED * dearest, 0.0.., [(rows[row].0, by)]);
            added.map_err(|error| fault("a column", error))?;
        }
        Ok(Self {
            columns,
            bundled,
            model: Some(model),
            rows,
            groups,
            others,
            bundles: Vec::new(),
            seconds_spent: 0.0,
        })
    }

    pub(in crate::optimise) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What no solution costs less than, apart from the bundles ([`Columns::bound`]).
    pub(in crate::optimise) fn bound(&self, prices: &[f64]) -> f64 {
        self.columns.bound(prices, &self.bundled)
    }

    /// Offers a bundle of a group.
    pub(in crate::optimise) fn offer(
        &mut self,
        group: usize,
        bundle: Vec<Variable>,
    ) -> Result<(), Fault> {
        let mut cost = 0.0;
        let mut entries: BTreeMap<usize, f64> = BTreeMap::new();
        for column in bundle.iter().filter_map(|one| self.columns.column(*one)) {
            cost += column.cost;
            for (row, by) in &column.entries {
                *entries.entry(*row).or_default() += by;
            }
        }
        let entries = entries.into_iter().filter(|(_, by)| *by != 0.0);
        let entries = entries.map(|(row, by)| (self.rows[row].0, by));
        let entries: Vec<(Row, f64)> = entries.chain([(self.groups[group].0, 1.0)]).collect();
        let mut model = self.take_model()?;
        let added = model.try_add_column(cost, 0.0..=1.0, entries);
        let column =
            added.map_err(|error| self.fault(format!("it did not take a column ({error:?})")))?;
        self.model = Some(model);
        self.bundles.push((bundle, column));
        Ok(())
    }

    /// Holds it to one row more, which says nothing that an unfilled one would break.
    pub(in crate::optimise) fn hold(&mut self, row: &Constraint) -> Result<(), Fault> {
        let by: HashMap<Variable, f64> = coefficients(row.expression()).collect();
        let of = |variable: &Variable| by.get(variable).copied().unwrap_or(0.0);
        let others = self
            .others
            .iter()
            .map(|(variable, column)| (*column, of(variable)));
        let bundles = self.bundles.iter();
        let bundles = bundles.map(|(bundle, column)| (*column, bundle.iter().map(of).sum::<f64>()));
        let entries: Vec<(Col, f64)> = others.chain(bundles).filter(|(_, by)| *by != 0.0).collect();
        let limit = -constant(row.expression());
        let mut model = self.take_model()?;
        let added = match row.is_equality() {
            true => model.try_add_row(limit..=limit, entries),
            false => model.try_add_row(..=limit, entries),
        };
        let added =
            added.map_err(|error| self.fault(format!("it did not take a row ({error:?})")))?;
        self.model = Some(model);
        self.columns.add_row(row);
        self.rows.push((added, self.rows.len() + self.groups.len()));
        Ok(())
    }

    /// The best of what is offered; `None` where the budget is spent before, or HiGHS does not find it.
    pub(in crate::optimise) fn solve(&mut self, budget: &Budget) -> Result<Option<Priced>, Fault> {
        if budget.is_stopped() {
            return Ok(None);
        }
        #[cfg(test)]
        if budget.trap.springs() {
            return Err(self.fault("a test wanted it so".to_owned()));
        }
        let mut model = self.take_model()?;
        let left = budget.seconds_left();
        if left.is_finite() {
            // The clock of HiGHS runs on from solve to solve.
            let limit = model.try_set_option("time_limit", (self.seconds_spent + left).max(0.01));
            limit.map_err(|error| {
                self.fault(format!("it did not take its time limit ({error:?})"))
            })?;
        }
        let began = Instant::now();
        let mut nobody_hears = |_: Option<f64>, _: Option<f64>| {};
        let mut watch = Watch::new(&mut nobody_hears, budget.stop());
        watch.attach(&mut model);
        let mut solved = model.try_solve();
        if let Ok(solved) = &mut solved {
            watch.detach(solved);
        }
        self.seconds_spent += began.elapsed().as_secs_f64();
        let solved = solved.map_err(|_| self.fault(watch.complaint("it stopped with an error")))?;
        // There is always a solution, so any other status means that it went no further.
        let is_best = solved.status() == HighsModelStatus::Optimal;
        let priced = is_best.then(|| self.priced(&solved));
        self.model = Some(solved.into());
        Ok(priced)
    }

    fn priced(&self, solved: &highs::SolvedModel) -> Priced {
        let solution = solved.get_solution();
        let mut values: HashMap<Variable, f64> = HashMap::new();
        let others = self.others.iter();
        values.extend(others.map(|(variable, column)| (*variable, solution[*column])));
        for (bundle, column) in &self.bundles {
            for variable in bundle {
                *values.entry(*variable).or_default() += solution[*column];
            }
        }
        let price = |(_, place): &(Row, usize)| solution.dual_rows()[*place];
        Priced {
            objective: solved.objective_value(),
            values: Values(values),
            prices: self.columns.signed(self.rows.iter().map(price)),
            of_groups: self.groups.iter().map(price).collect(),
        }
    }

    fn take_model(&mut self) -> Result<Model, Fault> {
        let model = self.model.take();
        model.ok_or_else(|| self.fault("it had failed before".to_owned()))
    }

    fn fault(&self, said: String) -> Fault {
        Fault::Solver {
            step: self.columns.step,
            said,
        }
    }
}
