//! What was said in consultation, and whether the plan takes it into account.

use std::collections::HashMap;

use super::particulars::Particulars;
use crate::domain::{Consultation, Inspection, Outcome, SiteId};
use crate::words::date;

/// What was said about each site in consultation, in words.
pub(crate) fn consultations(inspection: &Inspection) -> HashMap<&SiteId, String> {
    let mut said: HashMap<&SiteId, String> = HashMap::new();
    for row in &inspection.consultation {
        let text = said.entry(&row.site).or_default();
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&consultation_words(row));
    }
    said
}

fn consultation_words(row: &Consultation) -> String {
    let outcome = match row.outcome {
        Outcome::None => "no change",
        Outcome::Dates => "dates",
        Outcome::Excluded => "excluded",
    };
    let reason = row.reason.as_deref().map(|why| format!(", {why}"));
    format!(
        "{}, {}: {} (outcome: {outcome}{})",
        row.inspectorate,
        date(row.raised_on),
        row.issue,
        reason.unwrap_or_default()
    )
}

/// A warning for each selected site where the outcome of consultation is not reflected.
pub(crate) fn not_reflected(facts: &Particulars<'_>) -> Vec<String> {
    let inspection = facts.inspection;
    let mut warnings = Vec::new();
    for row in &inspection.consultation {
        if facts.visit(&row.site).is_none() {
            continue;
        }
        let dated = inspection.fixed.iter().any(|fixed| {
            fixed.site == row.site && (fixed.not_before.is_some() || fixed.not_after.is_some())
        }) || inspection.periods.iter().any(|period| {
            period.applies_to == "site" && period.value.as_deref() == Some(row.site.as_str())
        });
        let fact = match row.outcome {
            Outcome::Excluded => "the outcome is to exclude it, but it is selected",
            Outcome::Dates if !dated => {
                "the outcome is other dates, but neither fixed.csv nor periods_to_avoid.csv names the site"
            }
            Outcome::Dates | Outcome::None => continue,
        };
        warnings.push(format!("{}: {fact}.", facts.site_name(&row.site)));
    }
    warnings
}
