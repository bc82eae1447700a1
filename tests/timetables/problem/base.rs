//! What every drawn visit has in common: one inspection, one kind, one site, and a date.

use std::collections::{BTreeMap, BTreeSet};

use assize::domain::*;
use chrono::{Days, NaiveDate, Weekday};

use super::draw::Draw;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn authority(inspectorates: &[InspectorateId]) -> Vec<(InspectorateId, Authority)> {
    let when = Authority::WorkingDays(5);
    inspectorates
        .iter()
        .map(|name| (name.clone(), when))
        .collect()
}

/// A kind with these pairs, visited for three days; its one site is selected.
pub fn kind(pairs: Vec<[InspectorateId; 2]>) -> Kind {
    Kind {
        write_up_days: 0,
        id: "force".into(),
        label: None,
        inspectorate: "A".into(),
        sites: Count { min: 1, max: 1 },
        days: 3,
        prepare_days: 0,
        start_days: Vec::new(),
        pairs,
        evidence: Evidence::None,
        profile: Vec::new(),
        clearance: None,
        include: Vec::new(),
        exclude: Vec::new(),
    }
}

/// An inspection of one site by the inspectorates A and B, without activities and without people.
pub fn base() -> Inspection {
    let ab: [InspectorateId; 2] = ["A".into(), "B".into()];
    Inspection {
        boards: Vec::new(),
        pilot: None,
        national: Default::default(),
        travel: Vec::new(),
        header: Header {
            marking_for_bodies: "OFFICIAL".into(),
            title: "One visit".to_owned(),
            question: "Is the timetable the best there is?".to_owned(),
            lead: "A".into(),
            inspectorates: ab.to_vec(),
            marking: "OFFICIAL".to_owned(),
        },
        milestones: Vec::new(),
        timing: Timing {
            publication: None,
            selection_proposed: day("2026-10-01"),
            first_day: day("2027-03-01"),
            last_day: day("2027-03-03"),
            notice_weeks: 6,
            spare_days: 5,
            letters: Letters::Together,
            max_visits_per_week: None,
        },
        authority: authority(&ab),
        kinds: vec![kind(vec![ab])],
        quotas: Vec::new(),
        links: Vec::new(),
        burden: Burden {
            months_before: 12,
            months_after: 6,
            full_days: 20.0,
            max_days: None,
            gap_weeks: None,
        },
        staffing: Staffing::default(),
        weights: Weights::default(),
        day: DayHours::default(),
        timetable_by: DrawnUpBy::Lead,
        sites: vec![site("England")],
        inspectors: Vec::new(),
        absences: Vec::new(),
        clearances: Vec::new(),
        conflicts: Vec::new(),
        apart: Vec::new(),
        indicators: Vec::new(),
        performance: Vec::new(),
        intelligence: None,
        engagements: Vec::new(),
        bank_holidays: Vec::new(),
        periods: Vec::new(),
        fixed: Vec::new(),
        consultation: Vec::new(),
        activities: Vec::new(),
        authority_given: Vec::new(),
        scenario: None,
        inputs_digest: "a visit".to_owned(),
    }
}

fn site(nation: &str) -> Site {
    Site {
        named: BTreeMap::new(),
        pairs: None,
        also: BTreeSet::new(),
        days: None,
        full_days: None,
        id: "north".into(),
        name: "North".to_owned(),
        kind: "force".into(),
        position: None,
        nation: nation.to_owned(),
        needs: BTreeSet::new(),
        cells: BTreeMap::new(),
    }
}

/// Gives the site its nation and the visit its first day: `timing.first_day`. Mostly a Monday, now and then with a
/// weekend or a bank holiday among the days.
pub fn place_and_date(draw: &mut Draw, inspection: &mut Inspection) {
    let (first, nation, holidays): (&str, &str, &[(&str, &str)]) = match draw.between(1, 10) {
        1 => ("2027-03-04", "England", &[]),
        2 => ("2027-03-24", "Wales", &[EASTER[0], EASTER[1], EASTER[2]]),
        3 => ("2027-03-01", "Wales", &[("Wales", "2027-03-02")]),
        4 => ("2027-03-01", "England", &[("Wales", "2027-03-02")]),
        _ => ("2027-03-01", "England", &[]),
    };
    inspection.timing.first_day = day(first);
    inspection.sites = vec![site(nation)];
    inspection.bank_holidays = holidays
        .iter()
        .map(|(nation, date)| BankHoliday {
            nation: (*nation).to_owned(),
            date: day(date),
            name: "Holiday".to_owned(),
        })
        .collect();
    inspection.timing.last_day = last_day(inspection);
}

const EASTER: [(&str, &str); 3] = [
    ("England", "2027-03-26"),
    ("Wales", "2027-03-26"),
    ("Wales", "2027-03-29"),
];

fn last_day(inspection: &Inspection) -> NaiveDate {
    let nation = &inspection.sites[0].nation;
    let days = inspection.timing.first_day.iter_days();
    let works = |day: &NaiveDate| super::is_worked(inspection, nation, *day);
    let wanted = inspection.kinds[0].days as usize;
    days.filter(works)
        .nth(wanted - 1)
        .expect("days without end")
}

/// The visit of the kind's days from `timing.first_day`, with the first inspectors of the list in its seats, in order.
pub fn visit(inspection: &Inspection) -> Visit {
    let kind = &inspection.kinds[0];
    let seated = inspection.inspectors.chunks(2).take(kind.pairs.len());
    let pairs = seated.map(|pair| [pair[0].id.clone(), pair[1].id.clone()]);
    let mut team = inspection.inspectors.iter().take(kind.seats());
    let lead = team.find(|person| person.inspectorate == kind.inspectorate);
    let first_day = inspection.timing.first_day;
    Visit {
        site: inspection.sites[0].id.clone(),
        kind: kind.id.clone(),
        first_day,
        last_day: last_day(inspection),
        letter_by: letter_by(first_day, inspection),
        pairs: pairs.collect(),
        visit_lead: lead.expect("a pair has someone of the kind").id.clone(),
    }
}

/// The last working day of England and Wales that gives six weeks' notice.
fn letter_by(first_day: NaiveDate, inspection: &Inspection) -> NaiveDate {
    let works = |day: &NaiveDate| super::is_worked(inspection, "England", *day);
    let mut days = (42..).map(|days| first_day - Days::new(days));
    days.find(works).expect("days without end")
}

/// Someone experienced who works from Monday to Friday.
pub fn inspector(id: &str, inspectorate: &InspectorateId) -> Inspector {
    Inspector {
        from: None,
        until: None,
        id: id.into(),
        name: format!("Inspector {id}"),
        inspectorate: inspectorate.clone(),
        experienced: true,
        base: None,
        skills: BTreeSet::new(),
        works: vec![
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ],
        max_days: None,
    }
}
