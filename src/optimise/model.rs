//! The model of a plan: its variables over a restriction of the problem. The rules that bind them are rows of [`super::rules`].

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use good_lp::{Constraint, Expression, ProblemVariables, Variable, variable};
use typed_index_collections::TiVec;

use super::candidate::{CandidateRow, CandidateVisit};
use super::decomposition::Seating;
use super::fault::SolveStep;
use super::problem::{PlanningProblem, StartChoice};
use super::restriction::{Pick, Restriction};
use super::solver::Program;
use super::window::{Window, WindowRow, able, windows};
use crate::calendar::Start;
use crate::domain::{InspectorRow, Kind, SiteRow};

/// Per inspector and day, windows and the inspector's seat in each.
type Needs = BTreeMap<InspectorRow, BTreeMap<NaiveDate, Vec<(WindowRow, Variable)>>>;

/// Variables and rows over a restriction.
pub(super) struct PlanModel<'p> {
    pub problem: &'p PlanningProblem,
    pub restriction: Restriction,
    pub variables: ProblemVariables,
    pub rows: Vec<Constraint>,
    /// Whether a site is selected; `None` where the restriction has settled it.
    pub picked: TiVec<SiteRow, Option<Variable>>,
    /// Every visit that may take place, by site, then start.
    pub candidates: TiVec<CandidateRow, CandidateVisit>,
    /// Those visits as people are seated on them.
    pub windows: TiVec<WindowRow, Window>,
    /// Per inspector, whether they are used; filled when staffing is priced.
    pub used: BTreeMap<InspectorRow, Variable>,
}

impl<'p> PlanModel<'p> {
    /// The variables of a restriction, bound by nothing but that a selected site is visited once.
    pub(super) fn new(problem: &'p PlanningProblem, restriction: Restriction) -> Self {
        let mut variables = ProblemVariables::new();
        let mut picked = TiVec::new();
        let mut candidates = TiVec::new();
        let mut rows = Vec::new();
        for (site, pick) in restriction.picks.iter_enumerated() {
            let pick_variable = (*pick == Pick::Free).then(|| variables.add(variable().binary()));
            picked.push(pick_variable);
            if !restriction.dated || !matches!(pick, Pick::In | Pick::Free) {
                continue;
            }
            let mut visits = Expression::default();
            for choice in &restriction.choices[site] {
                let takes_place = variables.add(variable().binary());
                visits += takes_place;
                candidates.push(CandidateVisit {
                    site,
                    choice: *choice,
                    takes_place,
                });
            }
            rows.push(match pick_variable {
                Some(pick) => (visits - pick).eq(0),
                None => visits.eq(1),
            });
        }
        let windows = windows(problem, &restriction, &candidates, &mut variables);
        let mut used = BTreeMap::new();
        if restriction.priced {
            for (person, _) in windows.iter().flat_map(|window| &window.seats) {
                used.entry(*person)
                    .or_insert_with(|| variables.add(variable().binary()));
            }
        }
        Self {
            problem,
            restriction,
            variables,
            rows,
            picked,
            candidates,
            windows,
            used,
        }
    }

    /// A variable from 0 to 1 that need not be whole.
    pub(super) fn fraction(&mut self) -> Variable {
        self.variables.add(variable().bounds(0..=1))
    }

    /// A variable from 0 up to a limit that need not be whole.
    pub(super) fn amount(&mut self, most: f64) -> Variable {
        self.variables.add(variable().bounds(0.0..=most))
    }

    /// A variable that is 1: what is settled counts in an objective too, and a constant would be lost on the way to the solver.
    pub(super) fn settled(&mut self) -> Variable {
        self.variables.add(variable().bounds(1..=1))
    }

    /// The onsite days of each inspector.
    pub(super) fn onsite_days(&self) -> BTreeMap<InspectorRow, Expression> {
        let mut onsite: BTreeMap<InspectorRow, Expression> = BTreeMap::new();
        for window in &self.windows {
            let days = self.start_of(window).onsite.len() as f64;
            for (person, seat) in &window.seats {
                onsite.entry(*person).or_default().add_mul(days, *seat);
            }
        }
        onsite
    }

    /// 1 for an inspector who may be used, or whether they are where that has a price.
    pub(super) fn presence(&self, person: InspectorRow) -> Expression {
        self.used
            .get(&person)
            .map_or(Expression::from(1.0), |used| Expression::from(*used))
    }

    /// Keeps an amount from `least` to `most`, with both limits in one row.
    ///
    /// With a row that has one limit only and coefficients such as these amounts have, the presolve of HiGHS has been seen to go on far
    /// beyond its time limit: it strengthens such rows, and no others, step by tiny step, and looks at no clock meanwhile.
    pub(super) fn keep_within(&mut self, amount: Expression, least: f64, most: f64) {
        if !most.is_finite() {
            self.rows.push(amount.geq(least));
            return;
        }
        let above = self.amount((most - least).max(0.0));
        self.rows.push((amount - above).eq(least));
    }

    /// Whether a site is selected, as a term: a variable, 1 or 0.
    pub(super) fn pick(&self, site: SiteRow) -> Expression {
        match (self.picked[site], self.restriction.picks[site]) {
            (Some(variable), _) => variable.into(),
            (None, Pick::Out) => 0.0.into(),
            (None, _) => 1.0.into(),
        }
    }

    /// The start that a candidate stands for.
    pub(super) fn choice(&self, candidate: &CandidateVisit) -> &'p StartChoice {
        &self.problem.choices[candidate.site][candidate.choice]
    }

    /// The visits of a window.
    pub(super) fn visits_in<'m>(
        &'m self,
        window: &'m Window,
    ) -> impl Iterator<Item = &'m CandidateVisit> + Clone + 'm {
        window.visits.iter().map(|row| &self.candidates[*row])
    }

    /// How many visits take place in a window.
    pub(super) fn number_in(&self, window: &Window) -> Expression {
        let visits = self.visits_in(window);
        visits
            .map(|visit| Expression::from(visit.takes_place))
            .sum()
    }

    /// The days of a window: the start of any of its visits.
    pub(super) fn start_of(&self, window: &Window) -> &'p Start {
        &self.choice(&self.candidates[window.visits[0]]).start
    }

    /// The kind of a visit in a window.
    pub(super) fn kind_of(&self, window: &Window) -> &'p Kind {
        self.problem.kind(self.candidates[window.visits[0]].site)
    }

    /// Who could be on a visit.
    pub(super) fn able(&self, candidate: &CandidateVisit) -> Vec<InspectorRow> {
        able(self.problem, &self.restriction, candidate).collect()
    }

    /// The candidates of one site.
    pub(super) fn candidates_of(&self, site: SiteRow) -> impl Iterator<Item = &CandidateVisit> {
        self.candidates
            .iter()
            .filter(move |candidate| candidate.site == site)
    }

    /// Per inspector and day: the windows that need them there and their seats in them, preparation included if asked.
    pub(super) fn needs(&self, with_preparation: bool) -> Needs {
        let mut needs = Needs::new();
        for (index, window) in self.windows.iter_enumerated() {
            let start = self.start_of(window);
            for (person, seat) in &window.seats {
                let days = needs.entry(*person).or_default();
                let preparation = start.preparation.iter().filter(|_| with_preparation);
                for day in preparation.chain(&start.onsite) {
                    days.entry(*day).or_default().push((index, *seat));
                }
            }
        }
        needs
    }

    /// Candidates by site and week, for rules that speak of weeks.
    pub(super) fn candidates_by_week(&self) -> HashMap<(SiteRow, NaiveDate), Vec<CandidateRow>> {
        let mut weeks: HashMap<(SiteRow, NaiveDate), Vec<CandidateRow>> = HashMap::new();
        for (index, candidate) in self.candidates.iter_enumerated() {
            let week = self.choice(candidate).start.week;
            weeks.entry((candidate.site, week)).or_default().push(index);
        }
        weeks
    }

    /// The program that makes the most of `objective`.
    pub(super) fn maximise(self, step: SolveStep, objective: Expression) -> Program {
        Program {
            step,
            variables: self.variables,
            objective,
            maximise: true,
            rows: self.rows,
            jump: self.restriction.seating == Seating::BySite,
            any: false,
        }
    }

    /// The program that makes the least of `objective`.
    pub(super) fn minimise(self, step: SolveStep, objective: Expression) -> Program {
        Program {
            maximise: false,
            ..self.maximise(step, objective)
        }
    }
}

/// The sum of some variables.
pub(super) fn sum(variables: impl IntoIterator<Item = Variable>) -> Expression {
    variables.into_iter().map(Expression::from).sum()
}
