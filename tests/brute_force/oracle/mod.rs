//! An exhaustive search written from `docs/design.md` alone: the measure of the planner.
//!
//! It shares nothing with the program but the words (`assize::domain`), and prunes only what plainly cannot matter:
//! parts of a plan that already break a rule no later visit can mend, and parts that already cost as much as a whole
//! plan in hand.

mod calendar;
pub mod dates;
mod load;
pub mod record;
mod round;
pub mod score;
pub mod selection;
mod staffing;
mod visits;

use assize::domain::{Inspection, RuleSet};

use calendar::cheapest_dates;
use dates::Calendar;
use load::{Limits, MOST_INSPECTORS};
use round::Round;
use score::Score;
use staffing::cheapest_teams;

/// "Optimal: within 1e-6, absolutely."
const TIE: f64 = 1e-6;

/// What the search found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// Tier 1 (most), tier 2 (least) and tier 3 (least) of the best plans.
    pub tiers: [f64; 3],
    /// How many selections that can be visited and staffed tie in tier 1.
    pub tied: usize,
    /// How many better selections keep S1 to S5, but cannot be visited and staffed.
    pub passed_over: usize,
    /// The most visits of any selection that ties.
    pub visits: usize,
}

/// The three tiers of the best plans under a set of rules; `None` when there is no plan.
pub fn best(problem: &Inspection, rules: RuleSet) -> Option<[f64; 3]> {
    Some(answer(problem, rules)?.tiers)
}

/// The same, and how it came about.
pub fn answer(problem: &Inspection, rules: RuleSet) -> Option<Answer> {
    assert!(problem.inspectors.len() <= MOST_INSPECTORS);
    let calendar = Calendar::new(problem);
    let score = Score::new(problem);
    let limits = Limits::new(problem, rules);
    let starts: Vec<_> = problem
        .sites
        .iter()
        .map(|site| visits::starts(problem, rules, &calendar, site))
        .collect();

    let mut selections: Vec<(f64, Vec<bool>)> = (0..1_u32 << problem.sites.len())
        .map(|set| {
            (0..problem.sites.len())
                .map(|s| set >> s & 1 == 1)
                .collect()
        })
        .filter(|selected: &Vec<bool>| {
            selection::lawful(problem, rules, &score.percentile, selected)
        })
        .map(|selected| (score.of(&selected), selected))
        .collect();
    selections.sort_by(|a, b| b.0.total_cmp(&a.0));

    let mut first = f64::NEG_INFINITY;
    let mut second = f64::INFINITY;
    let mut passed_over = 0;
    let mut tied: Vec<(f64, Round)> = Vec::new();
    let mut tied_count = 0;
    for (value, selected) in &selections {
        if *value < first - TIE {
            break;
        }
        let round = Round::new(problem, rules, &starts, selected);
        let Some(cost) = cheapest_dates(&round, &limits, f64::INFINITY) else {
            passed_over += usize::from(first == f64::NEG_INFINITY);
            continue;
        };
        first = first.max(*value);
        second = second.min(cost);
        tied_count += 1;
        tied.push((cost, round));
    }

    let mut third = f64::INFINITY;
    for (cost, round) in &tied {
        if *cost <= second + TIE {
            let found = cheapest_teams(problem, round, &limits, second + TIE, third);
            third = third.min(found.unwrap_or(f64::INFINITY));
        }
    }
    (tied_count > 0).then_some(Answer {
        tiers: [first, second, third],
        tied: tied_count,
        visits: tied
            .iter()
            .map(|(_, round)| round.visits.len())
            .max()
            .unwrap_or(0),
        passed_over,
    })
}
