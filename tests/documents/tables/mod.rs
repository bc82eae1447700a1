//! The tables, read back as a spreadsheet would.

mod points;
mod selection;
mod sessions;
mod visits;

use std::collections::BTreeMap;

use assize::documents::{is_milestone_file, is_report_file, is_timetable_file, report_files};
use assize::domain::*;
use assize::instance::Instance;

use crate::{file, plan};

type Row = BTreeMap<String, String>;

/// The rows of a table by column name.
fn rows(bytes: &[u8]) -> Vec<Row> {
    let text = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text);
    let rows = reader.deserialize().map(|row| row.expect("a whole row"));
    rows.collect()
}

fn table(inspection: &Inspection, name: &str) -> Vec<Row> {
    table_of(inspection, &plan::planned(inspection), name)
}

fn table_of(inspection: &Inspection, planned: &Planned, name: &str) -> Vec<Row> {
    let instance = Instance::new(inspection.clone());
    let files = report_files(&instance, planned).expect("outputs");
    rows(file(&files, name))
}

fn row<'r>(rows: &'r [Row], column: &str, value: &str) -> &'r Row {
    let found = rows.iter().find(|row| row[column] == value);
    found.unwrap_or_else(|| panic!("a row where {column} is {value}"))
}

#[test]
fn every_table_is_a_draft_until_all_authority_is_recorded_and_carries_its_marking_always() {
    let mut inspection = plan::inspection();
    let names = [
        "selection.csv",
        "scores.csv",
        "visits.csv",
        "inspectors.csv",
        "milestones.csv",
    ];
    let code = plan_code(&plan::planned(&inspection).plan.visits);
    let given = |inspectorate: &str| AuthorityGiven {
        code: Some(code.to_lowercase().replace('-', " - ")),
        inspectorate: inspectorate.into(),
        given_by: "Board".to_owned(),
        given_on: plan::day("2026-12-17"),
    };
    for (authority, status) in [
        (None, "DRAFT"),
        (Some("HMICFRS"), "DRAFT"),
        (Some("HMCPSI"), "Authorised"),
    ] {
        inspection.authority_given.extend(authority.map(given));
        for name in names {
            for row in table(&inspection, name) {
                assert_eq!(row["status"], status, "{name} after {authority:?}");
                assert_eq!(row["marking"], "OFFICIAL-SENSITIVE", "{name}");
                assert_eq!(row["scenario"], "none", "{name}");
                assert_eq!(row["plan_code"], code, "{name}");
                assert_eq!(row["lapsed_authority"], "", "{name}");
            }
        }
    }
}

#[test]
fn inspectors_have_a_row_for_each_visit_and_a_total() {
    let rows = table(&plan::inspection(), "inspectors.csv");
    let own: Vec<&Row> = rows
        .iter()
        .filter(|row| row["inspector_id"] == "p01")
        .collect();
    assert_eq!(own.len(), 4);
    let total = own[3];
    assert_eq!(
        (total["row"].as_str(), total["site"].as_str()),
        ("total", "3 visits")
    );
    for column in ["preparation_days", "onsite_days"] {
        let number = |row: &Row| row[column].parse::<u32>().expect("a number");
        let visits: u32 = own[..3].iter().map(|row| number(row)).sum();
        assert_eq!(number(total), visits, "{column}");
    }
    let last = rows[rows.len() - 3..].iter();
    let last = last.map(|row| ["row", "site", "onsite_days"].map(|column| row[column].as_str()));
    assert_eq!(
        last.collect::<Vec<_>>(),
        [
            ["most onsite days", "4 inspectors", "10"],
            ["median onsite days", "of 20 on a visit", "8"],
            ["on no visit", "0 inspectors", ""],
        ]
    );
}

#[test]
fn people_without_a_visit_are_in_the_table() {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    planned.plan.visits.truncate(2);
    let rows = table_of(&inspection, &planned, "inspectors.csv");
    let total = row(&rows, "inspector_id", "c10");
    let shown = ["row", "site", "onsite_days"].map(|column| total[column].as_str());
    assert_eq!(shown, ["total", "0 visits", "0"]);
    assert_eq!(row(&rows, "row", "on no visit")["site"], "16 inspectors");
}

#[test]
fn no_cell_acts_as_a_formula_and_numbers_stay_numbers() {
    let mut inspection = plan::inspection();
    inspection.sites[0].name = "=HYPERLINK(\"http://example.org\")".to_owned();
    inspection.sites[1].name = "@SUM(A1)".to_owned();
    inspection.inspectors[0].name = "-2+3".to_owned();
    inspection.inspectors[1].name = "+44 20".to_owned();
    inspection.indicators[0].name = Some("=1+1".to_owned());
    inspection.consultation[0].inspectorate = "\t=1".into();
    let files = report_files(
        &Instance::new(inspection.clone()),
        &plan::planned(&inspection),
    )
    .expect("outputs");
    let mut neutralised = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&bytes[3..]);
        for record in reader.records() {
            for cell in record.expect("a whole row").iter() {
                let acts = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!acts || cell.parse::<f64>().is_ok(), "{name}: {cell}");
                neutralised += usize::from(cell.starts_with('\''));
            }
        }
    }
    assert!(neutralised > 10, "only {neutralised} cells");
    let selection = rows(file(&files, "selection.csv"));
    let first = row(&selection, "site_id", "force-01");
    assert_eq!(first["site"], "'=HYPERLINK(\"http://example.org\")");
    assert_eq!(first["cost_points"], "-0.500");
}

/// Else a page of an earlier plan would be left beside those of a later one.
#[test]
fn every_file_of_a_plan_is_known_by_its_name() {
    let inspection = plan::inspection();
    let instance = Instance::new(inspection.clone());
    let files = report_files(&instance, &plan::planned(&inspection)).expect("outputs");
    for (name, _) in &files {
        assert!(is_report_file(name), "{name}");
    }
    let known = [
        "sessions.csv",
        "sessions-HMICFRS.csv",
        "timetable-kent.svg",
        "timetable-kent-2.svg",
        "gantt-2.png",
        "project-12.svg",
        "preparation.csv",
    ];
    let strange = [
        "gantt-notes.svg",
        "gantt.pdf",
        "timetable-.svg",
        "timetable.svg",
        "my-plan.json",
        "assize-files.txt",
    ];
    assert!(known.iter().all(|name| is_report_file(name)));
    assert!(!strange.iter().any(|name| is_report_file(name)));
    assert!(is_milestone_file("project-2.png") && !is_milestone_file("gantt.png"));
    assert!(is_timetable_file("timetable-kent.svg") && !is_timetable_file("plan.json"));
}
