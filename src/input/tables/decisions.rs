//! What people have settled and said: `fixed.csv`, `consultation.csv`, `authority.csv`.

use std::collections::{HashMap, HashSet};

use super::records;
use crate::domain::{AuthorityGiven, Consultation, Fixed, Inspection, Outcome, Period, SiteId};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::record::Record;
use crate::input::references::References;

const OUTCOMES: [(&str, Outcome); 3] = [
    ("none", Outcome::None),
    ("dates", Outcome::Dates),
    ("excluded", Outcome::Excluded),
];

/// Reads what is fixed.
pub(in crate::input) fn fixed(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Fixed> {
    let fixed = |record: Record| {
        let site = known.site(record, "site");
        let not_before = record.date("not_before");
        let not_after = record.date("not_after");
        let inspector = match record.has("inspector") {
            true => Some(known.inspector(record, "inspector")?),
            false => None,
        };
        if let (Some(first), Some(last)) = (not_before, not_after) {
            record.in_order(
                first,
                last,
                "not_after",
                "day before which no visit may be",
                "day after which none may be",
            )?;
        }
        if !["not_before", "not_after", "inspector"]
            .iter()
            .any(|column| record.has(column))
        {
            let place = record.table.origin.line(record.row.line);
            problems.add(
                &codes::NO_EFFECT,
                place,
                "This row settles nothing.",
                "Fill in not_before, not_after or inspector, or delete the row.",
            );
        }
        Some(Fixed {
            site: site?,
            not_before,
            not_after,
            inspector,
        })
    };
    records(table, problems).filter_map(fixed).collect()
}

/// Reads what was said in consultation.
pub(in crate::input) fn consultation(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Consultation> {
    let consultation = |record: Record| {
        let site = known.site(record, "site");
        let inspectorate = known.inspectorate(record, "inspectorate");
        let raised_on = record.required_date("raised_on");
        let issue = record.required("issue");
        let outcome = record.required_choice("outcome", &OUTCOMES);
        Some(Consultation {
            site: site?,
            inspectorate: inspectorate?,
            raised_on: raised_on?,
            issue: issue?.to_owned(),
            outcome: outcome?,
            reason: record.owned("reason"),
        })
    };
    records(table, problems).filter_map(consultation).collect()
}

/// Reads the authorities given so far.
pub(in crate::input) fn authority_given(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<AuthorityGiven> {
    let mut seen = HashMap::new();
    let authority = |record: Record| {
        let inspectorate = known.inspectorate(record, "inspectorate");
        let given_by = record.required("given_by");
        let given_on = record.required_date("given_on");
        let inspectorate = inspectorate?;
        if let Some(line) = seen.insert(inspectorate.clone(), record.row.line) {
            let first = record.table.origin.line(line);
            let fact = format!(
                "The authority of {} is already recorded at {first}.",
                quote(inspectorate.as_str())
            );
            problems.add(
                &codes::DUPLICATE,
                record.place("inspectorate"),
                fact,
                "Delete one of the two rows.",
            );
        }
        Some(AuthorityGiven {
            inspectorate,
            given_by: given_by?.to_owned(),
            given_on: given_on?,
        })
    };
    records(table, problems).filter_map(authority).collect()
}

/// Notes outcomes of the consultation that the rest of the input does not reflect.
pub(in crate::input) fn check_outcomes(
    table: &RawTable,
    inspection: &Inspection,
    problems: &Problems,
) {
    let excluded: HashSet<&str> = inspection
        .kinds
        .iter()
        .flat_map(|kind| kind.exclude.iter().map(SiteId::as_str))
        .collect();
    let mut dated: HashSet<&str> = inspection
        .fixed
        .iter()
        .filter(|row| row.not_before.is_some() || row.not_after.is_some())
        .map(|row| row.site.as_str())
        .collect();
    for site in &inspection.sites {
        let applies = |period: &Period| match (period.applies_to.as_str(), period.value.as_deref())
        {
            ("site", value) => value == Some(site.id.as_str()),
            (column, Some(value)) => site.cell(column) == Some(value),
            _ => false,
        };
        if inspection.periods.iter().any(applies) {
            dated.insert(site.id.as_str());
        }
    }
    // Faults of the cells themselves have been noted.
    let quiet = Problems::default();
    for record in records(table, &quiet) {
        let (Some(site), Some(outcome)) =
            (record.text("site"), record.choice("outcome", &OUTCOMES))
        else {
            continue;
        };
        let (fact, remedy) = match outcome {
            Outcome::Excluded if !excluded.contains(site) => (
                format!(
                    "The outcome for the site {} is that it is excluded, but no kind excludes it.",
                    quote(site)
                ),
                format!(
                    "Add it to exclude of its kind in {}, or correct the outcome.",
                    problems.settings_called()
                ),
            ),
            Outcome::Dates if !dated.contains(site) => (
                format!(
                    "The outcome for the site {} is that its dates take this into account, but nothing limits its dates.",
                    quote(site)
                ),
                format!(
                    "Add a row to {} or {}, or correct the outcome.",
                    problems.called("fixed"),
                    problems.called("periods_to_avoid")
                ),
            ),
            _ => continue,
        };
        problems.add(
            &codes::OUTCOME_NOT_REFLECTED,
            record.place("outcome"),
            fact,
            remedy,
        );
    }
}
