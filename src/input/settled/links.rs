//! Settled dates of linked sites: whether what a site brings, or what brings it, could be visited with it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::dates::place;
use super::{Settled, SettledRow, Visit};
use crate::calendar::Start;
use crate::domain::{Link, LinkTiming, RuleSet, Site, SiteId};
use crate::input::problems::words::{list, quote};

/// Weeks, by their Mondays.
type Weeks = BTreeSet<NaiveDate>;

impl Settled<'_> {
    /// Notes it where no linked site could be visited when the rows have this one visited, though one could if nothing were settled of it.
    pub(super) fn check_links(&self, visit: &Visit, rows: &[SettledRow], possible: &[Start]) {
        let dated = |row: &&SettledRow| row.row.not_before.or(row.row.not_after).is_some();
        let Some(row) = rows.iter().rfind(dated) else {
            return;
        };
        let weeks = |starts: &[Start]| starts.iter().map(|start| start.week).collect();
        let (settled, free): (Weeks, Weeks) = (weeks(possible), weeks(&visit.starts));
        let is_at_fault = |fits: &dyn Fn(&Weeks) -> bool| !fits(&settled) && fits(&free);
        let links = &self.inspection.links;
        for link in links.iter().filter(|link| link.each == visit.kind.id) {
            let brought = visit.site.listed(&link.by);
            let brought = self.sites(brought.iter());
            let of_kind = brought.into_iter().filter(|site| site.kind == link.brings);
            let brought: Vec<&Site> = of_kind.collect();
            let fits = |weeks: &Weeks| {
                let mut sites = brought.iter();
                sites.any(|site| self.can_be_brought(visit.site, site, link, weeks))
            };
            if is_at_fault(&fits) {
                self.note_apart(visit, row, &brought, "It brings");
            }
        }
        let bringing = links.iter().filter(|link| link.brings == visit.kind.id);
        let bringing = bringing.flat_map(|link| {
            let naming = self.naming(visit.site, link);
            naming.map(move |site| (link, site))
        });
        let bringing: Vec<(&Link, &Site)> = bringing.collect();
        let fits = |weeks: &Weeks| {
            let mut bringing = bringing.iter();
            bringing.any(|(link, site)| self.could_bring(site, link, weeks))
        };
        if is_at_fault(&fits) {
            let sites: Vec<&Site> = bringing.iter().map(|(_, site)| *site).collect();
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

    /// The sites that name one by a link.
    fn naming<'s>(&'s self, site: &'s Site, link: &'s Link) -> impl Iterator<Item = &'s Site> {
        let each = self.inspection.sites.iter();
        let each = each.filter(|one| one.kind == link.each);
        each.filter(|one| one.listed(&link.by).contains(&site.id))
    }

    /// Whether one site can bring another when it is visited in one of these weeks. In the week of another site that names it, the
    /// other does as well (T7).
    fn can_be_brought(&self, by: &Site, site: &Site, link: &Link, weeks: &Weeks) -> bool {
        let others = self.naming(site, link).filter(|one| one.id != by.id);
        let of_others = others.flat_map(|one| self.starts(one));
        let of_others = of_others.map(|start| start.week);
        let weeks: Weeks = weeks.iter().copied().chain(of_others).collect();
        self.meets(site, link, &weeks)
    }

    /// Whether a site could be selected and brought by one that is visited in one of these weeks (T7).
    fn meets(&self, site: &Site, link: &Link, weeks: &Weeks) -> bool {
        let starts = self.starts(site);
        let mut own = starts.iter().map(|start| start.week);
        own.any(|own| weeks.iter().any(|week| is_as_asked(link, *week, own)))
    }

    /// Whether a site could be selected and bring one that is visited in one of these weeks (T7).
    fn could_bring(&self, site: &Site, link: &Link, weeks: &Weeks) -> bool {
        let starts = self.starts(site);
        let mut own = starts.iter().map(|start| start.week);
        own.any(|own| weeks.iter().any(|week| is_as_asked(link, own, *week)))
    }

    /// Every start that a site could have; none where it may not be selected.
    fn starts(&self, site: &Site) -> Vec<Start> {
        match self.inspection.kind(&site.kind) {
            Some(kind) if !kind.exclude.contains(&site.id) => {
                self.calendar.starts(site, kind, RuleSet::all())
            }
            _ => Vec::new(),
        }
    }
}

/// Whether two visits lie as a link asks, by the Mondays of their weeks.
fn is_as_asked(link: &Link, bringing: NaiveDate, brought: NaiveDate) -> bool {
    match link.timing {
        LinkTiming::Any => true,
        LinkTiming::SameWeek => bringing == brought,
        LinkTiming::After { min, max } => {
            let after = brought.signed_duration_since(bringing).num_weeks();
            after >= i64::from(min) && max.is_none_or(|max| after <= i64::from(max))
        }
    }
}
