//! `[[quotas]]`: how many selected sites of a kind may or must share a value.

use super::profile::is_column;
use super::{Context, kind_at};
use crate::domain::{KindId, Quota, QuotaScope};
use crate::input::document::{Node, Value};
use crate::input::keys::Section;
use crate::input::problems::codes;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::values::{as_choice, wrong_type};

/// The columns that the score works out, for quotas, and the words in them.
const BAND: &str = "performance_band";
const BANDS: [(&str, u8); 3] = [("low", 0), ("middle", 1), ("high", 2)];
const INNOVATIVE: &str = "innovative";
const YES_OR_NO: [(&str, bool); 2] = [("yes", true), ("no", false)];

const MOST_SITES: u32 = 100_000;

/// Reads every quota.
pub(super) fn quotas(root: &Section, context: Context) -> Vec<Quota> {
    let sections = root.sections("quotas");
    sections
        .iter()
        .filter_map(|section| quota(section, context))
        .collect()
}

fn quota(section: &Section, context: Context) -> Option<Quota> {
    let kind = kind_at(section, "kind", context);
    let column = section.required_text("column", "column = \"region\"");
    let scope = scope(section, context);
    section.finish();
    let (column, node) = column?;
    if column == "performance" {
        let fact = "A quota cannot count performance, which is a different number for every site.";
        context.problems.add(
            &codes::NO_SUCH_THING,
            node.place.clone(),
            fact,
            "Did you mean “performance_band”?",
        );
        return None;
    }
    let is_known = is_column(column, node, &[BAND, INNOVATIVE], context);
    let (kind, (mut scope, (min, max))) = (kind?, scope?);
    if let QuotaScope::Value(value) = &mut scope
        && (column == BAND || column == INNOVATIVE)
    {
        // The words that the score works out are in lower case.
        *value = value.to_lowercase();
    }
    if is_known {
        check_occurs(
            &kind,
            column,
            &scope,
            section.get("value").unwrap_or(node),
            context,
        );
    }
    Some(Quota {
        kind,
        column: column.to_owned(),
        scope,
        min,
        max,
    })
}

type Limits = (Option<u32>, Option<u32>);

/// What a quota counts, and its limits: they stand within `each`, or beside `value`.
fn scope(section: &Section, context: Context) -> Option<(QuotaScope, Limits)> {
    let (each, value) = (section.get("each"), section.get("value"));
    let beside = section.get("min").or(section.get("max"));
    let wrong =
        |key: &str, fact: &str, remedy: &str| section.note(&codes::QUOTA_SCOPE, key, fact, remedy);
    let example = "Write either each = { max = 2 }, for every value of the column, or value = \"Wales\" with min or max.";
    match (each, value) {
        (Some(_), Some(_)) => wrong("value", "This quota gives both each and value.", example),
        (None, None) => wrong("", "This quota gives neither each nor value.", example),
        (Some(_), None) if beside.is_some() => wrong(
            "each",
            "This quota gives each, and a limit beside it.",
            example,
        ),
        (Some(_), None) => {
            return Some((QuotaScope::Each, limits(&section.section("each"), true)?));
        }
        (None, Some(node)) => {
            let value = value_text(node, context);
            return Some((QuotaScope::Value(value?), limits(section, false)?));
        }
    }
    None
}

fn limits(section: &Section, is_each: bool) -> Option<Limits> {
    let given = section.get("min").or(section.get("max")).is_some();
    let limits = (
        section.whole("min", 0..=MOST_SITES),
        section.whole("max", 0..=MOST_SITES),
    );
    if is_each {
        section.finish();
    }
    if !given && section.exists() {
        let fact = "This quota gives neither a minimum nor a maximum.";
        section.note(
            &codes::QUOTA_SCOPE,
            "",
            fact,
            "Add min or max, such as max = 2.",
        );
    }
    if let (Some(least), Some(most)) = limits
        && least > most
    {
        let fact = format!("The minimum of {least} is above the maximum of {most}.");
        section.note(
            &codes::REVERSED,
            "max",
            fact,
            "Correct one of them, or swap them.",
        );
    }
    section.exists().then_some(limits)
}

/// Values are texts; a number is taken as it is written.
fn value_text(node: &Node, context: Context) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.trim().to_owned()),
        Value::Whole(number) => Some(number.to_string()),
        _ => {
            wrong_type(node, "a text in quotation marks", context.problems);
            None
        }
    }
}

/// Notes a quota on a value that no site of its kind has.
fn check_occurs(kind: &KindId, column: &str, scope: &QuotaScope, node: &Node, context: Context) {
    let problems = context.problems;
    if let QuotaScope::Value(value) = scope {
        match column {
            BAND => _ = as_choice(value, node, &BANDS, problems),
            INNOVATIVE => _ = as_choice(value, node, &YES_OR_NO, problems),
            _ => {}
        }
    }
    let Some(sites) = context.sites else {
        return;
    };
    if column == BAND || column == INNOVATIVE {
        return;
    }
    let of_kind = || sites.iter().filter(|site| site.kind == *kind);
    let values = || of_kind().filter_map(|site| site.cell(column));
    let (fact, remedy) = match scope {
        QuotaScope::Value(value) if !values().any(|cell| cell == value) => (
            format!(
                "No site of the kind {} has {} in the column {}.",
                quote(kind.as_str()),
                quote(value),
                quote(column)
            ),
            did_you_mean(value, values(), || {
                "Check the value against the table of sites.".to_owned()
            }),
        ),
        QuotaScope::Each if values().next().is_none() => (
            format!(
                "No site of the kind {} has a value in the column {}.",
                quote(kind.as_str()),
                quote(column)
            ),
            "Fill in the column, or delete the quota.".to_owned(),
        ),
        _ => return,
    };
    problems.add(&codes::NEVER_OCCURS, node.place.clone(), fact, remedy);
}
