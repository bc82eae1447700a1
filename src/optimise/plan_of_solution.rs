//! A solution written out as a plan: names, dates, letters, pairs and visit leads.

use std::collections::BTreeMap;

use super::fault::Fault;
use super::problem::PlanningProblem;
use super::seating::seat_pairs;
use super::solution::{Assignment, Solution};
use super::solver::TIE_TOLERANCE;
use super::tiers::{Settled, TierValue};
use crate::calendar::Calendar;
use crate::domain::{InspectorRow, PLAN_FORMAT, Plan, TIER_NAMES, Tier, Visit, plan_code};

/// How far tier 1 is.
#[derive(Debug, Clone, Copy)]
pub(super) struct SelectionValue {
    /// What the selection scores.
    pub value: f64,
    /// What the best selection of any plan scores, as far as was found.
    pub best: f64,
    /// What none can beat.
    pub bound: f64,
    /// Whether it is proved that no other selection should be visited instead: given that none beats the best.
    pub proven: bool,
}

impl SelectionValue {
    /// A value of which nothing is proved.
    pub(super) fn unknown(value: f64) -> Self {
        Self {
            value,
            best: value,
            bound: f64::INFINITY,
            proven: false,
        }
    }
}

/// A solution with its names, letters and visit leads.
///
/// # Errors
/// [`Fault::Unseated`] or [`Fault::Unled`] where a team of the solution breaks what the model promises of every team.
pub(super) fn plan_of_solution(
    problem: &PlanningProblem,
    calendar: &Calendar,
    selection: SelectionValue,
    settled: &Settled,
) -> Result<Plan, Fault> {
    let [first, later @ ..] = TIER_NAMES;
    let selection = Tier {
        name: first.to_owned(),
        value: selection.value,
        best: Some(selection.best),
        bound: selection.bound.is_finite().then_some(selection.bound),
        proven: selection.proven,
    };
    let reached = [settled.calendar, settled.staffing];
    let later = later.iter().zip(reached).map(|(name, reached)| Tier {
        name: (*name).to_owned(),
        value: reached.value,
        best: None,
        bound: reached.bound,
        // A bound that is met is a proof, however the search ended.
        proven: reached.proven || is_met(&reached),
    });
    let tiers = std::iter::once(selection).chain(later);
    let visits = visits(problem, calendar, &settled.solution)?;
    Ok(Plan {
        format: PLAN_FORMAT,
        code: plan_code(&visits),
        inspection: problem.inspection.header.title.clone(),
        inputs_digest: problem.inspection.inputs_digest.clone(),
        tiers: tiers.collect(),
        authority_date: calendar.authority_date,
        visits,
        sessions: Vec::new(),
        preparation: Vec::new(),
        one_offs: Vec::new(),
    })
}

fn is_met(reached: &TierValue) -> bool {
    let met = |bound: f64| (bound - reached.value).abs() <= TIE_TOLERANCE;
    reached.bound.is_some_and(met)
}

/// The visits of a solution, by first day, then site.
fn visits(
    problem: &PlanningProblem,
    calendar: &Calendar,
    solution: &Solution,
) -> Result<Vec<Visit>, Fault> {
    let mut order: Vec<&Assignment> = solution.visits.iter().collect();
    let start = |visit: &Assignment| &problem.choices[visit.site][visit.choice].start;
    order.sort_by_key(|visit| (start(visit).first_day(), &problem.site(visit.site).id));
    let first_days: Vec<_> = order.iter().map(|visit| start(visit).first_day()).collect();
    let letters = calendar.letters(&first_days);
    let mut led = BTreeMap::<InspectorRow, usize>::new();
    let mut visits = Vec::new();
    for (visit, letter_by) in order.into_iter().zip(letters) {
        let kind = problem.kind(visit.site);
        let site = || problem.site(visit.site).name.clone();
        // The lead goes round: whoever has led least so far.
        let lead = visit
            .team
            .iter()
            .copied()
            .filter(|row| {
                let person = problem.person(*row);
                person.experienced && person.inspectorate == kind.inspectorate
            })
            .min_by_key(|row| (led.get(row).copied().unwrap_or(0), &problem.person(*row).id))
            .ok_or_else(|| Fault::Unled { site: site() })?;
        *led.entry(lead).or_default() += 1;
        let pairs = seat_pairs(problem, kind, &visit.team);
        let pairs = pairs.ok_or_else(|| Fault::Unseated { site: site() })?;
        visits.push(Visit {
            site: problem.site(visit.site).id.clone(),
            kind: kind.id.clone(),
            first_day: start(visit).first_day(),
            last_day: start(visit).last_day(),
            letter_by,
            pairs: pairs
                .into_iter()
                .map(|pair| pair.map(|person| problem.person(person).id.clone()))
                .collect(),
            visit_lead: problem.person(lead).id.clone(),
        });
    }
    Ok(visits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RuleSet;
    use crate::example::{self, Size};
    use crate::instance::Instance;
    use crate::optimise::problem::ChoiceRow;

    /// The first visit of the first site that could be visited, with so many of those who could go, in a plan.
    fn planned(
        team: impl Fn(&PlanningProblem, &[InspectorRow]) -> Vec<InspectorRow>,
    ) -> (Result<Plan, Fault>, String) {
        let inspection = example::inspection(Size::S, 1).expect("an example");
        let instance = Instance::new(inspection);
        let problem = PlanningProblem::new(&instance, RuleSet::all());
        let site = problem
            .sites()
            .find(|site| !problem.choices[*site].is_empty());
        let site = site.expect("a site to visit");
        let visit = Assignment {
            site,
            choice: 0.into(),
            team: team(&problem, &problem.choices[site][ChoiceRow::from(0)].people),
        };
        let solution = Solution {
            visits: vec![visit],
        };
        let settled = Settled::first(&problem, &solution);
        let plan = plan_of_solution(
            &problem,
            &instance.calendar,
            SelectionValue::unknown(0.0),
            &settled,
        );
        (plan, problem.site(site).name.clone())
    }

    #[test]
    fn a_team_without_a_lead_is_a_fault_that_names_the_site() {
        let (plan, site) = planned(|_, _| Vec::new());
        assert_eq!(plan, Err(Fault::Unled { site }));
    }

    #[test]
    fn a_team_that_cannot_be_seated_is_a_fault_that_names_the_site() {
        let (plan, site) = planned(|problem, people| {
            let leads = |row: &&InspectorRow| {
                let person = problem.person(**row);
                person.experienced && person.inspectorate == problem.kind(0.into()).inspectorate
            };
            people.iter().filter(leads).copied().take(1).collect()
        });
        assert_eq!(plan, Err(Fault::Unseated { site }));
    }
}
