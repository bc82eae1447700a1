//! A small sound inspection with a sound plan for it, to be broken in one place at a time.
//!
//! Three forces, each within an Area; North and South are selected and bring their Areas, visited in the same
//! week by part of the same team. Letters are ready on 6 January 2027, so visits may start from 17 February 2027.

use std::collections::{BTreeMap, BTreeSet};

use assize::check::{Report, check};
use assize::domain::*;
use assize::reference;
use chrono::{NaiveDate, Weekday};

/// A change to the sound inspection and plan.
pub type Change = fn(&mut Inspection, &mut Plan);

/// A date as it stands in the tables.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A site with cells in some columns.
pub fn site(id: &str, name: &str, kind: &str, cells: &[(&str, &str)]) -> Site {
    let cells = cells.iter().map(|(c, t)| (c.to_string(), t.to_string()));
    let mut cells: BTreeMap<String, String> = cells.collect();
    let nation = cells.remove("nation");
    Site {
        named: BTreeMap::new(),
        pairs: None,
        also: BTreeSet::new(),
        days: None,
        full_days: None,
        id: id.into(),
        name: name.to_owned(),
        kind: kind.into(),
        position: None,
        nation: nation.unwrap_or_else(|| "England".to_owned()),
        needs: BTreeSet::new(),
        cells,
    }
}

fn inspector(id: &str, inspectorate: &str, experienced: bool) -> Inspector {
    Inspector {
        from: None,
        until: None,
        id: id.into(),
        name: format!("Inspector {id}"),
        inspectorate: inspectorate.into(),
        experienced,
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

/// A kind of HMICFRS visited by one pair for one day, of which any number may be selected and nothing is scored.
pub fn kind(id: &str) -> Kind {
    Kind {
        write_up_days: 0,
        id: id.into(),
        label: None,
        inspectorate: "HMICFRS".into(),
        sites: Count { min: 0, max: 100 },
        days: 1,
        prepare_days: 0,
        start_days: vec![],
        pairs: vec![["HMICFRS".into(), "HMCPSI".into()]],
        evidence: Evidence::None,
        profile: vec![],
        clearance: None,
        include: vec![],
        exclude: vec![],
    }
}

/// Another inspection of a site.
pub fn engagement(site: &str, first_day: &str, last_day: &str, days: Option<u32>) -> Engagement {
    Engagement {
        site: site.into(),
        inspection: "Custody".to_owned(),
        first_day: day(first_day),
        last_day: day(last_day),
        days,
        inspectorate: None,
    }
}

/// A period to avoid.
pub fn period(
    applies_to: &str,
    value: Option<&str>,
    days: [&str; 2],
    severity: Severity,
) -> Period {
    Period {
        name: "Local elections".to_owned(),
        applies_to: applies_to.to_owned(),
        value: value.map(str::to_owned),
        first_day: day(days[0]),
        last_day: day(days[1]),
        severity,
    }
}

fn bank_holidays() -> Vec<BankHoliday> {
    let mut holidays = Vec::new();
    for nation in ["England", "Wales"] {
        for (date, name) in [
            ("2026-12-25", "Christmas Day"),
            ("2026-12-28", "Boxing Day (substitute day)"),
            ("2027-01-01", "New Year’s Day"),
            ("2027-03-26", "Good Friday"),
            ("2027-03-29", "Easter Monday"),
            ("2027-05-03", "Early May bank holiday"),
        ] {
            holidays.push(BankHoliday {
                nation: nation.to_owned(),
                date: day(date),
                name: name.to_owned(),
            });
        }
    }
    holidays
}

fn kinds() -> Vec<Kind> {
    vec![
        Kind {
            sites: Count { min: 1, max: 2 },
            days: 3,
            prepare_days: 2,
            start_days: vec![Weekday::Mon, Weekday::Tue],
            pairs: vec![["HMICFRS".into(), "HMCPSI".into()]; 2],
            evidence: Evidence::Poor,
            profile: vec!["region".to_owned()],
            ..kind("police_force")
        },
        Kind {
            inspectorate: "HMCPSI".into(),
            sites: Count { min: 1, max: 3 },
            days: 2,
            pairs: vec![["HMCPSI".into(), "HMICFRS".into()]],
            ..kind("cps_area")
        },
    ]
}

fn sites() -> Vec<Site> {
    let mut sites = Vec::new();
    for name in ["North", "South", "West"] {
        let (force, area) = (
            format!("{}-force", name.to_lowercase()),
            format!("{}-area", name.to_lowercase()),
        );
        sites.push(site(
            &force,
            &format!("{name} Force"),
            "police_force",
            &[("region", name), ("within", &area)],
        ));
        sites.push(site(&area, &format!("{name} Area"), "cps_area", &[]));
    }
    sites[0].position = Some(Position {
        latitude: 54.0,
        longitude: -1.5,
    });
    sites
}

fn inspectors() -> Vec<Inspector> {
    let mut inspectors = vec![
        inspector("P01", "HMICFRS", true),
        inspector("P02", "HMCPSI", true),
        inspector("P03", "HMICFRS", false),
        inspector("P04", "HMCPSI", true),
        inspector("P05", "HMICFRS", true),
        inspector("P06", "HMCPSI", true),
        inspector("P07", "HMICFRS", true),
        inspector("P08", "HMCPSI", false),
    ];
    inspectors[0].base = Some(Position {
        latitude: 53.0,
        longitude: -1.5,
    });
    inspectors
}

fn performance() -> Vec<Performance> {
    [
        ("north-force", 10.0),
        ("south-force", 20.0),
        ("west-force", 30.0),
    ]
    .map(|(site, value)| Performance {
        site: site.into(),
        indicator: "charged".to_owned(),
        value: Some(value),
        period: None,
    })
    .into()
}

/// The inspection.
pub fn inspection() -> Inspection {
    Inspection {
        boards: Vec::new(),
        pilot: None,
        national: Default::default(),
        travel: Vec::new(),
        day: assize::domain::DayHours::default(),
        timetable_by: assize::domain::DrawnUpBy::default(),
        activities: Vec::new(),
        header: Header {
            marking_for_bodies: "OFFICIAL".into(),
            title: "Joint case building".to_owned(),
            question: "How well do they build cases together?".to_owned(),
            lead: "HMICFRS".into(),
            inspectorates: vec!["HMICFRS".into(), "HMCPSI".into()],
            marking: "OFFICIAL-SENSITIVE".to_owned(),
        },
        timing: Timing {
            selection_proposed: day("2026-12-04"),
            first_day: day("2027-02-01"),
            last_day: day("2027-05-28"),
            notice_weeks: 6,
            spare_days: 5,
            letters: Letters::Together,
            max_visits_per_week: Some(1),
            publication: None,
        },
        authority: vec![
            ("HMICFRS".into(), Authority::WorkingDays(15)),
            ("HMCPSI".into(), Authority::On(day("2026-12-18"))),
        ],
        kinds: kinds(),
        quotas: vec![],
        links: vec![Link {
            each: "police_force".into(),
            brings: "cps_area".into(),
            by: "within".to_owned(),
            timing: LinkTiming::SameWeek,
            same_team: true,
        }],
        burden: Burden {
            months_before: 12,
            months_after: 6,
            full_days: 20.0,
            max_days: None,
            gap_weeks: None,
        },
        staffing: Staffing::default(),
        weights: Weights::default(),
        sites: sites(),
        inspectors: inspectors(),
        absences: vec![],
        clearances: vec![],
        conflicts: vec![],
        apart: vec![],
        indicators: vec![Indicator {
            id: "charged".to_owned(),
            better: Better::Higher,
            weight: 1.0,
            name: None,
        }],
        performance: performance(),
        intelligence: Some(vec![Intelligence {
            site: "south-force".into(),
            r#type: "concern".to_owned(),
            strength: 5,
            note: None,
            source: None,
        }]),
        engagements: vec![engagement("north-force", "2026-09-14", "2026-09-17", None)],
        bank_holidays: bank_holidays(),
        periods: vec![period(
            "region",
            Some("South"),
            ["2027-03-10", "2027-03-11"],
            Severity::Prefer,
        )],
        fixed: vec![],
        consultation: vec![],
        authority_given: vec![],
        milestones: reference::milestones(),
        scenario: None,
        inputs_digest: "the digest".to_owned(),
    }
}

/// A visit of these pairs, led by the first of them. Its letter goes out by 11 January 2027.
pub fn visit(site: &str, kind: &str, days: [&str; 2], pairs: &[[&str; 2]]) -> Visit {
    Visit {
        site: site.into(),
        kind: kind.into(),
        first_day: day(days[0]),
        last_day: day(days[1]),
        letter_by: day("2027-01-11"),
        pairs: pairs
            .iter()
            .map(|pair| pair.map(InspectorId::from))
            .collect(),
        visit_lead: pairs[0][0].into(),
    }
}

/// The plan: North Force, North Area, South Force, South Area. Its tier values were worked out by hand:
///
/// - selection: North 0.7 × 5/6 − 4/20, South 0.7 × 1/2 + 0.3 × 1, two forces at a cost of 0.5, two Areas at 0.1,
///   and two of three regions represented: 0.583333 − 0.2 + 0.65 − 1 − 0.2 + 2;
/// - calendar: one week's delay for each North visit, three for each South visit, and one day of leave: 1 + 1 + 3 + 3 + 10;
/// - staffing: there and back over one degree of latitude, and four people: 2 × 1.11194927 + 4 × 2.
pub fn plan() -> Plan {
    let tier = |name: &str, value: f64| Tier {
        best: None,
        name: name.to_owned(),
        value,
        bound: Some(value),
        proven: true,
    };
    let force: &[[&str; 2]] = &[["P01", "P02"], ["P03", "P04"]];
    let area: &[[&str; 2]] = &[["P02", "P01"]];
    Plan {
        code: String::new(),
        sessions: Vec::new(),
        preparation: Vec::new(),
        one_offs: Vec::new(),
        format: 1,
        inspection: "Joint case building".to_owned(),
        inputs_digest: "the digest".to_owned(),
        tiers: vec![
            tier("selection", 1.833_333_333),
            tier("calendar", 18.0),
            tier("staffing", 10.223_898_533),
        ],
        authority_date: day("2026-12-29"),
        visits: vec![
            visit(
                "north-force",
                "police_force",
                ["2027-02-22", "2027-02-24"],
                force,
            ),
            visit("north-area", "cps_area", ["2027-02-25", "2027-02-26"], area),
            visit(
                "south-force",
                "police_force",
                ["2027-03-08", "2027-03-10"],
                force,
            ),
            visit("south-area", "cps_area", ["2027-03-11", "2027-03-12"], area),
        ],
    }
}

/// Where the visits stand in the plan.
pub const NORTH_FORCE: usize = 0;
/// See [`NORTH_FORCE`].
pub const NORTH_AREA: usize = 1;
/// See [`NORTH_FORCE`].
pub const SOUTH_FORCE: usize = 2;
/// See [`NORTH_FORCE`].
pub const SOUTH_AREA: usize = 3;

/// Moves a visit.
pub fn moved(visit: &mut Visit, first_day: &str, last_day: &str) {
    visit.first_day = day(first_day);
    visit.last_day = day(last_day);
}

/// What checking says after a change to both, finding by finding.
pub fn found(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Vec<String> {
    let report = changed(change);
    report.findings.iter().map(ToString::to_string).collect()
}

/// The report after a change to both.
pub fn changed(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Report {
    let (mut inspection, mut plan) = (inspection(), plan());
    change(&mut inspection, &mut plan);
    check(&inspection, &plan)
}

/// Whether two values agree but for rounding.
pub fn assert_close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

#[test]
fn the_sound_plan_is_clean() {
    let report = changed(|_, _| {});
    assert_eq!(report.findings, []);
    assert_eq!(report.misstated, []);
    assert!(report.is_clean());
}
