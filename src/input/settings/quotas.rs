//! `[[quotas]]`: how many selected sites of a kind may or must share a value.

use std::borrow::Cow;

use super::profile::is_column;
use super::section::Section;
use super::tree::{Node, Value};
use super::values::{noted, wrong_type};
use super::{Context, kind_at};
use crate::domain::{KindId, Quota, QuotaScope};
use crate::input::problems::codes;
use crate::input::problems::words::{did_you_mean, quote};
use crate::schema::Field;
use crate::schema::forms::{Readable, Whole, Words};
use crate::schema::settings::each;
use crate::schema::settings::quotas::{COLUMN, EACH, KIND, MAX, MIN, SECTION, VALUE};
use crate::schema::tables::derived::{INNOVATIVE, PERFORMANCE, PERFORMANCE_BAND as BAND};

/// The words of the columns that the score works out.
const BANDS: Words<u8> = Words(&[("low", 0), ("middle", 1), ("high", 2)]);
const YES_OR_NO: Words<bool> = Words(&[("yes", true), ("no", false)]);

/// Reads every quota.
pub(super) fn quotas(root: &Section, context: Context) -> Vec<Quota> {
    let sections = root.sections(&SECTION);
    sections
        .iter()
        .filter_map(|section| quota(section, context))
        .collect()
}

fn quota(section: &Section, context: Context) -> Option<Quota> {
    let kind = kind_at(section, &KIND, context);
    let column = section.text(&COLUMN);
    let scope = scope(section, context);
    section.finish();
    let (column, node) = column?;
    if column == PERFORMANCE {
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
            section.get(&VALUE).unwrap_or(node),
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
    const EXAMPLE: &str = "Write either each = { max = 2 }, for every value of the column, or value = \"Wales\" with min or max.";
    let beside = section.get(&MIN).or(section.get(&MAX));
    match (section.get(&EACH), section.get(&VALUE)) {
        (Some(_), Some(_)) => {
            let fact = "This quota gives both each and value.";
            section.note_at(&VALUE, &codes::QUOTA_SCOPE, fact, EXAMPLE);
        }
        (None, None) => {
            let fact = "This quota gives neither each nor value.";
            section.note(&codes::QUOTA_SCOPE, fact, EXAMPLE);
        }
        (Some(_), None) if beside.is_some() => {
            let fact = "This quota gives each, and a limit beside it.";
            section.note_at(&EACH, &codes::QUOTA_SCOPE, fact, EXAMPLE);
        }
        (Some(_), None) => {
            let each = section.keys_of(&EACH);
            let limits = limits(&each, &each::MIN, &each::MAX);
            each.finish();
            return Some((QuotaScope::Each, limits?));
        }
        (None, Some(node)) => {
            let value = value_text(node, context);
            return Some((QuotaScope::Value(value?), limits(section, &MIN, &MAX)?));
        }
    }
    None
}

fn limits(section: &Section, min: &Field<Whole>, max: &Field<Whole>) -> Option<Limits> {
    let given = section.get(min).or(section.get(max)).is_some();
    let limits = (section.read(min), section.read(max));
    if !given && section.exists() {
        let fact = "This quota gives neither a minimum nor a maximum.";
        let remedy = "Add min or max, such as max = 2.";
        section.note(&codes::QUOTA_SCOPE, fact, remedy);
    }
    if let (Some(least), Some(most)) = limits
        && least > most
    {
        let fact = format!("The minimum of {least} is above the maximum of {most}.");
        let remedy = "Correct one of them, or swap them.";
        section.note_at(max, &codes::REVERSED, fact, remedy);
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
            BAND => _ = noted(BANDS.read(value), node, problems),
            INNOVATIVE => _ = noted(YES_OR_NO.read(value), node, problems),
            _ => {}
        }
    }
    let Some(sites) = context.sites else {
        return;
    };
    if column == BAND || column == INNOVATIVE {
        return;
    }
    let of_kind = sites.iter().filter(|site| site.kind == *kind);
    let values: Vec<Cow<str>> = of_kind.filter_map(|site| site.cell(column)).collect();
    let (fact, remedy) = match scope {
        QuotaScope::Value(value) if !values.iter().any(|cell| cell == value) => (
            format!(
                "No site of the kind {} has {} in the column {}.",
                quote(kind.as_str()),
                quote(value),
                quote(column)
            ),
            did_you_mean(value, values.iter().map(Cow::as_ref), || {
                "Check the value against the table of sites.".to_owned()
            }),
        ),
        QuotaScope::Each if values.is_empty() => (
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
