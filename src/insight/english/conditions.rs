//! What a plan is asked for, condition by condition: as it stands, and as it would be without.

use super::condition_words::{
    at_least, at_most, burden, engagement, fixed_dates, gap, in_a_row, in_days, in_one_week,
    in_weeks, in_working_days, is_or_not, journey, onsite_days, period, pilot, quota, start_days,
    together, where_it_applies, window, write_up,
};
pub(super) use super::condition_words::{fixed, whose};
use crate::optimise::Condition;
use crate::words::{date_range, named_kind};

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
        Condition::Include(site) => is_or_not(site, "included"),
        Condition::Exclude(site) => is_or_not(site, "excluded"),
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
