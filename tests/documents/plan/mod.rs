//! An inspection of forces and CPS Areas with a plan for it, made by hand, as large as a real one.
//! All inspectors and records are synthetic.

mod bare;

use std::collections::{BTreeMap, BTreeSet};

use assize::calendar::Calendar;
use assize::domain::*;
use assize::score::Scores;
use chrono::{Days, NaiveDate, Weekday};

/// In conflicts, sources and coordinates; it must reach no output.
pub const SECRET: &str = "SECRET-SOURCE";
/// A home latitude that no output may show.
pub const HOME: f64 = 53.98765;

const WORKING_WEEK: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

const FORCES: [&str; 12] = [
    "Avon and Somerset Police",
    "Cheshire Constabulary",
    "Devon and Cornwall Police",
    "Durham Constabulary",
    "Gwent Police",
    "Hertfordshire Constabulary",
    "Kent Police",
    "Metropolitan Police Service",
    "Northumbria Police",
    "Thames Valley Police",
    "West Midlands Police",
    "West Yorkshire Police",
];

const AREAS: [&str; 7] = [
    "CPS South West",
    "CPS Mersey-Cheshire",
    "CPS North East",
    "CPS Cymru-Wales",
    "CPS Thames and Chiltern",
    "CPS South East",
    "CPS Yorkshire and Humberside",
];

/// The Area of each force, by place.
const WITHIN: [usize; 12] = [0, 1, 0, 2, 3, 4, 5, 5, 2, 4, 6, 6];

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Twelve forces, seven Areas, twenty inspectors; two joint pairs and three onsite days at a force.
pub fn inspection() -> Inspection {
    let mut inspection = bare::bare();
    for (place, name) in FORCES.iter().enumerate() {
        let region = ["North", "South", "Wales"][place % 3];
        let area = format!("area-{}", WITHIN[place] + 1);
        let id = format!("force-{:02}", place + 1);
        inspection.sites.push(site(
            &id,
            name,
            "police_force",
            &[("region", region), ("within", &area)],
        ));
        inspection.performance.push(Performance {
            site: id.as_str().into(),
            indicator: "charge_rate".to_owned(),
            value: (place != 3).then_some(7.0 + ((place * 5) % 12) as f64),
            period: Some("synthetic, 2026".to_owned()),
        });
    }
    for (place, name) in AREAS.iter().enumerate() {
        let id = format!("area-{}", place + 1);
        inspection.sites.push(site(&id, name, "cps_area", &[]));
    }
    for place in 0..20 {
        let (letter, inspectorate) = [("P", "HMICFRS"), ("C", "HMCPSI")][place % 2];
        let number = place / 2 + 1;
        inspection.inspectors.push(Inspector {
            from: None,
            until: None,
            id: format!("{}{number:02}", letter.to_lowercase()).into(),
            name: format!("Inspector {letter}{number:02}"),
            inspectorate: inspectorate.into(),
            experienced: number <= 7,
            base: Some(Position {
                latitude: HOME - number as f64 / 3.0,
                longitude: -1.54321,
            }),
            skills: BTreeSet::from(["digital".to_owned()]),
            works: WORKING_WEEK.to_vec(),
            max_days: None,
        });
    }
    for inspector in &inspection.inspectors {
        inspection.clearances.push(Clearance {
            inspector: inspector.id.clone(),
            clearance: "NPPV3".to_owned(),
            valid_until: None,
        });
    }
    inspection
}

pub fn site(id: &str, name: &str, kind: &str, cells: &[(&str, &str)]) -> Site {
    Site {
        named: BTreeMap::new(),
        pairs: None,
        also: BTreeSet::new(),
        days: None,
        full_days: None,
        id: id.into(),
        name: name.to_owned(),
        kind: kind.into(),
        position: Some(Position {
            latitude: 51.5,
            longitude: -1.0,
        }),
        nation: "England".to_owned(),
        needs: BTreeSet::new(),
        cells: cells
            .iter()
            .map(|(column, text)| ((*column).to_owned(), (*text).to_owned()))
            .collect::<BTreeMap<_, _>>(),
    }
}

/// The weeks of the forces visited, and whether the team goes on to the Area.
const WEEKS: [(usize, &str, bool); 9] = [
    (12, "2027-02-22", true),
    (1, "2027-05-10", true),
    (2, "2027-04-12", true),
    (4, "2027-03-01", false),
    (7, "2027-03-08", true),
    (8, "2027-03-15", false),
    (9, "2027-04-19", true),
    (10, "2027-04-26", false),
    (11, "2027-05-17", false),
];

/// Nine forces and five of their Areas, in the weeks of `WEEKS`, with teams in turn.
pub fn planned(inspection: &Inspection) -> Planned {
    let calendar = Calendar::new(inspection);
    let mut visits = Vec::new();
    for (place, (force, week, goes_on)) in WEEKS.iter().enumerate() {
        let person = |letter: char, step: usize| {
            let number = (place * 2 + step) % 10 + 1;
            InspectorId::from(format!("{letter}{number:02}"))
        };
        let monday = day(week);
        let pairs = vec![
            [person('p', 0), person('c', 0)],
            [person('p', 1), person('c', 1)],
        ];
        visits.push(Visit {
            site: format!("force-{force:02}").into(),
            kind: "police_force".into(),
            first_day: monday,
            last_day: monday + Days::new(2),
            letter_by: monday,
            visit_lead: person('p', 0),
            pairs: pairs.clone(),
        });
        if *goes_on {
            visits.push(Visit {
                site: format!("area-{}", WITHIN[force - 1] + 1).into(),
                kind: "cps_area".into(),
                first_day: monday + Days::new(3),
                last_day: monday + Days::new(4),
                letter_by: monday,
                visit_lead: person('c', 0),
                pairs: pairs.into_iter().map(|[a, b]| [b, a]).collect(),
            });
        }
    }
    visits.sort_by(|a, b| (a.first_day, &a.site).cmp(&(b.first_day, &b.site)));
    let first_days: Vec<NaiveDate> = visits.iter().map(|visit| visit.first_day).collect();
    for (visit, by) in visits.iter_mut().zip(calendar.letters(&first_days)) {
        visit.letter_by = by;
    }
    Planned {
        sites: Vec::new(),
        left_out: Vec::new(),
        ties: None,
        best_selection: None,
        plan: Plan {
            code: plan_code(&visits),
            format: PLAN_FORMAT,
            inspection: inspection.header.title.clone(),
            inputs_digest: inspection.inputs_digest.clone(),
            tiers: vec![
                tier(
                    "selection",
                    selection_value(inspection, &visits),
                    true,
                    None,
                ),
                tier("calendar", 45.0, true, None),
                tier("staffing", 101.25, false, Some(98.5)),
            ],
            authority_date: calendar.authority_date,
            visits,
            sessions: Vec::new(),
            preparation: Vec::new(),
            one_offs: Vec::new(),
        },
        counts: vec![
            count("police_force", 8, true, Worth::Exactly(9.25)),
            count("police_force", 10, false, Worth::AtMost(99.0)),
        ],
    }
}

/// Tier 1 from its definition in `docs/design.md`.
pub fn selection_value(inspection: &Inspection, visits: &[Visit]) -> f64 {
    let scores = Scores::new(inspection);
    let is_selected = |site: &SiteId| visits.iter().any(|visit| visit.site == *site);
    let own: f64 = scores
        .sites
        .iter()
        .filter(|score| is_selected(&score.site))
        .map(assize::score::SiteScore::total)
        .sum();
    let represented = inspection.kinds.iter().filter_map(|kind| {
        let selected: Vec<SiteRow> = (0..inspection.sites.len())
            .filter(|row| inspection.sites[*row].kind == kind.id)
            .filter(|row| is_selected(&inspection.sites[*row].id))
            .map(SiteRow::from)
            .collect();
        Some(scores.profile(&kind.id)?.representation(&selected))
    });
    own + inspection.weights.representation * represented.sum::<f64>()
}

fn tier(name: &str, value: f64, proven: bool, bound: Option<f64>) -> Tier {
    Tier {
        best: None,
        name: name.to_owned(),
        value,
        bound: if proven { Some(value) } else { bound },
        proven,
    }
}

fn count(kind: &str, count: u32, allowed: bool, value: Worth) -> CountChange {
    CountChange {
        kind: kind.into(),
        count,
        allowed,
        value,
    }
}
