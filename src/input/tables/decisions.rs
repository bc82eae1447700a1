//! What people have settled and said: `fixed.csv`, `consultation.csv`, `authority.csv`, `boards.csv`.

use std::collections::HashMap;

use crate::domain::{AuthorityGiven, Board, Consultation, Fixed, InspectorateId};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::references::References;
use crate::input::table_row::{Record, records};
use crate::schema::AnyField;
use crate::schema::tables::{authority, boards, consultation, fixed};

/// Reads what is fixed.
pub(in crate::input) fn fixed(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Fixed> {
    let fixed = |record: Record| {
        let site = references.id(record, &fixed::SITE);
        let not_before = record.read(&fixed::NOT_BEFORE);
        let not_after = record.read(&fixed::NOT_AFTER);
        let inspector = match record.has(&fixed::INSPECTOR) {
            true => Some(references.id(record, &fixed::INSPECTOR)?),
            false => None,
        };
        if let (Some(first), Some(last)) = (not_before, not_after) {
            let names = [
                "day before which no visit may be",
                "day after which none may be",
            ];
            record.in_order(first, last, &fixed::NOT_AFTER, names)?;
        }
        let settling: [&dyn AnyField; 3] =
            [&fixed::NOT_BEFORE, &fixed::NOT_AFTER, &fixed::INSPECTOR];
        if !settling.iter().any(|column| record.has(*column)) {
            problems.add(
                &codes::NO_EFFECT,
                record.line(),
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
    references: &References,
    problems: &Problems,
) -> Vec<Consultation> {
    let consultation = |record: Record| {
        let site = references.id(record, &consultation::SITE);
        let inspectorate = references.id(record, &consultation::INSPECTORATE);
        let raised_on = record.read(&consultation::RAISED_ON);
        let issue = record.read(&consultation::ISSUE);
        let outcome = record.read(&consultation::OUTCOME);
        Some(Consultation {
            site: site?,
            inspectorate: inspectorate?,
            raised_on: raised_on?,
            issue: issue?,
            outcome: outcome?,
            reason: record.read(&consultation::REASON),
        })
    };
    records(table, problems).filter_map(consultation).collect()
}

/// Reads when boards and chiefs decide.
pub(in crate::input) fn boards(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Board> {
    let board = |record: Record| {
        let inspectorate = references.id(record, &boards::INSPECTORATE);
        let date = record.read(&boards::DATE);
        Some(Board {
            inspectorate: inspectorate?,
            date: date?,
            what: record.read(&boards::WHAT),
        })
    };
    records(table, problems).filter_map(board).collect()
}

/// Reads the authorities given so far.
pub(in crate::input) fn authority_given(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<AuthorityGiven> {
    let mut seen = HashMap::new();
    let authority = |record: Record| {
        let inspectorate = references.id(record, &authority::INSPECTORATE);
        let given_by = record.read(&authority::GIVEN_BY);
        let given_on = record.read(&authority::GIVEN_ON);
        let code = record.read(&authority::CODE);
        let inspectorate: InspectorateId = inspectorate?;
        let key = (inspectorate.clone(), code.clone());
        // Which plan a code that cannot be read stands for is not known.
        let is_of_some_plan = code.is_some() || !record.has(&authority::CODE);
        if is_of_some_plan && let Some(line) = seen.insert(key, record.row.line) {
            let first = record.table.origin.line(line);
            let plan = code.iter().map(|code| format!(" for the plan {code}"));
            let fact = format!(
                "The authority of {}{} is already recorded at {first}.",
                quote(inspectorate.as_str()),
                plan.collect::<String>()
            );
            let place = record.place(&authority::INSPECTORATE);
            problems.add(
                &codes::DUPLICATE,
                place,
                fact,
                "Delete one of the two rows.",
            );
        }
        Some(AuthorityGiven {
            inspectorate,
            given_by: given_by?,
            given_on: given_on?,
            code,
        })
    };
    records(table, problems).filter_map(authority).collect()
}
