//! The words of each condition: as it stands, and how it would be without it.

use chrono::NaiveDate;

use crate::domain::{KindId, Named, SiteId};
use crate::words::{count, date, date_range, named_kind};

pub(super) fn is_or_not(site: &Named<SiteId>, what: &str) -> [String; 2] {
    [
        format!("{site} is {what} (S2)."),
        format!("{site} is not {what}"),
    ]
}

pub(super) fn together(same_week: bool, after: bool) -> [&'static str; 2] {
    match (same_week, after) {
        (true, true) => [
            "Linked visits are in the same week, or as many weeks after one another as their link says (T7).",
            "linked visits may be in any weeks",
        ],
        (false, true) => [
            "Linked visits are as many weeks after one another as their link says (T7).",
            "linked visits may be in any weeks",
        ],
        _ => [
            "Linked visits are in the same week (T7).",
            "linked visits may be in different weeks",
        ],
    }
}

pub(super) fn pilot(site: &Named<SiteId>, review: &str) -> [String; 2] {
    [
        format!(
            "The pilot at {site} comes before all other visits, with {review} for its review (T9)."
        ),
        format!("the pilot at {site} need be neither visited nor first"),
    ]
}

pub(super) fn write_up(kind: &str, days: &str) -> [String; 2] {
    [
        format!(
            "After a visit to a site of the kind {kind} its team has {days} to write up (P14)."
        ),
        format!("the team of a visit to a site of the kind {kind} need have no days to write up"),
    ]
}

pub(super) fn journey(km: &str) -> [String; 2] {
    [
        format!("No inspector is at two sites more than {km} km apart on two days in a row (P15)."),
        format!("inspectors may be at sites more than {km} km apart on two days in a row"),
    ]
}

pub(super) fn period(name: &str, applies: &str, days: &str) -> [String; 2] {
    let period = format!("period “{name}”{applies}");
    [
        format!("The {period} is kept free of visits, {days} (T4)."),
        format!("the {period} may have visits"),
    ]
}

pub(super) fn at_least(kind: &Named<KindId>, count: u32) -> [String; 2] {
    let kind = named_kind(kind);
    let without = match count {
        1 => format!("none of the kind {kind} has to be selected"),
        _ => format!("fewer than {count} of the kind {kind} may be selected"),
    };
    [
        format!("At least {count} of the kind {kind} must be selected (S1)."),
        without,
    ]
}

pub(super) fn at_most(kind: &Named<KindId>, count: u32) -> [String; 2] {
    let kind = named_kind(kind);
    [
        format!("At most {count} of the kind {kind} may be selected (S1)."),
        format!("more than {count} of the kind {kind} may be selected"),
    ]
}

pub(super) fn quota(
    kind: &Named<KindId>,
    column: &str,
    value: Option<&str>,
    [min, max]: [Option<u32>; 2],
) -> [String; 2] {
    let range = match (min, max) {
        (Some(min), Some(max)) => format!("from {min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any number".to_owned(),
    };
    let column = column.replace('_', " ");
    let of = match value {
        None => format!("of each {column}"),
        Some(value) => whose(&column, value),
    };
    let must = if min.is_some() { "must" } else { "may" };
    let kind = named_kind(kind);
    [
        format!("Of the kind {kind}, {range} {of} {must} be selected (S3)."),
        format!("the quota of the kind {kind} on {column} is dropped"),
    ]
}

/// The sites with a text in a column: `whose side is “north”`.
pub(super) fn whose(column: &str, value: &str) -> String {
    format!("whose {} is “{value}”", column.replace('_', " "))
}

pub(super) fn fixed_dates(site: &Named<SiteId>, fixed: &str) -> [String; 2] {
    [
        format!("{site} is visited {fixed} (T8)."),
        format!("the visit to {site} is not fixed ({fixed})"),
    ]
}

pub(super) fn engagement(site: &Named<SiteId>, inspection: &str, days: &str) -> [String; 2] {
    [
        format!("{site} has another inspection: “{inspection}”, {days}."),
        format!("“{inspection}” at {site} is moved or called off"),
    ]
}

pub(super) fn gap(weeks: &str) -> [String; 2] {
    [
        format!("No visit is within {weeks} of another inspection of the site (T5)."),
        format!("visits may be within {weeks} of another inspection"),
    ]
}

pub(super) fn burden(days: &str) -> [String; 2] {
    [
        format!("No selected site has more than {days} of other inspections (S4)."),
        format!("sites may have more than {days} of other inspections"),
    ]
}

/// The sites that a period is for, to follow its name; nothing where it is for all.
pub(super) fn where_it_applies(
    site: Option<&Named<SiteId>>,
    column: Option<&(String, String)>,
) -> String {
    match (site, column) {
        (Some(site), _) => format!(" at {site}"),
        (None, Some((column, value))) => format!(" at sites {}", whose(column, value)),
        (None, None) => String::new(),
    }
}

pub(super) fn start_days(kind: &str) -> [String; 2] {
    [
        format!("Visits to the kind {kind} start only on the weekdays set for it (T3)."),
        format!("visits to the kind {kind} may start on any weekday"),
    ]
}

pub(super) fn in_one_week(most: usize) -> [String; 2] {
    let are = count(most, "visit is", "visits are");
    [
        format!("At most {are} in one week (T6)."),
        format!(
            "more than {} may be in one week",
            count(most, "visit", "visits")
        ),
    ]
}

pub(super) fn window(days: &str) -> [String; 2] {
    [
        format!("Every visit lies within {days} (T1)."),
        format!("the window, {days}, is up to six weeks longer at either end"),
    ]
}

pub(super) fn in_a_row(weeks: &str) -> [String; 2] {
    [
        format!("No inspector is onsite in more than {weeks} in a row (P10)."),
        format!("inspectors may be onsite in more than {weeks} in a row"),
    ]
}

pub(super) fn onsite_days(days: &str) -> [String; 2] {
    [
        format!("Inspectors without a limit of their own have at most {days} onsite (P9)."),
        format!("inspectors may have more than {days} onsite"),
    ]
}

pub(super) fn in_days(days: u32) -> String {
    count(days as usize, "day", "days")
}

pub(super) fn in_working_days(days: u32) -> String {
    count(days as usize, "working day", "working days")
}

pub(super) fn in_weeks(weeks: u32) -> String {
    count(weeks as usize, "week", "weeks")
}

/// Between which days a visit is fixed.
pub(super) fn fixed(not_before: Option<NaiveDate>, not_after: Option<NaiveDate>) -> String {
    match (not_before, not_after) {
        (Some(first), Some(last)) => format!("within {}", date_range(first, last)),
        (Some(first), None) => format!("no earlier than {}", date(first)),
        (None, Some(last)) => format!("no later than {}", date(last)),
        (None, None) => "at any time".to_owned(),
    }
}
