//! What each site is worth: the parts of tier 1 that do not depend on which others are selected, and the
//! distances between sites that the representation term needs; and the journeys of tier 3 (`docs/design.md`, section 4).

mod burden;
mod distance;
mod journey;
mod performance;

use std::borrow::Cow;
use std::collections::HashMap;

use typed_index_collections::TiVec;

use crate::domain::{
    Evidence, Inspection, Intelligence, Kind, KindId, Site, SiteId, SiteRow, Weights,
};

pub use distance::Profile;
pub use journey::{Journeys, km_between};
pub use performance::Band;

/// The columns that are worked out rather than read: usable in quotas and profiles.
pub const DERIVED_COLUMNS: [&str; 3] = ["performance", "performance_band", "innovative"];

/// The score of every site, and the profile of every kind.
#[derive(Debug, Clone)]
pub struct Scores {
    /// One per site.
    pub sites: TiVec<SiteRow, SiteScore>,
    profiles: HashMap<KindId, Profile>,
    /// How far everyone has it.
    pub journeys: Journeys,
}

/// One site's score, part by part. Points are already weighted; `total = evidence − burden − cost` points.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteScore {
    /// The site.
    pub site: SiteId,
    /// Its kind.
    pub kind: KindId,
    /// Weighted mean of its z-scores, higher is better; `None` without any known indicator.
    pub composite: Option<f64>,
    /// Percentile rank within the kind, from 0 (poor) to 1 (good); `None` where too little is known.
    pub percentile: Option<f64>,
    /// The third of the kind that the percentile lies in.
    pub band: Option<Band>,
    /// Ids of the kind's indicators that have no value here.
    pub missing: Vec<String>,
    /// How much its record teaches, from 0 to 1; ½ without data.
    pub record: f64,
    /// Intelligence that speaks to the question, from 0 to 1.
    pub intelligence: f64,
    /// Whether there is intelligence of innovation.
    pub innovative: bool,
    /// Evidence, from 0 to 1: record and intelligence mixed.
    pub evidence: f64,
    /// Days of other inspections in the burden window.
    pub engagement_days: u32,
    /// Burden, from 0 to 1.
    pub burden: f64,
    /// Cost of one visit against the costliest kind: above 1 where the site's own days and pairs are more.
    pub cost: f64,
    /// Points for evidence.
    pub evidence_points: f64,
    /// Of these, the points for intelligence.
    pub intelligence_points: f64,
    /// Points lost to burden.
    pub burden_points: f64,
    /// Points lost to cost.
    pub cost_points: f64,
}

impl SiteScore {
    /// What selecting this site adds to tier 1, before representation.
    pub fn total(&self) -> f64 {
        self.evidence_points - self.burden_points - self.cost_points
    }
}

impl Scores {
    /// Scores every site of the inspection.
    pub fn new(inspection: &Inspection) -> Self {
        Self::weighed(inspection, &inspection.weights)
    }

    /// Scores every site as if the inspection had these weights.
    pub fn weighed(inspection: &Inspection, weights: &Weights) -> Self {
        let records = performance::Records::new(inspection);
        let burdens = burden::Burdens::new(inspection);
        let dearest = inspection.kinds.iter().map(inspector_days).max();
        let dearest = f64::from(dearest.unwrap_or(1).max(1));
        let mut intelligence: HashMap<&SiteId, Vec<&Intelligence>> = HashMap::new();
        for row in inspection.intelligence.iter().flatten() {
            intelligence.entry(&row.site).or_default().push(row);
        }
        let kinds: HashMap<&KindId, &Kind> = inspection
            .kinds
            .iter()
            .map(|kind| (&kind.id, kind))
            .collect();

        let mut sites = TiVec::with_capacity(inspection.sites.len());
        for site in &inspection.sites {
            let Some(kind) = kinds.get(&site.kind) else {
                continue;
            };
            let known = intelligence
                .get(&site.id)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let standing = records.standing(site);
            let record = record(kind.evidence, standing.percentile);
            let heard = heard(kind.evidence, known);
            let share = match inspection.intelligence {
                Some(_) => weights.intelligence_share,
                None => 0.0,
            };
            let evidence = match kind.evidence {
                Evidence::None => 0.0,
                _ => (1.0 - share) * record + share * heard,
            };
            let engagement_days = burdens.days(site);
            let full_days = site.full_days.unwrap_or(inspection.burden.full_days);
            let burden = (f64::from(engagement_days) / full_days).min(1.0);
            let cost = f64::from(inspector_days(&kind.at(site))) / dearest;
            sites.push(SiteScore {
                site: site.id.clone(),
                kind: kind.id.clone(),
                composite: standing.composite,
                percentile: standing.percentile,
                band: standing.percentile.map(Band::of),
                missing: standing.missing,
                record,
                intelligence: heard,
                innovative: known.iter().any(|row| row.r#type == "innovation"),
                evidence,
                engagement_days,
                burden,
                cost,
                evidence_points: weights.evidence * evidence,
                intelligence_points: match kind.evidence {
                    Evidence::None => 0.0,
                    _ => weights.evidence * share * heard,
                },
                burden_points: weights.burden * burden,
                cost_points: weights.cost * cost,
            });
        }
        let mut scores = Self {
            sites,
            profiles: HashMap::new(),
            journeys: Journeys::new(inspection),
        };
        scores.profiles = inspection
            .kinds
            .iter()
            .filter(|kind| !kind.profile.is_empty())
            .map(|kind| (kind.id.clone(), Profile::new(inspection, kind, &scores)))
            .collect();
        scores
    }

    /// The profile of a kind; `None` for a kind without one, which has no representation term.
    pub fn profile(&self, kind: &KindId) -> Option<&Profile> {
        self.profiles.get(kind)
    }

    /// The text by which a quota compares a site; a blank cell is `None`.
    pub fn text(&self, row: SiteRow, site: &Site, column: &str) -> Option<String> {
        match column {
            // A percentile is a number for profiles: no two sites share its text but by chance.
            "performance" => None,
            "performance_band" => self.sites[row].band.map(|band| band.to_string()),
            "innovative" => Some(yes_no(self.sites[row].innovative).to_owned()),
            _ => site.cell(column).map(Cow::into_owned),
        }
    }
}

/// Inspector-days of one visit: everyone on it, preparation, onsite and write-up days.
pub fn inspector_days(kind: &Kind) -> u32 {
    2 * kind.pairs.len() as u32 * (kind.days + kind.prepare_days + kind.write_up_days)
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// How much a record teaches, given whose record teaches most.
fn record(evidence: Evidence, percentile: Option<f64>) -> f64 {
    match (evidence, percentile) {
        (Evidence::None, _) => 0.0,
        (_, None) => 0.5,
        (Evidence::Extremes, Some(q)) => (2.0 * q - 1.0).abs(),
        (Evidence::Poor, Some(q)) => 1.0 - q,
        (Evidence::Good, Some(q)) => q,
    }
}

/// Intelligence that speaks to the question: strengths over 5, at most 1.
fn heard(evidence: Evidence, known: &[&Intelligence]) -> f64 {
    let speaks = |kind_of: &str| match evidence {
        Evidence::Poor => kind_of == "concern",
        Evidence::Good => kind_of == "innovation",
        Evidence::Extremes => kind_of == "concern" || kind_of == "innovation",
        Evidence::None => false,
    };
    let strength: u32 = known
        .iter()
        .filter(|row| speaks(&row.r#type))
        .map(|row| row.strength)
        .sum();
    (f64::from(strength) / 5.0).min(1.0)
}
