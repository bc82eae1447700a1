//! In words, why a visit lies in its week: what stands in the way of every earlier one.

use chrono::NaiveDate;

use super::facts::Facts;
use super::words::{day_and_month, days_list, list};
use crate::calendar::{Start, monday};
use crate::domain::{Kind, LinkTiming, Rule, Severity, Site, Visit};

/// Why this week, as one line.
pub(super) fn why_this_week(facts: &Facts<'_>, visit: &Visit) -> String {
    let (Some(site), Some(kind)) = (facts.site(&visit.site), facts.kind(visit)) else {
        return String::new();
    };
    if let Some(bringing) = brought_this_week(facts, visit) {
        return format!("The same week as {bringing} (T7).");
    }
    let earlier = weeks_before(facts, visit);
    if earlier.is_empty() {
        return "The first week possible.".to_owned();
    }
    let mut reasons: Vec<(String, Vec<NaiveDate>)> = Vec::new();
    for week in earlier {
        let reason = against(facts, visit, site, kind, week);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, weeks)) => weeks.push(week),
            None => reasons.push((reason, vec![week])),
        }
    }
    let texts: Vec<String> = reasons
        .iter()
        .map(|(reason, weeks)| {
            let plural = if weeks.len() == 1 { "week" } else { "weeks" };
            format!("{plural} of {}: {reason}", days_list(weeks))
        })
        .collect();
    format!("Not earlier: {}.", texts.join("; "))
}

/// The selected sites that bring this one, where their visits start in the same week.
fn brought_this_week(facts: &Facts<'_>, visit: &Visit) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for link in &facts.inspection.links {
        if link.timing != LinkTiming::SameWeek {
            continue;
        }
        for other in facts.brought_by(visit, link) {
            if monday(other.first_day) == monday(visit.first_day) {
                names.push(facts.site_name(&other.site));
            }
        }
    }
    names.dedup();
    (!names.is_empty()).then(|| list(&names))
}

/// Mondays from the first possible week to the one before the visit's, in the window.
fn weeks_before(facts: &Facts<'_>, visit: &Visit) -> Vec<NaiveDate> {
    let last = monday(visit.first_day.min(facts.inspection.timing.last_day));
    monday(facts.calendar.first_possible)
        .iter_weeks()
        .take_while(|week| *week < last)
        .collect()
}

/// What stands in the way of a visit to the site in this week.
fn against(facts: &Facts<'_>, visit: &Visit, site: &Site, kind: &Kind, week: NaiveDate) -> String {
    let proper: Vec<(Start, Vec<Rule>)> = week
        .iter_days()
        .take(5)
        .filter_map(|day| facts.calendar.start_on(site, kind, day))
        .map(|start| {
            let rules = facts.calendar.forbidden_by(site, kind, &start);
            (start, rules)
        })
        .filter(|(_, rules)| !rules.contains(&Rule::WorkingDays))
        .collect();
    let Some((first, rules)) = proper.first() else {
        return "too few working days in a row (T3)".to_owned();
    };
    let allowed: Vec<&Start> = proper
        .iter()
        .filter(|(_, rules)| rules.is_empty())
        .map(|(start, _)| start)
        .collect();
    if allowed.is_empty() {
        // A rule that forbids every start of the week explains more than one that forbids the first.
        let always = rules
            .iter()
            .find(|rule| proper.iter().all(|(_, others)| others.contains(rule)));
        return match always.or(rules.first()) {
            Some(rule) => in_words(facts, *rule, site, first),
            None => "no day is possible".to_owned(),
        };
    }
    if let Some(most) = facts.inspection.timing.max_visits_per_week
        && allowed
            .iter()
            .all(|start| is_full(facts, visit, start, most))
    {
        return "full (T6)".to_owned();
    }
    let leave = |start: &Start| start.leave_days > 0;
    if allowed.iter().all(|start| leave(start)) && !facts.start(visit).is_some_and(|s| leave(&s)) {
        let last = allowed.iter().map(|start| start.last_day()).max();
        let to = last.unwrap_or(first.last_day());
        let periods = facts
            .calendar
            .periods_for(site, Severity::Prefer, first.first_day(), to);
        let names: Vec<&str> = unique(periods.iter().map(|period| period.name.as_str()));
        return format!("{}, better avoided", list(&names));
    }
    "possible for the site, but not in the best plan found for all visits and teams".to_owned()
}

/// Whether the other visits leave no room in a week that this start needs (T6).
fn is_full(facts: &Facts<'_>, visit: &Visit, start: &Start, most: u32) -> bool {
    start.weeks.iter().any(|week| {
        let others = facts
            .visits()
            .iter()
            .filter(|other| other.site != visit.site && !facts.is_brought_in_week(other))
            .filter(|other| monday(other.first_day) <= *week && *week <= monday(other.last_day))
            .count();
        others >= most as usize
    })
}

/// The rule and the fact behind it.
fn in_words(facts: &Facts<'_>, rule: Rule, site: &Site, start: &Start) -> String {
    let (from, to) = (start.first_day(), start.last_day());
    let fact = match rule {
        Rule::Avoid => {
            let periods = facts.calendar.periods_for(site, Severity::Must, from, to);
            list(&unique(periods.iter().map(|period| period.name.as_str())))
        }
        Rule::Gap => {
            let weeks = facts.inspection.burden.gap_weeks.unwrap_or(0);
            let reach = i64::from(weeks) * 7;
            let near = facts.inspection.engagements.iter().filter(|engagement| {
                engagement.site == site.id
                    && (engagement.first_day - to).num_days() <= reach
                    && (from - engagement.last_day).num_days() <= reach
            });
            let names = unique(near.map(|engagement| engagement.inspection.as_str()));
            format!("too close to {}", list(&names))
        }
        Rule::FixedDates => "outside the dates the lead inspector has fixed".to_owned(),
        Rule::Notice => format!(
            "notice does not end before {}",
            day_and_month(facts.calendar.notice_ends)
        ),
        Rule::Window => "outside the fieldwork window".to_owned(),
        other => other.name().to_owned(),
    };
    format!("{fact} ({})", rule.number())
}

fn unique<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut seen = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}
