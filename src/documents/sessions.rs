//! `sessions.csv`: the draft timetable of every visit, made to be edited and to be checked again.

use super::OutputError;
use super::status::status;
use super::table::Table;
use crate::domain::{
    Activity, Inspection, InspectorId, InspectorateId, Party, Plan, Session, SiteId, TakenBy, Visit,
};
use crate::store::safe_name;
use crate::words;

const COLUMNS: [&str; 12] = [
    "site",
    "site_name",
    "activity",
    "session",
    "method",
    "date",
    "start",
    "end",
    "pair",
    "inspectors",
    "with",
    "exception",
];

/// The table of all sessions: one row for each, by visit, day and start. An edited one is read by
/// [`crate::input::read_sessions`].
///
/// # Errors
/// [`OutputError`].
pub fn sessions_csv(inspection: &Inspection, plan: &Plan) -> Result<Vec<u8>, OutputError> {
    table(inspection, plan, |_| true)
}

/// The table of the visits to the sites of the kinds of one inspectorate; `None` where it has no session.
pub(super) fn sessions_of(
    inspection: &Inspection,
    plan: &Plan,
    inspectorate: &InspectorateId,
) -> Result<Option<(String, Vec<u8>)>, OutputError> {
    let is_theirs = |site: &SiteId| {
        let site = inspection.site(site);
        let kind = site.and_then(|site| inspection.kind(&site.kind));
        kind.is_some_and(|kind| kind.inspectorate == *inspectorate)
    };
    if !plan.sessions.iter().any(|one| is_theirs(&one.site)) {
        return Ok(None);
    }
    let name = format!("sessions-{}.csv", safe_name(inspectorate.as_str()));
    Ok(Some((name, table(inspection, plan, is_theirs)?)))
}

fn table(
    inspection: &Inspection,
    plan: &Plan,
    is_in: impl Fn(&SiteId) -> bool,
) -> Result<Vec<u8>, OutputError> {
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
    let mut table = Table::new(&COLUMNS, status(inspection))?;
    for session in sessions {
        table.row(&row(inspection, plan, session))?;
    }
    table.finish()
}

/// Where the visit to a site stands in the plan; last where there is none.
pub(super) fn place_of(plan: &Plan, site: &SiteId) -> usize {
    let place = plan.visits.iter().position(|visit| visit.site == *site);
    place.unwrap_or(usize::MAX)
}

fn row(inspection: &Inspection, plan: &Plan, session: &Session) -> Vec<String> {
    let activity = activity_of(inspection, &session.site, &session.activity);
    let visit = plan.visits.get(place_of(plan, &session.site));
    let of = |text: fn(&Activity) -> String| activity.map(text).unwrap_or_default();
    vec![
        session.site.to_string(),
        site_name(inspection, &session.site).to_owned(),
        session.activity.clone(),
        session.session.to_string(),
        of(|activity| activity.method.name().to_owned()),
        session.date.to_string(),
        session.start.to_string(),
        session.end.to_string(),
        session.pair.to_string(),
        words::list(&names(inspection, visit, activity, session.pair)),
        of(|activity| {
            let with: Vec<&str> = activity.with.iter().map(String::as_str).collect();
            with.join("; ")
        }),
        of(|activity| activity.exception.clone().unwrap_or_default()),
    ]
}

/// A site's name; its id where it is not in the tables.
pub(super) fn site_name<'n>(inspection: &'n Inspection, site: &'n SiteId) -> &'n str {
    (inspection.site(site)).map_or(site.as_str(), |site| site.name.as_str())
}

/// The activity of this name on a visit to a site, onsite or remote.
pub(super) fn activity_of<'i>(
    inspection: &'i Inspection,
    site: &SiteId,
    name: &str,
) -> Option<&'i Activity> {
    let kind = &inspection.site(site)?.kind;
    let mut activities = inspection.activities.iter();
    activities.find(|one| one.kind == *kind && one.name == name)
}

fn names<'n>(
    inspection: &'n Inspection,
    visit: Option<&'n Visit>,
    activity: Option<&Activity>,
    pair: Party,
) -> Vec<&'n str> {
    let takers = visit.map(|visit| takers(inspection, visit, activity, pair));
    let name = |id| {
        let known = inspection.inspector(id);
        known.map_or(id.as_str(), |person| person.name.as_str())
    };
    takers.into_iter().flatten().map(name).collect()
}

/// Those who could take sessions of an activity that nobody takes yet, in the order of their seats.
pub(super) fn could_take<'v>(
    inspection: &Inspection,
    visit: &'v Visit,
    activity: &Activity,
) -> Vec<&'v InspectorId> {
    let allowed = |pair: &[InspectorId; 2]| {
        let of = |id: &InspectorId| Some(inspection.inspector(id)?.inspectorate.clone());
        let [one, other] = pair;
        let both = of(one).zip(of(other));
        both.is_some_and(|(one, other)| activity.taken_by.allows(&[one, other]))
    };
    let pairs = (1_u32..)
        .zip(&visit.pairs)
        .filter(|(_, pair)| allowed(pair));
    pairs
        .flat_map(|(number, _)| takers(inspection, visit, Some(activity), Party::Pair(number)))
        .collect()
}

/// Those who take a session, in the order of their seats: the pair, the one of it who works alone, or everyone.
pub(super) fn takers<'v>(
    inspection: &Inspection,
    visit: &'v Visit,
    activity: Option<&Activity>,
    pair: Party,
) -> Vec<&'v InspectorId> {
    let number = match pair {
        Party::All => return visit.team().collect(),
        Party::Pair(number) => number,
    };
    let place = number.checked_sub(1).map(|place| place as usize);
    let seated = place
        .and_then(|place| visit.pairs.get(place))
        .into_iter()
        .flatten();
    let alone = match activity.map(|activity| &activity.taken_by) {
        Some(TakenBy::One(one)) => Some(one),
        _ => None,
    };
    let is_there = |id: &&InspectorId| {
        let person = inspection.inspector(id);
        alone.is_none_or(|one| person.is_some_and(|person| person.inspectorate == *one))
    };
    seated.filter(is_there).collect()
}
