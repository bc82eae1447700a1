//! A small network on the small example: two visits around Easter 2027, authority around Christmas 2026.

use assize::domain::*;

use super::common::{example, load};
use super::day;

/// Two forces; HMICFRS has eight working days for its authority, HMCPSI until 29 December.
pub fn inspection() -> Inspection {
    let mut inspection = load(&example("small"), None);
    inspection.timing.selection_proposed = day("2026-12-14");
    inspection.timing.first_day = day("2027-02-22");
    inspection.timing.last_day = day("2027-03-31");
    inspection.timing.spare_days = 5;
    inspection.authority = vec![
        ("HMICFRS".into(), Authority::WorkingDays(8)),
        ("HMCPSI".into(), Authority::On(day("2026-12-29"))),
    ];
    inspection.milestones = rows();
    inspection
}

/// Alder from 15 March, Birch from 22 March, each with one day of preparation.
pub fn plan(inspection: &Inspection) -> Plan {
    let visit = |site: &str, first: &str, last: &str| Visit {
        site: site.into(),
        kind: "police_force".into(),
        first_day: day(first),
        last_day: day(last),
        letter_by: day("2027-02-01"),
        pairs: vec![["P1".into(), "C1".into()]],
        visit_lead: "P1".into(),
    };
    Plan {
        sessions: Vec::new(),
        preparation: Vec::new(),
        one_offs: Vec::new(),
        format: PLAN_FORMAT,
        inspection: inspection.header.title.clone(),
        inputs_digest: inspection.inputs_digest.clone(),
        tiers: Vec::new(),
        code: String::new(),
        authority_date: day("2026-12-29"),
        visits: vec![
            visit("alder", "2027-03-15", "2027-03-17"),
            visit("birch", "2027-03-22", "2027-03-24"),
        ],
    }
}

pub fn row(id: &str, days: u32, after: &[&str], before: &[&str], on: Option<On>) -> Milestone {
    Milestone {
        id: id.into(),
        name: id.to_owned(),
        stage: 1,
        paragraph: "1".to_owned(),
        owner: "Lead inspector".to_owned(),
        whose: Whose::Everyone,
        per: Per::Once,
        after: after.iter().map(|id| MilestoneId::from(*id)).collect(),
        before: before
            .iter()
            .map(|id| Before {
                milestone: (*id).into(),
                lead: Lead::None,
            })
            .collect(),
        days,
        longer: None,
        days_are_ours: true,
        on,
        decision: false,
        using: None,
        note: false,
        removed: false,
    }
}

pub fn before(number: u32) -> Option<On> {
    let unit = Unit::Days;
    Some(On::Before(Time { number, unit }, "publication".into()))
}

fn after(number: u32, unit: Unit) -> Option<On> {
    Some(On::After(Time { number, unit }, "publication".into()))
}

fn rows() -> Vec<Milestone> {
    let given = |given: Given| Some(On::Given(given));
    let mut rows = vec![
        row("drafted", 3, &[], &["signed"], None),
        row("signed", 2, &[], &["selection-proposed"], None),
        row(
            "selection-proposed",
            0,
            &[],
            &[],
            given(Given::SelectionProposed),
        ),
        row(
            "consulted",
            4,
            &["selection-proposed"],
            &["authority"],
            None,
        ),
        row("authority", 0, &[], &[], given(Given::Authority)),
        row(
            "letters-ready",
            0,
            &["authority"],
            &[],
            given(Given::LettersReady),
        ),
        row("letter", 0, &["letters-ready"], &[], given(Given::Letters)),
        row("clearance", 10, &["authority"], &["fieldwork"], None),
        row(
            "preparation",
            0,
            &[],
            &["fieldwork"],
            given(Given::Preparation),
        ),
        row("fieldwork", 0, &[], &[], given(Given::Fieldwork)),
        row("quality", 3, &["fieldwork"], &["report"], None),
        row("meeting", 2, &["fieldwork"], &["report"], None),
        row("report", 10, &[], &[], None),
        row("approved", 5, &["report"], &[], None),
        row("press", 1, &["approved"], &["publication"], None),
        row("embargoed", 0, &["approved"], &[], before(5)),
        row(
            "publication",
            1,
            &["approved"],
            &[],
            given(Given::Publication),
        ),
        row("destroyed", 0, &["approved"], &[], before(1)),
        row("kept-months", 0, &[], &[], after(3, Unit::Months)),
        row("kept-years", 0, &[], &[], after(3, Unit::Years)),
    ];
    for row in &mut rows {
        match row.id.as_str() {
            "authority" | "clearance" => row.per = Per::Inspectorate,
            "letter" => {
                row.per = Per::Visit;
                row.before = vec![Before {
                    milestone: "fieldwork".into(),
                    lead: Lead::Notice,
                }];
            }
            "preparation" | "fieldwork" => row.per = Per::Visit,
            "embargoed" | "destroyed" => row.whose = Whose::Only(vec!["HMCPSI".into()]),
            "kept-months" | "kept-years" => row.note = true,
            _ => {}
        }
    }
    rows
}
