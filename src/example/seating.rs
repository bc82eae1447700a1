//! Seating a team on the pairs of one visit.

use crate::domain::{Inspector, InspectorId, InspectorateId, Kind};

/// Seats the pairs of a kind, the first in the list first: in every pair someone experienced, and of the kind's
/// own inspectorate too. `and_lead` names an inspectorate that also needs someone experienced, to lead the visit
/// that this one brings. `None` where it cannot be done so.
pub(super) fn seat(
    kind: &Kind,
    and_lead: Option<&InspectorateId>,
    free: &[&Inspector],
) -> Option<Vec<[InspectorId; 2]>> {
    let mut left: Vec<&Inspector> = free.to_vec();
    let mut take = |of: &InspectorateId, experienced: bool| {
        let fits = |person: &&Inspector| {
            person.inspectorate == *of && (person.experienced || !experienced)
        };
        let place = left.iter().position(fits)?;
        Some(left.remove(place))
    };
    let mut pairs = Vec::new();
    let (mut own, mut other) = (Some(&kind.inspectorate), and_lead);
    for [one, two] in &kind.pairs {
        let first = take(one, own == Some(one))?;
        own = own.filter(|own| *own != one);
        // In the last pair at the latest, the inspectorate that is still owed someone experienced gets them.
        let is_last = pairs.len() + 1 == kind.pairs.len();
        let owed = own == Some(two) || (is_last && other == Some(two));
        let second = take(two, owed || !first.experienced)?;
        own = own.filter(|own| *own != two);
        other = other.filter(|other| *other != two || !second.experienced);
        pairs.push([first.id.clone(), second.id.clone()]);
    }
    (own.is_none() && other.is_none()).then_some(pairs)
}

/// Who leads: the first on the team who is experienced and of the kind's inspectorate.
pub(super) fn lead(
    kind: &Kind,
    pairs: &[[InspectorId; 2]],
    team: &[&Inspector],
) -> Option<InspectorId> {
    let person = |id: &InspectorId| team.iter().find(|person| person.id == *id);
    let leads =
        |person: &&&Inspector| person.experienced && person.inspectorate == kind.inspectorate;
    let seated = pairs.iter().flatten().filter_map(person);
    seated.clone().find(leads).map(|person| person.id.clone())
}
