//! The timetables of a plan in short: how full they are, who prepares how long, and what does not fit.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::heading::Heading;
use super::takers::{activity_of, could_take, names, takers};
use crate::domain::{Inspection, InspectorId, Party, Plan, Prepared, Session, Visit};

/// For the lead: the timetables of the visits, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimetablesInShort {
    /// The head of the document.
    pub heading: Heading,
    /// The visits with sessions or preparation, in the order of the plan.
    pub visits: Vec<TimetableInShort>,
    /// The preparation that does not fit.
    pub left_over: Vec<LeftOver>,
}

/// The timetable of one visit, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimetableInShort {
    /// The name of the site.
    pub site: String,
    /// The first onsite day.
    pub first_day: NaiveDate,
    /// How many sessions there are onsite.
    pub sessions: usize,
    /// On how many days.
    pub days: usize,
    /// How many days the visit has; `None` where the settings do not have its kind.
    pub of_days: Option<usize>,
    /// How many each pair takes.
    pub of_pairs: Vec<usize>,
    /// How many the whole team takes.
    pub of_all: usize,
    /// The minutes of preparation of each inspector by name, in the order of their seats.
    pub preparation: Vec<(String, u32)>,
}

/// Preparation that the days before a visit do not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// The name of the site.
    pub site: String,
    /// The activity.
    pub activity: String,
    /// How many of its sessions.
    pub sessions: u32,
    /// How long they take together.
    pub minutes: u32,
    /// The names of all whom it is for.
    pub names: Vec<String>,
}

impl TimetablesInShort {
    /// The timetables of a plan.
    pub fn new(inspection: &Inspection, plan: &Plan) -> Self {
        let visits = plan.visits.iter();
        let in_short = visits.filter_map(|visit| timetable(inspection, plan, visit));
        let left_over = plan.visits.iter().flat_map(|visit| {
            let rows = plan.preparation.iter();
            let of_visit = rows.filter(|row| row.site == visit.site && row.date.is_none());
            of_visit.filter_map(|row| left_over(inspection, visit, row))
        });
        Self {
            heading: Heading::of_plan(inspection, plan),
            visits: in_short.collect(),
            left_over: left_over.collect(),
        }
    }
}

fn timetable(inspection: &Inspection, plan: &Plan, visit: &Visit) -> Option<TimetableInShort> {
    let sessions = plan.sessions.iter();
    let sessions: Vec<&Session> = sessions.filter(|one| one.site == visit.site).collect();
    let prepared = plan.preparation.iter();
    let prepared: Vec<&Prepared> = prepared.filter(|one| one.site == visit.site).collect();
    if sessions.is_empty() && prepared.is_empty() {
        return None;
    }
    let days: BTreeSet<NaiveDate> = sessions.iter().map(|session| session.date).collect();
    let taken_by = |party| sessions.iter().filter(|one| one.pair == party).count();
    let pairs = 1..=visit.pairs.len() as u32;
    Some(TimetableInShort {
        site: inspection.name_of_site(&visit.site).to_owned(),
        first_day: visit.first_day,
        sessions: sessions.len(),
        days: days.len(),
        of_days: days_of(inspection, visit),
        of_pairs: pairs.map(|number| taken_by(Party::Pair(number))).collect(),
        of_all: taken_by(Party::All),
        preparation: preparation(inspection, visit, &prepared),
    })
}

/// How many onsite days a visit has.
fn days_of(inspection: &Inspection, visit: &Visit) -> Option<usize> {
    let kind = inspection.kind(&visit.kind)?;
    let days = inspection.site(&visit.site).and_then(|site| site.days);
    Some(days.unwrap_or(kind.days) as usize)
}

/// On how many of its days a visit has sessions, and how many days it has, where that is more; `None` without sessions.
pub(super) fn spare_days(
    inspection: &Inspection,
    plan: &Plan,
    visit: &Visit,
) -> Option<(usize, usize)> {
    let sessions = plan.sessions.iter();
    let days: BTreeSet<NaiveDate> = sessions
        .filter(|session| session.site == visit.site)
        .map(|session| session.date)
        .collect();
    let all = days_of(inspection, visit)?;
    (!days.is_empty() && days.len() < all).then_some((days.len(), all))
}

fn preparation(
    inspection: &Inspection,
    visit: &Visit,
    prepared: &[&Prepared],
) -> Vec<(String, u32)> {
    let mut minutes: BTreeMap<&InspectorId, u32> = BTreeMap::new();
    for row in prepared {
        let activity = activity_of(inspection, &visit.site, &row.activity);
        if let (Some(party), Some(activity)) = (row.pair, activity) {
            for person in takers(inspection, visit, Some(activity), party) {
                *minutes.entry(person).or_default() += row.sessions * activity.minutes;
            }
        }
    }
    let of_team = visit.team().filter_map(|id| Some((id, *minutes.get(id)?)));
    of_team
        .map(|(id, minutes)| (names(inspection, &[id]).concat(), minutes))
        .collect()
}

fn left_over(inspection: &Inspection, visit: &Visit, row: &Prepared) -> Option<LeftOver> {
    let activity = activity_of(inspection, &visit.site, &row.activity)?;
    Some(LeftOver {
        site: inspection.name_of_site(&visit.site).to_owned(),
        activity: row.activity.clone(),
        sessions: row.sessions,
        minutes: row.sessions * activity.minutes,
        names: names(inspection, &could_take(inspection, visit, activity)),
    })
}
