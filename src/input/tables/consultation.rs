//! What came of the consultation, against the rest of the input.

use std::collections::HashSet;

use crate::domain::{Inspection, Outcome, Period, SiteId};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::references::References;
use crate::input::table_row::records;
use crate::schema::tables::consultation::{OUTCOME, SITE};
use crate::schema::tables::{applies_to, fixed, periods_to_avoid};

/// Notes outcomes of the consultation that the rest of the input does not reflect.
pub(in crate::input) fn check_outcomes(
    table: &RawTable,
    inspection: &Inspection,
    references: &References,
    problems: &Problems,
) {
    let excluded: HashSet<&str> = inspection
        .kinds
        .iter()
        .flat_map(|kind| kind.exclude.iter().map(SiteId::as_str))
        .collect();
    let dated = dated(inspection);
    // Faults of the cells themselves have been noted.
    let quiet = Problems::default();
    for record in records(table, &quiet) {
        let (Some(written), Some(outcome)) = (record.text(&SITE), record.read(&OUTCOME)) else {
            continue;
        };
        let Some(site) = references.find_site(written) else {
            continue;
        };
        let shown = quote(written);
        let (fact, remedy) = match outcome {
            Outcome::Excluded if !excluded.contains(site) => (
                format!(
                    "The outcome for the site {shown} is that it is excluded, but no kind excludes it."
                ),
                format!(
                    "Add it to exclude of its kind in {}, or correct the outcome.",
                    problems.settings_called()
                ),
            ),
            Outcome::Dates if !dated.contains(site) => (
                format!(
                    "The outcome for the site {shown} is that its dates take this into account, but nothing limits its dates."
                ),
                format!(
                    "Add a row to {} or {}, or correct the outcome.",
                    problems.called(&fixed::TABLE),
                    problems.called(&periods_to_avoid::TABLE)
                ),
            ),
            _ => continue,
        };
        let place = record.place(&OUTCOME);
        problems.add(&codes::OUTCOME_NOT_REFLECTED, place, fact, remedy);
    }
}

/// The sites whose dates something limits.
fn dated(inspection: &Inspection) -> HashSet<&str> {
    let mut dated: HashSet<&str> = inspection
        .fixed
        .iter()
        .filter(|row| row.not_before.is_some() || row.not_after.is_some())
        .map(|row| row.site.as_str())
        .collect();
    for site in &inspection.sites {
        let applies = |period: &Period| match (period.applies_to.as_str(), period.value.as_deref())
        {
            (applies_to::SITE, value) => value == Some(site.id.as_str()),
            (column, Some(value)) => site.cell(column).as_deref() == Some(value),
            _ => false,
        };
        if inspection.periods.iter().any(applies) {
            dated.insert(site.id.as_str());
        }
    }
    dated
}
