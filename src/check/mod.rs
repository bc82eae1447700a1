//! The checker: every rule and every tier of a plan, recomputed from the tables alone.
//!
//! It was written from `docs/design.md` and `docs/timetables.md`, not from the planner, and shares no arithmetic with it: where the two
//! disagree, one of them is wrong. A plan may have been edited by hand; nonsense in it gives findings, never a panic.

mod audit;
mod between_visits;
mod dates;
mod finding;
mod links;
mod percentiles;
mod pilot;
mod places;
mod ranks;
mod record;
mod score;
mod selection;
mod site_columns;
mod teams;
mod ties;
mod timetable;
mod timing;
mod words;
mod workload;

use crate::domain::{Inspection, Plan, PlanRecord, Planned, Rule};

use audit::Audit;
pub use finding::Finding;
pub use record::{Misstatement, Part};

/// What checking a plan found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Everything that is wrong: first the rules in the order of their table, then the plan's own record.
    pub findings: Vec<Finding>,
    /// What the plan says of itself and a recomputation contradicts: such as tier values.
    pub misstated: Vec<Misstatement>,
    /// What the timetables leave open though it breaks no rule, one sentence each: visits for which none has been drawn
    /// up, or remote sessions that do not fit their preparation days. A sound plan may have these.
    pub gaps: Vec<String>,
    /// Said where the plan was made from other tables than these. That is no mistake: tables change.
    pub other_tables: Option<&'static str>,
    /// The values of the three tiers (`docs/design.md`, section 4), recomputed: selection in units of one site,
    /// calendar and staffing in units of their weights. What cannot be counted, such as an unknown site, is left out.
    pub tiers: [f64; 3],
    /// What the plan claims and nobody checked, one sentence each: it rests on the plan's own word.
    pub on_trust: Vec<&'static str>,
}

impl Report {
    /// Whether nothing is wrong: no rule is broken, and nothing that the plan says is contradicted. Gaps do not count.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty() && self.misstated.is_empty()
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
    let mut misstated = record::origin(&audit);
    misstated.extend(record::code(&audit));
    misstated.extend(record::tiers(&audit, tiers));
    Report {
        findings,
        misstated,
        gaps: timetable::gaps(&audit),
        other_tables: record::other_tables(&audit),
        tiers,
        on_trust: record::claims_of_proof(plan).collect(),
    }
}

/// The same for a plan with all that its file says beside it, `plan.json` for `plan.json`.
///
/// Not the milestones: the tables of milestones are a network, and a second reading of it would be a second planner.
pub fn check_file(inspection: &Inspection, planned: &Planned, record: &PlanRecord) -> Report {
    let mut report = check(inspection, &planned.plan);
    let audit = Audit::new(inspection, &planned.plan);
    let head = record::head(&audit, record);
    let is_of_another = head.iter().any(|one| one.part == Part::Scenario);
    // First, for the rest may follow from it; and what other choices would score by other settings is left out.
    report.misstated.splice(0..0, head);
    if !is_of_another {
        report.misstated.extend(record::beside(&audit, planned));
    }
    report.on_trust.extend(record::figures_of_others(planned));
    report
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
        Rule::Pilot => pilot::pilot(audit),
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
        Rule::WriteUp => between_visits::write_up(audit),
        Rule::Journey => between_visits::journey(audit),
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
