//! Why a visit lies in its week, as one line.

use crate::insight::week::{AgainstDate, AgainstWeek, EarlierWeeks, ForWeek, WhyWeek};
use crate::words::{count, day_and_month, days_list, list};

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

/// What places a visit among the others; blank where nothing does.
pub fn for_week(reasons: &[ForWeek]) -> String {
    let sentences: Vec<String> = reasons.iter().map(placed).collect();
    sentences.join(" ")
}

fn placed(reason: &ForWeek) -> String {
    match reason {
        ForWeek::Pilot { but } if but.is_empty() => "The pilot, before all others (T9).".to_owned(),
        ForWeek::Pilot { but } => format!("The pilot, before all others but {} (T9).", list(but)),
        ForWeek::After { site, weeks } => format!(
            "{} after {site} (T7).",
            count(usize::try_from(*weeks).unwrap_or_default(), "week", "weeks")
        ),
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
        AgainstWeek::NotSoLongAfter { sites, min, max } => {
            let least = count(*min as usize, "week", "weeks");
            match max {
                Some(max) => format!("not {min} to {max} weeks after {} (T7)", list(sites)),
                None => format!("less than {least} after {} (T7)", list(sites)),
            }
        }
        AgainstWeek::Pilot { site, until } => format!(
            "the pilot at {site} and its review last to {} (T9)",
            day_and_month(*until)
        ),
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
