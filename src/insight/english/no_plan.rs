//! Why there is no plan.

use super::conditions::{is_kept, is_not_kept, whose};
use super::never::told;
use super::rules::rule_numbers;
use crate::domain::Rule;
use crate::optimise::{
    Cause, CauseFact, Condition, Infeasibility, Obstacle, ShortOfDays, SiteObstacle, WayOut,
};
use crate::words::{count, date, list, named_kind};

/// Why there is no plan: what cannot all be kept, what stands in its way, and what was tried.
pub fn no_plan(why: &Infeasibility) -> String {
    let mut lines =
        vec!["There is no plan: no choice of sites, dates and teams keeps every rule.".to_owned()];
    let many = why.causes.len() > 1;
    if many {
        lines.push(format!(
            "There are {} causes, and each by itself is enough to leave no plan.",
            why.causes.len()
        ));
    }
    for (place, found) in (1..).zip(&why.causes) {
        lines.push(String::new());
        let number = if many {
            format!("{place}. ")
        } else {
            String::new()
        };
        lines.extend(cause(&number, found));
    }
    if !why.are_all {
        lines.push(String::new());
        lines.push(
            "Whether this is all was not found out: there may be more in the way. No way out was tried."
                .to_owned(),
        );
    }
    if why.causes.iter().any(tried_a_longer_window) {
        lines.push(String::new());
        lines.push(LONGER_WINDOW.to_owned());
    }
    lines.extend(ways_out(&why.ways_out));
    lines.join("\n")
}

/// How far the window was set aside where it is no part of a cause.
const LONGER_WINDOW: &str =
    "“Whatever else is dropped” goes for the window too, with up to six weeks more at either end.";

/// Whether a cause holds with a longer window, and could be gone with one longer still: not where it is of numbers alone.
fn tried_a_longer_window(cause: &Cause) -> bool {
    let is_window = |condition: &Condition| matches!(condition, Condition::Window { .. });
    let is_of_weeks =
        |fact: &CauseFact| matches!(fact, CauseFact::Site(_) | CauseFact::Weeks { .. });
    !cause.conditions.iter().any(is_window) && cause.facts.iter().any(is_of_weeks)
}

/// A cause: what cannot all be kept, then what stands in its way.
fn cause(number: &str, cause: &Cause) -> Vec<String> {
    let cannot = match cause.conditions.len() {
        1 => "This cannot be kept",
        _ => "These cannot all be kept",
    };
    let whether = match cause.is_smallest || cause.conditions.len() == 1 {
        true => "",
        false => ". Whether each of them has a part in it was not found out",
    };
    let mut lines = vec![format!(
        "{number}{cannot}, whatever else is dropped{whether}:"
    )];
    let conditions = cause.conditions.iter();
    lines.extend(conditions.map(|condition| format!("  - {}", is_kept(condition))));
    lines.extend(cause.facts.iter().map(fact));
    lines
}

fn fact(fact: &CauseFact) -> String {
    match fact {
        CauseFact::Sites {
            kind,
            in_table,
            visitable,
        } => of_the_table(
            *in_table,
            &format!("of the kind {}", named_kind(kind)),
            *visitable,
        ),
        CauseFact::SitesOfQuota {
            kind,
            column,
            value,
            in_table,
            visitable,
        } => {
            let of = format!("of the kind {} {}", named_kind(kind), whose(column, value));
            of_the_table(*in_table, &of, *visitable)
        }
        CauseFact::Site(obstacle) => site(obstacle),
        CauseFact::MoreSites(more) => {
            format!("Sites besides these that could not be visited: {more}.")
        }
        CauseFact::Needs { site, one_of } => match one_of.as_slice() {
            [] => format!("{site} is linked to no site, so it can never be selected (S5)."),
            [one] => format!("{site} can be selected only together with {one} (S5)."),
            some => format!(
                "{site} can be selected only together with one of these: {} (S5).",
                list(some)
            ),
        },
        CauseFact::ShortOfDays(short) => short_of_days(short),
        CauseFact::Weeks {
            first_day,
            by_notice,
            last_day,
            ..
        } if first_day > last_day => {
            let why = if *by_notice {
                ", once notice is given (T2),"
            } else {
                ""
            };
            format!(
                "The first possible day{why} would be {}, after the last, {}.",
                date(*first_day),
                date(*last_day)
            )
        }
        CauseFact::Weeks {
            first_day,
            by_notice,
            last_day,
            weeks,
        } => {
            let why = if *by_notice {
                ", once notice is given (T2),"
            } else {
                ""
            };
            format!(
                "The first possible day{why} is {} and the last {}: that touches {}.",
                date(*first_day),
                date(*last_day),
                count(*weeks as usize, "week", "weeks")
            )
        }
    }
}

/// How many sites there are of some, and how many of them could be visited.
fn of_the_table(in_table: usize, of: &str, visitable: usize) -> String {
    match (in_table, visitable) {
        (0, _) => format!("The table has none {of}."),
        (_, 0) => format!("The table has {in_table} {of}, of which none could be visited."),
        (_, _) => format!("The table has {in_table} {of}, of which {visitable} could be visited."),
    }
}

fn short_of_days(short: &ShortOfDays) -> String {
    let ShortOfDays {
        inspectorate,
        needed,
        there_are,
        inspectors,
    } = short;
    let (whose, between) = match inspectors {
        0 => ("there is no inspector of it".to_owned(), ""),
        1 => (
            format!("its only inspector can have at most {there_are}"),
            "",
        ),
        more => (
            format!("its {more} inspectors can have at most {there_are}"),
            " between them",
        ),
    };
    format!(
        "The visits need at least {} of {inspectorate}, and {whose}{between}.",
        count(*needed as usize, "onsite day", "onsite days")
    )
}

/// One sentence on what leaves a site without a visit.
fn site(found: &SiteObstacle) -> String {
    let site = &found.site;
    match &found.obstacle {
        Obstacle::OverBurdened { days } => {
            format!("{site}: {days} days of other inspections are more than the limit allows (S4).")
        }
        Obstacle::NoDate { rules } if rules.is_empty() => {
            format!("{site}: no visit fits in the window (T1, T3).")
        }
        Obstacle::NoDate { rules } => {
            format!(
                "{site}: no date is left in the window ({}).",
                rule_numbers(told(*rules))
            )
        }
        Obstacle::TooFew {
            inspectorate,
            seats,
            rules,
        } => {
            let whom = format!(
                "{}{inspectorate} inspector",
                cleared(rules.contains(Rule::Cleared))
            );
            let too_few = match seats {
                1 => format!("no {whom}"),
                _ => format!("fewer than {seats} {whom}s"),
            };
            format!(
                "{site}: {too_few} can go in any week left ({}).",
                rule_numbers(told(*rules))
            )
        }
        Obstacle::NoLead {
            inspectorate,
            rules,
        } => format!(
            "{site}: no experienced {}{inspectorate} inspector can go to lead in any week left ({}).",
            cleared(rules.contains(Rule::Cleared)),
            rule_numbers(told(*rules))
        ),
        Obstacle::NoSkill { skill, rules } => format!(
            "{site}: nobody with the skill {skill} can go in any week left ({}).",
            rule_numbers(told(*rules))
        ),
        Obstacle::MoreFixedThanSeats {
            inspectorate,
            seats,
            inspectors,
        } => {
            let seats = match seats {
                0 => "no seat".to_owned(),
                seats => count(*seats, "seat", "seats"),
            };
            let are = if inspectors.len() == 1 { "is" } else { "are" };
            format!(
                "{site}: {} {are} fixed for it, and its pairs have {seats} for {inspectorate} (P1, P13).",
                list(inspectors)
            )
        }
        Obstacle::FixedCannotGo { inspector, rules } => format!(
            "{site}: {inspector}, who is fixed for it, cannot go in any week left ({}).",
            rule_numbers(told(*rules))
        ),
        Obstacle::NoTeam => format!("{site}: no team can be found in any week left."),
    }
}

/// "cleared " where the clearance is to blame.
fn cleared(is_to_blame: bool) -> &'static str {
    if is_to_blame { "cleared " } else { "" }
}

/// What was tried, by what came of it.
fn ways_out(ways: &[WayOut]) -> Vec<String> {
    let of = |outcome: Option<bool>, heading: &str| -> Vec<String> {
        let ways = ways.iter().filter(|way| way.gives_plan == outcome);
        let ways: Vec<String> = ways
            .map(|way| {
                let dropped: Vec<String> = way.without.iter().map(is_not_kept).collect();
                format!("  - {}", list(&dropped))
            })
            .collect();
        if ways.is_empty() {
            return ways;
        }
        let heading = vec![String::new(), heading.to_owned()];
        heading.into_iter().chain(ways).collect()
    };
    let plan = of(Some(true), "Tried: there is a plan if");
    let none = of(Some(false), "Tried: there is still no plan if only");
    let open = of(
        None,
        "Tried, but not to the end: it is not known whether there is a plan if",
    );
    plan.into_iter().chain(none).chain(open).collect()
}
