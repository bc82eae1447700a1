//! Rows that let no more be somewhere at a time than there is room for.

use std::collections::BTreeMap;

use good_lp::{Constraint, Expression, ProblemVariables, Variable, variable};

/// So many, each counting for so much, are there from one minute until another.
pub(super) struct Stay {
    pub from: u32,
    pub until: u32,
    pub each: f64,
    pub count: Variable,
}

/// Lets no more be there at a time than `most`: whoever is there when somebody comes, less those who have gone since, plus
/// those who come.
pub(super) fn within_capacity(
    variables: &mut ProblemVariables,
    rows: &mut Vec<Constraint>,
    stays: Vec<Stay>,
    most: f64,
) {
    let mut coming: BTreeMap<u32, Vec<&Stay>> = BTreeMap::new();
    let mut going: BTreeMap<u32, Vec<&Stay>> = BTreeMap::new();
    for stay in &stays {
        coming.entry(stay.from).or_default().push(stay);
        going.entry(stay.until).or_default().push(stay);
    }
    let mut there = Expression::default();
    for (time, come) in coming {
        let still = going.split_off(&(time + 1));
        for stay in std::mem::replace(&mut going, still).into_values().flatten() {
            there.add_mul(-stay.each, stay.count);
        }
        for stay in come {
            there.add_mul(stay.each, stay.count);
        }
        let now = variables.add(variable().bounds(0.0..=most));
        rows.push((there - now).eq(0));
        there = Expression::from(now);
    }
}
