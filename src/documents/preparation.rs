//! `preparation.csv`: what each inspector does on each preparation day, with the hours.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::OutputError;
use super::sessions::{activity_of, could_take, place_of, site_name, takers};
use super::status::status;
use super::table::Table;
use crate::domain::{Inspection, InspectorId, Plan, Prepared, SiteId};
use crate::words;

const COLUMNS: [&str; 9] = [
    "site",
    "site_name",
    "date",
    "inspector",
    "name",
    "activity",
    "sessions",
    "minutes",
    "hours",
];

/// Where a row stands: by visit; what does not fit last; by day, person in the order of their seats, and activity.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place<'p> {
    visit: usize,
    site: &'p SiteId,
    does_not_fit: bool,
    date: Option<NaiveDate>,
    seat: usize,
    person: Option<&'p InspectorId>,
    activity: &'p str,
}

/// The table: one row for each person, day and activity. Sessions that do not fit stand at the end of each visit, with
/// no date and no inspector, and all whom they are for by name.
///
/// # Errors
/// [`OutputError`].
pub fn preparation_csv(inspection: &Inspection, plan: &Plan) -> Result<Vec<u8>, OutputError> {
    let mut rows: BTreeMap<Place, u64> = BTreeMap::new();
    for prepared in &plan.preparation {
        for (seat, person) in people(inspection, plan, prepared) {
            let place = Place {
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
    let mut table = Table::new(&COLUMNS, status(inspection))?;
    for (place, sessions) in rows {
        table.row(&row(inspection, plan, &place, sessions))?;
    }
    table.finish()
}

/// Who takes these sessions, each with their seat on the visit; one blank row where nobody does.
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

fn row(inspection: &Inspection, plan: &Plan, place: &Place, sessions: u64) -> Vec<String> {
    let activity = activity_of(inspection, place.site, place.activity);
    let minutes = activity.map(|one| sessions.saturating_mul(u64::from(one.minutes)));
    let name = |id: &InspectorId| {
        let known = inspection.inspector(id);
        known.map_or(id.to_string(), |person| person.name.clone())
    };
    let visit = plan.visits.get(place.visit);
    let names = match (place.person, visit.zip(activity)) {
        (Some(id), _) => vec![name(id)],
        (None, Some((visit, activity))) => {
            let people = could_take(inspection, visit, activity).into_iter();
            people.map(name).collect()
        }
        (None, None) => Vec::new(),
    };
    vec![
        place.site.to_string(),
        site_name(inspection, place.site).to_owned(),
        place.date.map(|date| date.to_string()).unwrap_or_default(),
        place.person.map(ToString::to_string).unwrap_or_default(),
        words::list(&names),
        place.activity.to_owned(),
        sessions.to_string(),
        minutes
            .map(|minutes| minutes.to_string())
            .unwrap_or_default(),
        minutes.map(hours).unwrap_or_default(),
    ]
}

/// Hours to two decimals.
fn hours(minutes: u64) -> String {
    let hundredths = minutes.saturating_mul(100).saturating_add(30) / 60;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
