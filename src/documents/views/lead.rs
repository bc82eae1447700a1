//! What the lead inspector may know: every visit with its reasons, its letter and its team, and what lies around it in the calendar.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::days_to_avoid::{Avoided, Holiday, bank_holidays, own_holidays, own_periods, periods};
use super::heading::Heading;
use crate::domain::{Inspector, InspectorId, KindId, Letters, Named, SiteId, Visit};
use crate::insight::particulars::Particulars;
use crate::insight::team::{ForTeam, why_these_people};
use crate::insight::week::{ForWeek, WhyWeek, for_this_week, why_this_week};

/// For the lead: the visits and the people, day by day, and why. No home, no conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadView {
    /// The head of the document.
    pub heading: Heading,
    /// The latest authority over the inspectorates taking part: from then on letters may go out.
    pub authority_date: NaiveDate,
    /// Whether all letters go out on one date.
    pub letters: Letters,
    /// The last day on which a visit may lie.
    pub window_ends: NaiveDate,
    /// The kinds of site in the order of the inspection, and after them those that only the plan names; each by what a site of it is called.
    pub kinds: Vec<Named<KindId>>,
    /// The visits, in the order of the plan.
    pub visits: Vec<PlannedVisit>,
    /// The inspectors of the plan by inspectorate, in the order of the inspection; strangers last.
    pub people: Vec<InspectorGroup>,
    /// The bank holidays that concern a site, by date.
    pub bank_holidays: Vec<Holiday>,
    /// The periods to avoid that concern a visit, in the order of the inspection.
    pub periods: Vec<Avoided>,
}

/// One visit, and why it is when it is and with whom.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedVisit {
    /// Its number in the plan, from 1.
    pub number: usize,
    /// The id of the site.
    pub site_id: SiteId,
    /// The name of the site; its id where the tables do not have it.
    pub site: String,
    /// The kind of site.
    pub kind: KindId,
    /// The first onsite day.
    pub first_day: NaiveDate,
    /// The last onsite day.
    pub last_day: NaiveDate,
    /// Its days one by one; `None` where the visit begins on no day on which one could, as an edited plan may have it.
    pub days: Option<DaysOfVisit>,
    /// The name of the visit lead.
    pub lead: String,
    /// The names of everyone on it, in the order of their seats.
    pub team: Vec<String>,
    /// The pairs by name, as one line.
    pub pairs: String,
    /// The day from which its letter may go out: that of the last authority.
    pub letter_from: NaiveDate,
    /// The last day for its letter.
    pub letter_by: NaiveDate,
    /// Working days from the authority to the letter.
    pub slack: usize,
    /// Days from the letter to the visit.
    pub notice: i64,
    /// Whether it is the pilot.
    pub is_pilot: bool,
    /// What places it among the other visits.
    pub for_this_week: Vec<ForWeek>,
    /// Why it is not earlier; `None` where the tables do not know the site.
    pub why_this_week: Option<WhyWeek>,
    /// Why these people.
    pub why_these_people: Vec<ForTeam>,
    /// The periods to avoid that concern this site and not every site.
    pub own_periods: Vec<Avoided>,
    /// The bank holidays of its nation that England and Wales do not share.
    pub own_holidays: Vec<NaiveDate>,
}

/// The days of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaysOfVisit {
    /// The preparation days.
    pub preparation: Vec<NaiveDate>,
    /// The onsite days.
    pub onsite: Vec<NaiveDate>,
    /// The days after it on which the team is kept free to write up.
    pub write_up: Vec<NaiveDate>,
}

/// The inspectors of one inspectorate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectorGroup {
    /// The inspectorate, or `Others`.
    pub inspectorate: String,
    /// Those who are on a visit.
    pub inspectors: Vec<OnVisits>,
}

/// One inspector of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnVisits {
    /// Their name; their id where the tables do not have it.
    pub name: String,
    /// The places of their visits in [`LeadView::visits`], by first day.
    pub visits: Vec<usize>,
    /// The first and last day of each absence, by date; why they are away, no table knows.
    pub absences: Vec<(NaiveDate, NaiveDate)>,
}

impl PlannedVisit {
    /// The preparation days; none where they are unknown.
    pub fn preparation(&self) -> &[NaiveDate] {
        let days = self.days.as_ref();
        days.map_or(&[], |days| days.preparation.as_slice())
    }

    /// The days for the write-up; none where they are unknown.
    pub fn write_up(&self) -> &[NaiveDate] {
        let days = self.days.as_ref();
        days.map_or(&[], |days| days.write_up.as_slice())
    }
}

impl LeadView {
    /// The visits of one inspector, by first day.
    pub(in crate::documents) fn visits_of(&self, inspector: &OnVisits) -> Vec<&PlannedVisit> {
        let places = inspector.visits.iter();
        places.filter_map(|place| self.visits.get(*place)).collect()
    }

    /// The view of a plan.
    pub(crate) fn new(facts: &Particulars<'_>) -> Self {
        let timing = &facts.inspection.timing;
        let visits = facts.visits().iter().enumerate();
        Self {
            heading: Heading::of_plan(facts.inspection, &facts.planned.plan),
            authority_date: facts.planned.plan.authority_date,
            letters: timing.letters,
            window_ends: timing.last_day,
            kinds: kinds(facts),
            visits: visits
                .map(|(place, visit)| planned_visit(facts, place + 1, visit))
                .collect(),
            people: people(facts),
            bank_holidays: bank_holidays(facts),
            periods: periods(facts),
        }
    }
}

fn kinds(facts: &Particulars<'_>) -> Vec<Named<KindId>> {
    let known = facts.inspection.kinds.iter();
    let mut kinds: Vec<&KindId> = known.map(|kind| &kind.id).collect();
    // A plan edited by hand may name a kind that is not in the settings.
    for visit in facts.visits() {
        if !kinds.contains(&&visit.kind) {
            kinds.push(&visit.kind);
        }
    }
    kinds.into_iter().map(|id| facts.named_kind(id)).collect()
}

fn planned_visit<'a>(facts: &Particulars<'a>, number: usize, visit: &'a Visit) -> PlannedVisit {
    let notice = visit.first_day.signed_duration_since(visit.letter_by);
    let site = facts.site(&visit.site);
    let team = visit.team();
    PlannedVisit {
        number,
        site_id: visit.site.clone(),
        site: facts.site_name(&visit.site).to_owned(),
        kind: visit.kind.clone(),
        first_day: visit.first_day,
        last_day: visit.last_day,
        days: facts.start(visit).map(|start| DaysOfVisit {
            preparation: start.preparation,
            onsite: start.onsite,
            write_up: facts.write_up(visit),
        }),
        lead: facts.inspector_name(&visit.visit_lead).to_owned(),
        team: team
            .map(|one| facts.inspector_name(one).to_owned())
            .collect(),
        pairs: facts.pair_names(visit),
        letter_from: facts.planned.plan.authority_date,
        letter_by: visit.letter_by,
        slack: facts.calendar.slack(visit.letter_by),
        notice: notice.num_days(),
        is_pilot: facts.is_pilot(&visit.site),
        for_this_week: for_this_week(facts, visit),
        why_this_week: why_this_week(facts, visit),
        why_these_people: why_these_people(facts, visit),
        own_periods: site.map_or_else(Vec::new, |site| own_periods(facts, site)),
        own_holidays: site.map_or_else(Vec::new, |site| own_holidays(facts, site)),
    }
}

/// Everyone on a visit, with their visits by first day.
fn people(facts: &Particulars<'_>) -> Vec<InspectorGroup> {
    let mut visits: BTreeMap<&InspectorId, Vec<usize>> = BTreeMap::new();
    for (place, visit) in facts.visits().iter().enumerate() {
        for inspector in visit.team() {
            let theirs = visits.entry(inspector).or_default();
            if !theirs.contains(&place) {
                theirs.push(place);
            }
        }
    }
    let first_day = |place: &usize| facts.visits().get(*place).map(|visit| visit.first_day);
    for theirs in visits.values_mut() {
        theirs.sort_by_key(|place| (first_day(place), *place));
    }
    let mut people = Vec::new();
    for inspectorate in &facts.inspection.header.inspectorates {
        let own = facts.inspection.inspectors.iter();
        let own = own.filter(|inspector| inspector.inspectorate == *inspectorate);
        let on_visits = |inspector: &Inspector| {
            let visits = visits.remove(&inspector.id)?;
            Some(OnVisits {
                name: inspector.name.clone(),
                visits,
                absences: absences(facts, &inspector.id),
            })
        };
        people.push(InspectorGroup {
            inspectorate: inspectorate.to_string(),
            inspectors: own.filter_map(on_visits).collect(),
        });
    }
    let strangers = visits.into_iter().map(|(id, visits)| OnVisits {
        name: facts.inspector_name(id).to_owned(),
        visits,
        absences: absences(facts, id),
    });
    people.push(InspectorGroup {
        inspectorate: "Others".to_owned(),
        inspectors: strangers.collect(),
    });
    people.retain(|group| !group.inspectors.is_empty());
    people
}

/// When an inspector is away, by date; absences that meet are one.
fn absences(facts: &Particulars<'_>, inspector: &InspectorId) -> Vec<(NaiveDate, NaiveDate)> {
    let rows = facts.inspection.absences.iter();
    let own = rows.filter(|row| row.inspector == *inspector);
    let mut days: Vec<(NaiveDate, NaiveDate)> =
        own.map(|row| (row.first_day, row.last_day)).collect();
    days.sort_unstable();
    let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (first, last) in days {
        match joined.last_mut() {
            Some(before) if first <= before.1.succ_opt().unwrap_or(before.1) => {
                before.1 = before.1.max(last);
            }
            _ => joined.push((first, last)),
        }
    }
    joined
}
