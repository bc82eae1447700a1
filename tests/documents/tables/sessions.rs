//! `sessions.csv` and `preparation.csv`.

use assize::documents::{report_files, timetable_files};
use assize::domain::*;
use assize::instance::Instance;

use super::{Row, rows};
use crate::{file, plan};

fn activity(kind: &str, name: &str, method: Method, minutes: u32) -> Activity {
    Activity {
        gap: None,
        kind: kind.into(),
        name: name.to_owned(),
        method,
        sessions: 1,
        minutes,
        remote: false,
        taken_by: TakenBy::AnyPair,
        exception: None,
        with: [].into(),
        day: SetDay::Any,
        earliest: None,
        latest: None,
        after: vec![],
        skills: [].into(),
        security: None,
    }
}

/// The plan of these tests, with a few sessions at two of its sites, out of order.
fn timetabled() -> (Inspection, Plan) {
    let mut inspection = plan::inspection();
    inspection.activities = vec![
        Activity {
            taken_by: TakenBy::All,
            ..activity(
                "police_force",
                "Opening meeting",
                Method::OpeningMeeting,
                30,
            )
        },
        Activity {
            taken_by: TakenBy::One("HMCPSI".into()),
            exception: Some("Agreed".to_owned()),
            with: ["Clerk".to_owned(), "Judge".to_owned()].into(),
            ..activity("police_force", "Court", Method::CourtObservation, 60)
        },
        activity("cps_area", "Interview", Method::Interview, 45),
        Activity {
            sessions: 5,
            remote: true,
            ..activity(
                "police_force",
                "Document review",
                Method::DocumentReview,
                50,
            )
        },
    ];
    let mut plan = plan::planned(&inspection).plan;
    let session = |site: &str, activity: &str, date: &str, start: u32, minutes, pair| Session {
        site: site.into(),
        activity: activity.to_owned(),
        session: 1,
        date: plan::day(date),
        start: TimeOfDay::from_minutes(start),
        end: TimeOfDay::from_minutes(start + minutes),
        pair,
    };
    plan.sessions = vec![
        session(
            "force-02",
            "Opening meeting",
            "2027-05-10",
            540,
            30,
            Party::All,
        ),
        session("area-7", "Interview", "2027-02-25", 540, 45, Party::Pair(1)),
        session("force-12", "Court", "2027-02-22", 600, 60, Party::Pair(2)),
        session(
            "force-12",
            "Opening meeting",
            "2027-02-22",
            540,
            30,
            Party::All,
        ),
    ];
    let prepared = |sessions, date: Option<&str>, pair| Prepared {
        site: "force-12".into(),
        activity: "Document review".to_owned(),
        sessions,
        date: date.map(plan::day),
        pair,
    };
    plan.preparation = vec![
        prepared(1, None, None),
        prepared(2, Some("2027-02-19"), Some(Party::Pair(1))),
        prepared(1, Some("2027-02-19"), Some(Party::Pair(1))),
        prepared(1, Some("2027-02-18"), Some(Party::Pair(2))),
    ];
    (inspection, plan)
}

/// What `assize timetable` writes of a plan.
fn files(inspection: &Inspection, plan: &Plan) -> Vec<(String, Vec<u8>)> {
    let mut planned = plan::planned(inspection);
    planned.plan = plan.clone();
    timetable_files(&Instance::new(inspection.clone()), &planned).expect("files")
}

fn table_of(inspection: &Inspection, plan: &Plan, name: &str) -> Vec<u8> {
    file(&files(inspection, plan), name).to_vec()
}

fn cells(rows: &[Row], columns: &[&str]) -> Vec<String> {
    let line = |row: &Row| {
        let cells: Vec<&str> = columns.iter().map(|column| row[*column].as_str()).collect();
        cells.join(" | ")
    };
    rows.iter().map(line).collect()
}

#[test]
fn sessions_stand_by_visit_day_and_start_with_those_who_take_them() {
    let (inspection, plan) = timetabled();
    let bytes = table_of(&inspection, &plan, "sessions.csv");
    let text = String::from_utf8_lossy(&bytes);
    assert_eq!(
        text.lines().next(),
        Some(
            "\u{feff}site,site_name,activity,session,method,date,start,end,pair,inspectors,with,exception,status,marking,scenario,plan_code,lapsed_authority"
        )
    );
    let rows = rows(&bytes);
    let columns = [
        "site",
        "site_name",
        "activity",
        "session",
        "method",
        "date",
        "start",
        "end",
        "pair",
        "inspectors",
        "with",
        "exception",
        "status",
        "marking",
        "scenario",
    ];
    let team = "Inspector P01, Inspector C01, Inspector P02 and Inspector C02";
    assert_eq!(
        cells(&rows, &columns)[..3],
        [
            format!("force-12 | West Yorkshire Police | Opening meeting | 1 | opening meeting | 2027-02-22 | 09:00 | 09:30 | all | {team} |  |  | DRAFT | OFFICIAL-SENSITIVE | none"),
            "force-12 | West Yorkshire Police | Court | 1 | court observation | 2027-02-22 | 10:00 | 11:00 | 2 | Inspector C02 | Clerk; Judge | Agreed | DRAFT | OFFICIAL-SENSITIVE | none".to_owned(),
            "area-7 | CPS Yorkshire and Humberside | Interview | 1 | interview | 2027-02-25 | 09:00 | 09:45 | 1 | Inspector C01 and Inspector P01 |  |  | DRAFT | OFFICIAL-SENSITIVE | none".to_owned(),
        ]
    );
    assert_eq!(rows[3]["site"], "force-02");
}

#[test]
fn preparation_is_a_list_for_each_person_with_hours() {
    let (inspection, plan) = timetabled();
    let rows = rows(&table_of(&inspection, &plan, "preparation.csv"));
    let columns = [
        "site",
        "site_name",
        "date",
        "inspector",
        "name",
        "activity",
        "sessions",
        "minutes",
        "hours",
    ];
    let line = |rest: &str| format!("force-12 | West Yorkshire Police | {rest}");
    assert_eq!(
        cells(&rows, &columns),
        [
            line("2027-02-18 | p02 | Inspector P02 | Document review | 1 | 50 | 0.83"),
            line("2027-02-18 | c02 | Inspector C02 | Document review | 1 | 50 | 0.83"),
            line("2027-02-19 | p01 | Inspector P01 | Document review | 3 | 150 | 2.50"),
            line("2027-02-19 | c01 | Inspector C01 | Document review | 3 | 150 | 2.50"),
            line(
                " |  | Inspector P01, Inspector C01, Inspector P02 and Inspector C02 | Document review | 1 | 50 | 0.83"
            ),
        ]
    );
}

#[test]
fn each_inspectorate_has_the_visits_to_its_own_kinds() {
    let (mut inspection, plan) = timetabled();
    let names = |inspection: &Inspection, plan: &Plan| -> Vec<String> {
        let names = files(inspection, plan).into_iter().map(|(name, _)| name);
        names.filter(|name| name.ends_with(".csv")).collect()
    };
    assert_eq!(
        names(&inspection, &plan),
        ["sessions.csv", "preparation.csv"]
    );
    inspection.timetable_by = DrawnUpBy::EachInspectorate;
    assert_eq!(
        names(&inspection, &plan),
        [
            "sessions.csv",
            "sessions-HMICFRS.csv",
            "sessions-HMCPSI.csv",
            "preparation.csv"
        ]
    );
    let files = files(&inspection, &plan);
    let sites = |name: &str| cells(&rows(file(&files, name)), &["site"]);
    assert_eq!(
        sites("sessions-HMICFRS.csv"),
        ["force-12", "force-12", "force-02"]
    );
    assert_eq!(sites("sessions-HMCPSI.csv"), ["area-7"]);
    assert_eq!(sites("sessions.csv").len(), 4);
}

#[test]
fn they_are_among_the_reports_where_there_are_any() {
    let (inspection, timetabled) = timetabled();
    let mut planned = plan::planned(&inspection);
    let has = |planned: &Planned| {
        let files = report_files(&Instance::new(inspection.clone()), planned).expect("outputs");
        ["sessions.csv", "preparation.csv"]
            .map(|wanted| files.iter().any(|(name, _)| name == wanted))
    };
    assert_eq!(has(&planned), [false, false]);
    planned.plan.preparation = timetabled.preparation;
    assert_eq!(has(&planned), [false, true]);
    planned.plan.sessions = timetabled.sessions;
    assert_eq!(has(&planned), [true, true]);
}

#[test]
fn a_timetable_edited_beyond_recognition_is_still_written() {
    let (inspection, mut plan) = timetabled();
    for session in &mut plan.sessions {
        session.site = "nowhere".into();
        session.pair = Party::Pair(0);
    }
    for prepared in &mut plan.preparation {
        prepared.activity = "Nothing".to_owned();
        prepared.sessions = u32::MAX;
        prepared.pair = Some(Party::Pair(9));
    }
    let rows_of = rows(&table_of(&inspection, &plan, "sessions.csv"));
    assert_eq!(
        cells(&rows_of, &["site_name", "inspectors"]),
        ["nowhere | "; 4]
    );
    let rows_of = rows(&table_of(&inspection, &plan, "preparation.csv"));
    assert_eq!(
        cells(&rows_of, &["inspector", "minutes", "hours"]),
        [" |  | "]
    );
}
