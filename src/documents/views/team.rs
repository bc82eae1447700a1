//! What the visiting teams may know: where to be, when, with whom, and what to prepare. Not why a site was chosen, nor what it
//! scores.

use chrono::NaiveDate;

use super::heading::Heading;
use super::sessions::{PreparationRow, SessionRow, preparation, sessions};
use crate::domain::{
    Inspection, Inspector, InspectorId, InspectorateId, KindId, Plan, SiteId, Visit,
};
use crate::insight::load::{Load, load};
use crate::insight::particulars::Particulars;

/// For the visiting teams: who is where on which day. No home, no conflict, and no distance, from which a home could be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamView {
    /// The head of the document.
    pub heading: Heading,
    /// The inspectors, in the order of the inspection; those on no visit too.
    pub inspectors: Vec<Whereabouts>,
    /// How the onsite days are shared; `None` where nothing is told of who is where.
    pub load: Option<Load>,
    /// The sessions of every visit, by visit, day and start.
    pub sessions: Vec<SessionRow>,
    /// What each inspector prepares on each day, by visit.
    pub preparation: Vec<PreparationRow>,
}

/// Where one inspector is when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// Their id.
    pub id: InspectorId,
    /// Their name.
    pub name: String,
    /// Their inspectorate.
    pub inspectorate: InspectorateId,
    /// Their visits, in the order of the plan.
    pub visits: Vec<Trip>,
}

/// One visit of one inspector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// The id of the site.
    pub site_id: SiteId,
    /// The name of the site.
    pub site: String,
    /// The kind of site.
    pub kind: KindId,
    /// The preparation days.
    pub preparation: Vec<NaiveDate>,
    /// The first onsite day.
    pub first_day: NaiveDate,
    /// The last onsite day.
    pub last_day: NaiveDate,
    /// How many onsite days.
    pub onsite: usize,
    /// The days after it that are kept free to write up.
    pub write_up: Vec<NaiveDate>,
    /// Whether it is the pilot.
    pub is_pilot: bool,
    /// Whether they lead the visit.
    pub leads: bool,
    /// The names of the others on it.
    pub with: Vec<String>,
}

impl TeamView {
    /// The view of a plan.
    pub(crate) fn new(facts: &Particulars<'_>) -> Self {
        let inspection = facts.inspection;
        let inspectors = inspection.inspectors.iter();
        let all = inspectors.map(|inspector| whereabouts(facts, inspector));
        Self {
            inspectors: all.collect(),
            load: Some(load(facts)),
            ..Self::of_sessions(inspection, &facts.planned.plan)
        }
    }

    /// What happens on the visits and what is prepared for them, without who is where.
    pub(crate) fn of_sessions(inspection: &Inspection, plan: &Plan) -> Self {
        Self {
            heading: Heading::of_plan(inspection, plan),
            inspectors: Vec::new(),
            load: None,
            sessions: sessions(inspection, plan, |_| true),
            preparation: preparation(inspection, plan),
        }
    }
}

fn whereabouts(facts: &Particulars<'_>, inspector: &Inspector) -> Whereabouts {
    let visits = facts.visits().iter();
    let theirs = visits.filter(|visit| visit.team().any(|one| *one == inspector.id));
    Whereabouts {
        id: inspector.id.clone(),
        name: inspector.name.clone(),
        inspectorate: inspector.inspectorate.clone(),
        visits: theirs
            .map(|visit| trip(facts, &inspector.id, visit))
            .collect(),
    }
}

fn trip<'a>(facts: &Particulars<'a>, inspector: &InspectorId, visit: &'a Visit) -> Trip {
    let start = facts.start(visit);
    let onsite = start.as_ref().map(|start| start.onsite.len());
    let others = visit.team().filter(|one| *one != inspector);
    Trip {
        site_id: visit.site.clone(),
        site: facts.site_name(&visit.site).to_owned(),
        kind: visit.kind.clone(),
        preparation: start.map(|start| start.preparation).unwrap_or_default(),
        first_day: visit.first_day,
        last_day: visit.last_day,
        onsite: onsite.unwrap_or_default(),
        write_up: facts.write_up(visit),
        is_pilot: facts.is_pilot(&visit.site),
        leads: visit.visit_lead == *inspector,
        with: others
            .map(|one| facts.inspector_name(one).to_owned())
            .collect(),
    }
}
