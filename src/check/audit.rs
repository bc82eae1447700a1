//! The plan laid beside the tables: what each visit is, when, and who is there.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{
    Inspection, Inspector, InspectorId, InspectorateId, Kind, Plan, Site, SiteId, Visit,
};

use super::dates::{KeyDates, monday};
use super::site_columns::SiteColumns;
use super::ties::{Tied, tied};

/// Everything that the rules look up: the plan beside the tables.
pub(super) struct Audit<'a> {
    pub(super) inspection: &'a Inspection,
    pub(super) plan: &'a Plan,
    pub(super) sites: BTreeMap<&'a SiteId, &'a Site>,
    pub(super) people: BTreeMap<&'a InspectorId, &'a Inspector>,
    pub(super) kinds: BTreeMap<&'a str, &'a Kind>,
    pub(super) dates: KeyDates,
    pub(super) columns: SiteColumns<'a>,
    /// The links, in the order of the table, with the sites that each ties.
    pub(super) ties: Vec<Tied<'a>>,
    /// One visit for each selected site that the tables know, in the order of the plan.
    pub(super) visits: Vec<Visited<'a>>,
}

/// One visit as the tables see it.
pub(super) struct Visited<'a> {
    pub(super) stated: &'a Visit,
    pub(super) site: &'a Site,
    /// The kind of the site, whatever the plan says.
    pub(super) kind: &'a Kind,
    /// The days that a visit to the site takes from the stated first day on, whatever the stated last day.
    pub(super) onsite: Vec<NaiveDate>,
    pub(super) preparation: Vec<NaiveDate>,
    /// Everyone on the visit whom the tables know, each once, in the order of their seats.
    pub(super) team: Vec<&'a Inspector>,
}

impl<'a> Audit<'a> {
    pub(super) fn new(inspection: &'a Inspection, plan: &'a Plan) -> Self {
        let mut audit = Self {
            inspection,
            plan,
            sites: inspection.sites.iter().map(|s| (&s.id, s)).collect(),
            people: inspection.inspectors.iter().map(|p| (&p.id, p)).collect(),
            kinds: (inspection.kinds.iter())
                .map(|k| (k.id.as_str(), k))
                .collect(),
            dates: KeyDates::new(inspection),
            columns: SiteColumns::new(inspection),
            ties: tied(inspection),
            visits: Vec::new(),
        };
        for visit in &plan.visits {
            if !audit.selected(&visit.site)
                && let Some(visited) = audit.visited(visit)
            {
                audit.visits.push(visited);
            }
        }
        audit
    }

    fn visited(&self, visit: &'a Visit) -> Option<Visited<'a>> {
        let site = *self.sites.get(&visit.site)?;
        let kind = *self.kinds.get(site.kind.as_str())?;
        let mut team: Vec<&Inspector> = Vec::new();
        for id in seats(visit) {
            if let Some(&person) = self.people.get(id)
                && !team.iter().any(|known| known.id == person.id)
            {
                team.push(person);
            }
        }
        Some(Visited {
            stated: visit,
            site,
            kind,
            onsite: self.dates.onsite(site, days(site, kind), visit.first_day),
            preparation: self.dates.preparation(kind, visit.first_day),
            team,
        })
    }

    /// The visit to a site, if it is selected.
    pub(super) fn visit_to(&self, site: &SiteId) -> Option<&Visited<'a>> {
        self.visits.iter().find(|visit| visit.site.id == *site)
    }

    pub(super) fn selected(&self, site: &SiteId) -> bool {
        self.visit_to(site).is_some()
    }

    /// The name of a site, or its id where the tables do not know it.
    pub(super) fn site_name<'n>(&self, id: &'n SiteId) -> &'n str
    where
        'a: 'n,
    {
        self.sites.get(id).map_or(id.as_str(), |site| &site.name)
    }

    /// The name of an inspector, or their id where the tables do not know them.
    pub(super) fn person_name<'n>(&self, id: &'n InspectorId) -> &'n str
    where
        'a: 'n,
    {
        self.people
            .get(id)
            .map_or(id.as_str(), |person| &person.name)
    }

    /// The visits that an inspector is on, in the order of the plan.
    pub(super) fn visits_of(&self, person: &Inspector) -> impl Iterator<Item = &Visited<'a>> {
        (self.visits.iter()).filter(|visit| visit.has(&person.id))
    }

    /// The visits to selected sites that name this one under a link: none where it does not bring it.
    pub(super) fn bringers(&self, tied: &Tied, site: &Site) -> Vec<&Visited<'a>> {
        (self.visits.iter())
            .filter(|visit| tied.names(visit.site, site))
            .collect()
    }

    /// Whether the one of two visits brings the other in the same week, either way round.
    pub(super) fn one_brings_the_other(&self, a: &Visited, b: &Visited) -> bool {
        let mut in_one_week = self.ties.iter().filter(|tied| tied.is_in_one_week());
        monday(a.first_day()) == monday(b.first_day())
            && in_one_week.any(|tied| tied.ties(a.site, b.site))
    }

    /// Whether an inspector holds a clearance, or access to an IT system, on a day: its last day counts.
    pub(super) fn holds(&self, person: &Inspector, clearance: &str, day: NaiveDate) -> bool {
        (self.inspection.clearances.iter())
            .filter(|held| held.inspector == person.id && held.clearance == clearance)
            .any(|held| held.valid_until.is_none_or(|until| until >= day))
    }

    /// Everyone who is on some visit, in the order of the tables.
    pub(super) fn people_used(&self) -> impl Iterator<Item = &'a Inspector> {
        (self.inspection.inspectors.iter())
            .filter(|person| self.visits.iter().any(|visit| visit.has(&person.id)))
    }
}

/// The ids in the seats of a visit, pair by pair, as often as they stand there.
pub(super) fn seats(visit: &Visit) -> impl Iterator<Item = &InspectorId> {
    visit.pairs.iter().flatten()
}

/// How many onsite days a visit to a site has: its own number, or else its kind's.
pub(super) fn days(site: &Site, kind: &Kind) -> u32 {
    site.days.unwrap_or(kind.days)
}

/// The pairs of a visit to a site: its kind's list in order, as many as it has itself where it says so, and then from the start again.
pub(super) fn pairs<'a>(site: &Site, kind: &'a Kind) -> Vec<&'a [InspectorateId; 2]> {
    let number = site.pairs.map_or(kind.pairs.len(), |pairs| pairs as usize);
    kind.pairs.iter().cycle().take(number).collect()
}

impl<'a> Visited<'a> {
    /// The first onsite day, from which the week of a visit is known.
    pub(super) fn first_day(&self) -> NaiveDate {
        self.stated.first_day
    }

    /// How many onsite days it has.
    pub(super) fn days(&self) -> u32 {
        days(self.site, self.kind)
    }

    /// The inspectorates of its pairs, in order.
    pub(super) fn pairs(&self) -> Vec<&'a [InspectorateId; 2]> {
        pairs(self.site, self.kind)
    }

    /// The last onsite day by the tables.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.onsite.last().copied().unwrap_or(self.stated.first_day)
    }

    pub(super) fn has(&self, inspector: &InspectorId) -> bool {
        self.team.iter().any(|person| person.id == *inspector)
    }
}
