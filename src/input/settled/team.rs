//! Inspectors who are named for one visit: whether they could all go together.

use std::collections::BTreeMap;

use super::{Settled, SettledRow, Visit};
use crate::calendar::Start;
use crate::domain::{Inspector, InspectorId, InspectorateId};
use crate::input::problems::words::{count, list, quote};
use crate::schema::tables::fixed::INSPECTOR;

/// Somebody who is named, each of whom could go.
type NamedOne<'n> = (&'n SettledRow<'n>, &'n Inspector);

impl Settled<'_> {
    /// Notes it where those who are named cannot be one team, or part of one. Those who are `able` could each go.
    pub(super) fn check_team(
        &self,
        visit: &Visit,
        named: &[NamedOne],
        able: &[NamedOne],
        possible: &[Start],
    ) {
        let found = too_many(visit, named)
            .or_else(|| self.kept_apart(able))
            .or_else(|| inexperienced(visit, able))
            .or_else(|| unskilled(visit, able))
            .or_else(|| self.never_all_free(visit, able, possible));
        if let Some((fact, (row, _))) = found {
            let place = row.record.place(&INSPECTOR);
            let remedy = "Name somebody else, or clear one of the cells.";
            self.note(place, format!("{fact} {}", visit.so()), remedy);
        }
    }

    fn kept_apart<'n>(&self, named: &[NamedOne<'n>]) -> Option<(String, NamedOne<'n>)> {
        self.inspection.apart.iter().find_map(|row| {
            let find = |id: &InspectorId| named.iter().find(|(_, person)| person.id == *id);
            let pair = [*find(&row.inspector_a)?, *find(&row.inspector_b)?];
            let [one, other] = pair;
            let last = match one.0.record.row.line > other.0.record.row.line {
                true => one,
                false => other,
            };
            let fact = format!("{} are named for one visit, but kept apart.", names(&pair));
            Some((fact, last))
        })
    }

    fn never_all_free<'n>(
        &self,
        visit: &Visit,
        named: &[NamedOne<'n>],
        possible: &[Start],
    ) -> Option<(String, NamedOne<'n>)> {
        let last = named.last()?;
        let all_free = |start: &Start| {
            let mut people = named.iter();
            people.all(|(_, person)| self.can_go(visit, person, start))
        };
        if named.len() < 2 || possible.iter().any(all_free) {
            return None;
        }
        let fact = format!(
            "{} are named for {}, but it has no visit on which all of them could go: on every one, somebody is {}away, does not work or is not cleared.",
            names(named),
            visit.name(),
            if named.iter().any(|(_, person)| person.comes_or_goes()) {
                "not in the team, is "
            } else {
                ""
            }
        );
        Some((fact, *last))
    }
}

/// P1, where more are named than an inspectorate has seats.
fn too_many<'n>(visit: &Visit, named: &[NamedOne<'n>]) -> Option<(String, NamedOne<'n>)> {
    let mut seats: BTreeMap<&InspectorateId, usize> = BTreeMap::new();
    for inspectorate in visit.kind.pairs.iter().flatten() {
        *seats.entry(inspectorate).or_default() += 1;
    }
    seats.into_iter().find_map(|(inspectorate, seats)| {
        let theirs = of(named, inspectorate);
        let last = theirs.get(seats..)?.last()?;
        let fact = format!(
            "{} are named for {}, but a visit has {} for {inspectorate}.",
            names(&theirs),
            visit.name(),
            count(seats, "seat")
        );
        Some((fact, *last))
    })
}

/// P2 and P11, where those who are named leave no seat for an experienced inspector.
fn inexperienced<'n>(visit: &Visit, named: &[NamedOne<'n>]) -> Option<(String, NamedOne<'n>)> {
    let kind = &visit.kind;
    let theirs = of(named, &kind.inspectorate);
    let mut seats = kind.pairs.iter().flatten();
    let led = seats.by_ref().filter(|id| **id == kind.inspectorate);
    let full = theirs.len() == led.count();
    if full && !theirs.iter().any(|(_, person)| person.experienced) {
        let last = theirs.last()?;
        let fact = format!(
            "{} would take every seat of {} on the visit to {}, which needs an experienced inspector of theirs to lead it.",
            names(&theirs),
            kind.inspectorate,
            visit.name()
        );
        return Some((fact, *last));
    }
    let whole_pair = kind.pairs.len() == 1 && named.len() == kind.seats();
    if whole_pair && !named.iter().any(|(_, person)| person.experienced) {
        let fact = format!(
            "{} would be the pair on the visit to {}, but neither is experienced.",
            names(named),
            visit.name()
        );
        return Some((fact, *named.last()?));
    }
    None
}

/// P8, where those who are named take every seat.
fn unskilled<'n>(visit: &Visit, named: &[NamedOne<'n>]) -> Option<(String, NamedOne<'n>)> {
    if named.len() < visit.kind.seats() {
        return None;
    }
    let has = |skill: &&String| {
        let mut people = named.iter();
        people.any(|(_, person)| person.skills.contains(*skill))
    };
    let lacking = visit.site.needs.iter().find(|skill| !has(skill))?;
    let fact = format!(
        "{} would take every seat on the visit to {}, but none of them has the skill {} that it needs.",
        names(named),
        visit.name(),
        quote(lacking)
    );
    Some((fact, *named.last()?))
}

fn of<'n>(named: &[NamedOne<'n>], inspectorate: &InspectorateId) -> Vec<NamedOne<'n>> {
    let theirs = named.iter();
    let theirs = theirs.filter(|(_, person)| person.inspectorate == *inspectorate);
    theirs.copied().collect()
}

fn names(named: &[NamedOne]) -> String {
    let names: Vec<String> = named
        .iter()
        .map(|(_, person)| quote(&person.name))
        .collect();
    list(&names, "and")
}
