//! The checker: every rule and every tier of a plan, recomputed from the tables alone.
//!
//! It was written from the design, not from the planner, and shares no arithmetic with it: where the two
//! disagree, one of them is wrong. A plan may have been edited by hand; nonsense in it gives findings, never a panic.

mod dates;
mod facts;
mod finding;
mod links;
mod load;
mod record;
mod score;
mod selection;
mod teams;
mod timetable;
mod timing;
mod words;

use crate::domain::{Inspection, Plan, Rule};

use facts::Facts;
pub use finding::Finding;

/// What checking a plan found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Everything that is wrong: first the rules in the order of their table, then the plan's own record.
    pub findings: Vec<Finding>,
    /// What a reader should know though it breaks no rule, one sentence each: stated tier values that do not
    /// agree with the recomputed ones, or tables that have changed since the plan was made.
    pub notes: Vec<String>,
    /// What the timetables leave open though it breaks no rule, one sentence each: visits for which none has been drawn
    /// up, or remote sessions that do not fit their preparation days. A sound plan may have these.
    pub gaps: Vec<String>,
    /// The values of the three tiers (section 4 of the design), recomputed: selection in units of one site,
    /// calendar and staffing in units of their weights. What cannot be counted, such as an unknown site, is left out.
    pub tiers: [f64; 3],
}

impl Report {
    /// Whether nothing is wrong. Notes and gaps do not count.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Recomputes every rule and every tier of a plan from the tables alone.
///
/// Relies on a sound `inspection`, as it comes through [`crate::input`]; of the plan it takes nothing for granted.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use assize::check::check;
/// use assize::domain::Rule;
/// # use assize::optimise::{Answer, plan};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// # let inspection = loaded.expect("sound tables").inspection;
/// # let Answer::Plan(planned) = plan(&inspection, None, &mut |_| {}) else {
/// #     panic!("the small example has a plan");
/// # };
/// let mut plan = planned.plan;
/// assert!(check(&inspection, &plan).is_clean());
///
/// // At least one force must be visited.
/// plan.visits.clear();
/// let report = check(&inspection, &plan);
/// assert_eq!(report.findings[0].rule, Some(Rule::Count));
/// ```
pub fn check(inspection: &Inspection, plan: &Plan) -> Report {
    let facts = Facts::new(inspection, plan);
    let mut findings = Vec::new();
    for &rule in Rule::ALL {
        findings.extend(breaks(rule, &facts).into_iter().map(|f| f.of(rule)));
    }
    findings.extend(record::findings(&facts));
    let tiers = score::tiers(&facts);
    Report {
        findings,
        notes: record::notes(&facts, tiers),
        gaps: timetable::gaps(&facts),
        tiers,
    }
}

/// Where the plan breaks a rule: this reads as the table of rules.
fn breaks(rule: Rule, facts: &Facts) -> Vec<Finding> {
    match rule {
        Rule::Count => selection::count(facts),
        Rule::Included => selection::included(facts),
        Rule::Quota => selection::quota(facts),
        Rule::Burden => selection::burden(facts),
        Rule::Link => links::link(facts),
        Rule::Window => timing::window(facts),
        Rule::Notice => timing::notice(facts),
        Rule::WorkingDays => timing::working_days(facts),
        Rule::Avoid => timing::avoid(facts),
        Rule::Gap => timing::gap(facts),
        Rule::WeekLimit => timing::week_limit(facts),
        Rule::Together => links::together(facts),
        Rule::FixedDates => timing::fixed_dates(facts),
        Rule::Joint => teams::joint(facts),
        Rule::Experience => teams::experience(facts),
        Rule::OnePlace => load::one_place(facts),
        Rule::Available => load::available(facts),
        Rule::Cleared => teams::cleared(facts),
        Rule::NoConflict => teams::no_conflict(facts),
        Rule::Apart => teams::apart(facts),
        Rule::Skills => teams::skills(facts),
        Rule::Limit => load::limit(facts),
        Rule::Rest => load::rest(facts),
        Rule::VisitLead => teams::visit_lead(facts),
        Rule::SameTeam => links::same_team(facts),
        Rule::Named => teams::named(facts),
        Rule::Placed => timetable::placed(facts),
        Rule::Hours => timetable::hours(facts),
        Rule::PairInOnePlace => timetable::pair_in_one_place(facts),
        Rule::SeenInOnePlace => timetable::seen_in_one_place(facts),
        Rule::TakenJointly => timetable::taken_jointly(facts),
        Rule::InOrder => timetable::in_order(facts),
        Rule::OnSetDay => timetable::on_set_day(facts),
        Rule::AtSetTimes => timetable::at_set_times(facts),
        Rule::OpenedAndClosed => timetable::opened_and_closed(facts),
        Rule::SessionSkills => timetable::skills(facts),
        Rule::SessionSecurity => timetable::security(facts),
        Rule::Preparation => timetable::preparation(facts),
    }
}
