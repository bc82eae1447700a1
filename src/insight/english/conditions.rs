//! What a plan is asked for, condition by condition: as it stands, and as it would be without.

use chrono::NaiveDate;

use crate::optimise::Condition;
use crate::words::{count, date, date_range, kind_name};

/// What is asked, as a sentence with the number of its rule.
pub(super) fn is_kept(condition: &Condition) -> String {
    match condition {
        Condition::Include(site) => format!("{site} is included (S2)."),
        Condition::Exclude(site) => format!("{site} is excluded (S2)."),
        Condition::AtLeast { kind, count } => {
            format!(
                "At least {count} of the kind {} must be selected (S1).",
                kind_name(kind)
            )
        }
        Condition::AtMost { kind, count } => {
            format!(
                "At most {count} of the kind {} may be selected (S1).",
                kind_name(kind)
            )
        }
        Condition::Quota { .. } => format!("{} (S3).", quota(condition)),
        Condition::FixedInspector { site, inspector } => {
            format!("{inspector} is fixed for {site} (P13).")
        }
        Condition::FixedDates {
            site,
            not_before,
            not_after,
        } => format!("{site} is visited {} (T8).", fixed(*not_before, *not_after)),
        Condition::Skill { site, skill } => {
            format!("Someone with the skill {skill} visits {site} (P8).")
        }
        Condition::Engagement {
            site,
            inspection,
            first_day,
            last_day,
        } => format!(
            "{site} has another inspection: “{inspection}”, {}.",
            date_range(*first_day, *last_day)
        ),
        Condition::GapWeeks(weeks) => format!(
            "No visit is within {} of another inspection of the site (T5).",
            in_weeks(*weeks)
        ),
        Condition::Period {
            first_day,
            last_day,
            ..
        } => format!(
            "{} is kept free of visits, {} (T4).",
            period(condition, "The"),
            date_range(*first_day, *last_day)
        ),
        Condition::BurdenDays(days) => {
            format!(
                "No selected site has more than {} of other inspections (S4).",
                in_days(*days)
            )
        }
        Condition::StartDays(kind) => format!(
            "Visits to the kind {} start only on the weekdays set for it (T3).",
            kind_name(kind)
        ),
        Condition::Links => "Linked sites are selected together (S5).".to_owned(),
        Condition::SameWeek => "Linked visits are in the same week (T7).".to_owned(),
        Condition::SameTeam => "Linked visits have the same team (P12).".to_owned(),
        Condition::VisitsInOneWeek(most) => {
            format!(
                "At most {} in one week (T6).",
                count(*most as usize, "visit is", "visits are")
            )
        }
        Condition::WeeksInARow(most) => {
            format!(
                "No inspector is onsite in more than {} in a row (P10).",
                in_weeks(*most)
            )
        }
        Condition::OwnDays { inspector, days } => {
            format!("{inspector} has at most {} onsite (P9).", in_days(*days))
        }
        Condition::OnsiteDays(days) => {
            format!(
                "Inspectors without a limit of their own have at most {} onsite (P9).",
                in_days(*days)
            )
        }
        Condition::Window {
            first_day,
            last_day,
        } => format!(
            "Every visit lies within {} (T1).",
            date_range(*first_day, *last_day)
        ),
    }
}

/// How it would be without it, as a clause that goes on after "if".
pub(super) fn is_not_kept(condition: &Condition) -> String {
    match condition {
        Condition::Include(site) => format!("{site} is not included"),
        Condition::Exclude(site) => format!("{site} is not excluded"),
        Condition::AtLeast { kind, count } => {
            format!(
                "fewer than {count} of the kind {} may be selected",
                kind_name(kind)
            )
        }
        Condition::AtMost { kind, count } => {
            format!(
                "more than {count} of the kind {} may be selected",
                kind_name(kind)
            )
        }
        Condition::Quota { kind, column, .. } => {
            format!(
                "the quota of the kind {} on {} is dropped",
                kind_name(kind),
                column.replace('_', " ")
            )
        }
        Condition::FixedInspector { site, inspector } => {
            format!("{inspector} is not fixed for {site}")
        }
        Condition::FixedDates {
            site,
            not_before,
            not_after,
        } => format!(
            "the visit to {site} is not fixed ({})",
            fixed(*not_before, *not_after)
        ),
        Condition::Skill { site, skill } => {
            format!("nobody with the skill {skill} has to visit {site}")
        }
        Condition::Engagement {
            site, inspection, ..
        } => format!("“{inspection}” at {site} is moved or called off"),
        Condition::GapWeeks(weeks) => {
            format!(
                "visits may be within {} of another inspection",
                in_weeks(*weeks)
            )
        }
        Condition::Period { .. } => format!("{} may have visits", period(condition, "the")),
        Condition::BurdenDays(days) => {
            format!(
                "sites may have more than {} of other inspections",
                in_days(*days)
            )
        }
        Condition::StartDays(kind) => {
            format!(
                "visits to the kind {} may start on any weekday",
                kind_name(kind)
            )
        }
        Condition::Links => "linked sites need not be selected together".to_owned(),
        Condition::SameWeek => "linked visits may be in different weeks".to_owned(),
        Condition::SameTeam => "linked visits may have different teams".to_owned(),
        Condition::VisitsInOneWeek(most) => {
            format!(
                "more than {} may be in one week",
                count(*most as usize, "visit", "visits")
            )
        }
        Condition::WeeksInARow(most) => {
            format!(
                "inspectors may be onsite in more than {} in a row",
                in_weeks(*most)
            )
        }
        Condition::OwnDays { inspector, days } => {
            format!("{inspector} may have more than {} onsite", in_days(*days))
        }
        Condition::OnsiteDays(days) => {
            format!("inspectors may have more than {} onsite", in_days(*days))
        }
        Condition::Window {
            first_day,
            last_day,
        } => format!(
            "visits may be up to six weeks before or after {}",
            date_range(*first_day, *last_day)
        ),
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
        kind_name(kind)
    )
}
