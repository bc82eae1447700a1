//! Why there is no plan: an irreducible infeasible set of rules, and what it comes to for the sites in demand.
//!
//! The rules are dropped one by one, and stay dropped as long as there is still no plan: what remains cannot hold together, and
//! none of it can be spared. What those rules ask for is dropped piece by piece in the same way. All that is found is given
//! as facts; [`crate::insight::english`] says them.

mod alone;
mod demand;
mod obstacle;

use std::time::Duration;

use serde::Serialize;

use super::budget::Budget;
use super::fault::Fault;
use super::problem::PlanningProblem;
use super::restriction::Restriction;
use super::search::Search;
use super::tiers::{BestSelection, Proofs, Wanted, best_selection};
use crate::domain::{Inspection, Rule, RuleSet, SiteRow};
use crate::instance::Instance;

pub use alone::{Bar, BarredSite, NeverVisited, Part, Reach, reach};
pub use demand::UnmetDemand;
pub use obstacle::{Obstacle, SiteObstacle};

use demand::Demand;

/// The time for each question of whether a plan exists without one of the rules.
const LONGEST_EACH: Duration = Duration::from_secs(10);
/// At most so many sites are explained one by one.
const MOST_NAMED: usize = 5;

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Infeasibility {
    /// Rules that cannot hold together; without any one of them the rest could, as far as was shown in time.
    pub rules: RuleSet,
    /// Whether it was shown that none of them can be spared; otherwise the time was up first, and some may have
    /// nothing to do with it.
    pub irreducible: bool,
    /// What these rules ask for and cannot all have.
    pub demands: Vec<UnmetDemand>,
    /// The first few sites in demand that could not be visited even if each were the only one.
    pub sites: Vec<SiteObstacle>,
    /// How many such sites there are besides.
    pub more_sites: usize,
    /// The limits among these rules that bind the visits together.
    pub limits: Vec<SharedLimit>,
}

/// A limit of the settings that binds the visits together, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SharedLimit {
    /// The most visits with an onsite day in one week (T6).
    VisitsInOneWeek(u32),
    /// The most onsite days for one inspector (P9).
    OnsiteDays(u32),
    /// The most weeks in a row onsite for one inspector (P10).
    WeeksInARow(u32),
}

/// Finds rules that collide in an inspection that is known to have no plan.
pub(super) fn explain(instance: &Instance, budget: &Budget) -> Result<Infeasibility, Fault> {
    let problem = |rules: RuleSet| PlanningProblem::new(instance, rules);
    let mut rules = Rule::of_plans();
    let mut irreducible = true;
    // People first, demands last: what remains then names the demand that cannot be met.
    let in_turn: Vec<Rule> = rules.iter().collect();
    for rule in in_turn.iter().rev() {
        match is_impossible(&problem(rules - *rule), budget)? {
            Some(true) => rules -= *rule,
            Some(false) => {}
            // Whether this rule has any part in it was not shown.
            None => irreducible = false,
        }
    }
    let mut problem = problem(rules);
    let demands = needed_demands(&mut problem, budget)?;
    let unvisitable = unvisitable_sites(&problem, &demands);
    let named = unvisitable.iter().take(MOST_NAMED);
    Ok(Infeasibility {
        rules,
        irreducible,
        sites: named
            .map(|site| obstacle::of_site(&problem, &instance.calendar, *site))
            .collect(),
        more_sites: unvisitable.len().saturating_sub(MOST_NAMED),
        demands: demands.iter().map(|demand| demand.told(&problem)).collect(),
        limits: rules
            .iter()
            .filter_map(|rule| shared_limit(&instance.inspection, rule))
            .collect(),
    })
}

/// Whether it is proved that there is no plan, or that there is one; `None` if neither was shown in time.
fn is_impossible(problem: &PlanningProblem, budget: &Budget) -> Result<Option<bool>, Fault> {
    let mut search = Search::silent(budget.at_most(LONGEST_EACH));
    let base = Restriction::everything(problem);
    let mut proofs = Proofs::default();
    let found = best_selection(problem, &base, Wanted::Any, &mut proofs, &mut search)?;
    Ok(match found {
        BestSelection::Impossible => Some(true),
        BestSelection::Found(_) => Some(false),
        BestSelection::Unknown => None,
    })
}

/// Demands that cannot all be met, none of which can be spared.
fn needed_demands(problem: &mut PlanningProblem, budget: &Budget) -> Result<Vec<Demand>, Fault> {
    let mut needed = Vec::new();
    for demand in Demand::all(problem) {
        let usual = demand.spare(problem);
        if is_impossible(problem, budget)? != Some(true) {
            usual.put_back(problem);
            needed.push(demand);
        }
    }
    Ok(needed)
}

/// The sites in demand that could not be visited even if each were the only one.
fn unvisitable_sites(problem: &PlanningProblem, demands: &[Demand]) -> Vec<SiteRow> {
    problem
        .sites()
        .filter(|site| problem.choices[*site].is_empty() || obstacle::over_burdened(problem, *site))
        .filter(|site| demands.iter().any(|demand| demand.asks_for(problem, *site)))
        .collect()
}

/// The limit of a rule that binds the visits together, where it has one and one is set.
fn shared_limit(inspection: &Inspection, rule: Rule) -> Option<SharedLimit> {
    let (timing, staffing) = (&inspection.timing, &inspection.staffing);
    match rule {
        Rule::WeekLimit => timing.max_visits_per_week.map(SharedLimit::VisitsInOneWeek),
        Rule::Limit => staffing.max_days.map(SharedLimit::OnsiteDays),
        Rule::Rest => staffing.max_weeks_in_row.map(SharedLimit::WeeksInARow),
        // These bind visits together too, but by no number.
        Rule::Together | Rule::OnePlace | Rule::SameTeam => None,
        // The others are about the selection, which demands tell of, or about one visit.
        Rule::Count | Rule::Included | Rule::Quota | Rule::Burden | Rule::Link => None,
        Rule::Window | Rule::Notice | Rule::WorkingDays | Rule::Avoid | Rule::Gap => None,
        Rule::FixedDates | Rule::Joint | Rule::Experience | Rule::Available => None,
        Rule::Cleared | Rule::NoConflict | Rule::Apart | Rule::Skills => None,
        Rule::VisitLead | Rule::Named => None,
        Rule::Placed | Rule::Hours | Rule::PairInOnePlace | Rule::SeenInOnePlace => None,
        Rule::TakenJointly | Rule::InOrder | Rule::OnSetDay | Rule::AtSetTimes => None,
        Rule::OpenedAndClosed | Rule::SessionSkills | Rule::SessionSecurity => None,
        Rule::Preparation => None,
    }
}
