//! The model: its variables over a chosen part of the field, and the flat list of rules that bind them.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use good_lp::{Constraint, Expression, ProblemVariables, Variable, variable};
use typed_index_collections::TiVec;

use super::fault::Step;
use super::field::{Choice, ChoiceRow, Field};
use super::rules::{dates, experience, headcount, people, selection};
use super::solver::Program;
use crate::domain::{InspectorRow, Rule, SiteRow, row};

/// What the model may do with a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// Not selected.
    Out,
    /// Selected, and its visit is part of the model.
    In,
    /// For the model to decide.
    Free,
    /// Selected, but its visit is left out of the question: anything may be so of it.
    Elsewhere,
}

/// The part of the field that a model speaks of.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub picks: TiVec<SiteRow, Pick>,
    /// Which of a site's choices may be used.
    pub choices: TiVec<SiteRow, Vec<ChoiceRow>>,
    /// Whether dates are in the model.
    pub dated: bool,
    /// Whether teams are in the model.
    pub staffed: bool,
    /// Whether the model counts the inspectors used.
    pub priced: bool,
    /// Selections that are not asked for.
    pub barred: Vec<Vec<SiteRow>>,
}

impl Scope {
    /// Every site free, every choice open.
    pub(super) fn everything(field: &Field) -> Self {
        Self {
            picks: field.sites().map(|_| Pick::Free).collect(),
            choices: field
                .choices
                .iter()
                .map(|choices| choices.keys().collect())
                .collect(),
            dated: true,
            staffed: true,
            priced: false,
            barred: Vec::new(),
        }
    }

    /// Exactly these sites, every choice open.
    pub(super) fn of_selection(field: &Field, selected: &[SiteRow]) -> Self {
        let mut scope = Self::everything(field);
        scope.picks = field.sites().map(|_| Pick::Out).collect();
        for site in selected {
            scope.picks[*site] = Pick::In;
        }
        scope
    }
}

/// One visit that the model may hold: a site on one of its starts.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub site: SiteRow,
    pub choice: ChoiceRow,
    /// Whether this visit takes place.
    pub at: Variable,
    /// Who could sit on it, and whether they do; empty without teams.
    pub team: Vec<(InspectorRow, Variable)>,
}

row!(
    /// The place of a slot among those of a model.
    SlotRow
);

/// Per inspector and day, slots and the inspector's seat on each.
type Needs = BTreeMap<InspectorRow, BTreeMap<NaiveDate, Vec<(SlotRow, Variable)>>>;

/// Variables and rows over a scope.
pub(super) struct Model<'f> {
    pub field: &'f Field,
    pub scope: Scope,
    pub variables: ProblemVariables,
    pub rows: Vec<Constraint>,
    /// Whether a site is selected; `None` where the scope has settled it.
    pub picked: TiVec<SiteRow, Option<Variable>>,
    /// Every visit that may take place, by site, then start.
    pub slots: TiVec<SlotRow, Slot>,
    /// Per inspector, whether they are used; filled when staffing is priced.
    pub used: BTreeMap<InspectorRow, Variable>,
}

impl<'f> Model<'f> {
    /// The variables of the scope, bound by every rule that holds in the field.
    pub(super) fn new(field: &'f Field, scope: Scope) -> Self {
        let mut model = Self::with_variables(field, scope);
        model.add_rules();
        model
    }

    /// The rules that hold, as they stand in the table.
    fn add_rules(&mut self) {
        for rows in self.field.rules.iter().filter_map(rows_of) {
            rows(self);
        }
        people::enough_people(self);
        headcount::enough_days(self);
        for selected in std::mem::take(&mut self.scope.barred) {
            selection::other_than(self, &selected);
        }
    }

    fn with_variables(field: &'f Field, scope: Scope) -> Self {
        let mut variables = ProblemVariables::new();
        let mut picked = TiVec::new();
        let mut slots = TiVec::new();
        let mut rows = Vec::new();
        for (site, pick) in scope.picks.iter_enumerated() {
            let pick_variable = (*pick == Pick::Free).then(|| variables.add(variable().binary()));
            picked.push(pick_variable);
            if !scope.dated || !matches!(pick, Pick::In | Pick::Free) {
                continue;
            }
            let mut visits = Expression::default();
            for choice in &scope.choices[site] {
                let at = variables.add(variable().binary());
                visits += at;
                let people = &field.choices[site][*choice].people;
                let team = people
                    .iter()
                    .filter(|_| scope.staffed)
                    .map(|person| (*person, variables.add(variable().binary())))
                    .collect();
                slots.push(Slot {
                    site,
                    choice: *choice,
                    at,
                    team,
                });
            }
            rows.push(match pick_variable {
                Some(pick) => (visits - pick).eq(0),
                None => visits.eq(1),
            });
        }
        let mut used = BTreeMap::new();
        if scope.priced {
            for (person, _) in slots.iter().flat_map(|slot: &Slot| &slot.team) {
                used.entry(*person)
                    .or_insert_with(|| variables.add(variable().binary()));
            }
        }
        Self {
            field,
            scope,
            variables,
            rows,
            picked,
            slots,
            used,
        }
    }

    /// A variable from 0 to 1 that need not be whole.
    pub(super) fn share(&mut self) -> Variable {
        self.variables.add(variable().bounds(0..=1))
    }

    /// 1 for an inspector who may be used, or whether they are where that has a price.
    pub(super) fn presence(&self, person: InspectorRow) -> Expression {
        self.used
            .get(&person)
            .map_or(Expression::from(1.0), |used| Expression::from(*used))
    }

    /// Whether a site is selected, as a term: a variable, 1 or 0.
    pub(super) fn pick(&self, site: SiteRow) -> Expression {
        match (self.picked[site], self.scope.picks[site]) {
            (Some(variable), _) => variable.into(),
            (None, Pick::Out) => 0.0.into(),
            (None, _) => 1.0.into(),
        }
    }

    /// The start that a slot stands for.
    pub(super) fn choice(&self, slot: &Slot) -> &'f Choice {
        &self.field.choices[slot.site][slot.choice]
    }

    /// The slots of one site.
    pub(super) fn slots_of(&self, site: SiteRow) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(move |slot| slot.site == site)
    }

    /// Per inspector and day: the slots that need them there and their seats on them, preparation included if asked.
    pub(super) fn needs(&self, with_preparation: bool) -> Needs {
        let mut needs = Needs::new();
        for (index, slot) in self.slots.iter_enumerated() {
            let start = &self.choice(slot).start;
            for (person, seat) in &slot.team {
                let days = needs.entry(*person).or_default();
                let preparation = start.preparation.iter().filter(|_| with_preparation);
                for day in preparation.chain(&start.onsite) {
                    days.entry(*day).or_default().push((index, *seat));
                }
            }
        }
        needs
    }

    /// Slots by site and week, for rules that speak of weeks.
    pub(super) fn slots_by_week(&self) -> HashMap<(SiteRow, NaiveDate), Vec<SlotRow>> {
        let mut weeks: HashMap<(SiteRow, NaiveDate), Vec<SlotRow>> = HashMap::new();
        for (index, slot) in self.slots.iter_enumerated() {
            let week = self.choice(slot).start.week;
            weeks.entry((slot.site, week)).or_default().push(index);
        }
        weeks
    }

    /// The program that makes the most of `objective`.
    pub(super) fn maximise(self, step: Step, objective: Expression) -> Program {
        Program {
            step,
            variables: self.variables,
            objective,
            maximise: true,
            rows: self.rows,
            jump: self.scope.staffed,
        }
    }

    /// The program that makes the least of `objective`.
    pub(super) fn minimise(self, step: Step, objective: Expression) -> Program {
        Program {
            maximise: false,
            ..self.maximise(step, objective)
        }
    }
}

/// Adds the rows of a rule.
type Rows = fn(&mut Model<'_>);

/// What adds the rows of a rule; none where the rule is settled before there is a model
/// ([`crate::domain::Subject::is_settled_before_the_model`]).
fn rows_of(rule: Rule) -> Option<Rows> {
    let rows: Rows = match rule {
        Rule::Count => selection::count,
        Rule::Included => selection::included,
        Rule::Quota => selection::quota,
        Rule::Burden => selection::burden,
        Rule::Link => selection::link,
        Rule::WeekLimit => dates::week_limit,
        Rule::Together => dates::together,
        Rule::Joint => people::joint,
        Rule::Experience => experience::experience,
        Rule::OnePlace => people::one_place,
        Rule::Apart => people::apart,
        Rule::Skills => people::skills,
        Rule::Limit => people::limit,
        Rule::Rest => people::rest,
        Rule::VisitLead => people::visit_lead,
        Rule::SameTeam => people::same_team,
        Rule::Named => people::named,
        // The field holds only the starts that keep these,
        Rule::Window | Rule::Notice | Rule::WorkingDays => return None,
        Rule::Avoid | Rule::Gap | Rule::FixedDates => return None,
        // and only the inspectors who keep these.
        Rule::Available | Rule::Cleared | Rule::NoConflict => return None,
        // What happens inside a visit is placed once the visit is settled: see `timetable`.
        Rule::Placed | Rule::Hours | Rule::PairInOnePlace | Rule::SeenInOnePlace => {
            return None;
        }
        Rule::TakenJointly | Rule::InOrder | Rule::OnSetDay | Rule::AtSetTimes => return None,
        Rule::OpenedAndClosed | Rule::SessionSkills | Rule::SessionSecurity => return None,
        Rule::Preparation => return None,
    };
    Some(rows)
}

/// The sum of some variables.
pub(super) fn sum(variables: impl IntoIterator<Item = Variable>) -> Expression {
    variables.into_iter().map(Expression::from).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_rows_or_is_settled_before() {
        for rule in Rule::ALL {
            let settled = rule.subject().is_settled_before_the_model();
            assert_eq!(rows_of(*rule).is_none(), settled, "{rule:?}");
        }
    }
}
