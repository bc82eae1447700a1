//! Places that are not known where others are: how far it is counts as something that it is not, and that decides who goes.

use std::collections::{HashMap, HashSet};

use super::files::RawTable;
use super::problems::words::{first_of, quote};
use super::problems::{Place, Problems, codes};
use crate::domain::{Inspection, Inspector, InspectorId, InspectorateId, KindId, Site, SiteId};
use crate::schema::tables::{inspectors, sites, travel};
use crate::schema::{AnyField, TableSpec};

/// How many are named before the rest are only counted.
const NAMED: usize = 10;

/// Notes the inspectors without a home base, once for all of them, where that decides who goes.
pub(super) fn check_inspectors(table: &RawTable, inspection: &Inspection, problems: &Problems) {
    let Some(ways) = Ways::of(inspection) else {
        return;
    };
    let all = &inspection.inspectors;
    let unknown = all.iter().filter(|person| person.base.is_none());
    let unknown = unknown.filter(|person| ways.is_weighed_unknown(person));
    let unknown: Vec<&Inspector> = unknown.collect();
    if unknown.is_empty() {
        return;
    }
    let names: Vec<String> = unknown.iter().map(|person| quote(&person.name)).collect();
    let has = if names.len() == 1 { "has" } else { "have" };
    let but = match unknown.iter().any(|person| ways.has_any_of(person)) {
        true => format!(", but for those in {}", problems.called(&travel::TABLE)),
        false => String::new(),
    };
    let count_as = match all.iter().any(|person| person.base.is_some()) {
        true => "long as those of everybody with coordinates on average, wherever they start from",
        false => "0 km, so they will be preferred",
    };
    let fact = format!(
        "{} {has} no coordinates. Their journeys count as {count_as}{but}.",
        first_of(&names, NAMED)
    );
    note(
        table,
        &inspectors::TABLE,
        &inspectors::LATITUDE,
        fact,
        problems,
    );
}

/// Notes the sites without a place, once for all of them, where others have one and journeys to them count.
pub(super) fn check_sites(table: &RawTable, inspection: &Inspection, problems: &Problems) {
    let Some(ways) = Ways::of(inspection) else {
        return;
    };
    let unknown = ways
        .visited
        .iter()
        .filter(|site| site.position.is_none() && ways.is_left_open(site));
    let unknown: Vec<&&Site> = unknown.collect();
    if unknown.is_empty() || !ways.any_known(&unknown) {
        return;
    }
    let names: Vec<String> = unknown.iter().map(|site| quote(&site.name)).collect();
    let has = if names.len() == 1 { "has" } else { "have" };
    let so = match unknown.iter().any(|site| ways.has_any_to(site)) {
        true => format!(
            ", but for those in {}, so whoever has no row there will be preferred",
            problems.called(&travel::TABLE)
        ),
        false => ", so who visits is chosen whatever the distance".to_owned(),
    };
    let fact = format!(
        "{} {has} no coordinates. Journeys there count as 0 km{so}.",
        first_of(&names, NAMED)
    );
    note(table, &sites::TABLE, &sites::LATITUDE, fact, problems);
}

/// The ways that count: from inspectors to the sites that they could visit by a journey of their own.
struct Ways<'a> {
    inspection: &'a Inspection,
    visited: Vec<&'a Site>,
    /// Those that `travel.csv` has.
    given: HashSet<(&'a InspectorId, &'a SiteId)>,
    /// Where those lead, and of which inspectorates their inspectors are.
    given_for: HashMap<&'a SiteId, HashSet<&'a InspectorateId>>,
    /// The inspectorates of inspectors whose base is known.
    based: HashSet<&'a InspectorateId>,
}

impl<'a> Ways<'a> {
    /// `None` where no way counts.
    fn of(inspection: &'a Inspection) -> Option<Self> {
        if inspection.weights.travel == 0.0 {
            return None;
        }
        let people = || inspection.inspectors.iter();
        let inspectorate: HashMap<&InspectorId, &InspectorateId> =
            people().map(|one| (&one.id, &one.inspectorate)).collect();
        let mut given_for: HashMap<&SiteId, HashSet<&InspectorateId>> = HashMap::new();
        for row in &inspection.travel {
            let theirs = inspectorate.get(&row.inspector).copied();
            given_for.entry(&row.site).or_default().extend(theirs);
        }
        let rows = inspection.travel.iter();
        let based = people().filter(|one| one.base.is_some());
        Some(Self {
            inspection,
            visited: visited(inspection).collect(),
            given: rows.map(|row| (&row.inspector, &row.site)).collect(),
            given_for,
            based: based.map(|one| &one.inspectorate).collect(),
        })
    }

    fn is_given(&self, person: &Inspector, site: &Site) -> bool {
        self.given.contains(&(&person.id, &site.id))
    }

    /// Whether an inspector could have a seat there.
    fn is_seated(&self, person: &Inspector, site: &Site) -> bool {
        let mut kinds = self.inspection.kinds.iter();
        let kind = kinds.find(|kind| kind.id == site.kind);
        kind.is_some_and(|kind| {
            let mut seats = kind.pairs.iter().flatten();
            seats.any(|inspectorate| *inspectorate == person.inspectorate)
        })
    }

    /// Whether somewhere an unknown way is weighed against one that is known. A seat is for one inspectorate: only a colleague could
    /// be passed over. To a site without a place, it is the site that is to blame.
    fn is_weighed_unknown(&self, person: &Inspector) -> bool {
        let theirs = &person.inspectorate;
        let is_given_for = |site: &Site| {
            let all = self.given_for.get(&site.id);
            all.is_some_and(|all| all.contains(theirs))
        };
        let mut sites = self.visited.iter();
        sites.any(|site| {
            site.position.is_some()
                && (self.based.contains(theirs) || is_given_for(site))
                && !self.is_given(person, site)
                && self.is_seated(person, site)
        })
    }

    /// Whether `travel.csv` lacks the way of somebody who could go to a site.
    fn is_left_open(&self, site: &Site) -> bool {
        let mut all = self.inspection.inspectors.iter();
        all.any(|person| self.is_seated(person, site) && !self.is_given(person, site))
    }

    /// Whether any way is known, to the other sites or, by `travel.csv`, to these.
    fn any_known(&self, unknown: &[&&Site]) -> bool {
        let others_are = self.visited.iter().any(|site| site.position.is_some());
        (others_are && !self.based.is_empty()) || unknown.iter().any(|site| self.has_any_to(site))
    }

    fn has_any_of(&self, person: &Inspector) -> bool {
        self.visited.iter().any(|site| self.is_given(person, site))
    }

    fn has_any_to(&self, site: &Site) -> bool {
        self.given_for.contains_key(&site.id)
    }
}

/// The sites that could be visited by a journey of their own.
fn visited(inspection: &Inspection) -> impl Iterator<Item = &Site> {
    // Where the team is there already, a visit adds no travel.
    let links = inspection.links.iter().filter(|link| link.same_team);
    let brought: HashSet<&KindId> = links.map(|link| &link.brings).collect();
    let excluded = inspection.kinds.iter().flat_map(|kind| &kind.exclude);
    let excluded: HashSet<&SiteId> = excluded.collect();
    let all = inspection.sites.iter();
    all.filter(move |site| !brought.contains(&site.kind) && !excluded.contains(&site.id))
}

fn note(
    table: &RawTable,
    spec: &TableSpec,
    column: &dyn AnyField,
    fact: String,
    problems: &Problems,
) {
    let place: Place = match table.column(column.name()) {
        Some(index) => table.header_cell(index),
        None => table.header_place(),
    };
    let remedy = format!(
        "Fill in latitude and longitude in {}: the nearest town will do.",
        problems.called(spec)
    );
    problems.add(&codes::UNKNOWN_PLACE, place, fact, remedy);
}
