//! Made-up inspections of any size, with every rule in play: to try the program out, and to measure it.
//!
//! Everything here is synthetic, and named so. The same size and seed give the same inspection.

mod people;
mod sites;

use chrono::{Days, NaiveDate, Weekday};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::domain::{
    Authority, BankHoliday, Burden, Count, Evidence, Header, Inspection, InspectorateId, Kind,
    KindId, Letters, Link, LinkTiming, Period, Quota, QuotaScope, Severity, Staffing, Timing,
    Weights,
};

/// How large an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Police forces to choose from.
    pub forces: u32,
    /// CPS Areas, among which the forces are shared out.
    pub areas: u32,
    /// Forces to visit.
    pub visits: u32,
    /// Inspectors of both inspectorates together.
    pub inspectors: u32,
    /// Weeks of the fieldwork window.
    pub weeks: u32,
}

/// The day fieldwork may begin in every example.
const FIRST_DAY: (i32, u32, u32) = (2027, 2, 1);

/// An inspection of the shape of the case-building example: police forces that bring their CPS Area in the same
/// week with the same team.
pub fn inspection(size: Size, seed: u64) -> Inspection {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let (year, month, day) = FIRST_DAY;
    let first_day = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let last_day = after(first_day, u64::from(size.weeks) * 7 - 3);
    let towns = sites::towns(&mut rng, size.areas);
    let sites = sites::sites(&mut rng, size, &towns);
    let inspectors = people::inspectors(&mut rng, size, &towns);
    let [police, cps] = inspectorates();
    Inspection {
        header: Header {
            title: format!("Synthetic example {seed}"),
            question: "How well do the police and the CPS build cases together?".into(),
            lead: police.clone(),
            inspectorates: vec![police.clone(), cps.clone()],
            marking: "SYNTHETIC".into(),
        },
        timing: Timing {
            selection_proposed: before(first_day, 84),
            first_day,
            last_day,
            notice_weeks: 6,
            spare_days: 5,
            letters: Letters::Together,
            max_visits_per_week: Some(size.visits.div_ceil(8).max(2)),
        },
        authority: vec![
            (police.clone(), Authority::WorkingDays(15)),
            (cps.clone(), Authority::WorkingDays(10)),
        ],
        kinds: kinds(size),
        quotas: vec![Quota {
            kind: KindId::from("police_force"),
            column: "region".into(),
            scope: QuotaScope::Each,
            min: None,
            max: Some(2),
        }],
        links: vec![Link {
            each: KindId::from("police_force"),
            brings: KindId::from("cps_area"),
            by: "within".into(),
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
        staffing: Staffing {
            max_days: Some(15),
            max_weeks_in_row: Some(2),
        },
        weights: Weights::default(),
        absences: people::absences(&mut rng, &inspectors, first_day, size.weeks),
        clearances: people::clearances(&mut rng, &inspectors, last_day),
        conflicts: people::conflicts(&mut rng, &inspectors, &sites),
        apart: people::apart(&mut rng, &inspectors),
        indicators: sites::indicators(),
        performance: sites::performance(&mut rng, &sites),
        intelligence: Some(sites::intelligence(&mut rng, &sites)),
        engagements: sites::engagements(&mut rng, &sites, first_day, size.weeks),
        bank_holidays: bank_holidays(),
        periods: periods(),
        fixed: Vec::new(),
        consultation: Vec::new(),
        authority_given: Vec::new(),
        inputs_digest: String::new(),
        sites,
        inspectors,
    }
}

fn inspectorates() -> [InspectorateId; 2] {
    [
        InspectorateId::from("HMICFRS"),
        InspectorateId::from("HMCPSI"),
    ]
}

fn kinds(size: Size) -> Vec<Kind> {
    let [police, cps] = inspectorates();
    let force = Kind {
        id: KindId::from("police_force"),
        inspectorate: police.clone(),
        sites: Count {
            min: size.visits.saturating_sub(2),
            max: size.visits,
        },
        days: 3,
        prepare_days: 2,
        start_days: vec![Weekday::Mon, Weekday::Tue],
        pairs: vec![[police.clone(), cps.clone()], [police.clone(), cps.clone()]],
        evidence: Evidence::Extremes,
        profile: vec!["region".into(), "area_type".into(), "population".into()],
        clearance: Some("NPPV3".into()),
        include: Vec::new(),
        exclude: Vec::new(),
    };
    let area = Kind {
        id: KindId::from("cps_area"),
        inspectorate: cps.clone(),
        sites: Count {
            min: 0,
            max: size.visits,
        },
        days: 2,
        prepare_days: 0,
        start_days: Vec::new(),
        pairs: vec![[cps, police]],
        evidence: Evidence::Poor,
        profile: Vec::new(),
        ..force.clone()
    };
    vec![force, area]
}

/// England's and Wales's bank holidays over the examples' window.
fn bank_holidays() -> Vec<BankHoliday> {
    let days = [
        ("2026-12-25", "Christmas Day"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2027-01-01", "New Year's Day"),
        ("2027-03-26", "Good Friday"),
        ("2027-03-29", "Easter Monday"),
        ("2027-05-03", "Early May bank holiday"),
        ("2027-05-31", "Spring bank holiday"),
        ("2027-08-30", "Summer bank holiday"),
    ];
    let mut holidays = Vec::new();
    for nation in ["England", "Wales"] {
        for (date, name) in days {
            holidays.push(BankHoliday {
                nation: nation.into(),
                date: date.parse().unwrap_or_default(),
                name: name.into(),
            });
        }
    }
    holidays
}

fn periods() -> Vec<Period> {
    let period = |name: &str, first: &str, last: &str, severity| Period {
        name: name.into(),
        applies_to: "all".into(),
        value: None,
        first_day: first.parse().unwrap_or_default(),
        last_day: last.parse().unwrap_or_default(),
        severity,
    };
    vec![
        period(
            "February half-term",
            "2027-02-15",
            "2027-02-19",
            Severity::Prefer,
        ),
        period(
            "Easter holidays",
            "2027-03-29",
            "2027-04-09",
            Severity::Must,
        ),
    ]
}

fn after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

fn before(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}
