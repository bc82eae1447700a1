//! The columns over which a selection should represent all sites of its kind.

use std::borrow::Cow;

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
    let sites = context.sites.into_iter().flatten();
    let cells: Vec<Cow<str>> = sites
        .filter(|site| site.kind == *kind)
        .filter_map(|site| site.cell(column))
        .collect();
    let words = || cells.iter().filter(|text| !is_decimal(text));
    let (code, fact, remedy) = if let Some(word) = words().next() {
        if 2 * words().count() >= cells.len() {
            return;
        }
        let fact = format!(
            "The profile column {} is compared as words, because {} is not a plain number.",
            quote(column),
            quote(word)
        );
        let remedy = "Write every value as digits, such as 1250 or 3.5, or leave it blank.";
        (&codes::MIXED_PROFILE, fact, remedy)
    } else {
        let Some(number) = cells.iter().find(|text| is_too_large(text)) else {
            return;
        };
        let fact = format!(
            "The profile column {} has the number {}, which is too large.",
            quote(column),
            quote(number)
        );
        let remedy = "Use a larger unit, such as thousands.";
        (&codes::OUT_OF_RANGE, fact, remedy)
    };
    context.problems.add(code, node.place.clone(), fact, remedy);
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && digits.parse::<f64>().is_ok()
}

fn is_too_large(text: &str) -> bool {
    let number = text.parse::<f64>();
    number.is_ok_and(|number| number.abs() > LARGEST)
}
