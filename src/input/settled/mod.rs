//! Whether what the lead has settled in `fixed.csv` can be at all.
//!
//! Only what can never be is noted, whatever else is planned. It would not show in a plan: the site would simply not be chosen, and
//! nobody would know why. What one visit alone decides is looked at here; what only all visits together decide, the planner says.

mod dates;
mod links;
mod named;
mod team;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::files::RawTable;
use super::problems::words::quote;
use super::problems::{Place, Problems, codes};
use super::table_row::{Record, records};
use crate::calendar::{Calendar, Start};
use crate::domain::{
    DateRule, Fixed, Inspection, Inspector, InspectorId, Kind, Rule, RuleSet, Site, SiteId,
};

/// Notes the rows of `fixed.csv` that cannot hold. All of the input could be read.
pub(super) fn check(table: &RawTable, inspection: &Inspection, problems: &Problems) {
    let calendar = Calendar::new(inspection);
    let all = Settled {
        inspection,
        calendar: &calendar,
        sites: inspection.sites.iter().map(|one| (&one.id, one)).collect(),
        inspectors: inspection
            .inspectors
            .iter()
            .map(|one| (&one.id, one))
            .collect(),
        problems,
    };
    let mut fixed: BTreeMap<&SiteId, Vec<SettledRow>> = BTreeMap::new();
    // Faults of the cells themselves have been noted.
    let quiet = Problems::default();
    for (record, row) in records(table, &quiet).zip(&inspection.fixed) {
        let rows = fixed.entry(&row.site).or_default();
        rows.push(SettledRow { record, row });
    }
    for (site, rows) in &fixed {
        if let Some(visit) = all.visit(site) {
            all.check_site(&visit, rows);
        }
    }
}

/// A row of `fixed.csv`, and where it stands.
#[derive(Clone, Copy)]
struct SettledRow<'a> {
    record: Record<'a>,
    row: &'a Fixed,
}

/// A site of which something is settled.
struct Visit<'a> {
    site: &'a Site,
    /// Its kind, as a visit to this site has it.
    kind: Kind,
    /// Every start that it could have if nothing were settled.
    starts: Vec<Start>,
    /// Whether those are left by the notice and the calendar alone, since periods and other inspections leave none.
    is_barred: bool,
}

impl Visit<'_> {
    fn name(&self) -> String {
        quote(&self.site.name)
    }

    /// Whether there is no plan without it.
    fn is_required(&self, inspection: &Inspection) -> bool {
        let pilot = inspection.pilot.as_ref();
        let is_pilot = pilot.is_some_and(|pilot| pilot.site == self.site.id);
        is_pilot || self.kind.include.contains(&self.site.id)
    }

    /// What follows for the plan if this stands as it is.
    fn so(&self) -> &'static str {
        match self.kind.include.contains(&self.site.id) {
            true => "The site must be selected, so there would be no plan.",
            false => "The site could never be selected.",
        }
    }
}

/// Everything at hand.
struct Settled<'a> {
    inspection: &'a Inspection,
    calendar: &'a Calendar,
    sites: HashMap<&'a SiteId, &'a Site>,
    inspectors: HashMap<&'a InspectorId, &'a Inspector>,
    problems: &'a Problems,
}

impl<'a> Settled<'a> {
    fn visit(&self, id: &SiteId) -> Option<Visit<'a>> {
        let site = *self.sites.get(id)?;
        let kind = self.inspection.kind(&site.kind)?.at(site);
        let rules: RuleSet = DateRule::all().map(Rule::from).collect();
        let mut starts = self.calendar.starts(site, &kind, rules - Rule::FixedDates);
        // That a site cannot be visited at all is no fault of what is settled of it: the planner says why.
        let is_barred = starts.is_empty();
        if is_barred {
            let always = Rule::Window | Rule::Notice | Rule::WorkingDays;
            starts = self.calendar.starts(site, &kind, always);
        }
        Some(Visit {
            site,
            kind,
            starts,
            is_barred,
        })
    }

    /// Looks at the rows of one site: the dates first, for who could go depends on them.
    fn check_site(&self, visit: &Visit, rows: &[SettledRow]) {
        if visit.kind.exclude.contains(&visit.site.id) {
            for row in rows {
                let fact = format!("{} is excluded, so this row has no effect.", visit.name());
                let remedy = "Delete the row, or take the site out of exclude.";
                let place = row.record.line();
                self.problems.add(&codes::NO_EFFECT, place, fact, remedy);
            }
            return;
        }
        if let Some(possible) = self.possible(visit, rows)
            && !visit.is_barred
        {
            self.check_links(visit, rows, &possible);
            self.check_named(visit, rows, &possible);
        }
    }

    fn note(&self, place: Place, fact: String, remedy: &str) {
        self.problems.add(&codes::CANNOT_BE, place, fact, remedy);
    }
}

/// The items of a list, each once, in the order given.
fn each_once<T: Clone + Eq + std::hash::Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    items.filter(|item| seen.insert(item.clone())).collect()
}
