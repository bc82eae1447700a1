//! Which of the listed seasons to take: a program with a variable for each in place of the seats.

use std::collections::HashMap;

use good_lp::{Expression, Variable, variable};

use super::diary::{Diary, Season};
use crate::optimise::solver::{Program, TIE_TOLERANCE, Values, coefficients, constant};

/// The seats that each season's variable stands for.
pub(super) struct Seats(Vec<(Variable, Vec<Variable>)>);

impl Seats {
    /// The values with those of the seats.
    pub(super) fn with_values(&self, values: Values) -> Values {
        let taken = self.0.iter().filter(|(season, _)| values.is_yes(*season));
        let seats: Vec<Variable> = taken.flat_map(|(_, seats)| seats.iter().copied()).collect();
        values.with(seats.into_iter().map(|seat| (seat, 1.0)))
    }
}

/// The program in which everybody has one of these seasons, or none, at a cost of at most `most`.
pub(super) fn select(
    program: &Program,
    diaries: &[Diary],
    seasons: &[Vec<Season>],
    most: f64,
) -> (Program, Seats) {
    let mut variables = program.variables.clone();
    let mut seats: HashMap<Variable, Expression> = HashMap::new();
    let mut each = Vec::new();
    let mut rows = Vec::new();
    for (diary, seasons) in diaries.iter().zip(seasons) {
        for seat in diary.seats.iter().copied().chain(diary.used) {
            seats.entry(seat).or_default();
        }
        let mut taken = Expression::default();
        for season in seasons {
            let takes = variables.add(variable().binary());
            taken += takes;
            let held = diary.variables(season);
            for seat in &held {
                *seats.entry(*seat).or_default() += takes;
            }
            each.push((takes, held));
        }
        rows.push(taken.leq(1));
    }
    for row in &program.rows {
        let expression = in_seasons(row.expression(), &seats);
        rows.push(match row.is_equality() {
            true => expression.eq(0),
            false => expression.leq(0),
        });
    }
    let objective = in_seasons(&program.objective, &seats);
    // A little above it: a limit below, by less than HiGHS can tell, would have it contradict itself.
    rows.push(objective.clone().leq(most + TIE_TOLERANCE / 10.0));
    let program = Program {
        step: program.step,
        variables,
        objective,
        maximise: false,
        rows,
        jump: false,
        any: false,
    };
    (program, Seats(each))
}

/// An expression in which seasons stand for the seats that they hold.
fn in_seasons(expression: &Expression, seats: &HashMap<Variable, Expression>) -> Expression {
    let mut all = Expression::from(constant(expression));
    for (variable, by) in coefficients(expression) {
        match seats.get(&variable) {
            Some(seasons) => all.add_mul(by, seasons.clone()),
            None => all.add_mul(by, variable),
        }
    }
    all
}
