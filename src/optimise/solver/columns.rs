//! A program by its columns: what each variable does in the rows, and what prices of the rows say of it.

use std::collections::{HashMap, HashSet};

use good_lp::{Constraint, Expression, IntoAffineExpression, Variable};

use super::program::Program;
use crate::optimise::fault::SolveStep;

/// A price for each row: what a unit of its right side is worth.
pub(in crate::optimise) type RowPrices = Vec<f64>;

/// What a row comes to: so much, or so much at most.
pub(super) struct Limit {
    pub is_equal: bool,
    pub amount: f64,
}

/// What one variable does.
pub(super) struct Column {
    pub cost: f64,
    pub least: f64,
    pub most: f64,
    /// Rows, and its coefficients there.
    pub entries: Vec<(usize, f64)>,
}

/// A program that is minimised, by its columns.
pub(in crate::optimise) struct Columns {
    pub(super) step: SolveStep,
    pub(super) limits: Vec<Limit>,
    /// In the order of the program.
    pub(super) order: Vec<Variable>,
    columns: HashMap<Variable, Column>,
}

impl Columns {
    pub(in crate::optimise) fn of(program: &Program) -> Self {
        let mut all = Self {
            step: program.step,
            limits: Vec::new(),
            order: Vec::new(),
            columns: HashMap::new(),
        };
        for (variable, definition) in program.variables.iter_variables_with_def() {
            let column = Column {
                cost: 0.0,
                least: definition.get_min(),
                most: definition.get_max(),
                entries: Vec::new(),
            };
            all.order.push(variable);
            all.columns.insert(variable, column);
        }
        for (variable, cost) in coefficients(&program.objective) {
            if let Some(column) = all.columns.get_mut(&variable) {
                column.cost += cost;
            }
        }
        for row in &program.rows {
            all.add_row(row);
        }
        all
    }

    /// Adds a row after the others.
    pub(super) fn add_row(&mut self, row: &Constraint) {
        let place = self.limits.len();
        self.limits.push(Limit {
            is_equal: row.is_equality(),
            amount: -constant(row.expression()),
        });
        for (variable, by) in coefficients(row.expression()) {
            if let Some(column) = self.columns.get_mut(&variable) {
                column.entries.push((place, by));
            }
        }
    }

    pub(super) fn column(&self, variable: Variable) -> Option<&Column> {
        self.columns.get(&variable)
    }

    /// What a unit of a variable costs less what it is paid for by the rows that it fills. A row without a price has none.
    pub(in crate::optimise) fn reduced_cost(&self, variable: Variable, prices: &[f64]) -> f64 {
        self.columns.get(&variable).map_or(0.0, |column| {
            let entries = column.entries.iter();
            let paid = entries.map(|(row, by)| by * prices.get(*row).copied().unwrap_or(0.0));
            column.cost - paid.sum::<f64>()
        })
    }

    /// What no solution costs less than, apart from the variables in `without`, each variable at whichever of its bounds is cheaper (Lagrange's
    /// bound). It holds for any prices of the right sign, however they were found ([`Columns::signed`]).
    pub(in crate::optimise) fn bound(&self, prices: &[f64], without: &HashSet<Variable>) -> f64 {
        let limits = self.limits.iter().zip(prices);
        let rows: f64 = limits.map(|(limit, price)| limit.amount * price).sum();
        let others = self.order.iter().filter(|column| !without.contains(column));
        let each = others.map(|variable| {
            let column = &self.columns[variable];
            let cost = self.reduced_cost(*variable, prices);
            (cost * column.least).min(cost * column.most)
        });
        rows + each.sum::<f64>()
    }

    /// The same prices with those of the wrong sign made 0.
    pub(super) fn signed(&self, prices: impl Iterator<Item = f64>) -> RowPrices {
        let limits = self.limits.iter().zip(prices);
        let signed = limits.map(|(limit, price)| match limit.is_equal {
            true => price,
            false => price.min(0.0),
        });
        signed.collect()
    }
}

/// The variables of an expression and what stands before them.
pub(in crate::optimise) fn coefficients(
    expression: &Expression,
) -> impl Iterator<Item = (Variable, f64)> {
    expression.clone().linear_coefficients()
}

/// What an expression comes to where every variable is 0.
pub(in crate::optimise) fn constant(expression: &Expression) -> f64 {
    expression.constant()
}
