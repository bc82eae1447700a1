//! P3, P4, P9 and P10: what the visits together ask of one inspector.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::Inspector;

use super::audit::Audit;
use super::dates::monday;
use super::finding::Finding;
use super::words;

/// P3: no inspector is needed by two visits on the same day, preparation days included.
pub(super) fn one_place(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for person in audit.people_used() {
        let mut needed: BTreeMap<NaiveDate, Vec<&str>> = BTreeMap::new();
        for visit in audit.visits_of(person) {
            for &day in visit.preparation.iter().chain(&visit.onsite) {
                needed.entry(day).or_default().push(&visit.site.name);
            }
        }
        // One double booking is one mistake, however many days it lasts.
        let mut booked: Vec<(Vec<&str>, Vec<NaiveDate>)> = Vec::new();
        for (day, by) in needed.into_iter().filter(|(_, by)| by.len() > 1) {
            match booked.iter_mut().find(|(known, _)| *known == by) {
                Some((_, days)) => days.push(day),
                None => booked.push((by, vec![day])),
            }
        }
        for (by, days) in booked {
            let text = format!(
                "{} is needed by the visits to {} {}.",
                person.name,
                words::and(by),
                words::on_days(&days)
            );
            let finding = Finding::new(text).by(person);
            findings.push(match days.first() {
                Some(&first) => finding.on(first),
                None => finding,
            });
        }
    }
    findings
}

/// P4: every inspector is in the team, works, and is not absent, on each preparation and onsite day of their visits.
pub(super) fn available(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        for person in &visit.team {
            let preparing = visit.preparation.iter().map(|&day| (day, "to prepare for"));
            let onsite = visit.onsite.iter().map(|&day| (day, "at"));
            for (day, what_for) in preparing.chain(onsite) {
                if let Some(why_not) = unavailable(audit, person, day) {
                    let text = format!(
                        "{} {why_not}, but is needed {what_for} {}.",
                        person.name, visit.site.name
                    );
                    findings.push(Finding::new(text).at_site(visit.site).by(person).on(day));
                }
            }
        }
    }
    findings
}

fn unavailable(audit: &Audit, person: &Inspector, day: NaiveDate) -> Option<String> {
    let is_in_team =
        person.from.is_none_or(|from| from <= day) && person.until.is_none_or(|until| day <= until);
    if !is_in_team {
        return Some(format!("is not in the team on {}", words::date(day)));
    }
    let absent = (audit.inspection.absences.iter())
        .filter(|absence| absence.inspector == person.id)
        .any(|absence| absence.first_day <= day && day <= absence.last_day);
    if absent {
        return Some(format!("is absent on {}", words::date(day)));
    }
    let weekday = day.weekday();
    (!person.works.contains(&weekday)).then(|| {
        format!(
            "does not work on {} {}",
            words::weekday(weekday),
            words::date(day)
        )
    })
}

/// The days on which an inspector is onsite.
pub(super) fn onsite_days(audit: &Audit, person: &Inspector) -> BTreeSet<NaiveDate> {
    (audit.visits_of(person))
        .flat_map(|visit| visit.onsite.iter().copied())
        .collect()
}

/// P9: no inspector has more onsite days than their own `max_days`, or else the general one.
pub(super) fn limit(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for person in audit.people_used() {
        let Some(limit) = person.max_days.or(audit.inspection.staffing.max_days) else {
            continue;
        };
        let days = onsite_days(audit, person).len();
        if days > limit as usize {
            let text = format!(
                "{} has {}; it must be at most {limit}.",
                person.name,
                words::count(days, "onsite day")
            );
            findings.push(Finding::new(text).by(person));
        }
    }
    findings
}

/// P10: no inspector is onsite in more than `max_weeks_in_row` weeks in a row.
pub(super) fn rest(audit: &Audit) -> Vec<Finding> {
    let Some(limit) = audit.inspection.staffing.max_weeks_in_row else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for person in audit.people_used() {
        let mondays: BTreeSet<NaiveDate> = (onsite_days(audit, person).into_iter())
            .map(monday)
            .collect();
        for (first, weeks) in runs(&mondays) {
            if weeks > limit as usize {
                let text = format!(
                    "{} is onsite in {weeks} weeks in a row from the week of {}; it must be at most {limit}.",
                    person.name,
                    words::date(first)
                );
                findings.push(Finding::new(text).by(person).on(first));
            }
        }
    }
    findings
}

/// The runs of consecutive Mondays: the first of each, and how many there are.
fn runs(mondays: &BTreeSet<NaiveDate>) -> Vec<(NaiveDate, usize)> {
    let mut runs: Vec<(NaiveDate, usize)> = Vec::new();
    for &monday in mondays {
        let follows = (monday.checked_sub_days(Days::new(7)))
            .is_some_and(|last_week| mondays.contains(&last_week));
        match runs.last_mut() {
            Some((_, weeks)) if follows => *weeks += 1,
            _ => runs.push((monday, 1)),
        }
    }
    runs
}
