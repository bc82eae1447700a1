//! The checker: every rule and every tier of a plan, recomputed from the tables alone.
//!
//! It was written from `docs/design.md` and `docs/timetables.md`, not from the planner, and shares no arithmetic with it: where the two
//! disagree, one of them is wrong. A plan may have been edited by hand; nonsense in it gives findings, never a panic.

mod audit;
mod dates;
mod finding;
mod links;
mod percentiles;
mod record;
mod score;
mod selection;
mod site_columns;
mod teams;
mod timetable;
mod timing;
mod words;
mod workload;

use crate::domain::{Inspection, Plan, Rule};

use audit::Audit;
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
    /// The values of the three tiers (`docs/design.md`, section 4), recomputed: selection in units of one site,
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
/// # use assize::instance::Instance;
/// # use assize::optimise::{Answer, Budget, plan};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// # let instance = Instance::new(loaded.expect("sound tables").inspection);
/// # let inspection = &instance.inspection;
/// # let answer = plan(&instance, &Budget::unlimited(), &mut |_| {})?;
/// # let Answer::Plan(planned) = answer else {
/// #     panic!("the small example has a plan");
/// # };
/// let mut plan = planned.plan;
/// assert!(check(inspection, &plan).is_clean());
///
/// // At least one force must be visited.
/// plan.visits.clear();
/// let report = check(inspection, &plan);
/// assert_eq!(report.findings[0].rule, Some(Rule::Count));
/// # Ok::<(), assize::optimise::Fault>(())
/// ```
pub fn check(inspection: &Inspection, plan: &Plan) -> Report {
    let audit = Audit::new(inspection, plan);
    let mut findings = Vec::new();
    for &rule in Rule::ALL {
        findings.extend(breaks(rule, &audit).into_iter().map(|f| f.of(rule)));
    }
    findings.extend(record::findings(&audit));
    let tiers = score::tiers(&audit);
    Report {
        findings,
        notes: record::notes(&audit, tiers),
        gaps: timetable::gaps(&audit),
        tiers,
    }
}

/// Where the plan breaks a rule: this reads as the table of rules.
fn breaks(rule: Rule, audit: &Audit) -> Vec<Finding> {
    match rule {
        Rule::Count => selection::count(audit),
        Rule::Included => selection::included(audit),
        Rule::Quota => selection::quota(audit),
        Rule::Burden => selection::burden(audit),
        Rule::Link => links::link(audit),
        Rule::Window => timing::window(audit),
        Rule::Notice => timing::notice(audit),
        Rule::WorkingDays => timing::working_days(audit),
        Rule::Avoid => timing::avoid(audit),
        Rule::Gap => timing::gap(audit),
        Rule::WeekLimit => timing::week_limit(audit),
        Rule::Together => links::together(audit),
        Rule::FixedDates => timing::fixed_dates(audit),
        Rule::Joint => teams::joint(audit),
        Rule::Experience => teams::experience(audit),
        Rule::OnePlace => workload::one_place(audit),
        Rule::Available => workload::available(audit),
        Rule::Cleared => teams::cleared(audit),
        Rule::NoConflict => teams::no_conflict(audit),
        Rule::Apart => teams::apart(audit),
        Rule::Skills => teams::skills(audit),
        Rule::Limit => workload::limit(audit),
        Rule::Rest => workload::rest(audit),
        Rule::VisitLead => teams::visit_lead(audit),
        Rule::SameTeam => links::same_team(audit),
        Rule::Named => teams::named(audit),
        Rule::Placed => timetable::placed(audit),
        Rule::Hours => timetable::hours(audit),
        Rule::PairInOnePlace => timetable::pair_in_one_place(audit),
        Rule::SeenInOnePlace => timetable::seen_in_one_place(audit),
        Rule::TakenJointly => timetable::taken_jointly(audit),
        Rule::InOrder => timetable::in_order(audit),
        Rule::OnSetDay => timetable::on_set_day(audit),
        Rule::AtSetTimes => timetable::at_set_times(audit),
        Rule::OpenedAndClosed => timetable::opened_and_closed(audit),
        Rule::SessionSkills => timetable::skills(audit),
        Rule::SessionSecurity => timetable::security(audit),
        Rule::Preparation => timetable::preparation(audit),
    }
}
