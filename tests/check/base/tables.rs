//! The tables of the sound inspection.

use assize::domain::*;
use assize::reference;
use chrono::Weekday;

use super::rows::{day, engagement, inspector, kind, period, site};

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
        national: Default::default(),
        boards: Vec::new(),
        pilot: None,
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
