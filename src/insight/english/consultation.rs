//! What was said in consultation, and where the plan does not reflect it.

use crate::domain::{Consultation, Outcome};
use crate::insight::consultation::{Agreed, NotReflected};
use crate::words::date;

/// What was said about a site, as one line.
pub fn consultation(rows: &[Consultation]) -> String {
    let said: Vec<String> = rows.iter().map(said).collect();
    said.join("; ")
}

fn said(row: &Consultation) -> String {
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

/// A warning that an outcome is not reflected.
pub fn not_reflected(found: &NotReflected) -> String {
    let fact = match found.agreed {
        Agreed::Exclusion => "the outcome is to exclude it, but it is selected",
        Agreed::OtherDates => {
            "the outcome is other dates, but neither fixed.csv nor periods_to_avoid.csv names the site"
        }
    };
    format!("{}: {fact}.", found.site)
}
