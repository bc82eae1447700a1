//! Why a site cannot be visited at all, as one line. It never says who has a conflict: only that nobody may visit.

use chrono::NaiveDate;

use super::rules::{rule_numbers, rules_by_name};
use crate::calendar::DateBar;
use crate::domain::{Named, Rule, RuleSet, SiteId};
use crate::optimise::{Bar, BarredSite, NeverVisited, Obstacle, Part};
use crate::words::{count, date, date_range, list};

/// Why a site cannot be visited, where the window is from one day to another.
pub(super) fn never_visited(why: &NeverVisited, [first, last]: [NaiveDate; 2]) -> String {
    let mut reasons = Vec::new();
    let on_dates = |one: &&BarredSite| matches!(one.bar, Bar::Date(_));
    let events: Vec<&BarredSite> = why.barred.iter().filter(on_dates).collect();
    let notice = events.iter().find_map(|one| match one.bar {
        Bar::Date(DateBar::Notice(ends)) => Some(ends),
        _ => None,
    });
    if !events.is_empty() {
        let told: Vec<String> = events.iter().filter_map(|one| event(one)).collect();
        let mut of_fixed_dates = events
            .iter()
            .filter(|one| matches!(one.bar, Bar::Date(DateBar::Fixed { .. })));
        let plural = told.len() > 1 || of_fixed_dates.next().is_some();
        let leave = if plural { "leave" } else { "leaves" };
        let weeks = match notice {
            Some(ends) => format!(
                "no week from {}, when notice ends (T2), to {}",
                date(ends),
                date(last)
            ),
            None => format!("no week from {}", date_range(first, last)),
        };
        let own = events.iter().any(|one| one.part == Part::Itself);
        let others = others(why, |site| events.iter().any(|one| one.site == *site));
        reasons.push(match (own, others.as_str()) {
            _ if told.is_empty() => match notice {
                Some(ends) if ends > last => format!(
                    "notice does not end before {} (T2), and the window ends on {}",
                    date(ends),
                    date(last)
                ),
                _ => format!("there is {weeks}, the end of the window"),
            },
            (_, "") => format!("{} {leave} it {weeks}", list(&told)),
            (true, others) => format!("{} {leave} {weeks} for it and {others}", list(&told)),
            (false, others) => format!("{} {leave} {weeks} for {others}", list(&told)),
        });
    }
    for one in &why.barred {
        reasons.extend(barred(one, why, [first, last]));
    }
    if reasons.is_empty() {
        reasons.push(collision(why));
    }
    format!("it cannot be visited: {}", reasons.join("; "))
}

/// The visits collide only together, or nothing can bring the site.
fn collision(why: &NeverVisited) -> String {
    if why.with.is_empty() {
        return format!("nothing can bring it ({})", rule_numbers(why.rules));
    }
    format!(
        "no dates and teams for it and {}, keep these rules at once: {}",
        others(why, |_| true),
        rules_by_name(told(why.rules))
    )
}

/// The other sites that have a part in it, and what they are to this one.
fn others(why: &NeverVisited, counts: impl Fn(&Named<SiteId>) -> bool) -> String {
    let together = match why.rules.contains(Rule::Together) {
        true => " in the same week",
        false => "",
    };
    let binding = why.rules & (Rule::Link | Rule::Together);
    let numbers = match binding.is_empty() {
        true => String::new(),
        false => format!(" ({})", rule_numbers(binding)),
    };
    let mut told = Vec::new();
    for part in [Part::Brought, Part::Brings, Part::TiedToThese] {
        let with = why.with.iter();
        let names: Vec<String> = with
            .filter(|(site, of)| *of == part && counts(site))
            .map(|(site, _)| site.to_string())
            .collect();
        let relation = match (part, names.len()) {
            (_, 0) | (Part::Itself, _) => continue,
            (Part::Brought, 1) => "which it brings",
            (Part::Brought, _) => "of which it brings at least one",
            (Part::Brings, 1) => "which brings it",
            (Part::Brings, _) => "of which one must bring it",
            (Part::TiedToThese, 1) => "which is linked to these",
            (Part::TiedToThese, _) => "which are linked to these",
        };
        told.push(format!("{}, {relation}{together}{numbers}", list(&names)));
    }
    told.join(", and ")
}

/// An event of the calendar, and whose it is.
fn event(one: &BarredSite) -> Option<String> {
    let Bar::Date(event) = &one.bar else {
        return None;
    };
    let own = one.part == Part::Itself;
    let site = &one.site;
    Some(match event {
        // Said with the weeks that are left.
        DateBar::Notice(_) => return None,
        DateBar::Period {
            name,
            first_day,
            last_day,
        } => {
            let at = match own {
                true => String::new(),
                false => format!(" at {site}"),
            };
            let range = date_range(*first_day, *last_day);
            format!("the period ‘{name}’{at} ({range}, T4)")
        }
        DateBar::Inspection {
            name,
            first_day,
            last_day,
            gap_weeks,
        } => {
            let whose = match own {
                true => format!("its other inspection ‘{name}’"),
                false => format!("the other inspection ‘{name}’ of {site}"),
            };
            let range = date_range(*first_day, *last_day);
            match gap_weeks {
                0 => format!("{whose} ({range}, T5)"),
                weeks => {
                    let gap = count(*weeks as usize, "week", "weeks");
                    format!("{whose} ({range}) with the gap of {gap} (T5)")
                }
            }
        }
        DateBar::Fixed {
            not_before,
            not_after,
        } => {
            let whose = match own {
                true => "its fixed dates".to_owned(),
                false => format!("the fixed dates of {site}"),
            };
            let bounds = [("not before", not_before), ("not after", not_after)];
            let bounds = bounds.into_iter();
            let bounds = bounds.filter_map(|(word, day)| Some(format!("{word} {}", date((*day)?))));
            let bounds: Vec<String> = bounds.collect();
            format!("{whose} ({}, T8)", bounds.join(", "))
        }
    })
}

/// What keeps a site from visits on any day.
fn barred(one: &BarredSite, why: &NeverVisited, [first, last]: [NaiveDate; 2]) -> Option<String> {
    let own = one.part == Part::Itself;
    let who = match own {
        true => "it".to_owned(),
        false => format!("{},", others(why, |site| *site == one.site)),
    };
    Some(match &one.bar {
        Bar::Date(_) => return None,
        Bar::Excluded => format!("{who} is excluded by the lead inspector (S2)"),
        Bar::OverBurdened { days, limit } => {
            let days = count(*days as usize, "engagement day", "engagement days");
            format!("{who} has {days}, over the limit of {limit} (S4)")
        }
        Bar::NoRoom { days, holidays } => {
            let days = count(*days as usize, "onsite day", "onsite days");
            let held: Vec<String> = holidays
                .iter()
                .map(|(name, day)| format!("{name}, {}", date(*day)))
                .collect();
            let held = match held.is_empty() {
                true => String::new(),
                false => format!("; bank holidays in it: {}", held.join("; ")),
            };
            format!(
                "no visit of {days} fits between {} and {} (T1, T3) for {}{held}",
                date(first),
                date(last),
                who.trim_end_matches(','),
            )
        }
        Bar::NoTeam(obstacle) => format!("for {who} {}", no_team(obstacle)),
        Bar::NoTeamBy(rules) => format!(
            "for {who} no team is possible in any week left ({})",
            rules_by_name(told(*rules))
        ),
    })
}

/// Whom there is none of.
fn no_team(obstacle: &Obstacle) -> String {
    let cleared = |rules: &RuleSet| match rules.contains(Rule::Cleared) {
        true => "cleared ",
        false => "",
    };
    let numbers = |rules: &RuleSet| rule_numbers(told(*rules));
    match obstacle {
        Obstacle::TooFew {
            inspectorate,
            seats,
            rules,
        } => {
            let whom = format!("{}{inspectorate} inspector", cleared(rules));
            let numbers = numbers(rules);
            match seats {
                1 => format!("no {whom} who may visit it is free in any week left ({numbers})"),
                seats => {
                    format!(
                        "fewer than {seats} {whom}s who may visit it are free in any week left ({numbers})"
                    )
                }
            }
        }
        Obstacle::NoLead {
            inspectorate,
            rules,
        } => format!(
            "no experienced {}{inspectorate} inspector who may visit it is free to lead in any week left ({})",
            cleared(rules),
            numbers(rules)
        ),
        Obstacle::NoSkill { skill, rules } => format!(
            "nobody with the skill {skill} who may visit it is free in any week left ({})",
            numbers(rules)
        ),
        Obstacle::MoreFixedThanSeats {
            inspectorate,
            inspectors,
            ..
        } => format!(
            "more {inspectorate} inspectors are fixed for it than its pairs have seats for: {} (P1, P13)",
            list(inspectors)
        ),
        Obstacle::FixedCannotGo { inspector, rules } => format!(
            "{inspector}, who is fixed for it, cannot go in any week left ({})",
            numbers(rules)
        ),
        Obstacle::OverBurdened { .. } | Obstacle::NoDate { .. } | Obstacle::NoTeam => {
            "no team is possible in any week left".to_owned()
        }
    }
}

// That they "may visit it" is said whether anybody may not or all may: else the words would tell of a conflict.

/// The rules that may be told. That someone has a conflict is nobody's business (P6): they may not visit, and that is enough.
pub(super) fn told(rules: RuleSet) -> RuleSet {
    rules - Rule::NoConflict
}
