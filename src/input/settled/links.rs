//! Settled dates of linked sites: whether what a site brings, or what brings it, could be visited with it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::dates::place;
use super::{Settled, SettledRow, Visit};
use crate::calendar::Start;
use crate::domain::{DateRule, Link, LinkTiming, Rule, RuleSet, Site, SiteId};
use crate::input::problems::words::{list, quote};

impl Settled<'_> {
    /// Notes it where no linked site could be visited when the rows have this one visited.
    pub(super) fn check_links(&self, visit: &Visit, rows: &[SettledRow], possible: &[Start]) {
        let dated = |row: &&SettledRow| row.row.not_before.or(row.row.not_after).is_some();
        let Some(row) = rows.iter().rfind(dated) else {
            return;
        };
        let weeks: BTreeSet<NaiveDate> = possible.iter().map(|start| start.week).collect();
        let links = &self.inspection.links;
        for link in links.iter().filter(|link| link.each == visit.kind.id) {
            let brought = visit.site.listed(&link.by);
            let brought = self.sites(brought.iter());
            let of_kind = brought.into_iter().filter(|site| site.kind == link.brings);
            let brought: Vec<&Site> = of_kind.collect();
            if !brought.is_empty() && !brought.iter().any(|site| self.meets(site, link, &weeks)) {
                self.note_apart(visit, row, &brought, "It brings");
            }
        }
        let bringing: Vec<&Link> = links
            .iter()
            .filter(|link| link.brings == visit.kind.id)
            .collect();
        let all = || {
            bringing.iter().flat_map(|link| {
                let sites = self.inspection.sites.iter();
                let each = sites.filter(|site| site.kind == link.each);
                let naming = each.filter(|site| site.listed(&link.by).contains(&visit.site.id));
                naming.map(|site| (*link, site))
            })
        };
        if all().next().is_some() && !all().any(|(link, site)| self.meets(site, link, &weeks)) {
            let sites: Vec<&Site> = all().map(|(_, site)| site).collect();
            self.note_apart(visit, row, &sites, "It is brought by");
        }
    }

    fn note_apart(&self, visit: &Visit, row: &SettledRow, linked: &[&Site], how: &str) {
        let mut names: Vec<String> = linked.iter().map(|site| quote(&site.name)).collect();
        names.dedup();
        let cannot = match names.len() {
            1 => "which cannot",
            _ => "none of which can",
        };
        let fact = format!(
            "{} cannot be visited on the days settled here. {how} {}, {cannot} be visited together with it then. {}",
            visit.name(),
            list(&names, "or"),
            visit.so()
        );
        let remedy = "Correct the dates, or change what keeps the other site from those weeks.";
        self.note(place(row), fact, remedy);
    }

    fn sites<'s>(&'s self, ids: impl Iterator<Item = &'s SiteId>) -> Vec<&'s Site> {
        ids.filter_map(|id| self.sites.get(id).copied()).collect()
    }

    /// Whether a site could be selected and visited beside one that is visited in one of these weeks.
    fn meets(&self, site: &Site, link: &Link, weeks: &BTreeSet<NaiveDate>) -> bool {
        let Some(kind) = self.inspection.kind(&site.kind) else {
            return true;
        };
        let rules: RuleSet = DateRule::all().map(Rule::from).collect();
        let starts = self.calendar.starts(site, kind, rules);
        let meets = |start: &Start| match link.timing {
            LinkTiming::Any => true,
            LinkTiming::SameWeek => weeks.contains(&start.week),
        };
        !kind.exclude.contains(&site.id) && starts.iter().any(meets)
    }
}
