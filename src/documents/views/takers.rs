//! Who takes the sessions of a visit, and what they are called. A plan may have been edited by hand: nothing here relies on its ids
//! being known.

use crate::domain::{Activity, Inspection, InspectorId, Party, SiteId, TakenBy, Visit};

/// The names of these inspectors; the id of one who is not in the tables.
pub(super) fn names(inspection: &Inspection, ids: &[&InspectorId]) -> Vec<String> {
    let name = |id: &&InspectorId| inspection.name_of_inspector(id).to_owned();
    ids.iter().map(name).collect()
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
