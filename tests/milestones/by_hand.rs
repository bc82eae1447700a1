//! The network worked by hand.
//!
//! Bank holidays: Friday 25 and Monday 28 December 2026, Friday 1 January 2027, Good Friday 26 and Easter Monday
//! 29 March 2027.

use super::{dates, day, network, timetable};

/// Label, first day, done, latest, slack in working days, critical.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    Option<i64>,
    bool,
);

const BY_HAND: [Row; 22] = [
    // Back from Monday 14 December: 2 days to sign, 11 and 14; 3 days to draft, 8, 9 and 10.
    (
        "drafted",
        "2026-12-08",
        "2026-12-10",
        Some("2026-12-10"),
        Some(0),
        true,
    ),
    (
        "signed",
        "2026-12-11",
        "2026-12-14",
        Some("2026-12-14"),
        Some(0),
        true,
    ),
    // Consultation takes 4 days and must be done by the first authority, 24 December: 4 days before that, 18 December.
    (
        "selection-proposed",
        "2026-12-14",
        "2026-12-14",
        Some("2026-12-18"),
        Some(4),
        true,
    ),
    (
        "consulted",
        "2026-12-15",
        "2026-12-18",
        Some("2026-12-24"),
        Some(4),
        false,
    ),
    // 8 working days: 15 to 18, 21 to 24 December. Letters are ready on 6 January: 29, 30, 31 December, 4, 5, 6 January.
    (
        "authority: HMICFRS",
        "2026-12-24",
        "2026-12-24",
        Some("2027-01-06"),
        Some(6),
        false,
    ),
    (
        "authority: HMCPSI",
        "2026-12-29",
        "2026-12-29",
        Some("2027-01-06"),
        Some(5),
        false,
    ),
    // 5 spare days after 29 December: 30, 31, 4, 5, 6. To the letters on 1 February: 2 + 5 + 5 + 5 + 1 days.
    (
        "letters-ready",
        "2027-01-06",
        "2027-01-06",
        Some("2027-02-01"),
        Some(18),
        false,
    ),
    (
        "letter",
        "2027-02-01",
        "2027-02-01",
        Some("2027-02-01"),
        Some(0),
        false,
    ),
    // 29, 30, 31, 4 to 8, 11, 12; the other a day later. Until Friday 12 March: 13 + 20 + 10 days.
    (
        "clearance: HMICFRS",
        "2026-12-29",
        "2027-01-12",
        Some("2027-03-12"),
        Some(43),
        false,
    ),
    (
        "clearance: HMCPSI",
        "2026-12-30",
        "2027-01-13",
        Some("2027-03-12"),
        Some(42),
        false,
    ),
    (
        "preparation: Alder",
        "2027-03-12",
        "2027-03-12",
        Some("2027-03-12"),
        Some(0),
        false,
    ),
    (
        "preparation: Birch",
        "2027-03-19",
        "2027-03-19",
        Some("2027-03-19"),
        Some(0),
        true,
    ),
    // Alder could end with Birch: 18, 19, 22, 23, 24.
    (
        "fieldwork: Alder",
        "2027-03-15",
        "2027-03-17",
        Some("2027-03-24"),
        Some(5),
        false,
    ),
    (
        "fieldwork: Birch",
        "2027-03-22",
        "2027-03-24",
        Some("2027-03-24"),
        Some(0),
        true,
    ),
    // Over Easter: 25, 30, 31 March.
    (
        "quality",
        "2027-03-25",
        "2027-03-31",
        Some("2027-03-31"),
        Some(0),
        true,
    ),
    (
        "meeting",
        "2027-03-25",
        "2027-03-30",
        Some("2027-03-31"),
        Some(1),
        false,
    ),
    // 1, 2, 5 to 9, 12 to 14 April.
    (
        "report",
        "2027-04-01",
        "2027-04-14",
        Some("2027-04-14"),
        Some(0),
        true,
    ),
    (
        "approved",
        "2027-04-15",
        "2027-04-21",
        Some("2027-04-21"),
        Some(0),
        true,
    ),
    (
        "press",
        "2027-04-22",
        "2027-04-22",
        Some("2027-04-23"),
        Some(1),
        false,
    ),
    // Five days before Monday 26 April is Wednesday 21 April. Before Friday 23 April it would be a Sunday.
    (
        "embargoed",
        "2027-04-21",
        "2027-04-21",
        Some("2027-04-21"),
        Some(0),
        true,
    ),
    (
        "publication",
        "2027-04-26",
        "2027-04-26",
        Some("2027-04-26"),
        Some(0),
        true,
    ),
    // The day before is a Sunday: the Friday.
    (
        "destroyed",
        "2027-04-23",
        "2027-04-23",
        Some("2027-04-23"),
        Some(0),
        false,
    ),
];

#[test]
fn the_dates_are_those_worked_by_hand() {
    let inspection = network::inspection();
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.late, []);
    for (label, start, done, latest, slack, critical) in BY_HAND {
        let found = dates(&project, label);
        assert_eq!(found.start, day(start), "{label}: first day");
        assert_eq!(found.done, day(done), "{label}: done");
        assert_eq!(found.earliest, day(done), "{label}: earliest");
        assert_eq!(found.latest, latest.map(day), "{label}: latest");
        assert_eq!(found.slack, slack, "{label}: slack");
        assert_eq!(found.critical, critical, "{label}: critical");
    }
    assert_eq!(dates(&project, "kept-months").done, day("2027-07-26"));
    assert_eq!(dates(&project, "kept-years").done, day("2030-04-26"));
    assert_eq!(dates(&project, "kept-years").latest, None);
    assert_eq!(project.steps.len(), BY_HAND.len() + 2);
    assert_eq!(project.start, day("2026-12-08"));
    assert_eq!(project.publication, Some(day("2027-04-26")));
}

#[test]
fn the_evidence_is_as_old_as_counted_by_hand() {
    let inspection = network::inspection();
    let plan = network::plan(&inspection);
    let age = timetable(&inspection, Some(&plan)).evidence_age;
    let age = age.expect("an age");
    // From 17 March: 14 + 26 days. From 24 March: 7 + 26.
    let days: Vec<i64> = age.visits.iter().map(|visit| visit.days).collect();
    assert_eq!(days, [40, 33]);
    assert_eq!(age.mean, 36.5);
    assert_eq!((age.worst.name.as_str(), age.worst.days), ("Alder", 40));
    assert_eq!(timetable(&inspection, None).evidence_age, None);
}

#[test]
fn a_target_for_publication_leaves_days_to_spare() {
    let mut inspection = network::inspection();
    // The late May bank holiday is on 31 May: 27, 28, 29, 30 April, 19 days of May without the 3rd and the 31st, 1 June.
    inspection.timing.publication = Some(day("2027-06-01"));
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.late, []);
    let publication = dates(&project, "publication");
    assert_eq!(publication.done, day("2027-06-01"));
    assert_eq!(publication.earliest, day("2027-04-26"));
    assert_eq!(publication.slack, Some(24));
    // Five days before Tuesday 1 June is Thursday 27 May, and so the last day for approval.
    assert_eq!(dates(&project, "embargoed").done, day("2027-05-27"));
    assert_eq!(dates(&project, "approved").latest, Some(day("2027-05-27")));
    assert_eq!(dates(&project, "destroyed").done, day("2027-05-28"));
    let critical = project.steps.iter().filter(|step| {
        let dates = step.dates.expect("dates");
        dates.critical
    });
    let critical: Vec<&str> = critical.map(|step| step.label.as_str()).collect();
    assert_eq!(critical, ["drafted", "signed", "selection-proposed"]);
}

#[test]
fn without_a_plan_one_stretch_of_fieldwork_stands_in() {
    let inspection = network::inspection();
    let project = timetable(&inspection, None);
    let fieldwork = dates(&project, "fieldwork");
    // Letters are ready on 6 January; six weeks later is 17 February, before the window opens.
    assert_eq!(fieldwork.start, day("2027-02-22"));
    assert_eq!(fieldwork.done, day("2027-03-31"));
    assert_eq!(dates(&project, "letter").done, day("2027-01-11"));
    assert_eq!(dates(&project, "preparation").done, day("2027-02-19"));
    assert!(!project.planned);
}

#[test]
fn a_weekend_may_leave_the_critical_chain_a_day() {
    let mut inspection = network::inspection();
    // One day less: approved on Tuesday 20 April. Publication on Sunday 25 April cannot be, so it is Monday as before, and
    // copies go out on Wednesday 21 April.
    for row in &mut inspection.milestones {
        if row.id.as_str() == "report" {
            row.days = 9;
        }
    }
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.publication, Some(day("2027-04-26")));
    let approved = dates(&project, "approved");
    assert_eq!(approved.done, day("2027-04-20"));
    assert_eq!((approved.slack, approved.critical), (Some(1), true));
    assert_eq!(dates(&project, "embargoed").done, day("2027-04-21"));
    assert!(dates(&project, "fieldwork: Birch").critical);
    assert!(!dates(&project, "fieldwork: Alder").critical);
}
