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

/// The best tier 1 of any plan, then the tiers of the best plans: selection (most), calendar (least), staffing (least).
pub type Values = [f64; 4];

/// What the search found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// *V*, and the tiers of the best plans.
    pub values: Values,
    /// How many lawful selections are equally good, whether they can be visited or not.
    pub alike: usize,
    /// How many better selections keep S1 to S5, but cannot be visited and staffed.
    pub passed_over: usize,
    /// How many selections score as much as those, but have fewer sites than the most that a best one has.
    pub too_few: usize,
    /// The most visits of any selection that is as good.
    pub visits: usize,
}

/// The values of the best plans under a set of rules; `None` when there is no plan.
pub fn best(problem: &Inspection, rules: RuleSet) -> Option<Values> {
    Some(answer(problem, rules)?.values)
}

/// A lawful selection, and what it is worth.
struct Selection {
    value: f64,
    selected: Vec<bool>,
}

impl Selection {
    fn sites(&self) -> usize {
        self.selected.iter().filter(|chosen| **chosen).count()
    }
}

/// Whether there is any plan: the first that is found will do.
pub fn has_plan(problem: &Inspection, rules: RuleSet) -> bool {
    let search = Search::new(problem, rules);
    let selections = selections(problem, rules);
    // Small ones are looked through soonest.
    let mut sizes: Vec<usize> = selections.iter().map(Selection::sites).collect();
    sizes.sort_unstable();
    sizes.dedup();
    sizes.into_iter().any(|size| {
        let mut of_size = selections.iter().filter(|one| one.sites() == size);
        of_size.any(|one| search.dates(one, f64::INFINITY).is_some())
    })
}

/// Whether a plan without a visit would keep these rules, if that were a plan.
pub fn may_be_empty(problem: &Inspection, rules: RuleSet) -> bool {
    let none = vec![false; problem.sites.len()];
    selection::keeps(problem, rules, &Score::new(problem).percentile, &none)
}

/// What the search for the dates and teams of each selection goes by.
struct Search<'a> {
    problem: &'a Inspection,
    rules: RuleSet,
    limits: Limits,
    starts: Vec<Vec<visits::Start>>,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Inspection, rules: RuleSet) -> Self {
        assert!(problem.inspectors.len() <= MOST_INSPECTORS);
        let calendar = Calendar::new(problem);
        let starts = problem.sites.iter();
        Self {
            problem,
            rules,
            limits: Limits::new(problem, rules),
            starts: starts
                .map(|site| visits::starts(problem, rules, &calendar, site))
                .collect(),
        }
    }

    fn round(&self, one: &Selection) -> Round<'_> {
        Round::new(self.problem, self.rules, &self.starts, &one.selected)
    }

    /// The least tier 2 of a selection that can be visited and staffed, if below the limit.
    fn dates(&self, one: &Selection, limit: f64) -> Option<f64> {
        cheapest_dates(&self.round(one), &self.limits, limit)
    }
}

/// The same, and how it came about.
pub fn answer(problem: &Inspection, rules: RuleSet) -> Option<Answer> {
    let search = Search::new(problem, rules);
    let dates = |one: &Selection, limit: f64| search.dates(one, limit);

    // V, and K.
    let selections = selections(problem, rules);
    let with_plan = |one: &&Selection| dates(one, f64::INFINITY).is_some();
    let passed_over = selections.iter().position(|one| with_plan(&one))?;
    let best = selections[passed_over].value;
    let ties = selections[passed_over..].iter();
    let ties = ties.take_while(|one| one.value >= best - TIE);
    let most_sites = ties.filter(with_plan).map(Selection::sites).max()?;

    // The least tier 2 of those that are as good.
    let as_good = selections[passed_over..]
        .iter()
        .take_while(|one| one.value >= best - problem.weights.tolerance - TIE);
    let (enough, too_few): (Vec<&Selection>, Vec<_>) =
        as_good.partition(|one| one.sites() >= most_sites);
    let mut calendar_value = f64::INFINITY;
    let alike = enough.len();
    let mut dated: Vec<(f64, &Selection)> = Vec::new();
    for one in enough {
        if let Some(cost) = dates(one, calendar_value + TIE) {
            calendar_value = calendar_value.min(cost);
            dated.push((cost, one));
        }
    }
    dated.retain(|(cost, _)| *cost <= calendar_value + TIE);

    // The most tier 1 of those, and the least tier 3 of what is left.
    let values = dated.iter().map(|(_, one)| one.value);
    let selection_value = values.fold(f64::NEG_INFINITY, f64::max);
    dated.retain(|(_, one)| one.value >= selection_value - TIE);
    let mut staffing_value = f64::INFINITY;
    for (_, one) in &dated {
        let budget = calendar_value + TIE;
        let found = cheapest_teams(
            problem,
            &search.round(one),
            &search.limits,
            budget,
            staffing_value,
        );
        staffing_value = staffing_value.min(found.unwrap_or(f64::INFINITY));
    }
    Some(Answer {
        values: [best, selection_value, calendar_value, staffing_value],
        alike,
        too_few: too_few.len(),
        visits: dated.iter().map(|(_, one)| one.sites()).max()?,
        passed_over,
    })
}

/// Every selection that keeps S1 to S5, the best first.
fn selections(problem: &Inspection, rules: RuleSet) -> Vec<Selection> {
    let score = Score::new(problem);
    let sets = (0..1_u32 << problem.sites.len()).map(|set| {
        let sites = 0..problem.sites.len();
        sites.map(|s| set >> s & 1 == 1).collect()
    });
    let lawful = sets.filter(|selected: &Vec<bool>| {
        selection::lawful(problem, rules, &score.percentile, selected)
    });
    let mut found: Vec<Selection> = lawful
        .map(|selected| Selection {
            value: score.of(&selected),
            selected,
        })
        .collect();
    found.sort_by(|a, b| b.value.total_cmp(&a.value));
    found
}
