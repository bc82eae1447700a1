//! The field of play: every site, the ways to date a visit to it, and who could then go. What one site and one
//! inspector decide alone is settled here, so that the model holds only what they decide together.

mod people;

use std::collections::HashMap;
use std::sync::Arc;

use typed_index_collections::{TiSlice, TiVec};

use crate::calendar::Start;
use crate::domain::{
    Count, Inspection, Inspector, InspectorRow, InspectorateId, Kind, KindRow, Link, LinkTiming,
    Quota, QuotaRow, Rule, RuleSet, Site, SiteRow, Weights, row,
};
use crate::instance::Instance;
use crate::optimise::tactics::Tactics;
use crate::score::Scores;

pub(super) use people::People;

/// One way to date a visit, and who could sit on it.
pub(super) struct Choice {
    pub start: Start,
    /// Those free, cleared and without conflict.
    pub people: Vec<InspectorRow>,
}

row!(
    /// The place of a choice among those of its site.
    ChoiceRow
);

/// Everything the model is made of. Sites and inspectors are known by their rows in the tables.
pub(super) struct Field {
    pub inspection: Arc<Inspection>,
    pub weights: Weights,
    /// By those weights.
    pub scores: Arc<Scores>,
    pub tactics: Tactics,
    /// The rules that hold; all of them, but when looking for those that collide.
    pub rules: RuleSet,
    /// The kind of each site.
    kinds: TiVec<SiteRow, KindRow>,
    /// How many of each kind are selected: another number asks another question.
    pub counts: TiVec<KindRow, Count>,
    /// Whether a site must be selected.
    pub included: TiVec<SiteRow, bool>,
    /// The quotas that hold.
    pub quotas: Vec<QuotaRow>,
    /// The possible starts of a site, earliest first; none where no team could go at any time.
    pub choices: TiVec<SiteRow, TiVec<ChoiceRow, Choice>>,
    pub links: Vec<LinkView>,
    /// The onsite days that an inspector may have, if limited.
    pub max_days: TiVec<InspectorRow, Option<u32>>,
    /// Pairs of inspectors kept apart.
    pub apart: Vec<(InspectorRow, InspectorRow)>,
    /// The inspectors fixed to a site.
    pub named: TiVec<SiteRow, Vec<InspectorRow>>,
}

/// A link with its sites by row.
pub(super) struct LinkView {
    pub link: Link,
    /// Per site of the brought kind, the sites that name it.
    pub namers: HashMap<SiteRow, Vec<SiteRow>>,
    /// Per site of the `each` kind, the sites of the brought kind that it names.
    pub names: HashMap<SiteRow, Vec<SiteRow>>,
}

impl LinkView {
    pub(super) fn same_week(&self) -> bool {
        self.link.timing == LinkTiming::SameWeek
    }
}

impl Field {
    /// The field of an instance, in which these rules hold.
    pub(super) fn new(instance: &Instance, rules: RuleSet) -> Self {
        let inspection = &instance.inspection;
        let people = People::new(inspection);
        let kinds = inspection.kinds.iter().enumerate();
        let kinds: HashMap<&str, KindRow> = kinds
            .map(|(row, kind)| (kind.id.as_str(), row.into()))
            .collect();
        let kinds: TiVec<SiteRow, KindRow> = inspection
            .sites
            .iter()
            .filter_map(|site| kinds.get(site.kind.as_str()).copied())
            .collect();
        let sites: TiVec<SiteRow, (&Site, &Kind)> = inspection
            .sites
            .iter()
            .zip(
                kinds
                    .iter()
                    .map(|kind| &inspection.kinds[usize::from(*kind)]),
            )
            .collect();
        let rows: HashMap<&str, SiteRow> = sites
            .iter_enumerated()
            .map(|(row, (site, _))| (site.id.as_str(), row))
            .collect();
        let mut named: TiVec<SiteRow, Vec<InspectorRow>> =
            sites.iter().map(|_| Vec::new()).collect();
        for fixed in &inspection.fixed {
            let person = fixed
                .inspector
                .as_ref()
                .and_then(|id| people.row(id.as_str()));
            if let (Some(site), Some(person)) = (rows.get(fixed.site.as_str()), person) {
                named[*site].push(person);
            }
        }
        let choices = sites
            .iter()
            .zip(&named)
            .map(|((site, kind), named)| {
                instance
                    .calendar
                    .starts(site, kind, rules)
                    .into_iter()
                    .filter_map(|start| people.choice(site, kind, named, start, rules))
                    .collect()
            })
            .collect();
        let links = inspection
            .links
            .iter()
            .map(|link| link_view(link, &sites, &rows))
            .collect();
        Self {
            inspection: Arc::clone(inspection),
            weights: inspection.weights.clone(),
            scores: Arc::clone(&instance.scores),
            tactics: Tactics::default(),
            rules,
            counts: inspection.kinds.iter().map(|kind| kind.sites).collect(),
            included: sites
                .iter()
                .map(|(site, kind)| kind.include.contains(&site.id))
                .collect(),
            quotas: (0..inspection.quotas.len()).map(QuotaRow::from).collect(),
            choices,
            links,
            max_days: inspection
                .inspectors
                .iter()
                .map(|person| person.max_days.or(inspection.staffing.max_days))
                .collect(),
            apart: inspection
                .apart
                .iter()
                .filter_map(|row| {
                    let a = people.row(row.inspector_a.as_str())?;
                    Some((a, people.row(row.inspector_b.as_str())?))
                })
                .collect(),
            named,
            kinds,
        }
    }

    /// The points of a start in tier 2: leave and delay.
    pub(super) fn date_points(&self, start: &Start) -> f64 {
        self.weights.leave * f64::from(start.leave_days)
            + self.weights.delay * start.delay_weeks as f64
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

    /// The kind of a site.
    pub(super) fn kind(&self, row: SiteRow) -> &Kind {
        &self.inspection.kinds[usize::from(self.kinds[row])]
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

    /// Links that bring sites of this site's kind.
    pub(super) fn bringing(&self, row: SiteRow) -> impl Iterator<Item = &LinkView> {
        self.links
            .iter()
            .filter(move |view| view.link.brings == self.kind(row).id)
    }
}

/// Seats of a kind per inspectorate, in order of first mention.
pub(super) fn seats(kind: &Kind) -> Vec<(&InspectorateId, usize)> {
    let mut seats: Vec<(&InspectorateId, usize)> = Vec::new();
    for inspectorate in kind.pairs.iter().flatten() {
        match seats.iter_mut().find(|(known, _)| *known == inspectorate) {
            Some((_, count)) => *count += 1,
            None => seats.push((inspectorate, 1)),
        }
    }
    seats
}

fn link_view(
    link: &Link,
    sites: &TiSlice<SiteRow, (&Site, &Kind)>,
    rows: &HashMap<&str, SiteRow>,
) -> LinkView {
    let mut namers: HashMap<SiteRow, Vec<SiteRow>> = HashMap::new();
    let mut names: HashMap<SiteRow, Vec<SiteRow>> = HashMap::new();
    for (row, (site, kind)) in sites.iter_enumerated() {
        if kind.id != link.each {
            continue;
        }
        for id in site.listed(&link.by) {
            let Some(brought) = rows.get(id.as_str()) else {
                continue;
            };
            if sites[*brought].1.id == link.brings {
                namers.entry(*brought).or_default().push(row);
                names.entry(row).or_default().push(*brought);
            }
        }
    }
    LinkView {
        link: link.clone(),
        namers,
        names,
    }
}
