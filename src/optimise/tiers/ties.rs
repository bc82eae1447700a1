//! The selections that tie for the best, for the later tiers to choose among.

use good_lp::Expression;

use crate::domain::SiteRow;
use crate::optimise::model::PlanModel;
use crate::optimise::objective;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::solution::Solution;
use crate::optimise::solver::TIE_TOLERANCE;
use crate::optimise::value;

/// Which of the best selections are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::optimise) enum Wanted {
    /// Any one of them.
    Any,
    /// All of them, for the later tiers to choose among.
    All,
}

/// The selections that later tiers choose among.
pub(in crate::optimise) struct TiedSelections {
    /// What the best selection of any plan scores.
    pub best: f64,
    /// What these score: a little less, where dates have decided.
    pub value: f64,
    /// What no plan can beat.
    pub bound: f64,
    /// Whether `value` is proved to be the best.
    pub proven: bool,
    /// A selection of that value.
    pub first: VisitableSelection,
    /// Others of that value.
    pub others: Vec<VisitableSelection>,
    /// Whether these are all of that value.
    pub all_listed: bool,
}

/// One selection that can be visited and staffed, and what tier 2 found for it.
pub(in crate::optimise) struct VisitableSelection {
    pub selected: Vec<SiteRow>,
    /// A full solution of it, the best in tier 2 as far as known.
    pub solution: Solution,
    /// What no solution of it can beat in tier 2.
    pub calendar_bound: f64,
}

impl TiedSelections {
    /// A selection that is worth what none can beat: the first of perhaps many.
    pub(super) fn of_the_best(value: f64, first: VisitableSelection) -> Self {
        Self {
            best: value,
            value,
            bound: value,
            proven: true,
            first,
            others: Vec::new(),
            all_listed: true,
        }
    }

    /// The selection of a full solution that is not proved to be the best.
    pub(super) fn unproven(problem: &PlanningProblem, solution: Solution, bound: f64) -> Self {
        let selected = solution.selected();
        let value = value::of_selection(problem, &selected);
        Self {
            best: value,
            value,
            bound: bound.max(value),
            proven: false,
            first: VisitableSelection {
                selected,
                solution,
                calendar_bound: 0.0,
            },
            others: Vec::new(),
            all_listed: false,
        }
    }

    /// Lets a model hold only selections of that value with as many sites.
    pub(super) fn keep_value(&self, model: &mut PlanModel) {
        let value = objective::selection(model);
        let least = self.value - TIE_TOLERANCE / 2.0;
        model.keep_within(value, least, self.bound + TIE_TOLERANCE);
        let sites = model.problem.sites();
        let all: Expression = sites.map(|site| model.pick(site)).sum();
        model.rows.push(all.geq(self.first.selected.len() as f64));
    }

    /// Every selection of that value that is known.
    pub(super) fn tied(&self) -> impl Iterator<Item = &VisitableSelection> {
        std::iter::once(&self.first).chain(&self.others)
    }
}
