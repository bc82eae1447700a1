//! What the development group may know: which sites are selected and why, what each is worth, and what would have been worth how
//! much instead. They compare scenarios and authorise the letters.

use super::heading::Heading;
use super::overview::Overview;
use super::ranking::{RankedSite, Ranking};
use crate::domain::Consultation;
use crate::insight::consultation::consultations;
use crate::insight::near_equal::best_has;
use crate::insight::particulars::Particulars;
use crate::insight::representation::is_represented;
use crate::insight::site::{Case, Grounds, WhySite, best_otherwise, why_this_site};
use crate::score::inspector_days;

/// For the development group: the plan in short, and every site with the reason. No home, no conflict, and never who said what
/// is known of a site.
#[derive(Debug, Clone, PartialEq)]
pub struct DevelopmentGroupView {
    /// The head of the document.
    pub heading: Heading,
    /// The plan in short.
    pub overview: Overview,
    /// Every site, kinds in the order of the inspection, sites by rank.
    pub selection: Vec<SiteChoice>,
}

/// One site, selected or not, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteChoice {
    /// Its place in the ranking, with every part of its score.
    pub ranked: RankedSite,
    /// Whether it is selected.
    pub selected: bool,
    /// Why.
    pub reason: WhySite,
    /// The name of the selected site most like it, where its kind has a profile; `None` also where none is near enough.
    pub represented_by: Option<String>,
    /// How far in profile that is, from 0 to 1; `None` where its kind has none.
    pub distance: Option<f64>,
    /// What that adds to tier 1.
    pub representation: f64,
    /// What it adds to tier 1 in all: these add up to the value of the tier.
    pub adds: f64,
    /// The most that tier 1 could reach with it decided otherwise; `None` where that is unknown or no selection.
    pub best_otherwise: Option<f64>,
    /// The inspector-days of a visit to it.
    pub inspector_days: u32,
    /// Whether the best selection of any plan has it; `None` where that is not known.
    pub in_best: Option<bool>,
    /// What was said of it in consultation.
    pub consultation: Vec<Consultation>,
}

impl DevelopmentGroupView {
    /// The view of a plan; `ranking` is that of its inspection.
    pub(crate) fn new(facts: &Particulars<'_>, ranking: &Ranking) -> Self {
        Self {
            heading: ranking.heading.clone(),
            overview: Overview::of(facts),
            selection: choices(facts, ranking),
        }
    }
}

fn choices(facts: &Particulars<'_>, ranking: &Ranking) -> Vec<SiteChoice> {
    let inspection = facts.inspection;
    let represented_by = facts.represented_by();
    let grounds = Grounds::new(facts, &represented_by);
    let consulted = consultations(inspection);
    let choice = |kind, ranked: &RankedSite| {
        let site = inspection.sites.get(usize::from(ranked.row))?;
        let score = facts.scores.sites.get(ranked.row)?;
        let selected = facts.visit(&site.id).is_some();
        let nearest = represented_by.get(&ranked.row);
        let likeness = nearest.map(|(_, distance)| 1.0 - distance);
        let representation = likeness.map_or(0.0, |near| inspection.weights.representation * near);
        let own = if selected { score.total() } else { 0.0 };
        let case = Case {
            kind,
            row: ranked.row,
            site,
            score,
        };
        Some(SiteChoice {
            ranked: ranked.clone(),
            selected,
            reason: why_this_site(&grounds, &case),
            represented_by: nearest
                .filter(|(_, distance)| is_represented(*distance))
                .map(|(by, _)| facts.site_name(by).to_owned()),
            distance: nearest.map(|(_, distance)| *distance),
            representation,
            adds: own + representation,
            best_otherwise: best_otherwise(&grounds, &case),
            inspector_days: inspector_days(&kind.at(site)),
            in_best: best_has(facts, &site.id),
            consultation: consulted.get(&site.id).cloned().unwrap_or_default(),
        })
    };
    let mut choices = Vec::with_capacity(inspection.sites.len());
    for ranked in ranking.sites() {
        let kind = inspection.kind(&ranked.kind);
        choices.extend(kind.and_then(|kind| choice(kind, ranked)));
    }
    choices
}
