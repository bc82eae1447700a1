//! The planner of one inspection, to be asked once or many times.

use std::sync::Arc;

use super::answer::{Answer, Progress};
use super::budget::Budget;
use super::draft::Draft;
use super::fault::Fault;
use super::field::Field;
use super::known::Known;
use super::model::{Pick, Scope};
use super::objective;
use super::question::Question;
use super::search::{Listener, Search};
use super::selection_tier::{self, Chosen, Wanted};
use super::staffing_tier::{self, Reached, Settled};
use super::tactics::Tactics;
use super::written;
use crate::calendar::Calendar;
use crate::domain::{KindRow, Plan, RuleSet, SiteId, SiteRow, Worth};
use crate::instance::Instance;
use crate::score::Scores;

/// Nodes of the search tree for each program of a question that is asked beside the plan, not for it. They cut it
/// short at the same point on every machine, so that the reports are the same too.
const NODES_BESIDE: i32 = 200;

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
/// use assize::optimise::{Answer, Budget, Planner, Question};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// # let instance = Instance::new(loaded.expect("sound tables").inspection);
/// let mut planner = Planner::new(&instance);
/// let mut points = |question: &Question| {
///     match planner.plan(question, &Budget::unlimited(), &mut |_| {})? {
///         Answer::Plan(plan) => Ok(plan.tiers[0].value),
///         Answer::NoPlan | Answer::OutOfTime => panic!("there is a plan"),
///     }
/// };
/// let best = points(&Question::default())?;
/// let without_alder = Question { without: vec!["alder".into()], ..Question::default() };
/// assert!(points(&without_alder)? < best);
/// # Ok::<(), assize::optimise::Fault>(())
/// ```
pub struct Planner {
    instance: Instance,
    pub(super) field: Field,
    known: Known,
}

impl Planner {
    /// Makes an instance ready to be asked about.
    pub fn new(instance: &Instance) -> Self {
        Self::by(Tactics::default(), instance)
    }

    /// [`Planner::new`], with the problem taken apart in another way.
    pub fn by(tactics: Tactics, instance: &Instance) -> Self {
        let mut field = Field::new(instance, RuleSet::all());
        field.tactics = tactics;
        Self {
            instance: instance.clone(),
            field,
            known: Known::default(),
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
        let base = self.turn_to(question);
        let (field, calendar, known) = (&self.field, &self.instance.calendar, &mut self.known);
        let mut reporter = Reporter {
            field,
            calendar,
            listener,
        };
        let mut search = Search::new(budget.clone(), &mut reporter);
        let chosen = match selection_tier::best(field, &base, Wanted::All, known, &mut search)? {
            Chosen::Best(chosen) => chosen,
            Chosen::Nothing => return Ok(Answer::NoPlan),
            Chosen::Unknown(_) => return Ok(Answer::OutOfTime),
        };
        let settled = staffing_tier::settle(field, &base, &chosen, known, &mut search)?;
        // Where tier 1 is not proved, the later tiers may have come upon a better selection.
        let value = match chosen.proven {
            true => chosen.value,
            false => objective::selection_value(field, &settled.draft.selected()),
        };
        let selection = Reached {
            value,
            bound: Some(chosen.bound.max(value)),
            proven: chosen.proven,
        };
        let plan = written::plan(field, calendar, selection, &settled)?;
        Ok(Answer::Plan(Box::new(plan)))
    }

    /// What tier 1 is worth in the best plan that answers the question, found with limited effort: the same on
    /// every machine, unless the time runs out.
    pub(super) fn worth(&mut self, question: &Question, budget: &Budget) -> Result<Worth, Fault> {
        if budget.is_spent() {
            return Ok(Worth::Unknown);
        }
        let base = self.turn_to(question);
        let usual = self.field.tactics;
        self.field.tactics = usual.briefly();
        let mut search = Search::silent(budget.with_nodes(NODES_BESIDE));
        let (field, known) = (&self.field, &mut self.known);
        let chosen = selection_tier::best(field, &base, Wanted::Any, known, &mut search);
        self.field.tactics = usual;
        Ok(match chosen? {
            Chosen::Best(chosen) if chosen.proven => Worth::Exactly(chosen.value),
            Chosen::Best(chosen) => Worth::AtMost(chosen.bound),
            Chosen::Nothing => Worth::Impossible,
            Chosen::Unknown(Some(bound)) => Worth::AtMost(bound),
            Chosen::Unknown(None) => Worth::Unknown,
        })
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

    /// Makes the field as the question has it, and gives the scope that it asks about.
    pub(super) fn turn_to(&mut self, question: &Question) -> Scope {
        let instance = self.instance.clone();
        let inspection = &instance.inspection;
        let weights = question.weights.as_ref().unwrap_or(&inspection.weights);
        if *weights != self.field.weights {
            self.known.reweigh(&self.field.weights, weights);
            self.field.weights = weights.clone();
            self.field.scores = match *weights == inspection.weights {
                true => instance.scores,
                false => Arc::new(Scores::weighed(inspection, weights)),
            };
        }
        for (row, kind) in inspection.kinds.iter().enumerate() {
            let asked = question.counts.get(&kind.id);
            self.field.counts[KindRow::from(row)] = asked.copied().unwrap_or(kind.sites);
        }
        let mut base = Scope::everything(&self.field);
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
        base.barred = question.known.iter().map(rows).collect();
        base
    }
}

/// Passes on what is heard of a search, with the first draft written out as a plan.
struct Reporter<'a> {
    field: &'a Field,
    calendar: &'a Calendar,
    listener: &'a mut dyn FnMut(Progress),
}

impl Listener for Reporter<'_> {
    fn tier(&mut self, tier: &'static str, best: Option<f64>, bound: Option<f64>) {
        (self.listener)(Progress {
            first_plan: None,
            tier,
            best,
            bound,
        });
    }

    fn first(&mut self, draft: &Draft) -> Result<(), Fault> {
        let settled = Settled::first(self.field, draft);
        let value = objective::selection_value(self.field, &draft.selected());
        let plan = written::plan(self.field, self.calendar, Reached::unknown(value), &settled)?;
        (self.listener)(Progress {
            first_plan: Some(Box::new(plan)),
            tier: "selection",
            best: None,
            bound: None,
        });
        Ok(())
    }
}
