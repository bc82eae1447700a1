//! What a plan is asked for, condition by condition: as it stands, and as it would be without.

use chrono::NaiveDate;

use crate::domain::{KindId, Named, SiteId};
use crate::optimise::Condition;
use crate::words::{count, date, date_range, named_kind};

/// What is asked, as a sentence with the number of its rule.
pub(super) fn is_kept(condition: &Condition) -> String {
    let [kept, _] = both_ways(condition);
    kept
}

/// How it would be without it, as a clause that goes on after "if".
pub(super) fn is_not_kept(condition: &Condition) -> String {
    let [_, not_kept] = both_ways(condition);
    not_kept
}

/// A condition as it stands, and how it would be without it.
fn both_ways(condition: &Condition) -> [String; 2] {
    match condition {
        Condition::Include(site) => [
            format!("{site} is included (S2)."),
            format!("{site} is not included"),
        ],
        Condition::Exclude(site) => [
            format!("{site} is excluded (S2)."),
            format!("{site} is not excluded"),
        ],
        Condition::AtLeast { kind, count } => at_least(kind, *count),
        Condition::AtMost { kind, count } => at_most(kind, *count),
        Condition::Quota {
            kind,
            column,
            value,
            min,
            max,
        } => quota(kind, column, value.as_deref(), [*min, *max]),
        Condition::Links => [
            "Linked sites are selected together (S5).".to_owned(),
            "linked sites need not be selected together".to_owned(),
        ],
        Condition::FixedInspector { site, inspector } => [
            format!("{inspector} is fixed for {site} (P13)."),
            format!("{inspector} is not fixed for {site}"),
        ],
        Condition::FixedDates {
            site,
            not_before,
            not_after,
        } => fixed_dates(site, &fixed(*not_before, *not_after)),
        Condition::Skill { site, skill } => [
            format!("Someone with the skill {skill} visits {site} (P8)."),
            format!("nobody with the skill {skill} has to visit {site}"),
        ],
        Condition::Engagement {
            site,
            inspection,
            first_day,
            last_day,
        } => engagement(site, inspection, &date_range(*first_day, *last_day)),
        Condition::GapWeeks(weeks) => gap(&in_weeks(*weeks)),
        Condition::BurdenDays(days) => burden(&in_days(*days)),
        Condition::Period {
            name,
            site,
            column,
            first_day,
            last_day,
        } => period(
            name,
            &where_it_applies(site.as_ref(), column.as_ref()),
            &date_range(*first_day, *last_day),
        ),
        Condition::StartDays(kind) => start_days(&named_kind(kind)),
        Condition::Together { same_week, after } => together(*same_week, *after).map(str::to_owned),
        Condition::Pilot { site, review_days } => pilot(site, &in_working_days(*review_days)),
        Condition::WriteUp { kind, days } => write_up(&named_kind(kind), &in_working_days(*days)),
        Condition::Journey(km) => journey(km),
        Condition::AtLeastOne => [
            "A plan has at least one visit.".to_owned(),
            "nothing need be visited".to_owned(),
        ],
        Condition::VisitsInOneWeek(most) => in_one_week(*most as usize),
        Condition::Window {
            first_day,
            last_day,
        } => window(&date_range(*first_day, *last_day)),
        Condition::SameTeam => [
            "Linked visits have the same team (P12).".to_owned(),
            "linked visits may have different teams".to_owned(),
        ],
        Condition::WeeksInARow(most) => in_a_row(&in_weeks(*most)),
        Condition::OwnDays { inspector, days } => {
            let days = in_days(*days);
            [
                format!("{inspector} has at most {days} onsite (P9)."),
                format!("{inspector} may have more than {days} onsite"),
            ]
        }
        Condition::OnsiteDays(days) => onsite_days(&in_days(*days)),
    }
}

fn together(same_week: bool, after: bool) -> [&'static str; 2] {
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

fn pilot(site: &Named<SiteId>, review: &str) -> [String; 2] {
    [
        format!(
            "The pilot at {site} comes before all other visits, with {review} for its review (T9)."
        ),
        format!("the pilot at {site} need be neither visited nor first"),
    ]
}

fn write_up(kind: &str, days: &str) -> [String; 2] {
    [
        format!(
            "After a visit to a site of the kind {kind} its team has {days} to write up (P14)."
        ),
        format!("the team of a visit to a site of the kind {kind} need have no days to write up"),
    ]
}

fn journey(km: &str) -> [String; 2] {
    [
        format!("No inspector is at two sites more than {km} km apart on two days in a row (P15)."),
        format!("inspectors may be at sites more than {km} km apart on two days in a row"),
    ]
}

fn period(name: &str, applies: &str, days: &str) -> [String; 2] {
    let period = format!("period “{name}”{applies}");
    [
        format!("The {period} is kept free of visits, {days} (T4)."),
        format!("the {period} may have visits"),
    ]
}

fn at_least(kind: &Named<KindId>, count: u32) -> [String; 2] {
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

fn at_most(kind: &Named<KindId>, count: u32) -> [String; 2] {
    let kind = named_kind(kind);
    [
        format!("At most {count} of the kind {kind} may be selected (S1)."),
        format!("more than {count} of the kind {kind} may be selected"),
    ]
}

fn quota(
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

fn fixed_dates(site: &Named<SiteId>, fixed: &str) -> [String; 2] {
    [
        format!("{site} is visited {fixed} (T8)."),
        format!("the visit to {site} is not fixed ({fixed})"),
    ]
}

fn engagement(site: &Named<SiteId>, inspection: &str, days: &str) -> [String; 2] {
    [
        format!("{site} has another inspection: “{inspection}”, {days}."),
        format!("“{inspection}” at {site} is moved or called off"),
    ]
}

fn gap(weeks: &str) -> [String; 2] {
    [
        format!("No visit is within {weeks} of another inspection of the site (T5)."),
        format!("visits may be within {weeks} of another inspection"),
    ]
}

fn burden(days: &str) -> [String; 2] {
    [
        format!("No selected site has more than {days} of other inspections (S4)."),
        format!("sites may have more than {days} of other inspections"),
    ]
}

/// The sites that a period is for, to follow its name; nothing where it is for all.
fn where_it_applies(site: Option<&Named<SiteId>>, column: Option<&(String, String)>) -> String {
    match (site, column) {
        (Some(site), _) => format!(" at {site}"),
        (None, Some((column, value))) => format!(" at sites {}", whose(column, value)),
        (None, None) => String::new(),
    }
}

fn start_days(kind: &str) -> [String; 2] {
    [
        format!("Visits to the kind {kind} start only on the weekdays set for it (T3)."),
        format!("visits to the kind {kind} may start on any weekday"),
    ]
}

fn in_one_week(most: usize) -> [String; 2] {
    let are = count(most, "visit is", "visits are");
    [
        format!("At most {are} in one week (T6)."),
        format!(
            "more than {} may be in one week",
            count(most, "visit", "visits")
        ),
    ]
}

fn window(days: &str) -> [String; 2] {
    [
        format!("Every visit lies within {days} (T1)."),
        format!("the window, {days}, is up to six weeks longer at either end"),
    ]
}

fn in_a_row(weeks: &str) -> [String; 2] {
    [
        format!("No inspector is onsite in more than {weeks} in a row (P10)."),
        format!("inspectors may be onsite in more than {weeks} in a row"),
    ]
}

fn onsite_days(days: &str) -> [String; 2] {
    [
        format!("Inspectors without a limit of their own have at most {days} onsite (P9)."),
        format!("inspectors may have more than {days} onsite"),
    ]
}

fn in_days(days: u32) -> String {
    count(days as usize, "day", "days")
}

fn in_working_days(days: u32) -> String {
    count(days as usize, "working day", "working days")
}

fn in_weeks(weeks: u32) -> String {
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
