//! A plan: what is selected, when it is visited and by whom (section 5 of the design).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{InspectorId, KindId, SiteId};

/// The version of `plan.json` that this program reads and writes.
pub const PLAN_FORMAT: u32 = 1;

/// The names of the three tiers, in order.
pub const TIER_NAMES: [&str; 3] = ["selection", "calendar", "staffing"];

/// A plan, as it stands in `plan.json`. Every report is drawn from it and can be drawn again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// [`PLAN_FORMAT`].
    pub format: u32,
    /// The title of the inspection.
    pub inspection: String,
    /// The digest of the input files that it was made from.
    pub inputs_digest: String,
    /// The values of the three tiers, in order.
    pub tiers: Vec<Tier>,
    /// The latest authority over the inspectorates taking part.
    pub authority_date: NaiveDate,
    /// The visits, by first day, then site.
    pub visits: Vec<Visit>,
}

/// One tier of the score: what the plan reaches, and what no plan can beat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    /// `selection`, `calendar` or `staffing`.
    pub name: String,
    /// What the plan reaches.
    pub value: f64,
    /// What no plan can beat, as far as has been shown; `None` where nothing has.
    pub bound: Option<f64>,
    /// Whether the value is proved to be the best.
    pub proven: bool,
}

/// One visit: a selected site, its dates and its team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// The site.
    pub site: SiteId,
    /// Its kind.
    pub kind: KindId,
    /// The first onsite day.
    pub first_day: NaiveDate,
    /// The last onsite day.
    pub last_day: NaiveDate,
    /// The last day on which its letter may go out.
    pub letter_by: NaiveDate,
    /// Who sits in the kind's `pairs`, in that order and seat by seat.
    pub pairs: Vec<[InspectorId; 2]>,
    /// An experienced inspector of the kind's own inspectorate, who leads the visit.
    pub visit_lead: InspectorId,
}

impl Visit {
    /// Everyone on the visit, in the order of their seats.
    pub fn team(&self) -> impl Iterator<Item = &InspectorId> {
        self.pairs.iter().flatten()
    }
}
