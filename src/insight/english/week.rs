//! Why a visit lies in its week, as one line.

use crate::insight::week::{AgainstDate, AgainstWeek, EarlierWeeks, WhyWeek};
use crate::words::{day_and_month, days_list, list};

/// Why this week.
pub fn why_week(why: &WhyWeek) -> String {
    match why {
        WhyWeek::SameWeekAs(sites) => format!("The same week as {} (T7).", list(sites)),
        WhyWeek::FirstPossible => "The first week possible.".to_owned(),
        WhyWeek::NotEarlier(groups) => {
            let groups: Vec<String> = groups.iter().map(earlier_weeks).collect();
            format!("Not earlier: {}.", groups.join("; "))
        }
    }
}

fn earlier_weeks(group: &EarlierWeeks) -> String {
    let plural = if group.weeks.len() == 1 {
        "week"
    } else {
        "weeks"
    };
    let reason = against_week(&group.against);
    format!("{plural} of {}: {reason}", days_list(&group.weeks))
}

fn against_week(against: &AgainstWeek) -> String {
    match against {
        AgainstWeek::Forbidden(why) => against_dates(why),
        AgainstWeek::NoRoomForBrought { site } => {
            format!("{site} would not fit in the same week with the same team (T3, T7, P12)")
        }
        AgainstWeek::BroughtForbidden { site, why } => format!(
            "{site} must be visited in the same week (T7), but: {}",
            against_dates(why)
        ),
        AgainstWeek::NoRoomForAllBrought(sites) => {
            format!(
                "{} would not all fit in the same week (T3, T7)",
                list(sites)
            )
        }
        AgainstWeek::Full => "full (T6)".to_owned(),
        AgainstWeek::BetterAvoided(periods) => format!("{}, better avoided", list(periods)),
        AgainstWeek::NotInTheBestPlan => {
            "possible for the site, but not in the best plan found for all visits and teams"
                .to_owned()
        }
    }
}

fn against_dates(why: &[AgainstDate]) -> String {
    let reasons: Vec<String> = why.iter().map(against_date).collect();
    list(&reasons)
}

/// The rule and the fact behind it.
fn against_date(against: &AgainstDate) -> String {
    match against {
        AgainstDate::WorkingDays => "no day to start on leaves enough working days (T3)".to_owned(),
        AgainstDate::Window => "outside the fieldwork window (T1)".to_owned(),
        AgainstDate::Notice(ends) => {
            format!("notice does not end before {} (T2)", day_and_month(*ends))
        }
        AgainstDate::Avoid(periods) => format!("{} (T4)", list(periods)),
        AgainstDate::Gap(inspections) => format!("too close to {} (T5)", list(inspections)),
        AgainstDate::FixedDates => "outside the dates the lead inspector has fixed (T8)".to_owned(),
    }
}
