//! Inspectors who may change places in any plan: of two such plans only one is looked at.
//!
//! That makes proofs possible where half the inspectorate could do the work of the other half. And it makes a proof
//! wrong where two are taken for alike who are not, for then the plan that is left out may be the only best one. So
//! what tells inspectors apart is not listed here: it follows from the rules, each of which names the facts that it
//! reads, and a new fact of an inspector does not compile until somebody has said how to compare it.

use std::collections::{BTreeMap, BTreeSet};

use enumset::EnumSet;

use super::model::PlanModel;
use super::problem::PlanningProblem;
use super::window::WindowRow;
use crate::domain::{Inspection, Inspector, InspectorFact, InspectorId, InspectorRow, Rule};

/// The facts of an inspector that the score reads: tier 3 counts the way from their base, or as `travel.csv` has it. The tests hold this against
/// the checker's score.
const SCORED: [InspectorFact; 2] = [InspectorFact::Base, InspectorFact::Journeys];

/// Inspectors who differ in nothing that counts may change places: so the first of them are used first.
pub(super) fn break_ties(model: &mut PlanModel) {
    let alike = Alike::of(model);
    let people: Vec<InspectorRow> = model.used.keys().copied().collect();
    let mut rows = Vec::new();
    for (place, first) in people.iter().enumerate() {
        let mut later = people[place + 1..].iter();
        if let Some(next) = later.find(|next| alike.are(*first, **next)) {
            let (first, next) = (model.presence(*first), model.presence(*next));
            rows.push((next - first).leq(0));
        }
    }
    model.rows.extend(rows);
}

/// The facts in which inspectors have to agree, besides the seats that they could take.
///
/// A rule on one inspector alone is left out: it is settled already, and shows in who could take which seat.
fn facts_that_count() -> EnumSet<InspectorFact> {
    let rules = Rule::of_plans().iter();
    let open = rules.filter(|rule| !rule.subject().is_settled_before_the_model());
    let scored = EnumSet::from_iter(SCORED);
    open.fold(scored, |facts, rule| facts | rule.reads())
}

/// Who is like whom.
struct Alike<'m> {
    problem: &'m PlanningProblem,
    facts: EnumSet<InspectorFact>,
    named: BTreeSet<(InspectorFact, &'m InspectorId)>,
    /// Per inspector, the windows in which they could sit.
    seats: BTreeMap<InspectorRow, Vec<WindowRow>>,
}

impl<'m> Alike<'m> {
    fn of(model: &PlanModel<'m>) -> Self {
        let mut seats: BTreeMap<InspectorRow, Vec<WindowRow>> = BTreeMap::new();
        for (place, window) in model.windows.iter_enumerated() {
            for (person, _) in &window.seats {
                seats.entry(*person).or_default().push(place);
            }
        }
        Self {
            problem: model.problem,
            facts: facts_that_count(),
            named: named_in_tables(&model.problem.inspection),
            seats,
        }
    }

    /// Whether two inspectors may change places in every plan.
    fn are(&self, a: InspectorRow, b: InspectorRow) -> bool {
        self.facts.iter().all(|fact| self.agree_in(fact, a, b))
            && self.seats.get(&a) == self.seats.get(&b)
    }

    fn agree_in(&self, fact: InspectorFact, a: InspectorRow, b: InspectorRow) -> bool {
        // Without `..`: whoever adds a field decides whether it tells inspectors apart.
        let Inspector {
            id,
            name: _,
            inspectorate,
            experienced,
            from,
            until,
            base,
            skills,
            works,
            // Less than the limit that holds: there is a general one.
            max_days: _,
        } = self.problem.person(a);
        let other = self.problem.person(b);
        match fact {
            InspectorFact::Inspectorate => *inspectorate == other.inspectorate,
            InspectorFact::Experience => *experienced == other.experienced,
            InspectorFact::InTeam => *from == other.from && *until == other.until,
            InspectorFact::Base => *base == other.base,
            InspectorFact::Skills => *skills == other.skills,
            InspectorFact::WorkingDays => *works == other.works,
            InspectorFact::MaxDays => self.problem.max_days[a] == self.problem.max_days[b],
            InspectorFact::Absences
            | InspectorFact::Clearances
            | InspectorFact::Journeys
            | InspectorFact::Conflicts
            | InspectorFact::KeptApart
            | InspectorFact::FixedTo => {
                // Where a table says nothing of either, they agree in it. Those it names are not compared.
                let is_named = |id| self.named.contains(&(fact, id));
                !is_named(id) && !is_named(&other.id)
            }
        }
    }
}

/// Whom the tables name, and which fact about them each row is.
fn named_in_tables(inspection: &Inspection) -> BTreeSet<(InspectorFact, &InspectorId)> {
    // Without `..`: whoever adds a table decides whether it tells inspectors apart.
    let Inspection {
        absences,
        clearances,
        conflicts,
        travel,
        apart,
        fixed,
        // Compared field by field.
        inspectors: _,
        // These name no inspector.
        header: _,
        timing: _,
        pilot: _,
        national: _,
        authority: _,
        kinds: _,
        quotas: _,
        links: _,
        burden: _,
        staffing: _,
        weights: _,
        day: _,
        timetable_by: _,
        sites: _,
        indicators: _,
        performance: _,
        intelligence: _,
        engagements: _,
        bank_holidays: _,
        periods: _,
        consultation: _,
        activities: _,
        authority_given: _,
        boards: _,
        milestones: _,
        scenario: _,
        inputs_digest: _,
    } = inspection;
    let away = absences.iter().map(|row| &row.inspector);
    let cleared = clearances.iter().map(|row| &row.inspector);
    let in_conflict = conflicts.iter().map(|row| &row.inspector);
    let kept_apart = apart
        .iter()
        .flat_map(|row| [&row.inspector_a, &row.inspector_b]);
    let fixed = fixed.iter().filter_map(|row| row.inspector.as_ref());
    let mut named = BTreeSet::new();
    named.extend(away.map(|who| (InspectorFact::Absences, who)));
    named.extend(cleared.map(|who| (InspectorFact::Clearances, who)));
    named.extend(in_conflict.map(|who| (InspectorFact::Conflicts, who)));
    let journeys = travel.iter().map(|row| &row.inspector);
    named.extend(journeys.map(|who| (InspectorFact::Journeys, who)));
    named.extend(kept_apart.map(|who| (InspectorFact::KeptApart, who)));
    named.extend(fixed.map(|who| (InspectorFact::FixedTo, who)));
    named
}
