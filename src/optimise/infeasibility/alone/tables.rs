//! The tables of an inspection, looked up once for all its sites, and what links tie together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::plans::{binding_rules, has_plan};
use crate::domain::{Inspection, Site, SiteId, SiteRow};
use crate::instance::Instance;
use crate::optimise::fault::Fault;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::{Pick, Restriction};

/// The tables of an inspection, looked up once for all its sites.
pub(super) struct Tables<'a> {
    pub(super) instance: &'a Instance,
    /// The whole inspection under the rules that bind one site and what comes along with it.
    problem: PlanningProblem,
    /// What every small inspection has: people, periods and settings, and no site.
    pub(super) bare: Inspection,
    pub(super) rows: HashMap<&'a SiteId, usize>,
    /// Per site, those that it names by any link.
    pub(super) names: TiedTo<'a>,
    /// Per site, those that name it.
    pub(super) named_by: TiedTo<'a>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let inspection: &Inspection = &instance.inspection;
        let sites = inspection.sites.iter().enumerate();
        let rows: HashMap<&SiteId, usize> = sites.map(|(row, site)| (&site.id, row)).collect();
        let mut names = TiedTo::new();
        let mut named_by = TiedTo::new();
        for link in &inspection.links {
            let naming = inspection
                .sites
                .iter()
                .filter(|site| site.kind == link.each);
            for site in naming {
                let listed = site.listed(&link.by);
                let named = listed.iter().filter_map(|id| rows.get(id));
                let named = named.map(|row| &inspection.sites[*row]);
                for named in named.filter(|named| named.kind == link.brings) {
                    names.entry(&site.id).or_default().push(&named.id);
                    named_by.entry(&named.id).or_default().push(&site.id);
                }
            }
        }
        Self {
            instance,
            problem: PlanningProblem::new(instance, binding_rules()),
            bare: bare(inspection),
            rows,
            names,
            named_by,
        }
    }

    pub(super) fn has(&self, site: &SiteId) -> bool {
        self.rows.contains_key(site)
    }

    /// The site, those of which one must bring it, and whatever any of these brings.
    pub(super) fn brought_with<'s>(&self, site: &'s SiteId) -> BTreeSet<&'s SiteId>
    where
        'a: 's,
    {
        let bringing = closure(&[&self.named_by], BTreeSet::from([site]));
        closure(&[&self.names], bringing)
    }

    /// Whether a site could be visited and staffed with no more than what its links bring; `None` where that was not shown
    /// within the nodes.
    pub(super) fn can_be_visited(&self, site: &SiteId) -> Result<Option<bool>, Fault> {
        let mut restriction = Restriction::of_selection(&self.problem, &[]);
        for member in self.brought_with(site) {
            let Some(place) = self.rows.get(member) else {
                continue;
            };
            let is_out = self.cannot_be_selected(&self.instance.inspection.sites[*place]);
            restriction.picks[SiteRow::from(*place)] = match (member == site, is_out) {
                (true, true) => return Ok(Some(false)),
                (true, false) => Pick::In,
                (false, true) => Pick::Out,
                (false, false) => Pick::Free,
            };
        }
        has_plan(&self.problem, &restriction)
    }

    /// Whether the lead inspector has excluded a site (S2).
    pub(super) fn is_excluded(&self, site: &Site) -> bool {
        let kind = self.instance.inspection.kind(&site.kind);
        kind.is_some_and(|kind| kind.exclude.contains(&site.id))
    }

    /// The engagement days of a site and their limit, where it has too many (S4).
    pub(super) fn over_burdened(&self, site: &Site) -> Option<(u32, u32)> {
        let limit = self.instance.inspection.burden.max_days?;
        let row = SiteRow::from(*self.rows.get(&site.id)?);
        let days = self.instance.scores.sites.get(row)?.engagement_days;
        (days > limit).then_some((days, limit))
    }

    pub(super) fn cannot_be_selected(&self, site: &Site) -> bool {
        self.is_excluded(site) || self.over_burdened(site).is_some()
    }

    /// Every site that is tied to this one, by whatever chain of links.
    pub(super) fn linked_to<'s>(&self, site: &'s SiteId) -> BTreeSet<&'s SiteId>
    where
        'a: 's,
    {
        closure(&[&self.names, &self.named_by], BTreeSet::from([site]))
    }
}

/// Per site, others that a link ties to it.
pub(super) type TiedTo<'a> = BTreeMap<&'a SiteId, Vec<&'a SiteId>>;

/// These sites, those that are tied to them, and so on.
fn closure<'s, 'a: 's>(
    tied: &[&TiedTo<'a>],
    mut all: BTreeSet<&'s SiteId>,
) -> BTreeSet<&'s SiteId> {
    let mut front: Vec<&SiteId> = all.iter().copied().collect();
    while let Some(next) = front.pop() {
        let next = tied.iter().filter_map(|of| of.get(next)).flatten();
        front.extend(next.filter(|site| all.insert(site)).copied());
    }
    all
}

/// The inspection without its sites, and without what only a selection of many is asked for.
fn bare(inspection: &Inspection) -> Inspection {
    let mut bare = inspection.clone();
    for kind in &mut bare.kinds {
        kind.include.clear();
        kind.exclude.clear();
        kind.profile.clear();
    }
    bare.quotas.clear();
    bare.sites.clear();
    bare.indicators.clear();
    bare.performance.clear();
    bare.intelligence = None;
    bare.engagements.clear();
    bare.conflicts.clear();
    bare.fixed.clear();
    bare.consultation.clear();
    bare.activities.clear();
    bare.milestones.clear();
    bare
}
