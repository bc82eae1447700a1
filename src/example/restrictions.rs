//! What keeps inspectors from visits: absences, clearances, conflicts, and each other.

use chrono::NaiveDate;
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

use super::kinds::{CLEARANCE, FORCE};
use super::people::{FEW, last_needed};
use super::planted::Planted;
use super::sites::Town;
use super::{Size, after, before};
use crate::domain::{
    Absence, Apart, Clearance, Conflict, Inspection, Inspector, InspectorId, Site, SiteId,
};

/// How often to draw again what the planted plan forbids, before leaving it out.
const DRAWS: u32 = 30;

/// A week or two away for everyone, and a second time for half of them.
pub(super) fn absences(
    rng: &mut impl Rng,
    size: &Size,
    inspection: &Inspection,
    planted: &Planted,
) -> Vec<Absence> {
    let mut rows: Vec<Absence> = Vec::new();
    for person in &inspection.inspectors {
        let needed = planted.needed(&person.id);
        for _ in 0..rng.random_range(1..=2) {
            let drawn = (0..DRAWS).find_map(|_| {
                let week = u64::from(rng.random_range(0..size.weeks));
                let first_day = after(inspection.timing.first_day, week * 7);
                let last_day = after(first_day, 4 + 7 * rng.random_range(0..2));
                let is_free = needed.range(first_day..=last_day).next().is_none();
                let overlaps = |row: &Absence| {
                    row.inspector == person.id
                        && row.first_day <= last_day
                        && row.last_day >= first_day
                };
                (is_free && !rows.iter().any(overlaps)).then_some((first_day, last_day))
            });
            if let Some((first_day, last_day)) = drawn {
                rows.push(Absence {
                    inspector: person.id.clone(),
                    first_day,
                    last_day,
                });
            }
        }
    }
    rows
}

/// Almost everyone who visits forces is cleared; one in ten only for part of the window.
pub(super) fn clearances(
    rng: &mut impl Rng,
    inspection: &Inspection,
    planted: &Planted,
) -> Vec<Clearance> {
    let last_day = inspection.timing.last_day;
    let mut rows = Vec::new();
    for person in cleared(inspection) {
        let until = last_needed(planted, &person.id);
        let ends = (rng.random_range(0..10) == 0).then(|| {
            let end = before(last_day, rng.random_range(10..60));
            until.map_or(end, |until| end.max(until))
        });
        let has_none = until.is_none() && rng.random_range(0..5) == 0;
        if !has_none {
            rows.push(Clearance {
                inspector: person.id.clone(),
                clearance: CLEARANCE.into(),
                valid_until: ends,
            });
        }
    }
    let last_visit = planted.outings.iter().map(|one| one.start.last_day()).max();
    let ends = |row: &Clearance| row.valid_until.is_some() && row.valid_until < last_visit;
    if !rows.iter().any(ends) {
        // Whoever is needed least long: from then on the clearance stands in the way of other plans.
        let end = |row: &Clearance| -> NaiveDate {
            let until = last_needed(planted, &row.inspector);
            until.unwrap_or(after(inspection.timing.first_day, 14))
        };
        if let Some(row) = rows.iter_mut().min_by_key(|row| end(row)) {
            row.valid_until = Some(end(row));
        }
    }
    rows
}

/// The inspectors of the inspectorates that visit forces and CPS Areas.
fn cleared(inspection: &Inspection) -> impl Iterator<Item = &Inspector> {
    let visits = |person: &&Inspector| {
        inspection.kinds.iter().any(|kind| {
            kind.clearance.is_some()
                && kind
                    .pairs
                    .iter()
                    .flatten()
                    .any(|of| *of == person.inspectorate)
        })
    };
    inspection.inspectors.iter().filter(visits)
}

/// Each inspector has one site that they must not visit: for half of them near home, where they used to work.
pub(super) fn conflicts(
    rng: &mut impl Rng,
    inspection: &Inspection,
    towns: &[Town],
    planted: &Planted,
) -> Vec<Conflict> {
    let mut rows = Vec::new();
    for person in &inspection.inspectors {
        let home = towns
            .iter()
            .find(|town| Some(town.position) == person.base)
            .map(|town| town.area.as_str());
        let is_near = rng.random_range(0..2) == 0;
        let visited: Vec<&SiteId> = planted.of(&person.id).map(|one| &one.site).collect();
        let could = |site: &&Site| {
            let near = site.kind.as_str() == FORCE && site.cell("within").as_deref() == home;
            !visited.contains(&&site.id) && (near || !is_near)
        };
        let sites: Vec<&Site> = inspection.sites.iter().filter(could).collect();
        if let Some(site) = sites.choose(rng) {
            rows.push(Conflict {
                inspector: person.id.clone(),
                site: site.id.clone(),
                linked: false,
            });
        }
    }
    rows
}

/// Lets links carry each conflict that does not keep anyone from the plan thought of first by that.
pub(super) fn carry_conflicts(inspection: &mut Inspection, planted: &Planted) {
    let ties: Vec<(SiteId, SiteId)> = inspection
        .links
        .iter()
        .flat_map(|link| {
            let sites = inspection.sites.iter();
            let naming = sites.filter(|site| site.kind == link.each);
            naming.flat_map(|site| {
                let named = site.listed(&link.by).into_iter();
                named.map(|other| (site.id.clone(), other))
            })
        })
        .collect();
    for row in &mut inspection.conflicts {
        let mut visits = planted.of(&row.inspector);
        row.linked = !visits.any(|outing| {
            let pair = (&row.site, &outing.site);
            ties.iter()
                .any(|(one, other)| pair == (one, other) || pair == (other, one))
        });
    }
}

/// Two inspectors who are kept apart, of every thirteen.
pub(super) fn apart(rng: &mut impl Rng, people: &[Inspector], planted: &Planted) -> Vec<Apart> {
    let mut rows: Vec<Apart> = Vec::new();
    let mut taken: Vec<&InspectorId> = Vec::new();
    for _ in 0..(people.len() / FEW).max(1) {
        let drawn = (0..DRAWS).find_map(|_| {
            let (a, b) = (people.choose(rng)?, people.choose(rng)?);
            let meet = planted.of(&a.id).any(|outing| outing.has(&b.id));
            let is_new = !taken.contains(&&a.id) && !taken.contains(&&b.id);
            (a.id != b.id && !meet && is_new).then_some((a, b))
        });
        if let Some((a, b)) = drawn {
            taken.extend([&a.id, &b.id]);
            rows.push(Apart {
                inspector_a: a.id.clone(),
                inspector_b: b.id.clone(),
            });
        }
    }
    rows
}
