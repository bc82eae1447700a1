//! The sites of each kind by what each would add to a selection, with every part of the score. There need not be a plan.

use std::collections::HashMap;

use super::heading::Heading;
use super::score_parts::ScoreParts;
use crate::domain::{
    Evidence, Inspection, Kind, KindId, Named, Performance, Plan, SiteId, SiteRow,
};
use crate::score::{Band, Scores, SiteScore};
use crate::words::{kind_name, list};

/// For the lead and the development group: the sites, ranked. Never who said what is known of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The head of the document.
    pub heading: Heading,
    /// The indicators by name, in the order of the inspection.
    pub indicators: Vec<String>,
    /// The kinds of site, in the order of the inspection.
    pub kinds: Vec<RankedKind>,
}

/// The sites of one kind, best first.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedKind {
    /// The kind, and what a site of it is called in a sentence.
    pub kind: Named<KindId>,
    /// Its sites.
    pub sites: Vec<RankedSite>,
}

/// One site, its place in the ranking, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedSite {
    /// From 1, by total; sites that tie share a rank.
    pub rank: usize,
    /// Its kind.
    pub kind: KindId,
    /// Its id.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// Its place in `sites.csv`, from 0.
    pub row: SiteRow,
    /// What it scores, part by part.
    pub parts: ScoreParts,
    /// Its composite indicator; `None` without any known indicator.
    pub composite: Option<f64>,
    /// Its percentile within the kind, from 0 (poor) to 1 (good); `None` where too little is known.
    pub percentile: Option<f64>,
    /// The third of the kind that the percentile lies in.
    pub band: Option<Band>,
    /// How much its record teaches, from 0 to 1.
    pub record: f64,
    /// Intelligence that speaks to the question, from 0 to 1.
    pub intelligence_scored: f64,
    /// Record and intelligence mixed, from 0 to 1.
    pub evidence: f64,
    /// Days of other inspections in the burden window.
    pub engagement_days: u32,
    /// Burden, from 0 to 1.
    pub burden: f64,
    /// Cost of one visit against the costliest kind, from 0 to 1.
    pub cost: f64,
    /// In words, which figures are missing and what follows.
    pub missing: String,
    /// In words, what is known beyond the figures.
    pub intelligence: String,
    /// Its value of each indicator, in the order of [`Ranking::indicators`].
    pub performance: Vec<Measured>,
}

/// One site's value of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The value, if there is one.
    pub value: Option<f64>,
    /// The period that it is of.
    pub period: Option<String>,
}

impl Ranking {
    /// Ranks every site of an inspection that has no plan yet.
    pub fn new(inspection: &Inspection, scores: &Scores) -> Self {
        Self::under(Heading::without_plan(inspection), inspection, scores)
    }

    /// Ranks every site of an inspection, for the documents of a plan.
    pub fn of_plan(inspection: &Inspection, scores: &Scores, plan: &Plan) -> Self {
        Self::under(Heading::of_plan(inspection, plan), inspection, scores)
    }

    fn under(heading: Heading, inspection: &Inspection, scores: &Scores) -> Self {
        let known: MeasuredBySite<'_> = inspection
            .performance
            .iter()
            .map(|row| ((&row.site, row.indicator.as_str()), row))
            .collect();
        let name = |indicator: &crate::domain::Indicator| {
            let name = indicator.name.as_ref();
            name.unwrap_or(&indicator.id).clone()
        };
        let of_kind = |kind: &Kind| RankedKind {
            kind: Named {
                id: kind.id.clone(),
                name: kind_name(kind),
            },
            sites: in_order(kind, scores)
                .into_iter()
                .filter_map(|(rank, row, score)| {
                    ranked(inspection, &known, kind, (rank, row), score)
                })
                .collect(),
        };
        Self {
            heading,
            indicators: inspection.indicators.iter().map(name).collect(),
            kinds: inspection.kinds.iter().map(of_kind).collect(),
        }
    }

    /// Every site, kind by kind.
    pub fn sites(&self) -> impl Iterator<Item = &RankedSite> {
        self.kinds.iter().flat_map(|kind| &kind.sites)
    }
}

/// The values of the indicators by site and indicator.
type MeasuredBySite<'a> = HashMap<(&'a SiteId, &'a str), &'a Performance>;

/// The sites of a kind by total, each with its rank and its row. Within a tie the id decides: specks of
/// arithmetic must not.
fn in_order<'s>(kind: &Kind, scores: &'s Scores) -> Vec<(usize, SiteRow, &'s SiteScore)> {
    const TIE: f64 = 1e-9;
    let all = scores.sites.iter_enumerated();
    let mut sites: Vec<(SiteRow, &SiteScore)> =
        all.filter(|(_, score)| score.kind == kind.id).collect();
    sites.sort_by(|a, b| b.1.total().total_cmp(&a.1.total()));
    let mut ranked = Vec::with_capacity(sites.len());
    for group in sites.chunk_by_mut(|a, b| a.1.total() - b.1.total() <= TIE) {
        group.sort_by_key(|(row, _)| *row);
        let rank = ranked.len() + 1;
        ranked.extend(group.iter().map(|(row, score)| (rank, *row, *score)));
    }
    ranked
}

fn ranked(
    inspection: &Inspection,
    known: &MeasuredBySite<'_>,
    kind: &Kind,
    (rank, row): (usize, SiteRow),
    score: &SiteScore,
) -> Option<RankedSite> {
    let site = inspection.sites.get(usize::from(row))?;
    let measured = |indicator: &crate::domain::Indicator| {
        let row = known.get(&(&site.id, indicator.id.as_str()));
        Measured {
            value: row.and_then(|row| row.value),
            period: row.and_then(|row| row.period.clone()),
        }
    };
    Some(RankedSite {
        rank,
        kind: kind.id.clone(),
        site: site.id.clone(),
        name: site.name.clone(),
        row,
        parts: ScoreParts::new(score),
        composite: score.composite,
        percentile: score.percentile,
        band: score.band,
        record: score.record,
        intelligence_scored: score.intelligence,
        evidence: score.evidence,
        engagement_days: score.engagement_days,
        burden: score.burden,
        cost: score.cost,
        missing: missing(inspection, kind, score),
        intelligence: intelligence(inspection, &site.id),
        performance: inspection.indicators.iter().map(measured).collect(),
    })
}

/// The indicators without a value, by name, and whether so little is known that the record counts as middling.
fn missing(inspection: &Inspection, kind: &Kind, score: &SiteScore) -> String {
    let name = |id: &'_ String| -> String {
        let known = inspection.indicators.iter().find(|one| one.id == *id);
        let name = known.and_then(|indicator| indicator.name.as_ref());
        name.unwrap_or(id).clone()
    };
    let names: Vec<String> = score.missing.iter().map(name).collect();
    let scored = kind.evidence != Evidence::None;
    match (score.percentile, scored, names.as_slice()) {
        (None, true, []) => "no performance data: record taken as one half".to_owned(),
        (None, true, _) => format!(
            "{}: too little data, record taken as one half",
            list(&names)
        ),
        _ => list(&names),
    }
}

/// Everything known about a site beyond the figures, never who said it.
fn intelligence(inspection: &Inspection, site: &SiteId) -> String {
    let rows = inspection.intelligence.iter().flatten();
    let known: Vec<String> = rows
        .filter(|row| row.site == *site)
        .map(|row| {
            let note = row.note.as_deref().map(|note| format!(": {note}"));
            format!(
                "{}, strength {}{}",
                row.r#type,
                row.strength,
                note.unwrap_or_default()
            )
        })
        .collect();
    known.join("; ")
}
