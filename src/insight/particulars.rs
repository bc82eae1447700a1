//! What every report looks up: names, the selection, travel. A plan may have been edited by hand,
//! so that nothing here relies on its ids being known.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::calendar::{Calendar, Start};
use crate::domain::{
    Inspection, Inspector, InspectorId, Kind, KindId, Link, LinkTiming, Named, Planned, Site,
    SiteId, SiteRow, Visit,
};
use crate::instance::Instance;
use crate::score::Scores;
use crate::words::{key_in_words, kind_name};

/// How far an inspector has it to a visit, there and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Way {
    /// So many kilometres.
    Known(f64),
    /// Nobody knows: it counts as far as the others have it on average.
    Estimated(f64),
    /// Nobody knows, and it counts as nothing.
    Unknown,
    /// The team comes from the visit that brings this one, and has no journey of its own.
    TakenAlong,
}

/// An inspection, what follows from it, and a plan for it.
pub(crate) struct Particulars<'a> {
    pub(crate) instance: &'a Instance,
    pub(crate) inspection: &'a Inspection,
    pub(crate) calendar: &'a Calendar,
    pub(crate) scores: &'a Scores,
    pub(crate) planned: &'a Planned,
    rows: HashMap<&'a SiteId, SiteRow>,
    inspectors: HashMap<&'a InspectorId, &'a Inspector>,
    visits: HashMap<&'a SiteId, &'a Visit>,
}

impl<'a> Particulars<'a> {
    pub(crate) fn new(instance: &'a Instance, planned: &'a Planned) -> Self {
        let inspection = &instance.inspection;
        let sites = inspection.sites.iter().enumerate();
        let inspectors = &inspection.inspectors;
        let visits = &planned.plan.visits;
        Self {
            instance,
            inspection,
            calendar: &instance.calendar,
            scores: &instance.scores,
            planned,
            rows: sites.map(|(row, site)| (&site.id, row.into())).collect(),
            inspectors: inspectors.iter().map(|one| (&one.id, one)).collect(),
            visits: visits.iter().map(|visit| (&visit.site, visit)).collect(),
        }
    }

    /// The visits of the plan, in its order.
    pub(crate) fn visits(&self) -> &'a [Visit] {
        &self.planned.plan.visits
    }

    /// The visit to a site, if it is selected.
    pub(crate) fn visit(&self, site: &SiteId) -> Option<&'a Visit> {
        self.visits.get(site).copied()
    }

    /// The place of a site in the tables.
    pub(crate) fn row(&self, id: &SiteId) -> Option<SiteRow> {
        self.rows.get(id).copied()
    }

    /// The site at a place of the tables, by id and name.
    pub(crate) fn site_at(&self, row: SiteRow) -> Option<Named<SiteId>> {
        let site = self.inspection.sites.get(usize::from(row))?;
        Some(site.named())
    }

    pub(crate) fn site(&self, id: &SiteId) -> Option<&'a Site> {
        self.inspection.sites.get(usize::from(*self.rows.get(id)?))
    }

    pub(crate) fn inspector(&self, id: &InspectorId) -> Option<&'a Inspector> {
        self.inspectors.get(id).copied()
    }

    pub(crate) fn kind(&self, visit: &Visit) -> Option<&'a Kind> {
        self.inspection.kind(&visit.kind)
    }

    /// A kind by id, and by what a site of it is called in a sentence; by its key in words where the settings do not have it.
    pub(crate) fn named_kind(&self, id: &KindId) -> Named<KindId> {
        let known = self.inspection.kind(id);
        Named {
            id: id.clone(),
            name: known.map_or_else(|| key_in_words(id), kind_name),
        }
    }

    /// A site's name; its id where the plan names a site that is not in the tables.
    pub(crate) fn site_name(&self, id: &'a SiteId) -> &'a str {
        self.site(id).map_or(id.as_str(), |site| site.name.as_str())
    }

    /// An inspector's name; their id where they are not in the tables.
    pub(crate) fn inspector_name(&self, id: &'a InspectorId) -> &'a str {
        self.inspector(id)
            .map_or(id.as_str(), |inspector| inspector.name.as_str())
    }

    /// A site by id and name.
    pub(crate) fn named_site(&self, id: &'a SiteId) -> Named<SiteId> {
        Named {
            id: id.clone(),
            name: self.site_name(id).to_owned(),
        }
    }

    /// An inspector by id and name.
    pub(crate) fn named_inspector(&self, id: &'a InspectorId) -> Named<InspectorId> {
        Named {
            id: id.clone(),
            name: self.inspector_name(id).to_owned(),
        }
    }

    /// The pairs of a visit by name: `Inspector P01 and Inspector C01; …`.
    pub(crate) fn pair_names(&self, visit: &'a Visit) -> String {
        let pairs: Vec<String> = visit
            .pairs
            .iter()
            .map(|[a, b]| format!("{} and {}", self.inspector_name(a), self.inspector_name(b)))
            .collect();
        pairs.join("; ")
    }

    /// Preparation and onsite days of a visit of the plan, as the calendar sees them.
    pub(crate) fn start(&self, visit: &Visit) -> Option<Start> {
        let (site, kind) = (self.site(&visit.site)?, self.kind(visit)?);
        self.calendar.start_on(site, kind, visit.first_day)
    }

    /// Selected sites that bring this one: `each` sites of a link to its kind that name it.
    pub(crate) fn brought_by(&self, visit: &Visit, link: &Link) -> Vec<&'a Visit> {
        if link.brings != visit.kind {
            return Vec::new();
        }
        self.visits()
            .iter()
            .filter(|other| other.kind == link.each)
            .filter(|other| {
                self.site(&other.site)
                    .is_some_and(|site| site.listed(&link.by).contains(&visit.site))
            })
            .collect()
    }

    /// Whether the pilot is made at a site.
    pub(crate) fn is_pilot(&self, site: &SiteId) -> bool {
        let pilot = self.inspection.pilot.as_ref();
        pilot.is_some_and(|pilot| pilot.site == *site)
    }

    /// The working days after a visit on which its team is kept free to write up.
    pub(crate) fn write_up(&self, visit: &Visit) -> Vec<NaiveDate> {
        let days = self.kind(visit).map_or(0, |kind| kind.write_up_days);
        let days = (1..=days).map(|n| self.calendar.desk_day_after(visit.last_day, n));
        days.collect()
    }

    /// Whether a "same week" link brings this visit, so that it does not count for the week limit (T6).
    pub(crate) fn is_brought_in_week(&self, visit: &Visit) -> bool {
        self.inspection.links.iter().any(|link| {
            link.timing == LinkTiming::SameWeek && !self.brought_by(visit, link).is_empty()
        })
    }

    /// How far an inspector has it to a visit.
    pub(crate) fn way(&self, visit: &Visit, inspector: &InspectorId) -> Way {
        let links = &self.inspection.links;
        if links
            .iter()
            .any(|link| link.same_team && link.brings == visit.kind)
        {
            return Way::TakenAlong;
        }
        let (Some(inspector), Some(site)) = (self.inspector(inspector), self.site(&visit.site))
        else {
            return Way::Unknown;
        };
        let journeys = &self.scores.journeys;
        match journeys.return_km(inspector, site) {
            Some(km) => Way::Known(km),
            None if inspector.base.is_none() && journeys.is_estimated(site) => {
                Way::Estimated(journeys.counted_km(inspector, site))
            }
            None => Way::Unknown,
        }
    }

    /// The kind of a visit as its site has it: with its own days and pairs, where it has them.
    pub(crate) fn kind_there(&self, visit: &Visit) -> Option<Kind> {
        Some(self.kind(visit)?.at(self.site(&visit.site)?))
    }

    /// Whether a "same week" link ties two sites, the one bringing the other.
    pub(crate) fn tied_in_week(&self, a: &SiteId, b: &SiteId) -> bool {
        let names = |link: &Link, each: &SiteId, brought: &SiteId| {
            let (each, brought) = (self.site(each), self.site(brought));
            each.zip(brought).is_some_and(|(each, brought)| {
                each.kind == link.each
                    && brought.kind == link.brings
                    && each.listed(&link.by).contains(&brought.id)
            })
        };
        let links = self.inspection.links.iter();
        let mut links = links.filter(|link| link.timing == LinkTiming::SameWeek);
        links.any(|link| names(link, a, b) || names(link, b, a))
    }

    /// How many visits each inspector of the plan is on.
    pub(crate) fn visits_each(&self) -> BTreeMap<&'a InspectorId, usize> {
        let mut visits = BTreeMap::new();
        for visit in self.visits() {
            let team: BTreeSet<&InspectorId> = visit.team().collect();
            for inspector in team {
                *visits.entry(inspector).or_insert(0) += 1;
            }
        }
        visits
    }

    /// For each site, the selected site of its kind nearest to it in profile, and the distance.
    pub(crate) fn represented_by(&self) -> HashMap<SiteRow, (&'a SiteId, f64)> {
        let mut nearest: HashMap<SiteRow, (&SiteId, f64)> = HashMap::new();
        for visit in self.visits() {
            let Some(row) = self.rows.get(&visit.site) else {
                continue;
            };
            let Some(profile) = self.scores.profile(&visit.kind) else {
                continue;
            };
            for member in &profile.members {
                let distance = profile.distance(*member, *row);
                let best = nearest.entry(*member).or_insert((&visit.site, distance));
                // A selected site speaks for itself, whichever else is just like it.
                if distance < best.1 || member == row {
                    *best = (&visit.site, distance);
                }
            }
        }
        nearest
    }
}
