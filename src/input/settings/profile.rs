//! The columns over which a selection should represent all sites of its kind.

use super::Context;
use super::section::Section;
use super::tree::Node;
use crate::domain::KindId;
use crate::input::problems::codes;
use crate::input::problems::words::{did_you_mean, quote};
use crate::schema::forms::LARGEST;
use crate::schema::settings::kinds::PROFILE;
use crate::schema::tables::{self, derived};

/// The columns that the score works out, for profiles.
const DERIVED: [&str; 3] = [
    derived::PERFORMANCE,
    derived::PERFORMANCE_BAND,
    derived::INNOVATIVE,
];

/// The profile of a kind.
pub(super) fn profile(section: &Section, kind: &KindId, context: Context) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for (column, node) in section.texts(&PROFILE) {
        if columns.iter().any(|one| one == column) {
            let fact = format!("The column {} is in the profile twice.", quote(column));
            context.problems.add(
                &codes::DUPLICATE,
                node.place.clone(),
                fact,
                "Delete one of the two.",
            );
            continue;
        }
        if is_column(column, node, &DERIVED, context) {
            check_numbers(column, kind, node, context);
            columns.push(column.to_owned());
        }
    }
    columns
}

/// Whether `sites.csv`, or the score, has this column; notes it if not.
pub(super) fn is_column(column: &str, node: &Node, derived: &[&str], context: Context) -> bool {
    let known = &context.references.site_columns;
    if context.references.sites.is_none() || known.contains(column) || derived.contains(&column) {
        return true;
    }
    context
        .problems
        .add_with(&codes::NO_SUCH_THING, node.place.clone(), || {
            let all = known
                .iter()
                .map(String::as_str)
                .chain(derived.iter().copied());
            let remedy = did_you_mean(column, all, || {
                let sites = context.problems.called(&tables::sites::TABLE);
                format!("Correct it, or add the column to {sites}.")
            });
            (
                format!("The table of sites has no column {}.", quote(column)),
                remedy,
            )
        });
    false
}

/// A column of numbers with a word in it is compared as words, which is rarely meant.
fn check_numbers(column: &str, kind: &KindId, node: &Node, context: Context) {
    let of_kind = || {
        context
            .sites
            .into_iter()
            .flatten()
            .filter(|site| site.kind == *kind)
    };
    let cells = || of_kind().filter_map(|site| site.cell(column));
    let is_decimal = |text: &&str| {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && digits.parse::<f64>().is_ok()
    };
    let numbers = cells().filter(is_decimal).count();
    let all = cells().count();
    let problems = context.problems;
    match cells().find(|cell| !is_decimal(cell)) {
        Some(word) if 2 * numbers > all => {
            let fact = format!(
                "The profile column {} is compared as words, because {} is not a plain number.",
                quote(column),
                quote(word)
            );
            problems.add(
                &codes::MIXED_PROFILE,
                node.place.clone(),
                fact,
                "Write every value as digits, such as 1250 or 3.5, or leave it blank.",
            );
        }
        Some(_) => {}
        None => {
            let too_large = |text: &&str| {
                text.parse::<f64>()
                    .is_ok_and(|number| number.abs() > LARGEST)
            };
            if let Some(cell) = cells().find(too_large) {
                let fact = format!(
                    "The profile column {} has the number {}, which is too large.",
                    quote(column),
                    quote(cell)
                );
                problems.add(
                    &codes::OUT_OF_RANGE,
                    node.place.clone(),
                    fact,
                    "Use a larger unit, such as thousands.",
                );
            }
        }
    }
}
