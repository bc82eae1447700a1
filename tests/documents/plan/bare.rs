//! The settings and the small tables, without sites and inspectors.

use assize::domain::*;
use assize::reference;
use chrono::Weekday;

use super::{SECRET, day};

pub fn bare() -> Inspection {
    let engagement = |site: &str, inspection: &str, first: &str, last: &str| Engagement {
        site: site.into(),
        inspection: inspection.to_owned(),
        first_day: day(first),
        last_day: day(last),
        days: None,
        inspectorate: None,
    };
    let holiday = |date: &str, name: &str| {
        ["England", "Wales"].map(|nation| BankHoliday {
            nation: nation.to_owned(),
            date: day(date),
            name: name.to_owned(),
        })
    };
    let period = |name: &str, to: Option<&str>, first: &str, last: &str, severity| Period {
        name: name.to_owned(),
        applies_to: to.map_or("all", |_| "region").to_owned(),
        value: to.map(str::to_owned),
        first_day: day(first),
        last_day: day(last),
        severity,
    };
    Inspection {
        boards: Vec::new(),
        pilot: None,
        national: Default::default(),
        travel: Vec::new(),
        header: Header {
            marking_for_bodies: "OFFICIAL".into(),
            title: "Joint case building by the police and the CPS".to_owned(),
            question: "How well do the police and the CPS build strong cases together?".to_owned(),
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
        day: assize::domain::DayHours::default(),
        timetable_by: assize::domain::DrawnUpBy::default(),
        activities: vec![],
        authority: vec![
            ("HMICFRS".into(), Authority::WorkingDays(15)),
            ("HMCPSI".into(), Authority::On(day("2026-12-18"))),
        ],
        kinds: vec![
            kind("police_force", "HMICFRS", ("HMICFRS", "HMCPSI"), 3),
            kind("cps_area", "HMCPSI", ("HMCPSI", "HMICFRS"), 2),
        ],
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
            max_days: Some(30),
            gap_weeks: Some(4),
        },
        staffing: Staffing::default(),
        weights: Weights::default(),
        sites: vec![],
        inspectors: vec![],
        absences: vec![],
        clearances: vec![],
        conflicts: vec![Conflict {
            linked: true,
            inspector: "p01".into(),
            site: SECRET.into(),
        }],
        apart: vec![],
        indicators: vec![Indicator {
            id: "charge_rate".to_owned(),
            better: Better::Higher,
            weight: 1.0,
            name: Some("Charge rate (synthetic)".to_owned()),
        }],
        performance: vec![],
        intelligence: Some(vec![Intelligence {
            site: "force-12".into(),
            r#type: "concern".to_owned(),
            strength: 4,
            note: Some("=SUM(late files)".to_owned()),
            source: Some(SECRET.to_owned()),
        }]),
        engagements: vec![
            engagement("force-01", "Custody inspection", "2027-02-01", "2027-03-26"),
            engagement("force-02", "Rolling inspection", "2027-02-22", "2027-02-24"),
            engagement(
                "force-05",
                "Another joint review",
                "2027-01-04",
                "2027-07-30",
            ),
        ],
        bank_holidays: [
            holiday("2026-12-25", "Christmas Day"),
            holiday("2026-12-28", "Boxing Day (substitute)"),
            holiday("2027-01-01", "New Year's Day"),
            holiday("2027-03-26", "Good Friday"),
            holiday("2027-03-29", "Easter Monday"),
            holiday("2027-05-03", "Early May bank holiday"),
        ]
        .concat(),
        periods: vec![
            period(
                "Half-term",
                Some("North"),
                "2027-02-15",
                "2027-02-19",
                Severity::Prefer,
            ),
            period(
                "Half-term",
                Some("South"),
                "2027-02-22",
                "2027-02-26",
                Severity::Prefer,
            ),
            period(
                "Easter holidays",
                None,
                "2027-03-29",
                "2027-04-09",
                Severity::Must,
            ),
        ],
        fixed: vec![],
        consultation: vec![Consultation {
            site: "force-02".into(),
            inspectorate: "HMICFRS".into(),
            raised_on: day("2026-12-10"),
            issue: "A rolling inspection in February".to_owned(),
            outcome: Outcome::Dates,
            reason: None,
        }],
        authority_given: vec![],
        milestones: reference::milestones(),
        scenario: None,
        inputs_digest: "0".repeat(64),
    }
}

fn kind(id: &str, own: &str, pair: (&str, &str), days: u32) -> Kind {
    let is_force = days == 3;
    Kind {
        write_up_days: 0,
        id: id.into(),
        label: None,
        inspectorate: own.into(),
        sites: Count { min: 1, max: 9 },
        days,
        prepare_days: if is_force { 2 } else { 0 },
        start_days: if is_force {
            vec![Weekday::Mon, Weekday::Tue]
        } else {
            vec![]
        },
        pairs: vec![[pair.0.into(), pair.1.into()]; 2],
        evidence: if is_force {
            Evidence::Extremes
        } else {
            Evidence::None
        },
        profile: if is_force {
            vec!["region".to_owned(), "performance".to_owned()]
        } else {
            vec![]
        },
        clearance: is_force.then(|| "NPPV3".to_owned()),
        include: vec![],
        exclude: if is_force {
            vec!["force-03".into()]
        } else {
            vec![]
        },
    }
}
