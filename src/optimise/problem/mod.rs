//! The problem to be solved: every site, the ways to date a visit to it, and who could then go. What one site and one
//! inspector decide alone is settled here, so that the model holds only what they decide together.

mod choice;
mod links;
mod parts;
mod people;
mod pilot;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use typed_index_collections::TiVec;

use crate::calendar::Start;
use crate::domain::{
    Count, Inspection, Inspector, InspectorRow, Kind, KindRow, Quota, QuotaRow, Rule, RuleSet,
    Site, SiteRow, Weights,
};
use crate::instance::Instance;
use crate::optimise::decomposition::Decomposition;
use crate::score::{Scores, km_between};

pub(super) use choice::{ChoiceRow, StartChoice, seats};
pub(super) use links::LinkView;
pub(super) use parts::Part;
pub(super) use people::People;
pub(super) use pilot::PilotView;

/// An instance, as one question about it has it: with these rules, weights and numbers of sites.
pub(super) struct PlanningProblem {
    pub inspection: Arc<Inspection>,
    pub weights: Weights,
    /// By those weights.
    pub scores: Arc<Scores>,
    pub decomposition: Decomposition,
    /// The rules that hold; all of them, but when looking for those that collide.
    pub rules: RuleSet,
    /// Whether nothing need be visited: no plan is so, but when looking for what collides.
    pub may_be_empty: bool,
    /// The kind of each site.
    kinds: TiVec<SiteRow, KindRow>,
    /// The kind of each site as a visit to it has it, with days and pairs of its own.
    kinds_at: TiVec<SiteRow, Kind>,
    /// How many of each kind are selected: another number asks another question.
    pub counts: TiVec<KindRow, Count>,
    /// Whether a site must be selected.
    pub included: TiVec<SiteRow, bool>,
    /// The quotas that hold.
    pub quotas: Vec<QuotaRow>,
    /// The possible starts of a site, earliest first; none where no team could go at any time.
    pub choices: TiVec<SiteRow, TiVec<ChoiceRow, StartChoice>>,
    pub links: Vec<LinkView>,
    /// Sites that a "same week" link ties to each other, either way round.
    in_one_week: HashSet<(SiteRow, SiteRow)>,
    /// The visit before all others, if there is one.
    pub pilot: Option<PilotView>,
    /// The onsite days that an inspector may have, if limited.
    pub max_days: TiVec<InspectorRow, Option<u32>>,
    /// Pairs of inspectors kept apart.
    pub apart: Vec<(InspectorRow, InspectorRow)>,
    /// The inspectors fixed to a site.
    pub named: TiVec<SiteRow, Vec<InspectorRow>>,
}

impl PlanningProblem {
    /// The problem of an instance, in which these rules hold.
    pub(super) fn new(instance: &Instance, rules: RuleSet) -> Self {
        let inspection = &instance.inspection;
        let people = People::new(inspection);
        let kinds = kinds(inspection);
        let kinds_at = inspection.sites.iter().zip(&kinds);
        let kinds_at: TiVec<SiteRow, Kind> = kinds_at
            .map(|(site, row)| inspection.kinds[usize::from(*row)].at(site))
            .collect();
        let sites = inspection.sites.iter().zip(&kinds_at);
        let sites: TiVec<SiteRow, (&Site, &Kind)> = sites.collect();
        let rows: HashMap<&str, SiteRow> = sites
            .iter_enumerated()
            .map(|(row, (site, _))| (site.id.as_str(), row))
            .collect();
        let mut named: TiVec<SiteRow, Vec<InspectorRow>> =
            sites.iter().map(|_| Vec::new()).collect();
        for fixed in &inspection.fixed {
            let id = fixed.inspector.as_ref();
            let person = id.and_then(|id| people.row(id.as_str()));
            if let (Some(site), Some(person)) = (rows.get(fixed.site.as_str()), person) {
                named[*site].push(person);
            }
        }
        let choices = sites.iter().zip(&named).map(|((site, kind), named)| {
            let starts = instance.calendar.starts(site, kind, rules).into_iter();
            starts
                .filter_map(|start| people.choice(site, kind, named, start, rules))
                .collect()
        });
        let choices: TiVec<SiteRow, TiVec<ChoiceRow, StartChoice>> = choices.collect();
        let pilot = inspection.pilot.as_ref().and_then(|pilot| {
            let row = *rows.get(pilot.site.as_str())?;
            Some(PilotView::new(
                pilot,
                row,
                &choices[row],
                &instance.calendar,
            ))
        });
        let links: Vec<LinkView> = inspection
            .links
            .iter()
            .map(|link| LinkView::new(link, &sites, &rows))
            .collect();
        let limits = inspection.inspectors.iter();
        let apart = inspection.apart.iter().filter_map(|row| {
            let a = people.row(row.inspector_a.as_str())?;
            Some((a, people.row(row.inspector_b.as_str())?))
        });
        Self {
            inspection: Arc::clone(inspection),
            weights: inspection.weights.clone(),
            scores: Arc::clone(&instance.scores),
            decomposition: Decomposition::default(),
            rules,
            may_be_empty: false,
            counts: inspection.kinds.iter().map(|kind| kind.sites).collect(),
            included: sites
                .iter()
                .map(|(site, kind)| kind.include.contains(&site.id))
                .collect(),
            quotas: (0..inspection.quotas.len()).map(QuotaRow::from).collect(),
            choices,
            in_one_week: links.iter().flat_map(LinkView::in_one_week).collect(),
            links,
            pilot,
            max_days: limits
                .map(|person| person.max_days.or(inspection.staffing.max_days))
                .collect(),
            apart: apart.collect(),
            named,
            kinds,
            kinds_at,
        }
    }

    /// The points of a start in tier 2: leave and delay.
    pub(super) fn date_points(&self, start: &Start) -> f64 {
        self.weights.leave * f64::from(start.leave_days)
            + self.weights.delay * start.delay_weeks as f64
    }

    /// Points in tier 3 for one inspector's journey to one site and back.
    pub(super) fn travel_points(&self, site: SiteRow, person: InspectorRow) -> f64 {
        let journeys = &self.scores.journeys;
        let km = journeys.counted_km(self.person(person), self.site(site));
        self.weights.travel * km / 100.0
    }

    pub(super) fn holds(&self, rule: Rule) -> bool {
        self.rules.contains(rule)
    }

    /// Every site, in order.
    pub(super) fn sites(&self) -> impl Iterator<Item = SiteRow> + use<> {
        self.kinds.keys()
    }

    pub(super) fn site(&self, row: SiteRow) -> &Site {
        &self.inspection.sites[usize::from(row)]
    }

    /// The place of a site's kind.
    pub(super) fn kind_row(&self, row: SiteRow) -> KindRow {
        self.kinds[row]
    }

    /// The parts that no link ties to each other.
    pub(super) fn parts(&self) -> Vec<Part> {
        parts::parts(&self.inspection.kinds, &self.links)
    }

    /// The kind of a site, as a visit to it has it.
    pub(super) fn kind(&self, row: SiteRow) -> &Kind {
        &self.kinds_at[row]
    }

    pub(super) fn person(&self, row: InspectorRow) -> &Inspector {
        &self.inspection.inspectors[usize::from(row)]
    }

    pub(super) fn quota(&self, row: QuotaRow) -> &Quota {
        &self.inspection.quotas[usize::from(row)]
    }

    /// The quotas that hold.
    pub(super) fn quotas(&self) -> impl Iterator<Item = &Quota> {
        self.quotas.iter().map(|row| self.quota(*row))
    }

    /// Whether a visit to this site adds travel: not where a kind is brought by the same team.
    pub(super) fn counts_travel(&self, row: SiteRow) -> bool {
        !self
            .links
            .iter()
            .any(|view| view.link.same_team && view.link.brings == self.kind(row).id)
    }

    /// Whether a "same week" link ties two sites.
    pub(super) fn may_be_brought(&self, a: SiteRow, b: SiteRow) -> bool {
        self.in_one_week.contains(&(a, b))
    }

    /// Whether a "same week" link ties a site to any other.
    pub(super) fn is_tied_in_week(&self, site: SiteRow) -> bool {
        self.in_one_week.iter().any(|(a, _)| *a == site)
    }

    /// Whether two sites are further apart than inspectors may go from one day to the next (P15).
    pub(super) fn are_far_apart(&self, a: SiteRow, b: SiteRow) -> bool {
        let limit = self.inspection.staffing.journey_km;
        limit.is_some_and(|limit| km_between(self.site(a), self.site(b)) > limit)
    }

    /// Links that bring sites of this site's kind.
    pub(super) fn bringing(&self, row: SiteRow) -> impl Iterator<Item = &LinkView> {
        self.links
            .iter()
            .filter(move |view| view.link.brings == self.kind(row).id)
    }
}

/// The kind of each site.
fn kinds(inspection: &Inspection) -> TiVec<SiteRow, KindRow> {
    let rows = inspection.kinds.iter().enumerate();
    let rows: HashMap<&str, KindRow> = rows
        .map(|(row, kind)| (kind.id.as_str(), row.into()))
        .collect();
    let sites = inspection.sites.iter();
    sites
        .filter_map(|site| rows.get(site.kind.as_str()).copied())
        .collect()
}
