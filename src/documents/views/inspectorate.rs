//! What one inspectorate may know where each draws its own timetables up: the sessions of the visits to its own kinds of site.

use super::heading::Heading;
use super::sessions::{SessionRow, sessions};
use crate::domain::{Inspection, InspectorateId, Plan, SiteId};

/// For one inspectorate: what happens on its own visits. Nothing of the sites of others, and not why a site was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectorateView {
    /// The head of the document.
    pub heading: Heading,
    /// The inspectorate.
    pub inspectorate: InspectorateId,
    /// The sessions at the sites of its kinds, by visit, day and start.
    pub sessions: Vec<SessionRow>,
}

impl InspectorateView {
    /// The view of one inspectorate.
    pub(crate) fn new(inspection: &Inspection, plan: &Plan, inspectorate: &InspectorateId) -> Self {
        let is_theirs = |site: &SiteId| {
            let site = inspection.site(site);
            let kind = site.and_then(|site| inspection.kind(&site.kind));
            kind.is_some_and(|kind| kind.inspectorate == *inspectorate)
        };
        Self {
            heading: Heading::of_plan(inspection, plan),
            inspectorate: inspectorate.clone(),
            sessions: sessions(inspection, plan, is_theirs),
        }
    }
}
