//! The planner of one inspection, to be asked once or many times.

use std::sync::Arc;

use super::answer::{Answer, Progress};
use super::budget::Budget;
use super::decomposition::Decomposition;
use super::fault::Fault;
use super::plan_of_solution::{SelectionValue, plan_of_solution};
use super::problem::PlanningProblem;
use super::question::Question;
use super::reporter::Reporter;
use super::restriction::{Pick, Restriction};
use super::search::Search;
use super::solver::{Solved, TIE_TOLERANCE};
use super::tiers::{
    BestSelection as Tier1, OnPaper, PartsOnPaper, Proofs, Settled, TiedSelections,
    VisitableSelection, Wanted, best_selection, settle,
};
use super::value;
use crate::domain::{
    BestSelection, KindRow, OtherSelection, Plan, RuleSet, SiteId, SiteRow, Tie, Ties,
};
use crate::instance::Instance;
use crate::score::Scores;

/// Nodes of the search tree for each program of a question that is asked beside the plan, not for it. They cut it
/// short at the same point on every machine, so that the reports are the same too.
pub(super) const NODES_BESIDE: i32 = 200;

/// The planner of one inspection. It keeps what it has proved, so that the next question is answered sooner.
///
/// Every question is answered as exactly as by a planner that was never asked before: only where several plans are
/// equally good may it settle on another of them.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use assize::instance::Instance;
/// use assize::optimise::{Answer, Budget, Fault, Planner, Question};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// # let inspection = loaded.expect("sound tables").inspection;
/// let mut planner = Planner::new(&Instance::new(inspection));
/// let mut points = |question: &Question| -> Result<f64, Fault> {
///     match planner.plan(question, &Budget::unlimited(), &mut |_| {})? {
///         Answer::Plan(plan) => Ok(plan.tiers[0].value),
///         _ => panic!("there is a plan"),
///     }
/// };
/// let best = points(&Question::default())?;
/// let without_alder = Question { without: vec!["alder".into()], ..Question::default() };
/// assert!(points(&without_alder)? < best);
/// # Ok::<(), Fault>(())
/// ```
pub struct Planner {
    instance: Instance,
    problem: PlanningProblem,
    proofs: Proofs,
    /// What ties with the selection of the last plan; `None` where it is not proved that none scores more.
    ties: Option<Ties>,
    /// The best selection, where the last plan has another for the sake of better dates.
    best: Option<BestOnItsOwn>,
}

impl Planner {
    /// Makes an instance ready to be asked about.
    pub fn new(instance: &Instance) -> Self {
        Self::by(Decomposition::default(), instance)
    }

    /// [`Planner::new`], with the problem taken apart in another way.
    pub fn by(decomposition: Decomposition, instance: &Instance) -> Self {
        let mut problem = PlanningProblem::new(instance, RuleSet::all());
        problem.decomposition = decomposition;
        Self {
            instance: instance.clone(),
            problem,
            proofs: Proofs::default(),
            ties: None,
            best: None,
        }
    }

    /// The best plan that answers the question, tier by tier, or the best found within the budget.
    ///
    /// `listener` hears of every step worth showing.
    ///
    /// # Errors
    /// A [`Fault`] of Assize itself: then nothing is known of the answer.
    pub fn plan(
        &mut self,
        question: &Question,
        budget: &Budget,
        listener: &mut dyn FnMut(Progress),
    ) -> Result<Answer<Plan>, Fault> {
        if !self.has_all(&question.with) {
            return Ok(Answer::NoPlan);
        }
        let base = self.pose(question);
        let (problem, calendar, proofs) =
            (&self.problem, &self.instance.calendar, &mut self.proofs);
        let mut reporter = Reporter {
            problem,
            calendar,
            listener,
        };
        let mut search = Search::new(budget.clone(), &mut reporter);
        let ties = match best_selection(problem, &base, Wanted::All, proofs, &mut search)? {
            Tier1::Found(ties) => ties,
            Tier1::Impossible => return Ok(Answer::NoPlan),
            Tier1::Unknown => return Ok(Answer::OutOfTime),
        };
        let best = BestOnItsOwn::of(problem, &ties);
        let (bound, proven, all_listed) = (ties.bound, ties.proven, ties.all_listed);
        let settled = settle(problem, &base, ties, proofs, &mut search)?;
        // Where tier 1 is not proved, the later tiers may have come upon a better selection.
        let most = best.value.max(settled.value);
        let gives_up = settled.value < most - TIE_TOLERANCE / 2.0;
        self.ties = (proven && !gives_up).then(|| Ties {
            others: tied(problem, &settled),
            all_listed,
        });
        self.best = (proven && gives_up).then(|| BestOnItsOwn {
            chosen: settled.solution.selected(),
            ..best
        });
        let selection = SelectionValue {
            value: settled.value,
            best: most,
            bound: bound.max(most),
            proven: proven && settled.is_settled,
        };
        let plan = plan_of_solution(problem, calendar, selection, &settled)?;
        Ok(Answer::Plan(Box::new(plan)))
    }

    /// The best plan of the inspection as it is, within nine tenths of the time: the last is kept for what stands beside it, [`Planner::look_beside`].
    ///
    /// # Errors
    /// As [`Planner::plan`].
    pub fn best_plan(
        &mut self,
        budget: &Budget,
        listener: &mut dyn FnMut(Progress),
    ) -> Result<Answer<Plan>, Fault> {
        self.plan(&Question::default(), &budget.less_a_tenth(), listener)
    }

    /// What ties with the selection of the last plan; `None` where it is not proved that none scores more.
    pub(super) fn ties(&self) -> Option<&Ties> {
        self.ties.as_ref()
    }

    /// The best selection, where the last plan has another for the sake of better dates.
    pub(super) fn best_selection(&self) -> Option<BestSelection> {
        let best = self.best.as_ref()?;
        Some(BestSelection {
            selection: other_selection(&self.problem, &best.chosen, &best.selected),
            value: best.value,
            calendar: best.calendar,
        })
    }

    /// The best selection on paper that answers the question: no plan that does scores more. Found with limited effort, the same
    /// on every machine unless the time runs out.
    pub(super) fn on_paper(
        &mut self,
        question: &Question,
        budget: &Budget,
    ) -> Result<Solved<OnPaper>, Fault> {
        let base = self.pose(question);
        let budget = budget.with_nodes(NODES_BESIDE);
        Ok(PartsOnPaper::new(&self.problem, base, &self.proofs, &budget)?.best())
    }

    /// Whether it was proved on the way that a selection can be visited and staffed, or that it cannot.
    pub(super) fn visitable(&self, selected: &[SiteRow]) -> Option<bool> {
        self.proofs.visitable(selected)
    }

    /// The instance that it was made for.
    pub(super) fn instance(&self) -> &Instance {
        &self.instance
    }

    /// The problem as the last question had it.
    pub(super) fn problem(&self) -> &PlanningProblem {
        &self.problem
    }

    /// Whether all these sites are in the tables.
    fn has_all(&self, sites: &[SiteId]) -> bool {
        let known = |id: &SiteId| {
            self.instance
                .inspection
                .sites
                .iter()
                .any(|site| site.id == *id)
        };
        sites.iter().all(known)
    }

    /// Makes the problem as the question has it, and gives the restriction that it asks about.
    pub(super) fn pose(&mut self, question: &Question) -> Restriction {
        let instance = self.instance.clone();
        let inspection = &instance.inspection;
        let weights = question.weights.as_ref().unwrap_or(&inspection.weights);
        if *weights != self.problem.weights {
            self.proofs.reweigh(&self.problem.weights, weights);
            self.problem.weights = weights.clone();
            self.problem.scores = match *weights == inspection.weights {
                true => instance.scores,
                false => Arc::new(Scores::weighed(inspection, weights)),
            };
        }
        for (row, kind) in inspection.kinds.iter().enumerate() {
            let asked = question.counts.get(&kind.id);
            self.problem.counts[KindRow::from(row)] = asked.copied().unwrap_or(kind.sites);
        }
        let mut base = Restriction::everything(&self.problem);
        let row = |id: &SiteId| {
            let place = inspection.sites.iter().position(|site| site.id == *id);
            place.map(SiteRow::from)
        };
        for site in question.with.iter().filter_map(row) {
            base.picks[site] = Pick::In;
        }
        for site in question.without.iter().filter_map(row) {
            base.picks[site] = Pick::Out;
        }
        let rows = |sites: &Vec<SiteId>| sites.iter().filter_map(row).collect();
        base.barred = question.other_than.iter().map(rows).collect();
        base
    }
}

/// The best selection, where a plan has another that is as good as it within the tolerance, for better dates.
struct BestOnItsOwn {
    /// Its sites.
    selected: Vec<SiteRow>,
    /// The sites of the plan.
    chosen: Vec<SiteRow>,
    /// What it scores in tier 1.
    value: f64,
    /// Its least tier 2, where that is proved.
    calendar: Option<f64>,
}

impl BestOnItsOwn {
    /// That of the best selections that has the best dates.
    fn of(problem: &PlanningProblem, best: &TiedSelections) -> Self {
        let dates = |tied: &VisitableSelection| value::of_calendar(problem, &tied.solution);
        let earlier = |a, b| if dates(b) < dates(a) { b } else { a };
        let first = best.others.iter().fold(&best.first, earlier);
        let is_proved = first.calendar_bound >= dates(first) - TIE_TOLERANCE;
        Self {
            selected: first.selected.clone(),
            chosen: Vec::new(),
            value: best.best,
            calendar: is_proved.then(|| dates(first)),
        }
    }
}

/// The selections that tie with the one settled on, by what differs.
fn tied(problem: &PlanningProblem, settled: &Settled) -> Vec<Tie> {
    let chosen = settled.solution.selected();
    let others = settled.told_apart.iter();
    let others = others.map(|other| Tie {
        selection: other_selection(problem, &chosen, &other.selected),
        told_by: other.told_by,
    });
    let mut others: Vec<Tie> = others.collect();
    others.sort_by(|a, b| a.selection.cmp(&b.selection));
    others
}

/// How one selection differs from another, by id.
pub(super) fn other_selection(
    problem: &PlanningProblem,
    chosen: &[SiteRow],
    other: &[SiteRow],
) -> OtherSelection {
    let only_in = |these: &[SiteRow], those: &[SiteRow]| {
        let own = these.iter().filter(|site| !those.contains(site));
        let mut ids: Vec<SiteId> = own.map(|site| problem.site(*site).id.clone()).collect();
        ids.sort_unstable();
        ids
    };
    OtherSelection {
        comes_in: only_in(other, chosen),
        goes_out: only_in(chosen, other),
    }
}
