//! The field of play: every site, the ways to date a visit to it, and who could then go. What one site and one
//! inspector decide alone is settled here, so that the model holds only what they decide together.

mod people;

use std::collections::HashMap;

use crate::calendar::{Calendar, Start};
use crate::domain::{
    Count, Inspection, Inspector, InspectorateId, Kind, Link, LinkTiming, Quota, Rule, RuleSet,
    Site, Weights,
};
use crate::optimise::tactics::Tactics;
use crate::score::Scores;

pub(super) use people::People;

/// One way to date a visit, and who could sit on it.
pub(super) struct Choice {
    pub start: Start,
    /// Rows of `inspectors.csv`: those free, cleared and without conflict.
    pub people: Vec<usize>,
}

/// Everything the model is made of. Sites and inspectors are known by their rows in the tables.
pub(super) struct Field<'a> {
    pub inspection: &'a Inspection,
    pub weights: Weights,
    /// By those weights.
    pub scores: Scores,
    pub tactics: Tactics,
    /// The rules that hold; all of them, but when looking for those that collide.
    pub rules: RuleSet,
    /// The kind of each site.
    pub kinds: Vec<&'a Kind>,
    /// Per kind, in the order of the file, how many are selected: another number asks another question.
    pub counts: Vec<Count>,
    /// Per site, whether it must be selected.
    pub included: Vec<bool>,
    /// The quotas that hold.
    pub quotas: Vec<&'a Quota>,
    /// Per site, the possible starts, earliest first; empty where no team could go at any time.
    pub choices: Vec<Vec<Choice>>,
    pub links: Vec<LinkView<'a>>,
    /// Per inspector, the onsite days allowed, if limited.
    pub max_days: Vec<Option<u32>>,
    /// Pairs of inspectors kept apart.
    pub apart: Vec<(usize, usize)>,
    /// Per site, the inspectors fixed to it.
    pub named: Vec<Vec<usize>>,
}

/// A link with its sites by row.
pub(super) struct LinkView<'a> {
    pub link: &'a Link,
    /// Per site of the brought kind, the sites that name it, by row.
    pub namers: HashMap<usize, Vec<usize>>,
    /// Per site of the `each` kind, the sites of the brought kind that it names.
    pub names: HashMap<usize, Vec<usize>>,
}

impl LinkView<'_> {
    pub(super) fn same_week(&self) -> bool {
        self.link.timing == LinkTiming::SameWeek
    }
}

impl<'a> Field<'a> {
    pub(super) fn new(
        inspection: &'a Inspection,
        calendar: &Calendar<'a>,
        scores: Scores,
        rules: RuleSet,
    ) -> Self {
        let people = People::new(inspection);
        let kind_of: HashMap<&str, &Kind> = inspection
            .kinds
            .iter()
            .map(|kind| (kind.id.as_str(), kind))
            .collect();
        let sites: Vec<(&Site, &Kind)> = inspection
            .sites
            .iter()
            .filter_map(|site| Some((site, *kind_of.get(site.kind.as_str())?)))
            .collect();
        let rows: HashMap<&str, usize> = sites
            .iter()
            .enumerate()
            .map(|(row, (site, _))| (site.id.as_str(), row))
            .collect();
        let mut named = vec![Vec::new(); sites.len()];
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
                calendar
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
            inspection,
            weights: inspection.weights.clone(),
            scores,
            tactics: Tactics::default(),
            rules,
            kinds: sites.iter().map(|(_, kind)| *kind).collect(),
            counts: inspection.kinds.iter().map(|kind| kind.sites).collect(),
            included: sites
                .iter()
                .map(|(site, kind)| kind.include.contains(&site.id))
                .collect(),
            quotas: inspection.quotas.iter().collect(),
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

    pub(super) fn site(&self, row: usize) -> &'a Site {
        &self.inspection.sites[row]
    }

    pub(super) fn person(&self, row: usize) -> &'a Inspector {
        &self.inspection.inspectors[row]
    }

    /// Whether a visit to this site adds travel: not where a kind is brought by the same team.
    pub(super) fn counts_travel(&self, row: usize) -> bool {
        !self
            .links
            .iter()
            .any(|view| view.link.same_team && view.link.brings == self.kinds[row].id)
    }

    /// Links that bring sites of this site's kind.
    pub(super) fn bringing(&self, row: usize) -> impl Iterator<Item = &LinkView<'a>> {
        self.links
            .iter()
            .filter(move |view| view.link.brings == self.kinds[row].id)
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

fn link_view<'a>(
    link: &'a Link,
    sites: &[(&Site, &Kind)],
    rows: &HashMap<&str, usize>,
) -> LinkView<'a> {
    let mut namers: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut names: HashMap<usize, Vec<usize>> = HashMap::new();
    for (row, (site, kind)) in sites.iter().enumerate() {
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
        link,
        namers,
        names,
    }
}
