//! The plan that is thought of first: no fact that is drawn afterwards may forbid it.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::calendar::{Calendar, Start};
use crate::domain::{Inspection, InspectorId, KindId, PLAN_FORMAT, Plan, SiteId, Visit, plan_code};

/// A visit of the planted plan.
#[derive(Debug, Clone)]
pub(super) struct Outing {
    /// The site.
    pub site: SiteId,
    /// Its kind.
    pub kind: KindId,
    /// Its dates.
    pub start: Start,
    /// Its team, seat by seat.
    pub pairs: Vec<[InspectorId; 2]>,
    /// Who leads it.
    pub lead: InspectorId,
}

impl Outing {
    /// Whether the inspector is on this visit.
    pub(super) fn has(&self, person: &InspectorId) -> bool {
        self.pairs.iter().flatten().any(|one| one == person)
    }
}

/// The planted plan, the earliest visit first.
#[derive(Debug, Clone, Default)]
pub(super) struct Planted {
    /// Its visits.
    pub outings: Vec<Outing>,
}

impl Planted {
    /// The visit to a site, if it is selected.
    pub(super) fn visit(&self, site: &SiteId) -> Option<&Outing> {
        self.outings.iter().find(|outing| outing.site == *site)
    }

    /// The visits of an inspector.
    pub(super) fn of<'a>(&'a self, person: &'a InspectorId) -> impl Iterator<Item = &'a Outing> {
        self.outings.iter().filter(move |outing| outing.has(person))
    }

    /// Every day on which an inspector is needed, preparation included.
    pub(super) fn needed(&self, person: &InspectorId) -> BTreeSet<NaiveDate> {
        self.of(person)
            .flat_map(|outing| outing.start.needed())
            .collect()
    }

    /// How many days an inspector is onsite.
    pub(super) fn onsite_days(&self, person: &InspectorId) -> u32 {
        self.of(person)
            .map(|outing| outing.start.onsite.len() as u32)
            .sum()
    }

    /// Whether an inspector is onsite in a week, the one before or the one after: whoever is not can take part
    /// without being needed twice on a day, or for long without rest.
    pub(super) fn is_about(&self, person: &InspectorId, week: NaiveDate) -> bool {
        let near = |other: NaiveDate| other.signed_duration_since(week).num_days().abs() <= 7;
        self.of(person)
            .any(|outing| outing.start.weeks.iter().any(|other| near(*other)))
    }

    /// The plan as the checker takes it, without tiers.
    pub(super) fn plan(&self, inspection: &Inspection) -> Plan {
        let calendar = Calendar::new(inspection);
        let first_days: Vec<NaiveDate> = self
            .outings
            .iter()
            .map(|outing| outing.start.first_day())
            .collect();
        let letters = calendar.letters(&first_days);
        let visits = self.outings.iter().zip(letters).map(|(outing, letter_by)| {
            let Outing {
                site,
                kind,
                start,
                pairs,
                lead,
            } = outing.clone();
            Visit {
                site,
                kind,
                first_day: start.first_day(),
                last_day: start.last_day(),
                letter_by,
                pairs,
                visit_lead: lead,
            }
        });
        let visits: Vec<Visit> = visits.collect();
        Plan {
            code: plan_code(&visits),
            format: PLAN_FORMAT,
            inspection: inspection.header.title.clone(),
            inputs_digest: inspection.inputs_digest.clone(),
            tiers: Vec::new(),
            authority_date: calendar.authority_date,
            visits,
            sessions: Vec::new(),
            preparation: Vec::new(),
            one_offs: Vec::new(),
        }
    }
}

/// The week after.
pub(super) fn week_after(week: NaiveDate) -> NaiveDate {
    week.checked_add_days(Days::new(7)).unwrap_or(week)
}

/// The week before.
pub(super) fn week_before(week: NaiveDate) -> NaiveDate {
    week.checked_sub_days(Days::new(7)).unwrap_or(week)
}
