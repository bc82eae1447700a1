//! What each inspector already has to do: P3, P9 and P10 as visits are added one by one. Adding a visit never mends
//! a broken rule, so a part that breaks one can be dropped with everything that would follow from it.

use assize::domain::{Inspection, Rule, RuleSet};

use super::visits::{Start, Team};

/// At most this many inspectors.
pub const MOST_INSPECTORS: usize = 10;

#[derive(Debug, Clone, Copy, Default)]
struct Load {
    needed: u128,
    onsite: u32,
    weeks: u32,
}

/// The load of every inspector.
#[derive(Debug, Clone, Copy, Default)]
pub struct Loads([Load; MOST_INSPECTORS]);

/// The limits of every inspector; `None` is no limit.
pub struct Limits {
    one_place: bool,
    days: Vec<Option<u32>>,
    weeks_in_row: Option<u32>,
}

impl Limits {
    pub fn new(problem: &Inspection, rules: RuleSet) -> Self {
        let staffing = &problem.staffing;
        let days = problem
            .inspectors
            .iter()
            .map(|person| person.max_days.or(staffing.max_days))
            .map(|most| most.filter(|_| rules.contains(Rule::Limit)))
            .collect();
        Self {
            one_place: rules.contains(Rule::OnePlace),
            days,
            weeks_in_row: staffing
                .max_weeks_in_row
                .filter(|_| rules.contains(Rule::Rest)),
        }
    }

    /// The loads with one more visit, if everyone on its team can bear it.
    pub fn add(&self, loads: &Loads, start: &Start, team: Team) -> Option<Loads> {
        let mut after = *loads;
        for p in (0..self.days.len()).filter(|p| team >> p & 1 == 1) {
            let load = &mut after.0[p];
            if self.one_place && load.needed & start.needed != 0 {
                return None;
            }
            load.needed |= start.needed;
            load.onsite += start.onsite.count_ones();
            load.weeks |= start.weeks;
            if self.days[p].is_some_and(|most| load.onsite > most) {
                return None;
            }
            if self
                .weeks_in_row
                .is_some_and(|most| longest_run(load.weeks) > most)
            {
                return None;
            }
        }
        Some(after)
    }
}

/// The most bits set in a row.
fn longest_run(mut bits: u32) -> u32 {
    let mut run = 0;
    while bits != 0 {
        bits &= bits << 1;
        run += 1;
    }
    run
}
