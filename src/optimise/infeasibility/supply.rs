//! Inspector-days: how many the visits of a cause need of an inspectorate at least, and how many there are at most.

use std::collections::BTreeSet;

use chrono::Datelike;
use good_lp::Expression;
use serde::Serialize;

use super::condition::Condition;
use super::trials::Trials;
use crate::domain::{InspectorRow, InspectorateId, Rule, SiteRow};
use crate::instance::Instance;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::{PlanningProblem, seats};
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::Solved;

/// An inspectorate that has too few onsite days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShortOfDays {
    /// The inspectorate.
    pub inspectorate: InspectorateId,
    /// Onsite days that its seats need at least, whichever sites are selected.
    pub needed: u32,
    /// Onsite days that its inspectors have at most between them: by their limits, and by the days on which they are in the team,
    /// work and are not absent.
    pub there_are: u32,
    /// How many inspectors that are.
    pub inspectors: usize,
}

/// The inspectorates that have too few days for these conditions, in the order of their names.
pub(super) fn short_of_days(
    trials: &Trials,
    conditions: &[Condition],
) -> Result<Vec<ShortOfDays>, Fault> {
    let (instance, mut problem) = trials.under(conditions);
    // The limits would rule out before that which is to be counted.
    let limited = problem.rules.contains(Rule::Limit);
    problem.rules -= Rule::Limit;
    let kinds = problem.inspection.kinds.iter();
    let all = kinds.flat_map(|kind| kind.pairs.iter().flatten());
    let all: BTreeSet<InspectorateId> = all.cloned().collect();
    let mut short = Vec::new();
    for inspectorate in all {
        let Some(needed) = needed(trials, &problem, &inspectorate)? else {
            return Ok(Vec::new());
        };
        let people = problem.inspection.inspectors.iter().enumerate();
        let theirs = people.filter(|(_, one)| one.inspectorate == inspectorate);
        let theirs: Vec<InspectorRow> = theirs.map(|(row, _)| row.into()).collect();
        let each = theirs.iter().map(|row| {
            let limit = problem.max_days[*row].filter(|_| limited);
            let days = free_days(&instance, &problem, *row);
            limit.map_or(days, |limit| limit.min(days))
        });
        let there_are = each.fold(0, u32::saturating_add);
        if there_are < needed {
            short.push(ShortOfDays {
                inspectorate,
                needed,
                there_are,
                inspectors: theirs.len(),
            });
        }
    }
    Ok(short)
}

/// The fewest onsite days of an inspectorate with which the selection keeps these conditions; `None` where it cannot, or that was
/// not shown.
fn needed(
    trials: &Trials,
    problem: &PlanningProblem,
    inspectorate: &InspectorateId,
) -> Result<Option<u32>, Fault> {
    let mut restriction = Restriction::everything(problem).visitable();
    restriction.dated = false;
    restriction.seating = Seating::LeftOut;
    let model = formulate(problem, restriction);
    let reader = SolutionReader::of(&model);
    let days = |site: SiteRow| -> u32 {
        let kind = problem.kind(site);
        let theirs = seats(kind)
            .into_iter()
            .find(|(whose, _)| *whose == inspectorate);
        theirs.map_or(0, |(_, seats)| seats as u32 * kind.days)
    };
    let each = problem.sites();
    let total: Expression = each
        .map(|site| f64::from(days(site)) * model.pick(site))
        .sum();
    let program = model.minimise(SolveStep::Conflict, total);
    Ok(match program.solve(&trials.program_budget())? {
        Solved::Optimal(values) => Some(reader.selected(&values).into_iter().map(days).sum()),
        Solved::Feasible(..) | Solved::Infeasible | Solved::Unknown(_) => None,
    })
}

/// The weekdays of the window, once the notice is over, on which someone is in the team, works and is not absent. Without the window nothing is known.
fn free_days(instance: &Instance, problem: &PlanningProblem, row: InspectorRow) -> u32 {
    if !problem.holds(Rule::Window) {
        return u32::MAX;
    }
    let person = problem.person(row);
    let absences = instance.inspection.absences.iter();
    let away: Vec<_> = absences.filter(|one| one.inspector == person.id).collect();
    let from = instance.calendar.first_possible;
    let days = from.iter_days();
    let days = days.take_while(|day| *day <= instance.inspection.timing.last_day);
    let free = days.filter(|day| {
        person.is_in_team(*day)
            && person.works.contains(&day.weekday())
            && !away
                .iter()
                .any(|one| (one.first_day..=one.last_day).contains(day))
    });
    free.count() as u32
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::domain::{Inspector, RuleSet};
    use crate::input;

    /// The days of P1 of the small example, who is never absent: the notice is over on 1 March 2027, and the window ends on 25 March.
    fn days_of(change: impl Fn(&mut Inspector)) -> u32 {
        let loaded = input::load(Path::new("examples/small"), None);
        let mut inspection = loaded.expect("sound tables").inspection;
        change(&mut inspection.inspectors[2]);
        assert_eq!(inspection.inspectors[2].id.as_str(), "P1");
        let instance = Instance::new(inspection);
        let problem = PlanningProblem::new(&instance, RuleSet::all());
        free_days(&instance, &problem, 2.into())
    }

    #[test]
    fn days_before_somebody_joins_or_after_they_leave_are_not_theirs() {
        let day = |text: &str| text.parse().ok();
        assert_eq!(days_of(|_| {}), 19);
        assert_eq!(days_of(|one| one.from = day("2027-03-24")), 2);
        assert_eq!(days_of(|one| one.until = day("2027-03-05")), 5);
        let both = |one: &mut Inspector| {
            (one.from, one.until) = (day("2027-03-01"), day("2027-03-01"));
        };
        assert_eq!(days_of(both), 1);
        assert_eq!(days_of(|one| one.until = day("2026-12-31")), 0);
    }
}
