//! What a plan is asked for, condition by condition: as it stands, and as it would be without.

use chrono::NaiveDate;

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
        Condition::Include(_)
        | Condition::Exclude(_)
        | Condition::AtLeast { .. }
        | Condition::AtMost { .. }
        | Condition::Quota { .. }
        | Condition::Links => of_selection(condition),
        Condition::FixedInspector { .. }
        | Condition::FixedDates { .. }
        | Condition::Skill { .. }
        | Condition::Engagement { .. }
        | Condition::GapWeeks(_)
        | Condition::BurdenDays(_) => of_sites(condition),
        Condition::Period { .. }
        | Condition::StartDays(_)
        | Condition::SameWeek
        | Condition::VisitsInOneWeek(_)
        | Condition::Window { .. } => of_dates(condition),
        Condition::SameTeam
        | Condition::WeeksInARow(_)
        | Condition::OwnDays { .. }
        | Condition::OnsiteDays(_) => of_people(condition),
    }
}

fn of_selection(condition: &Condition) -> [String; 2] {
    match condition {
        Condition::Include(site) => [
            format!("{site} is included (S2)."),
            format!("{site} is not included"),
        ],
        Condition::Exclude(site) => [
            format!("{site} is excluded (S2)."),
            format!("{site} is not excluded"),
        ],
        Condition::AtLeast { kind, count } => {
            let kind = named_kind(kind);
            [
                format!("At least {count} of the kind {kind} must be selected (S1)."),
                format!("fewer than {count} of the kind {kind} may be selected"),
            ]
        }
        Condition::AtMost { kind, count } => {
            let kind = named_kind(kind);
            [
                format!("At most {count} of the kind {kind} may be selected (S1)."),
                format!("more than {count} of the kind {kind} may be selected"),
            ]
        }
        Condition::Quota { kind, column, .. } => [
            format!("{} (S3).", quota(condition)),
            format!(
                "the quota of the kind {} on {} is dropped",
                named_kind(kind),
                column.replace('_', " ")
            ),
        ],
        Condition::Links => [
            "Linked sites are selected together (S5).".to_owned(),
            "linked sites need not be selected together".to_owned(),
        ],
        _ => Default::default(),
    }
}

fn of_sites(condition: &Condition) -> [String; 2] {
    match condition {
        Condition::FixedInspector { site, inspector } => [
            format!("{inspector} is fixed for {site} (P13)."),
            format!("{inspector} is not fixed for {site}"),
        ],
        Condition::FixedDates {
            site,
            not_before,
            not_after,
        } => {
            let fixed = fixed(*not_before, *not_after);
            [
                format!("{site} is visited {fixed} (T8)."),
                format!("the visit to {site} is not fixed ({fixed})"),
            ]
        }
        Condition::Skill { site, skill } => [
            format!("Someone with the skill {skill} visits {site} (P8)."),
            format!("nobody with the skill {skill} has to visit {site}"),
        ],
        Condition::Engagement {
            site,
            inspection,
            first_day,
            last_day,
        } => [
            format!(
                "{site} has another inspection: “{inspection}”, {}.",
                date_range(*first_day, *last_day)
            ),
            format!("“{inspection}” at {site} is moved or called off"),
        ],
        Condition::GapWeeks(weeks) => {
            let within = in_weeks(*weeks);
            [
                format!("No visit is within {within} of another inspection of the site (T5)."),
                format!("visits may be within {within} of another inspection"),
            ]
        }
        Condition::BurdenDays(days) => {
            let days = in_days(*days);
            [
                format!("No selected site has more than {days} of other inspections (S4)."),
                format!("sites may have more than {days} of other inspections"),
            ]
        }
        _ => Default::default(),
    }
}

fn of_dates(condition: &Condition) -> [String; 2] {
    match condition {
        Condition::Period {
            first_day,
            last_day,
            ..
        } => [
            format!(
                "{} is kept free of visits, {} (T4).",
                period(condition, "The"),
                date_range(*first_day, *last_day)
            ),
            format!("{} may have visits", period(condition, "the")),
        ],
        Condition::StartDays(kind) => {
            let kind = named_kind(kind);
            [
                format!("Visits to the kind {kind} start only on the weekdays set for it (T3)."),
                format!("visits to the kind {kind} may start on any weekday"),
            ]
        }
        Condition::SameWeek => [
            "Linked visits are in the same week (T7).".to_owned(),
            "linked visits may be in different weeks".to_owned(),
        ],
        Condition::VisitsInOneWeek(most) => {
            let most = *most as usize;
            [
                format!(
                    "At most {} in one week (T6).",
                    count(most, "visit is", "visits are")
                ),
                format!(
                    "more than {} may be in one week",
                    count(most, "visit", "visits")
                ),
            ]
        }
        Condition::Window {
            first_day,
            last_day,
        } => {
            let window = date_range(*first_day, *last_day);
            [
                format!("Every visit lies within {window} (T1)."),
                format!("visits may be up to six weeks before or after {window}"),
            ]
        }
        _ => Default::default(),
    }
}

fn of_people(condition: &Condition) -> [String; 2] {
    match condition {
        Condition::SameTeam => [
            "Linked visits have the same team (P12).".to_owned(),
            "linked visits may have different teams".to_owned(),
        ],
        Condition::WeeksInARow(most) => {
            let weeks = in_weeks(*most);
            [
                format!("No inspector is onsite in more than {weeks} in a row (P10)."),
                format!("inspectors may be onsite in more than {weeks} in a row"),
            ]
        }
        Condition::OwnDays { inspector, days } => {
            let days = in_days(*days);
            [
                format!("{inspector} has at most {days} onsite (P9)."),
                format!("{inspector} may have more than {days} onsite"),
            ]
        }
        Condition::OnsiteDays(days) => {
            let days = in_days(*days);
            [
                format!("Inspectors without a limit of their own have at most {days} onsite (P9)."),
                format!("inspectors may have more than {days} onsite"),
            ]
        }
        _ => Default::default(),
    }
}

fn in_days(days: u32) -> String {
    count(days as usize, "day", "days")
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

/// The name of a period, and the sites that it is for.
fn period(condition: &Condition, the: &str) -> String {
    let Condition::Period {
        name, site, column, ..
    } = condition
    else {
        return String::new();
    };
    match (site, column) {
        (Some(site), _) => format!("{the} period “{name}” at {site}"),
        (None, Some((column, value))) => {
            let column = column.replace('_', " ");
            format!("{the} period “{name}” at sites with the {column} {value}")
        }
        (None, None) => format!("{the} period “{name}”"),
    }
}

fn quota(condition: &Condition) -> String {
    let Condition::Quota {
        kind,
        column,
        value,
        min,
        max,
    } = condition
    else {
        return String::new();
    };
    let range = match (min, max) {
        (Some(min), Some(max)) => format!("from {min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any number".to_owned(),
    };
    let column = column.replace('_', " ");
    let of = match value {
        None => format!("with each {column}"),
        Some(value) => format!("with the {column} {value}"),
    };
    let must = if min.is_some() { "must" } else { "may" };
    format!(
        "Of the kind {}, {range} {of} {must} be selected",
        named_kind(kind)
    )
}
