//! What happens on the visits, session by session, and what is prepared for them: for the inspectors who take them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::takers::{activity_of, could_take, names, takers};
use crate::domain::{
    Inspection, InspectorId, Method, Party, Plan, Prepared, Session, SiteId, TimeOfDay,
};

/// One session of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// The id of the site.
    pub site_id: SiteId,
    /// The name of the site.
    pub site: String,
    /// The activity.
    pub activity: String,
    /// Which of the activity's sessions it is.
    pub session: u32,
    /// How evidence is gathered; `None` for an activity that the tables do not have.
    pub method: Option<Method>,
    /// The day.
    pub date: NaiveDate,
    /// When it begins.
    pub start: TimeOfDay,
    /// When it ends.
    pub end: TimeOfDay,
    /// The pair that takes it, or everyone.
    pub pair: Party,
    /// The names of those who take it, in the order of their seats.
    pub inspectors: Vec<String>,
    /// Whom they see.
    pub with: Vec<String>,
    /// Why one inspectorate alone was agreed.
    pub exception: Option<String>,
}

/// What one inspector prepares on one day; or, with neither day nor inspector, what does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparationRow {
    /// The id of the site.
    pub site_id: SiteId,
    /// The name of the site.
    pub site: String,
    /// The preparation day; `None` where it does not fit.
    pub date: Option<NaiveDate>,
    /// Who prepares; `None` where it does not fit.
    pub inspector: Option<InspectorId>,
    /// Their name; where it does not fit, the names of all whom it is for.
    pub names: Vec<String>,
    /// The activity.
    pub activity: String,
    /// How many of its sessions.
    pub sessions: u64,
    /// How long they take together; `None` for an activity that the tables do not have.
    pub minutes: Option<u64>,
}

/// The sessions at the sites that `is_in` names, by visit, day and start.
pub(super) fn sessions(
    inspection: &Inspection,
    plan: &Plan,
    is_in: impl Fn(&SiteId) -> bool,
) -> Vec<SessionRow> {
    let mut sessions: Vec<&Session> = plan.sessions.iter().filter(|s| is_in(&s.site)).collect();
    sessions.sort_by_key(|one| {
        let visit = place_of(plan, &one.site);
        let times = (one.date, one.start, one.end);
        (
            visit,
            &one.site,
            times,
            one.pair,
            &one.activity,
            one.session,
        )
    });
    let rows = sessions.into_iter();
    rows.map(|session| session_row(inspection, plan, session))
        .collect()
}

fn session_row(inspection: &Inspection, plan: &Plan, session: &Session) -> SessionRow {
    let activity = activity_of(inspection, &session.site, &session.activity);
    let visit = plan.visits.get(place_of(plan, &session.site));
    let takers = visit.map(|visit| takers(inspection, visit, activity, session.pair));
    SessionRow {
        site_id: session.site.clone(),
        site: inspection.name_of_site(&session.site).to_owned(),
        activity: session.activity.clone(),
        session: session.session,
        method: activity.map(|activity| activity.method),
        date: session.date,
        start: session.start,
        end: session.end,
        pair: session.pair,
        inspectors: names(inspection, &takers.unwrap_or_default()),
        with: activity.map_or_else(Vec::new, |activity| activity.with.iter().cloned().collect()),
        exception: activity.and_then(|activity| activity.exception.clone()),
    }
}

/// Where a row of the preparation stands: by visit; what does not fit last; by day, person in the order of their seats, and
/// activity.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct PreparationPlace<'p> {
    visit: usize,
    site: &'p SiteId,
    does_not_fit: bool,
    date: Option<NaiveDate>,
    seat: usize,
    person: Option<&'p InspectorId>,
    activity: &'p str,
}

/// One row for each person, day and activity. What does not fit stands at the end of each visit, with all whom it is for.
pub(super) fn preparation(inspection: &Inspection, plan: &Plan) -> Vec<PreparationRow> {
    let mut rows: BTreeMap<PreparationPlace<'_>, u64> = BTreeMap::new();
    for prepared in &plan.preparation {
        for (seat, person) in people(inspection, plan, prepared) {
            let place = PreparationPlace {
                visit: place_of(plan, &prepared.site),
                site: &prepared.site,
                does_not_fit: prepared.date.is_none(),
                date: prepared.date,
                seat,
                person,
                activity: &prepared.activity,
            };
            let sessions = rows.entry(place).or_default();
            *sessions = sessions.saturating_add(u64::from(prepared.sessions));
        }
    }
    let rows = rows.into_iter();
    rows.map(|(place, sessions)| preparation_row(inspection, plan, &place, sessions))
        .collect()
}

/// Who takes these sessions, each with their seat on the visit; nobody, once, where they do not fit.
fn people<'p>(
    inspection: &Inspection,
    plan: &'p Plan,
    prepared: &Prepared,
) -> Vec<(usize, Option<&'p InspectorId>)> {
    let visit = plan.visits.get(place_of(plan, &prepared.site));
    let (Some(visit), Some(pair), Some(_)) = (visit, prepared.pair, prepared.date) else {
        return vec![(0, None)];
    };
    let activity = activity_of(inspection, &prepared.site, &prepared.activity);
    let seat = |id| visit.team().position(|other| other == id);
    takers(inspection, visit, activity, pair)
        .into_iter()
        .map(|id| (seat(id).unwrap_or(usize::MAX), Some(id)))
        .collect()
}

fn preparation_row(
    inspection: &Inspection,
    plan: &Plan,
    place: &PreparationPlace<'_>,
    sessions: u64,
) -> PreparationRow {
    let activity = activity_of(inspection, place.site, place.activity);
    let visit = plan.visits.get(place.visit);
    let whom = match (place.person, visit.zip(activity)) {
        (Some(id), _) => vec![id],
        (None, Some((visit, activity))) => could_take(inspection, visit, activity),
        (None, None) => Vec::new(),
    };
    PreparationRow {
        site_id: place.site.clone(),
        site: inspection.name_of_site(place.site).to_owned(),
        date: place.date,
        inspector: place.person.cloned(),
        names: names(inspection, &whom),
        activity: place.activity.to_owned(),
        sessions,
        minutes: activity.map(|one| sessions.saturating_mul(u64::from(one.minutes))),
    }
}

/// Where the visit to a site stands in the plan; last where there is none.
fn place_of(plan: &Plan, site: &SiteId) -> usize {
    let place = plan.visits.iter().position(|visit| visit.site == *site);
    place.unwrap_or(usize::MAX)
}
