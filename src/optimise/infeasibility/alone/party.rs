//! A site with the sites that its links tie to it, as an inspection of their own.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::bars::Part;
use super::plans::{binding_rules, has_plan};
use super::tables::{Tables, TiedTo};
use crate::calendar::Calendar;
use crate::domain::{Conflict, Fixed, Inspection, RuleSet, Site, SiteId, SiteRow};
use crate::instance::Instance;
use crate::optimise::fault::Fault;
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::{Pick, Restriction};
use crate::score::Scores;

/// A site with the sites that are tied to it, as an inspection of their own.
pub(super) struct Party<'a> {
    tables: &'a Tables<'a>,
    instance: Instance,
    /// The site in question.
    pub(super) site: SiteRow,
}

impl<'a> Party<'a> {
    /// The party of a site that the tables have, and these others.
    pub(super) fn new(tables: &'a Tables<'a>, site: &SiteId, members: &BTreeSet<&SiteId>) -> Self {
        let whole: &Inspection = &tables.instance.inspection;
        let mut rows: Vec<usize> = members
            .iter()
            .filter_map(|id| tables.rows.get(*id).copied())
            .collect();
        rows.sort_unstable();
        let mut own = tables.bare.clone();
        own.sites = rows.iter().map(|row| whole.sites[*row].clone()).collect();
        let conflicts = whole.conflicts.iter();
        let conflicts = conflicts.filter(|row| members.contains(&row.site));
        own.conflicts = conflicts.cloned().collect::<Vec<Conflict>>();
        let fixed = whole.fixed.iter().filter(|row| members.contains(&row.site));
        own.fixed = fixed.cloned().collect::<Vec<Fixed>>();
        let place = own.sites.iter().position(|member| member.id == *site);
        let own = Arc::new(own);
        Self {
            tables,
            instance: Instance {
                // Its dates are those of the whole inspection.
                calendar: Arc::clone(&tables.instance.calendar),
                scores: Arc::new(Scores::new(&own)),
                inspection: own,
            },
            site: SiteRow::from(place.unwrap_or_default()),
        }
    }

    pub(super) fn calendar(&self) -> &Calendar {
        &self.instance.calendar
    }

    pub(super) fn problem(&self, rules: RuleSet) -> PlanningProblem {
        PlanningProblem::new(&self.instance, rules)
    }

    /// The members, by row.
    pub(super) fn members(&self) -> impl Iterator<Item = (SiteRow, &Site)> {
        let sites = self.instance.inspection.sites.iter().enumerate();
        sites.map(|(row, site)| (SiteRow::from(row), site))
    }

    /// What a member is to the site in question.
    pub(super) fn part(&self, row: SiteRow) -> Part {
        let sites = &self.instance.inspection.sites;
        let (own, other) = (
            &sites[usize::from(self.site)].id,
            &sites[usize::from(row)].id,
        );
        let lists = |of: &TiedTo<'_>| of.get(own).is_some_and(|listed| listed.contains(&other));
        if row == self.site {
            Part::Itself
        } else if lists(&self.tables.names) {
            Part::Brought
        } else if lists(&self.tables.named_by) {
            Part::Brings
        } else {
            Part::TiedToThese
        }
    }

    /// Whether the lead inspector has excluded a member (S2).
    pub(super) fn is_excluded(&self, site: &Site) -> bool {
        self.tables.is_excluded(site)
    }

    /// The engagement days of a member and their limit, where it has too many (S4).
    pub(super) fn over_burdened(&self, site: &Site) -> Option<(u32, u32)> {
        self.tables.over_burdened(site)
    }

    /// The site in question selected, and of the others whatever may be.
    pub(super) fn restriction(&self, problem: &PlanningProblem) -> Restriction {
        let mut restriction = Restriction::everything(problem);
        for (row, site) in self.members() {
            let is_out = self.tables.cannot_be_selected(site);
            restriction.picks[row] = match (row == self.site, is_out) {
                (true, _) => Pick::In,
                (false, true) => Pick::Out,
                (false, false) => Pick::Free,
            };
        }
        restriction
    }

    /// Whether it can be visited and staffed; `None` where that was not shown within the nodes.
    pub(super) fn can_be_visited(&self) -> Result<Option<bool>, Fault> {
        let own = &self.instance.inspection.sites[usize::from(self.site)];
        if self.tables.cannot_be_selected(own) {
            return Ok(Some(false));
        }
        let problem = self.problem(binding_rules());
        has_plan(&problem, &self.restriction(&problem))
    }
}
