//! V12: how the remote activities are shared out over the preparation days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{Activity, InspectorId, Party, Prepared, SiteId};

use super::super::audit::{Audit, Visited};
use super::super::finding::Finding;
use super::super::words;
use super::activities;
use super::takers::{have_not, lacks, may_not, takers};

/// V12: every remote session is shared out once, to those who may take it, on a preparation day of the visit with the hours
/// for it; or it is reported as not fitting.
pub(in super::super) fn preparation(audit: &Audit) -> Vec<Finding> {
    let mut findings = elsewhere(audit);
    for visit in &audit.visits {
        let rows = prepared(audit, visit);
        if rows.is_empty() {
            continue;
        }
        let shared = VisitPreparation {
            audit,
            visit,
            activities: activities(audit, visit, true),
            rows,
        };
        findings.extend(shared.unknown());
        findings.extend(shared.once());
        findings.extend(shared.days_and_takers());
        findings.extend(shared.order());
        findings.extend(shared.hours());
    }
    findings
}

/// The plan's preparation for a visit.
pub(super) fn prepared<'f>(audit: &'f Audit<'_>, visit: &Visited) -> Vec<&'f Prepared> {
    (audit.plan.preparation.iter())
        .filter(|row| row.site == visit.site.id)
        .collect()
}

fn elsewhere(audit: &Audit) -> Vec<Finding> {
    let rows = audit.plan.preparation.iter();
    let unvisited: BTreeSet<&SiteId> = rows
        .map(|row| &row.site)
        .filter(|site| !audit.selected(site))
        .collect();
    let finding = |site: &SiteId| {
        let text = format!(
            "Preparation is shared out for {}, which the plan does not visit.",
            audit.site_name(site)
        );
        let mut finding = Finding::new(text);
        finding.site = Some(site.clone());
        finding
    };
    unvisited.into_iter().map(finding).collect()
}

/// The preparation of one visit.
struct VisitPreparation<'f> {
    audit: &'f Audit<'f>,
    visit: &'f Visited<'f>,
    /// The remote activities of its kind.
    activities: Vec<&'f Activity>,
    rows: Vec<&'f Prepared>,
}

impl<'f> VisitPreparation<'f> {
    /// A finding about this visit; the text goes on after `In the preparation for Kent, `.
    fn finding(&self, text: &str) -> Finding {
        let text = format!("In the preparation for {}, {text}", self.visit.site.name);
        Finding::new(text).at_site(self.visit.site)
    }

    /// The rows of known activities that say who takes them and when.
    fn placed(&self) -> impl Iterator<Item = (&'f Activity, &'f Prepared, NaiveDate, Party)> {
        self.rows.iter().filter_map(|row| {
            let activity = self
                .activities
                .iter()
                .find(|one| one.name == row.activity)?;
            Some((*activity, *row, row.date?, row.pair?))
        })
    }

    /// What is no remote activity of the visit: one finding for each name.
    fn unknown(&self) -> Vec<Finding> {
        let onsite = activities(self.audit, self.visit, false);
        let mut told = BTreeSet::new();
        let mut findings = Vec::new();
        for row in &self.rows {
            let is_it = |activity: &&Activity| activity.name == row.activity;
            if self.activities.iter().any(is_it) || !told.insert(&row.activity) {
                continue;
            }
            let name = words::quoted(&row.activity);
            findings.push(self.finding(&match onsite.iter().any(is_it) {
                true => {
                    format!("{name} is shared out; it is onsite, so it belongs to the timetable.")
                }
                false => format!("{name} is shared out; it is not one of the activities there."),
            }));
        }
        findings
    }

    /// Activities of which more or fewer sessions are shared out, or reported as not fitting, than they have.
    fn once(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for activity in &self.activities {
            let of_it = self.rows.iter().filter(|row| row.activity == activity.name);
            let found: u64 = of_it.map(|row| u64::from(row.sessions)).sum();
            if found != u64::from(activity.sessions) {
                let found = usize::try_from(found).unwrap_or(usize::MAX);
                findings.push(self.finding(&format!(
                    "{} of {} {} accounted for; it has {}.",
                    words::count(found, "session"),
                    words::quoted(&activity.name),
                    words::are(found),
                    activity.sessions
                )));
            }
        }
        findings
    }

    /// Sessions on a day that is none of preparation, or of somebody who may not take them.
    fn days_and_takers(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for row in &self.rows {
            let name = words::quoted(&row.activity);
            match (row.date, row.pair) {
                (Some(day), None) => findings
                    .push(self.finding(&format!("nobody takes {name} on {}.", words::date(day)))),
                (None, Some(_)) => {
                    let text = format!("{name} has somebody to take it, but no day.");
                    findings.push(self.finding(&text));
                }
                _ => {}
            }
        }
        for (activity, _, day, party) in self.placed() {
            let (name, on) = (words::quoted(&activity.name), words::date(day));
            let mut say = |text: &str| findings.push(self.finding(text).on(day));
            if !self.visit.preparation.contains(&day) {
                say(&format!("{name} is on {on}, which is not one of its days."));
            }
            if let Some(why_not) = may_not(self.visit, activity, party) {
                say(&format!("{name}, on {on}, {why_not}."));
            }
            let people = takers(self.audit, self.visit, activity, party);
            for skill in lacks(activity, &people) {
                let have_not = have_not(&people);
                say(&format!(
                    "{name}, on {on}, needs {skill}, which {have_not}."
                ));
            }
            for person in people {
                if let Some(needed) = &activity.security
                    && !self.audit.holds(person, needed, day)
                {
                    let text = format!(
                        "{} takes {name} on {on}, but does not hold {needed} on that day.",
                        person.name
                    );
                    findings.push(self.finding(&text).by(person).on(day));
                }
            }
        }
        findings
    }

    /// Activities on an earlier day than one that they come after.
    fn order(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for activity in &self.activities {
            let days = |name: &str| {
                let of_it = self.placed().filter(move |(one, ..)| one.name == name);
                of_it.map(|(_, _, day, _)| day).collect::<BTreeSet<_>>()
            };
            for first in &activity.after {
                if let Some(day) = days(&activity.name).first()
                    && let Some(last) = days(first).last()
                    && day < last
                {
                    let text = format!(
                        "{} is on {}, before {}, which must come first, on {}.",
                        words::quoted(&activity.name),
                        words::date(*day),
                        words::quoted(first),
                        words::date(*last)
                    );
                    findings.push(self.finding(&text).on(*day));
                }
            }
        }
        findings
    }

    /// Days on which somebody has more to do than the day is long.
    fn hours(&self) -> Vec<Finding> {
        let hours = &self.audit.inspection.day;
        let [lunch, again] = hours.lunch.map(|time| u64::from(time.minutes()));
        let [start, end] = [hours.start, hours.end].map(|time| u64::from(time.minutes()));
        let most = end
            .saturating_sub(start)
            .saturating_sub(again.saturating_sub(lunch));
        let mut loads: BTreeMap<(NaiveDate, &InspectorId), u64> = BTreeMap::new();
        for (activity, row, day, party) in self.placed() {
            let minutes = u64::from(row.sessions) * u64::from(activity.minutes);
            for person in takers(self.audit, self.visit, activity, party) {
                let load = loads.entry((day, &person.id)).or_default();
                *load = load.saturating_add(minutes);
            }
        }
        // Both of a pair have too much at once: that is one mistake.
        let mut over: BTreeMap<(NaiveDate, u64), Vec<&str>> = BTreeMap::new();
        for ((day, person), minutes) in loads.into_iter().filter(|(_, minutes)| *minutes > most) {
            let name = self.audit.person_name(person);
            over.entry((day, minutes)).or_default().push(name);
        }
        let mut findings = Vec::new();
        for ((day, minutes), people) in over {
            let have = if people.len() == 1 { "has" } else { "have" };
            let text = format!(
                "{} {have} {minutes} minutes on {}; a day has {most}.",
                words::and(people),
                words::date(day)
            );
            findings.push(self.finding(&text).on(day));
        }
        findings
    }
}
