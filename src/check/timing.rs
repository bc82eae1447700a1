//! T1 to T6 and T8: when sites are visited. T7 stands with the other rules on links.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Period, Severity, Site};

use super::audit::{Audit, Visited};
use super::dates::{days_off, monday};
use super::finding::Finding;
use super::links::is_brought_in_the_same_week;
use super::words;

/// A visit of more days than this takes more than one week.
const DAYS_IN_A_WEEK: u32 = 5;

/// Says something of the onsite days for which a test holds, if there are any.
fn about_days(
    visit: &Visited,
    wrong: impl Fn(NaiveDate) -> bool,
    text: impl Fn(String) -> String,
) -> Option<Finding> {
    let days: Vec<NaiveDate> = (visit.onsite.iter().copied())
        .filter(|&day| wrong(day))
        .collect();
    let first = *days.first()?;
    Some(
        Finding::new(text(words::dates(&days)))
            .at_site(visit.site)
            .on(first),
    )
}

/// T1: every onsite day lies from `timing.first_day` to `timing.last_day`.
pub(super) fn window(audit: &Audit) -> Vec<Finding> {
    let timing = &audit.inspection.timing;
    let outside = |visit| {
        about_days(
            visit,
            |day| day < timing.first_day || day > timing.last_day,
            |days| {
                format!(
                    "The visit to {} is onsite on {days}; fieldwork runs from {} to {}.",
                    visit.site.name,
                    words::date(timing.first_day),
                    words::date(timing.last_day)
                )
            },
        )
    };
    audit.visits.iter().filter_map(outside).collect()
}

/// T2: every visit starts at least the notice after the day letters are ready.
pub(super) fn notice(audit: &Audit) -> Vec<Finding> {
    let earliest = audit.dates.notice_over;
    let mut findings = Vec::new();
    for visit in &audit.visits {
        if visit.first_day() < earliest {
            let text = format!(
                "The visit to {} starts on {}; with due notice it can start on {} at the earliest.",
                visit.site.name,
                words::date(visit.first_day()),
                words::date(earliest)
            );
            findings.push(Finding::new(text).at_site(visit.site).on(visit.first_day()));
        }
    }
    findings
}

/// T3: consecutive working days from a start day, in one week or from the first working day of a week.
pub(super) fn working_days(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        let first = visit.first_day();
        for text in [start_day(audit, visit), weeks(audit, visit)] {
            findings.extend(text.map(|text| Finding::new(text).at_site(visit.site).on(first)));
        }
        let (stated, due) = (visit.stated.last_day, visit.last_day());
        if stated != due {
            let text = format!(
                "The plan has the visit to {} end on {}; its {} from {} end on {}.",
                visit.site.name,
                words::date(stated),
                words::count(visit.onsite.len(), "working day"),
                words::date(first),
                words::date(due)
            );
            findings.push(Finding::new(text).at_site(visit.site).on(stated));
        }
    }
    findings
}

fn start_day(audit: &Audit, visit: &Visited) -> Option<String> {
    let (first, site, kind) = (visit.first_day(), visit.site, visit.kind);
    if !audit.dates.is_working(&site.nation, first) {
        return Some(format!(
            "The visit to {} starts on {}, which is not a working day in {}.",
            site.name,
            words::date(first),
            site.nation
        ));
    }
    if !kind.start_days.is_empty() && !kind.start_days.contains(&first.weekday()) {
        return Some(format!(
            "The visit to {} starts on {} {}; visits of kind {} start on {}.",
            site.name,
            words::weekday(first.weekday()),
            words::date(first),
            kind.id,
            words::or(kind.start_days.iter().map(|&day| words::weekday(day)))
        ));
    }
    None
}

fn weeks(audit: &Audit, visit: &Visited) -> Option<String> {
    let (first, last, site) = (visit.first_day(), visit.last_day(), visit.site);
    if visit.onsite.len() < visit.days() as usize {
        return Some(format!(
            "The visit to {} starts on {}, where the calendar has no {} left.",
            site.name,
            words::date(first),
            words::count(visit.days() as usize, "working day")
        ));
    }
    if visit.days() <= DAYS_IN_A_WEEK {
        let opens = visit.onsite.first().copied().unwrap_or(first);
        return (monday(opens) != monday(last)).then(|| {
            format!(
                "The visit to {} takes {} from {} and so runs into the next week, to {}.",
                site.name,
                words::count(visit.onsite.len(), "working day"),
                words::date(first),
                words::date(last)
            )
        });
    }
    let opens = audit.dates.week_opens(&site.nation, first);
    (opens != first).then(|| {
        format!(
            "The visit to {} starts on {}; as it takes more than {DAYS_IN_A_WEEK} days, it must start on the first working day of a week, such as {}.",
            site.name,
            words::date(first),
            words::date(opens)
        )
    })
}

/// Whether a period applies to a site.
pub(super) fn applies(period: &Period, site: &Site) -> bool {
    let text = match period.applies_to.as_str() {
        "all" => return true,
        "site" => Some(site.id.as_str().into()),
        column => site.cell(column),
    };
    text.is_some() && text.as_deref() == period.value.as_deref()
}

/// Whether a day lies in a period, both ends included.
pub(super) fn lies_in(day: NaiveDate, period: &Period) -> bool {
    period.first_day <= day && day <= period.last_day
}

/// T4: no onsite day lies in a `must` period that applies to the site.
pub(super) fn avoid(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for visit in &audit.visits {
        for period in &audit.inspection.periods {
            if period.severity == Severity::Must && applies(period, visit.site) {
                findings.extend(about_days(
                    visit,
                    |day| lies_in(day, period),
                    |days| {
                        format!(
                            "The visit to {} is onsite on {days}, in a period that it must avoid: {}.",
                            visit.site.name, period.name
                        )
                    },
                ));
            }
        }
    }
    findings
}

/// T5: no onsite day is within the gap of another inspection of that site, whole and in any year.
pub(super) fn gap(audit: &Audit) -> Vec<Finding> {
    let Some(weeks) = audit.inspection.burden.gap_weeks else {
        return Vec::new();
    };
    let gap = 7 * i64::from(weeks);
    let mut findings = Vec::new();
    for visit in &audit.visits {
        for other in &audit.inspection.engagements {
            if other.site == visit.site.id {
                findings.extend(about_days(
                    visit,
                    |day| days_off(day, other.first_day, other.last_day) <= gap,
                    |days| {
                        format!(
                            "The visit to {} is onsite on {days}, within {} of another inspection there: {}, from {} to {}.",
                            visit.site.name,
                            words::count(weeks as usize, "week"),
                            other.inspection,
                            words::date(other.first_day),
                            words::date(other.last_day)
                        )
                    },
                ));
            }
        }
    }
    findings
}

/// T6: so many visits at most have an onsite day in one week, not counting those brought in the same week.
pub(super) fn week_limit(audit: &Audit) -> Vec<Finding> {
    let Some(limit) = audit.inspection.timing.max_visits_per_week else {
        return Vec::new();
    };
    let mut weeks: BTreeMap<NaiveDate, Vec<&str>> = BTreeMap::new();
    for visit in &audit.visits {
        if is_brought_in_the_same_week(audit, visit) {
            continue;
        }
        let mut mondays: Vec<NaiveDate> = visit.onsite.iter().map(|&day| monday(day)).collect();
        mondays.dedup();
        for week in mondays {
            weeks.entry(week).or_default().push(&visit.site.name);
        }
    }
    (weeks.iter())
        .filter(|(_, names)| names.len() > limit as usize)
        .map(|(&week, names)| {
            Finding::new(format!(
                "{} are in the week of {}, to {}; it must be at most {limit}.",
                words::count(names.len(), "visit"),
                words::date(week),
                words::and(names.iter().copied())
            ))
            .on(week)
        })
        .collect()
}

/// T8: a selected site with fixed dates has all its onsite days within them; every row for it holds.
pub(super) fn fixed_dates(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for fixed in &audit.inspection.fixed {
        let Some(visit) = audit.visit_to(&fixed.site) else {
            continue;
        };
        if let Some(bound) = fixed.not_before {
            findings.extend(about_days(
                visit,
                |day| day < bound,
                |days| {
                    format!(
                        "The visit to {} is onsite on {days}; it is fixed not to be before {}.",
                        visit.site.name,
                        words::date(bound)
                    )
                },
            ));
        }
        if let Some(bound) = fixed.not_after {
            findings.extend(about_days(
                visit,
                |day| day > bound,
                |days| {
                    format!(
                        "The visit to {} is onsite on {days}; it is fixed not to be after {}.",
                        visit.site.name,
                        words::date(bound)
                    )
                },
            ));
        }
    }
    findings
}
