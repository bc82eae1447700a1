//! Who could go where and when, one inspector at a time: P4, P5, P6, whose seat it is, and whether P9 leaves room
//! for even one such visit.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::choice::{StartChoice, seats};
use crate::calendar::Start;
use crate::domain::{Inspection, InspectorRow, Kind, PersonRule, Rule, RuleSet, Site, SiteId};

/// The inspectors, with what binds each of them looked up once.
pub(in crate::optimise) struct People<'a> {
    inspection: &'a Inspection,
    rows: HashMap<&'a str, InspectorRow>,
    away: HashSet<(InspectorRow, NaiveDate)>,
    /// Per clearance and inspector: the last day of each that they hold; `None` is without end.
    clearances: HashMap<(&'a str, InspectorRow), Vec<Option<NaiveDate>>>,
    conflicts: HashSet<(&'a str, InspectorRow)>,
}

impl<'a> People<'a> {
    pub(in crate::optimise) fn new(inspection: &'a Inspection) -> Self {
        let rows: HashMap<&str, InspectorRow> = inspection
            .inspectors
            .iter()
            .enumerate()
            .map(|(row, person)| (person.id.as_str(), row.into()))
            .collect();
        let row = |id: &str| rows.get(id).copied();
        let mut away = HashSet::new();
        // Preparation may begin before the window; half a year covers any desk work before it.
        let reach = chrono::Days::new(400);
        let timing = &inspection.timing;
        let earliest = timing.first_day.checked_sub_days(reach);
        let latest = timing.last_day.checked_add_days(reach);
        for absence in &inspection.absences {
            let Some(person) = row(absence.inspector.as_str()) else {
                continue;
            };
            let from = absence.first_day.max(earliest.unwrap_or(NaiveDate::MIN));
            let to = absence.last_day.min(latest.unwrap_or(NaiveDate::MAX));
            away.extend(
                from.iter_days()
                    .take_while(|day| *day <= to)
                    .map(|day| (person, day)),
            );
        }
        let mut clearances: HashMap<(&str, InspectorRow), Vec<Option<NaiveDate>>> = HashMap::new();
        for held in &inspection.clearances {
            if let Some(person) = row(held.inspector.as_str()) {
                clearances
                    .entry((held.clearance.as_str(), person))
                    .or_default()
                    .push(held.valid_until);
            }
        }
        let tied = tied(inspection);
        let conflicts = inspection
            .conflicts
            .iter()
            .filter_map(|conflict| {
                let person = row(conflict.inspector.as_str())?;
                let tied = tied.get(&conflict.site).filter(|_| conflict.linked);
                let sites = tied.into_iter().flatten().copied();
                Some(
                    sites
                        .chain([&conflict.site])
                        .map(move |site| (site.as_str(), person)),
                )
            })
            .flatten()
            .collect();
        Self {
            inspection,
            rows,
            away,
            clearances,
            conflicts,
        }
    }

    pub(in crate::optimise) fn row(&self, id: &str) -> Option<InspectorRow> {
        self.rows.get(id).copied()
    }

    /// Who could go to this site on this start, by row.
    pub(in crate::optimise) fn for_start(
        &self,
        site: &Site,
        kind: &Kind,
        start: &Start,
        rules: RuleSet,
    ) -> Vec<InspectorRow> {
        let in_force = PersonRule::all().filter(|rule| rules.contains(Rule::from(*rule)));
        let in_force: Vec<PersonRule> = in_force.collect();
        let limited = rules.contains(Rule::Limit);
        (0..self.inspection.inspectors.len())
            .map(InspectorRow::from)
            .filter(|row| !limited || self.has_days_for(kind, *row))
            .filter(|row| self.could_go(site, kind, start, *row, &in_force))
            .collect()
    }

    /// This start with everyone who could go; `None` if no team can be found among them.
    pub(in crate::optimise) fn choice(
        &self,
        site: &Site,
        kind: &Kind,
        named: &[InspectorRow],
        start: Start,
        rules: RuleSet,
    ) -> Option<StartChoice> {
        let people = self.for_start(site, kind, &start, rules);
        let person = |row: &InspectorRow| &self.inspection.inspectors[usize::from(*row)];
        let enough = seats(kind).iter().all(|(inspectorate, count)| {
            let of_theirs = people
                .iter()
                .filter(|row| person(row).inspectorate == **inspectorate);
            of_theirs.count() >= *count
        });
        let led = people
            .iter()
            .any(|row| person(row).experienced && person(row).inspectorate == kind.inspectorate);
        let skilled = site
            .needs
            .iter()
            .all(|skill| people.iter().any(|row| person(row).skills.contains(skill)));
        let with_named = named.iter().all(|row| people.contains(row));
        let named_fit = seats(kind).iter().all(|(inspectorate, count)| {
            let of_theirs = named
                .iter()
                .filter(|row| person(row).inspectorate == **inspectorate);
            of_theirs.collect::<HashSet<_>>().len() <= *count
        });
        let possible = (enough || !rules.contains(Rule::Joint))
            && (led || !rules.contains(Rule::VisitLead))
            && (skilled || !rules.contains(Rule::Skills))
            && (with_named || !rules.contains(Rule::Named))
            && (named_fit || !rules.is_superset(Rule::Joint | Rule::Named));
        possible.then_some(StartChoice { start, people })
    }

    /// What P9 says of one visit alone.
    fn has_days_for(&self, kind: &Kind, row: InspectorRow) -> bool {
        let own = self.inspection.inspectors[usize::from(row)].max_days;
        let limit = own.or(self.inspection.staffing.max_days);
        limit.is_none_or(|limit| kind.days <= limit)
    }

    /// P1 (an inspectorate that has a seat) and the rules on one inspector and one start.
    ///
    /// Nobody else is ever seated: someone kept out by mistake may sit in the best plan, and the proof that another is
    /// best would be wrong.
    fn could_go(
        &self,
        site: &Site,
        kind: &Kind,
        start: &Start,
        row: InspectorRow,
        rules: &[PersonRule],
    ) -> bool {
        let person = &self.inspection.inspectors[usize::from(row)];
        let seated = kind
            .pairs
            .iter()
            .flatten()
            .any(|inspectorate| *inspectorate == person.inspectorate);
        let free = || {
            start.needed().all(|day| {
                person.from.is_none_or(|from| from <= day)
                    && person.until.is_none_or(|until| day <= until)
                    && person.works.contains(&day.weekday())
                    && !self.away.contains(&(row, day))
            })
        };
        let cleared = || {
            kind.clearance.as_deref().is_none_or(|clearance| {
                let held = self.clearances.get(&(clearance, row));
                held.into_iter()
                    .flatten()
                    .any(|until| until.is_none_or(|until| until >= start.last_day()))
            })
        };
        let keeps = |rule: &PersonRule| match rule {
            PersonRule::Available => free(),
            PersonRule::Cleared => cleared(),
            PersonRule::NoConflict => !self.conflicts.contains(&(site.id.as_str(), row)),
        };
        seated && rules.iter().all(keeps)
    }
}

/// The sites that any link ties to each site, either way.
fn tied(inspection: &Inspection) -> HashMap<&SiteId, Vec<&SiteId>> {
    let rows: HashMap<&str, &Site> = inspection
        .sites
        .iter()
        .map(|site| (site.id.as_str(), site))
        .collect();
    let mut tied: HashMap<&SiteId, Vec<&SiteId>> = HashMap::new();
    for link in &inspection.links {
        for site in inspection
            .sites
            .iter()
            .filter(|site| site.kind == link.each)
        {
            let named = site.listed(&link.by).into_iter();
            let named = named.filter_map(|id| rows.get(id.as_str()).copied());
            for other in named.filter(|other| other.kind == link.brings) {
                tied.entry(&site.id).or_default().push(&other.id);
                tied.entry(&other.id).or_default().push(&site.id);
            }
        }
    }
    tied
}
