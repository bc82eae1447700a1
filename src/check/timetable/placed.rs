//! V1: every onsite session is placed once and lasts its activity's minutes.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Activity, Session, SiteId};

use super::super::audit::{Audit, Visited};
use super::super::finding::Finding;
use super::super::words;
use super::{MOST_SETTLED, activities, called, moment, number_of, rows_of};

/// V1: every session of a visit's onsite activities is placed once and lasts its activity's minutes.
pub(in super::super) fn placed(audit: &Audit) -> Vec<Finding> {
    let mut findings = elsewhere(audit);
    findings.extend(one_offs(audit));
    for visit in &audit.visits {
        let rows = rows_of(audit, visit);
        if rows.is_empty() {
            continue;
        }
        findings.extend(unknown(audit, visit, &rows));
        for activity in activities(audit, visit, false) {
            let of = |row: &&&Session| row.activity == activity.name;
            let rows: Vec<&Session> = rows.iter().filter(of).copied().collect();
            let sessions = number_of(audit, visit, activity);
            findings.extend(out_of_range(visit, activity, sessions, &rows));
            let numbers: BTreeSet<u32> = rows.iter().map(|row| row.session).collect();
            for number in numbers
                .into_iter()
                .filter(|number| (1..=sessions).contains(number))
            {
                let rows = rows.iter().filter(|row| row.session == number);
                let rows: Vec<&Session> = rows.copied().collect();
                findings.extend(once(visit, activity, &rows));
            }
            findings.extend(missing(visit, activity, sessions, &rows));
        }
    }
    findings
}

/// Sessions at sites that the plan does not visit.
fn elsewhere(audit: &Audit) -> Vec<Finding> {
    let mut sites: BTreeMap<&SiteId, usize> = BTreeMap::new();
    for session in &audit.plan.sessions {
        if !audit.selected(&session.site) {
            *sites.entry(&session.site).or_default() += 1;
        }
    }
    let finding = |(id, n): (&SiteId, usize)| {
        let text = format!(
            "The timetable has {} at {}, which the plan does not visit.",
            words::count(n, "session"),
            audit.site_name(id)
        );
        let mut finding = Finding::new(text);
        finding.site = Some(id.clone());
        finding
    };
    sites.into_iter().map(finding).collect()
}

/// Numbers of sessions that are settled for what no visit has, or twice.
fn one_offs(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for one in &audit.plan.one_offs {
        let visit = audit.visits.iter().find(|visit| visit.site.id == one.site);
        let onsite = visit.map(|visit| activities(audit, visit, false));
        let is_known = onsite.is_some_and(|all| all.iter().any(|known| known.name == one.activity));
        let is_new = seen.insert((&one.site, &one.activity));
        let (site, name) = (audit.site_name(&one.site), words::quoted(&one.activity));
        let text = match (is_known, is_new) {
            (true, true) if one.sessions <= MOST_SETTLED => continue,
            (true, true) => format!(
                "At {site}, {} sessions of {name} are settled; a visit has at most {MOST_SETTLED}.",
                one.sessions
            ),
            (true, false) => {
                format!("At {site}, the number of sessions of {name} is settled twice.")
            }
            (false, _) => format!(
                "At {site}, a number of sessions is settled for {name}, which is no onsite activity of a visit there."
            ),
        };
        let mut finding = Finding::new(text);
        finding.site = Some(one.site.clone());
        findings.push(finding);
    }
    findings
}

/// Sessions of what is no onsite activity of the visit: one finding for each name.
fn unknown(audit: &Audit, visit: &Visited, rows: &[&Session]) -> Vec<Finding> {
    let onsite = activities(audit, visit, false);
    let remote = activities(audit, visit, true);
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for row in rows {
        let is_it = |activity: &&Activity| activity.name == row.activity;
        if onsite.iter().any(is_it) || !told.insert(&row.activity) {
            continue;
        }
        let (site, name) = (&visit.site.name, words::quoted(&row.activity));
        let text = match remote.iter().any(is_it) {
            true => format!(
                "At {site}, {name} is placed at {}; it is remote, so it belongs to the preparation.",
                moment(row.date, row.start)
            ),
            false => format!(
                "At {site}, {name} is placed at {}; it is not one of the activities there.",
                moment(row.date, row.start)
            ),
        };
        findings.push(Finding::new(text).at_site(visit.site).on(row.date));
    }
    findings
}

/// Sessions with numbers that the activity does not have.
fn out_of_range(
    visit: &Visited,
    activity: &Activity,
    sessions: u32,
    rows: &[&Session],
) -> Vec<Finding> {
    let numbers: BTreeSet<u32> = rows
        .iter()
        .map(|row| row.session)
        .filter(|number| !(1..=sessions).contains(number))
        .collect();
    let finding = |number: u32| {
        let text = format!(
            "At {}, the timetable has session {number} of {}, which has {}.",
            visit.site.name,
            words::quoted(&activity.name),
            words::count(sessions as usize, "session")
        );
        Finding::new(text).at_site(visit.site)
    };
    numbers.into_iter().map(finding).collect()
}

/// One session that is placed several times, or not for as long as it lasts.
fn once(visit: &Visited, activity: &Activity, rows: &[&Session]) -> Option<Finding> {
    let row = rows.first()?;
    let (site, name) = (&visit.site.name, called(activity, &[row.session]));
    let (start, end) = (row.start.minutes(), row.end.minutes());
    let text = if rows.len() > 1 {
        let times = rows.iter().map(|row| moment(row.date, row.start));
        format!(
            "At {site}, {name} is placed {} times: at {}.",
            rows.len(),
            words::and(times)
        )
    } else if end <= start {
        format!(
            "At {site}, {name} begins at {}, but ends at {}.",
            moment(row.date, row.start),
            row.end
        )
    } else if end - start != activity.minutes {
        format!(
            "At {site}, {name} lasts {} from {}; it must last {}.",
            words::count((end - start) as usize, "minute"),
            moment(row.date, row.start),
            activity.minutes
        )
    } else {
        return None;
    };
    Some(Finding::new(text).at_site(visit.site).on(row.date))
}

/// The sessions of an activity that are not placed.
fn missing(
    visit: &Visited,
    activity: &Activity,
    sessions: u32,
    rows: &[&Session],
) -> Option<Finding> {
    let missing: Vec<u32> = (1..=sessions)
        .filter(|number| !rows.iter().any(|row| row.session == *number))
        .collect();
    let (site, name) = (&visit.site.name, words::quoted(&activity.name));
    let text = match missing.as_slice() {
        [] => return None,
        all if all.len() == sessions as usize && all.len() > 1 => {
            format!(
                "At {site}, none of the {} sessions of {name} is placed.",
                all.len()
            )
        }
        [_] => format!("At {site}, {} is not placed.", called(activity, &missing)),
        _ => format!("At {site}, {} are not placed.", called(activity, &missing)),
    };
    Some(Finding::new(text).at_site(visit.site))
}
