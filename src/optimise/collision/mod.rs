//! Why there is no plan: a set of rules that collide, none of which could be spared, and what they do in words.

mod demand;
mod site;

use std::time::Duration;

use super::answer::Collision;
use super::budget::Budget;
use super::fault::Fault;
use super::field::Field;
use super::known::Known;
use super::model::Scope;
use super::search::Search;
use super::selection_tier::{self, Chosen, Wanted};
use crate::calendar::Calendar;
use crate::domain::{Inspection, Rule, RuleSet, SiteRow};
use crate::instance::Instance;
use demand::Demand;

/// The time for each question of whether a plan exists without one of the rules.
const LONGEST_EACH: Duration = Duration::from_secs(10);
/// At most so many sites are explained one by one.
const MOST_NAMED: usize = 5;

/// Finds rules that collide in an inspection that is known to have no plan.
pub(super) fn explain(instance: &Instance, budget: &Budget) -> Result<Collision, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let field = |rules: RuleSet| Field::new(instance, rules);
    let mut rules = Rule::of_plans();
    let mut narrowed = true;
    // People first, demands last: what remains then names the demand that cannot be met.
    let in_turn: Vec<Rule> = rules.iter().collect();
    for rule in in_turn.iter().rev() {
        match is_impossible(&field(rules - *rule), budget)? {
            Some(true) => rules -= *rule,
            Some(false) => {}
            // Whether this rule has any part in it was not shown.
            None => narrowed = false,
        }
    }
    let mut field = field(rules);
    let demands = needed_demands(&mut field, budget)?;
    let mut reasons: Vec<String> = demands
        .iter()
        .map(|demand| demand.in_words(&field))
        .collect();
    reasons.extend(sites_without_a_visit(&field, calendar, &demands));
    reasons.extend(limits(inspection, rules));
    Ok(Collision {
        rules,
        narrowed,
        reasons,
    })
}

/// Whether it is proved that there is no plan, or that there is one; `None` if neither was shown in time.
fn is_impossible(field: &Field, budget: &Budget) -> Result<Option<bool>, Fault> {
    let mut search = Search::silent(budget.at_most(LONGEST_EACH));
    let base = Scope::everything(field);
    let mut known = Known::default();
    let chosen = selection_tier::best(field, &base, Wanted::Any, &mut known, &mut search)?;
    Ok(match chosen {
        Chosen::Nothing => Some(true),
        Chosen::Best(_) => Some(false),
        Chosen::Unknown(_) => None,
    })
}

/// A smallest set of demands that cannot all be met.
fn needed_demands(field: &mut Field, budget: &Budget) -> Result<Vec<Demand>, Fault> {
    let mut needed = Vec::new();
    for demand in Demand::all(field) {
        let usual = demand.spare(field);
        if is_impossible(field, budget)? != Some(true) {
            usual.put_back(field);
            needed.push(demand);
        }
    }
    Ok(needed)
}

/// One sentence for each site in demand that could not be visited even if it were the only one.
fn sites_without_a_visit(field: &Field, calendar: &Calendar, demands: &[Demand]) -> Vec<String> {
    let unvisitable: Vec<SiteRow> = field
        .sites()
        .filter(|site| field.choices[*site].is_empty() || site::over_burdened(field, *site))
        .filter(|site| demands.iter().any(|demand| demand.asks_for(field, *site)))
        .collect();
    let mut reasons: Vec<String> = unvisitable
        .iter()
        .take(MOST_NAMED)
        .map(|site| site::why_no_visit(field, calendar, *site))
        .collect();
    if unvisitable.len() > MOST_NAMED {
        reasons.push(format!(
            "Sites besides these that could not be visited: {}.",
            unvisitable.len() - MOST_NAMED
        ));
    }
    reasons
}

/// The limits that bind the visits together, as they stand.
fn limits(inspection: &Inspection, rules: RuleSet) -> Vec<String> {
    let (timing, staffing) = (&inspection.timing, &inspection.staffing);
    let limits = [
        (
            Rule::WeekLimit,
            timing.max_visits_per_week,
            "The most visits with an onsite day in one week",
        ),
        (
            Rule::Limit,
            staffing.max_days,
            "The most onsite days for one inspector",
        ),
        (
            Rule::Rest,
            staffing.max_weeks_in_row,
            "The most weeks in a row onsite for one inspector",
        ),
    ];
    let binding = limits
        .into_iter()
        .filter(|(rule, _, _)| rules.contains(*rule));
    binding
        .filter_map(|(rule, limit, what)| Some(format!("{what}: {} ({}).", limit?, rule.number())))
        .collect()
}

/// Rule numbers, such as "T4, P5".
fn numbers(rules: RuleSet) -> String {
    let numbers: Vec<&str> = rules.iter().map(Rule::number).collect();
    numbers.join(", ")
}
