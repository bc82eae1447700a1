//! `visits.csv`: when each site is visited, by whom, and why then and why they.

use super::OutputError;
use super::status::status;
use super::table::Table;
use crate::domain::Visit;
use crate::insight::particulars::Particulars;
use crate::insight::why_people::why_these_people;
use crate::insight::why_week::why_this_week;

const COLUMNS: [&str; 17] = [
    "visit",
    "site_id",
    "site",
    "kind",
    "first_day",
    "last_day",
    "onsite_days",
    "preparation_first_day",
    "preparation_days",
    "visit_lead",
    "pairs",
    "letter_window_opens",
    "letter_by",
    "slack_working_days",
    "notice_days",
    "why_this_week",
    "why_these_people",
];

/// The table: one row per visit, in the order of the plan.
pub(super) fn visits_csv(facts: &Particulars<'_>) -> Result<Vec<u8>, OutputError> {
    let mut table = Table::new(&COLUMNS, status(facts.inspection))?;
    for (place, visit) in facts.visits().iter().enumerate() {
        table.row(&row(facts, place + 1, visit))?;
    }
    table.finish()
}

fn row(facts: &Particulars<'_>, number: usize, visit: &Visit) -> Vec<String> {
    let start = facts.start(visit);
    let preparation = start.as_ref().map(|start| start.preparation.as_slice());
    let preparation = preparation.unwrap_or_default();
    let onsite = start.as_ref().map(|start| start.onsite.len().to_string());
    let slack = facts.calendar.slack(visit.letter_by);
    let notice = visit.first_day.signed_duration_since(visit.letter_by);
    vec![
        number.to_string(),
        visit.site.to_string(),
        facts.site_name(&visit.site).to_owned(),
        visit.kind.to_string(),
        visit.first_day.to_string(),
        visit.last_day.to_string(),
        onsite.unwrap_or_default(),
        preparation
            .first()
            .map(ToString::to_string)
            .unwrap_or_default(),
        preparation.len().to_string(),
        facts.inspector_name(&visit.visit_lead).to_owned(),
        facts.pair_names(visit),
        facts.planned.plan.authority_date.to_string(),
        visit.letter_by.to_string(),
        slack.to_string(),
        notice.num_days().to_string(),
        why_this_week(facts, visit),
        why_these_people(facts, visit),
    ]
}
