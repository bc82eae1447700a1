//! In words, why a visit lies in its week: what stands in the way of every earlier one.

use chrono::NaiveDate;

use super::beside::{Brought, Dated, brought_along, proper_starts};
use super::particulars::Particulars;
use crate::calendar::{Start, monday};
use crate::domain::{Kind, LinkTiming, Rule, Severity, Site, Visit};
use crate::words::{day_and_month, days_list, list};

/// A site's start, first, and those of the sites that would have to come along.
type Party<'a> = Vec<(&'a Site, Start)>;

/// Why this week, as one line.
pub(crate) fn why_this_week(facts: &Particulars<'_>, visit: &Visit) -> String {
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
fn brought_this_week(facts: &Particulars<'_>, visit: &Visit) -> Option<String> {
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
fn weeks_before(facts: &Particulars<'_>, visit: &Visit) -> Vec<NaiveDate> {
    let last = monday(visit.first_day.min(facts.inspection.timing.last_day));
    monday(facts.calendar.first_possible)
        .iter_weeks()
        .take_while(|week| *week < last)
        .collect()
}

/// What stands in the way of a visit to the site in this week.
fn against(
    facts: &Particulars<'_>,
    visit: &Visit,
    site: &Site,
    kind: &Kind,
    week: NaiveDate,
) -> String {
    let proper = proper_starts(facts, site, kind, week);
    let allowed: Vec<Start> = proper.iter().filter_map(Dated::allowed).collect();
    if allowed.is_empty() {
        return forbidden(facts, site, &proper);
    }
    let brought = brought_along(facts, visit);
    let mut parties: Vec<Party<'_>> = Vec::new();
    for start in &allowed {
        let mut party = vec![(site, start.clone())];
        for one in &brought {
            match one.start_beside(facts, start) {
                Some(beside) => party.push((one.site, beside)),
                None => break,
            }
        }
        if party.len() == 1 + brought.len() {
            parties.push(party);
        }
    }
    if parties.is_empty() {
        let hinders = |one: &&Brought<'_>| {
            let mut starts = allowed.iter();
            starts.all(|start| one.start_beside(facts, start).is_none())
        };
        let names = |brought: &[&Brought<'_>]| {
            let names: Vec<&str> = brought.iter().map(|one| one.site.name.as_str()).collect();
            list(&names)
        };
        return match brought.iter().find(hinders) {
            Some(one) => one.against(facts, week),
            None => {
                let all: Vec<&Brought<'_>> = brought.iter().collect();
                format!(
                    "{} would not all fit in the same week (T3, T7)",
                    names(&all)
                )
            }
        };
    }
    if let Some(most) = facts.inspection.timing.max_visits_per_week
        && parties
            .iter()
            .flat_map(|party| party.first())
            .all(|(_, start)| is_full(facts, visit, start, most))
    {
        return "full (T6)".to_owned();
    }
    better_avoided(facts, visit, &brought, &parties).unwrap_or_else(|| {
        "possible for the site, but not in the best plan found for all visits and teams".to_owned()
    })
}

/// The periods that make this week worse than the visit's own, were nothing else moved; `None` if it is no worse.
fn better_avoided(
    facts: &Particulars<'_>,
    visit: &Visit,
    brought: &[Brought<'_>],
    parties: &[Party<'_>],
) -> Option<String> {
    let weights = &facts.inspection.weights;
    let points = |start: &Start| {
        weights.leave * f64::from(start.leave_days) + weights.delay * start.delay_weeks as f64
    };
    let together =
        |party: &Party<'_>| -> f64 { party.iter().map(|(_, start)| points(start)).sum() };
    let with_it = brought.iter().map(|one| one.visit);
    let now: Option<Vec<Start>> = std::iter::once(visit)
        .chain(with_it)
        .map(|visit| facts.start(visit))
        .collect();
    let now: f64 = now?.iter().map(points).sum();
    let best = parties
        .iter()
        .min_by(|a, b| together(a).total_cmp(&together(b)))?;
    if together(best) <= now {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for (site, start) in best {
        let (from, to) = (start.first_day(), start.last_day());
        let periods = facts.calendar.periods_for(site, Severity::Prefer, from, to);
        names.extend(periods.iter().map(|period| period.name.as_str()));
    }
    let names = unique(names.into_iter());
    (!names.is_empty()).then(|| format!("{}, better avoided", list(&names)))
}

/// Why no start of a week is allowed: the rule that forbids them all, or what forbids each.
pub(crate) fn forbidden(facts: &Particulars<'_>, site: &Site, proper: &[Dated]) -> String {
    let Some(first) = proper.first() else {
        return "no day to start on leaves enough working days (T3)".to_owned();
    };
    let mut common = first.rules.iter();
    if let Some(rule) = common.find(|rule| proper.iter().all(|one| one.rules.contains(rule))) {
        return in_words(facts, *rule, site, &first.start);
    }
    let mut reasons: Vec<String> = Vec::new();
    for one in proper {
        if let Some(rule) = one.rules.first() {
            let reason = in_words(facts, *rule, site, &one.start);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    list(&reasons)
}

/// Whether the other visits leave no room in a week that this start needs (T6).
fn is_full(facts: &Particulars<'_>, visit: &Visit, start: &Start, most: u32) -> bool {
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
fn in_words(facts: &Particulars<'_>, rule: Rule, site: &Site, start: &Start) -> String {
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
