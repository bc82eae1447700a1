//! Which tables the plan says that it was made from, and how its file must be handled.

use crate::check::audit::Audit;
use crate::check::words;
use crate::domain::PlanRecord;

use super::authority::is_authorised;
use super::{Misstatement, Part};

/// That the plan was made from other files than these, if so. It is no mistake of the plan: the tables change, and whether it still
/// holds is what it is checked for; and rows in another order are other files too.
pub(in crate::check) fn other_tables(audit: &Audit) -> Option<&'static str> {
    let is_other = audit.plan.inputs_digest != audit.inspection.inputs_digest;
    is_other.then_some("The tables or the scenario are not those that the plan was made with.")
}

/// What the plan says of the inspection, against these tables.
pub(in crate::check) fn origin(audit: &Audit) -> Vec<Misstatement> {
    let (plan, inspection) = (audit.plan, audit.inspection);
    let mut wrong = Vec::new();
    if plan.inspection != inspection.header.title {
        wrong.push(Part::Origin.says(format!(
            "The plan is for “{}”; the tables are for “{}”.",
            plan.inspection, inspection.header.title
        )));
    }
    wrong
}

/// What stands at the head of the file: scenario, draft or not, and marking. What is left out says nothing.
pub(in crate::check) fn head(audit: &Audit, record: &PlanRecord) -> Vec<Misstatement> {
    let inspection = audit.inspection;
    let is_the_same_input = audit.plan.inputs_digest == inspection.inputs_digest;
    let mut wrong = Vec::new();
    if let Some(stated) = &record.scenario
        && *stated != inspection.scenario
    {
        let part = match is_the_same_input {
            true => Part::Origin,
            false => Part::Scenario,
        };
        wrong.push(part.says(format!(
            "The plan says that it was made with {}; it is checked with {}. Name the right one with --scenario.",
            scenario(stated.as_deref()),
            scenario(inspection.scenario.as_deref())
        )));
    }
    let (authorised, draft) = ("Authorised", "DRAFT");
    let marking = inspection.header.marking.trim();
    let status = match is_authorised(inspection, audit.plan) {
        true => authorised,
        false => draft,
    };
    // A plan is made before it is authorised.
    let since = record.status.as_deref() == Some(draft) && !is_the_same_input;
    // Earlier versions had both in one.
    let joined = (record.marking.is_none()).then(|| format!("{status} {marking}"));
    let due = [
        ("status", &record.status, status),
        ("marking", &record.marking, marking),
    ];
    for (key, stated, due) in due {
        if let Some(stated) = stated
            && stated != due
            && Some(stated) != joined.as_ref()
            && !(key == "status" && due == authorised && since)
        {
            wrong.push(Part::Label.says(format!(
                "The plan gives its {key} as {}; by the tables it is {}.",
                words::quoted(&words::shown(stated)),
                words::quoted(due)
            )));
        }
    }
    wrong
}

fn scenario(name: Option<&str>) -> String {
    match name {
        Some(name) => format!("the scenario {}", words::quoted(&words::shown(name))),
        None => "no scenario".to_owned(),
    }
}
