//! The tables, read back as a spreadsheet would.

use std::collections::BTreeMap;

use assize::domain::*;
use assize::output::{report_files, scores_csv};
use assize::score::Scores;

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
    let files = report_files(inspection, &plan::planned(inspection)).expect("outputs");
    rows(file(&files, name))
}

fn row<'r>(rows: &'r [Row], column: &str, value: &str) -> &'r Row {
    let found = rows.iter().find(|row| row[column] == value);
    found.unwrap_or_else(|| panic!("a row where {column} is {value}"))
}

/// A number as shown, in thousandths.
fn thousandths(cell: &str) -> i64 {
    let (whole, fraction) = cell.split_once('.').expect("a decimal");
    assert_eq!(fraction.len(), 3, "three decimals in {cell}");
    format!("{whole}{fraction}").parse().expect("a number")
}

#[test]
fn every_table_carries_the_draft_marking_until_all_authority_is_recorded() {
    let mut inspection = plan::inspection();
    let names = [
        "selection.csv",
        "scores.csv",
        "visits.csv",
        "inspectors.csv",
    ];
    let given = |inspectorate: &str| AuthorityGiven {
        inspectorate: inspectorate.into(),
        given_by: "Board".to_owned(),
        given_on: plan::day("2026-12-17"),
    };
    for (authority, status) in [
        (None, "DRAFT OFFICIAL-SENSITIVE"),
        (Some("HMICFRS"), "DRAFT OFFICIAL-SENSITIVE"),
        (Some("HMCPSI"), "Authorised"),
    ] {
        inspection.authority_given.extend(authority.map(given));
        for name in names {
            for row in table(&inspection, name) {
                assert_eq!(row["status"], status, "{name} after {authority:?}");
            }
        }
    }
}

#[test]
fn every_site_is_in_the_selection_with_its_reason() {
    let mut inspection = plan::inspection();
    inspection.engagements.push(Engagement {
        site: "force-06".into(),
        inspection: "Long inspection".to_owned(),
        first_day: plan::day("2027-02-01"),
        last_day: plan::day("2027-05-28"),
        days: Some(5),
        inspectorate: None,
    });
    let rows = table(&inspection, "selection.csv");
    assert_eq!(rows.len(), inspection.sites.len());
    let reason = |site: &str| row(&rows, "site_id", site)["reason"].clone();
    let reasons = [
        (
            "force-03",
            "Not selected: excluded by the lead inspector (S2).",
        ),
        (
            "force-05",
            "Not selected: has 150 engagement days, over the limit of 30 (S4).",
        ),
        (
            "force-06",
            "Not selected: no week is possible (T2 notice, T4 avoid, T5 gap).",
        ),
        (
            "force-12",
            "Selected: strong evidence (concern raised); represents 1 other site best; no other inspection in the \
             burden window.",
        ),
        (
            "area-4",
            "Not selected: no selected police force brings it (S5).",
        ),
        (
            "area-5",
            "Not selected: no selection found with it scores more than the sites chosen.",
        ),
        (
            "area-7",
            "Selected: brought by West Yorkshire Police and West Midlands Police (S5); no other inspection in the \
             burden window.",
        ),
    ];
    for (site, expected) in reasons {
        assert_eq!(reason(site), expected, "{site}");
    }
    let asked = row(&rows, "site_id", "force-02");
    assert_eq!(
        asked["consultation"],
        "HMICFRS, 10 December 2026: A rolling inspection in February (outcome: dates)"
    );
}

#[test]
fn a_full_quota_and_a_lower_score_are_told_apart() {
    let mut inspection = plan::inspection();
    inspection.kinds[0].exclude.clear();
    inspection.quotas.push(Quota {
        kind: "police_force".into(),
        column: "region".to_owned(),
        scope: QuotaScope::Each,
        min: None,
        max: Some(2),
    });
    let rows = table(&inspection, "selection.csv");
    let reason = &row(&rows, "site_id", "force-06")["reason"];
    // Wales has two forces selected, and this one would be the third.
    let expected = "Not selected: 2 sites at most with region Wales, all taken (S3).";
    assert_eq!(reason, expected);

    let mut poor = plan::inspection();
    poor.weights.evidence = 0.0;
    poor.weights.burden = 0.01;
    poor.kinds[0].exclude.clear();
    poor.engagements.push(Engagement {
        site: "force-03".into(),
        inspection: "Short inspection".to_owned(),
        first_day: plan::day("2026-10-05"),
        last_day: plan::day("2026-10-06"),
        days: None,
        inspectorate: None,
    });
    poor.weights.burden = 0.01;
    poor.engagements
        .retain(|one| one.site.as_str() == "force-03");
    let rows = table(&poor, "selection.csv");
    assert_eq!(
        row(&rows, "site_id", "force-03")["reason"],
        "Not selected: lower score of its own than every site chosen."
    );
}

#[test]
fn parts_shown_add_up_to_the_total_shown_and_the_plan_to_its_value() {
    let mut inspection = plan::inspection();
    inspection.weights.intelligence_share = 1.0 / 3.0;
    inspection.burden.full_days = 7.0;
    let scores = Scores::new(&inspection);
    let planned = plan::planned(&inspection);
    let bytes = scores_csv(&inspection, &scores).expect("scores");
    let selection = table(&inspection, "selection.csv");
    let parts = [
        "record_points",
        "intelligence_points",
        "burden_points",
        "cost_points",
    ];
    for row in rows(&bytes).iter().chain(&selection) {
        let sum: i64 = parts.iter().map(|part| thousandths(&row[*part])).sum();
        assert_eq!(sum, thousandths(&row["total_points"]), "{}", row["site"]);
        let site = row["site_id"].as_str();
        let score = scores.sites.iter().find(|one| one.site.as_str() == site);
        let exact = score.expect("a score").total() * 1000.0;
        assert_eq!(thousandths(&row["total_points"]), exact.round() as i64);
    }
    let adds: i64 = selection
        .iter()
        .map(|row| thousandths(&row["adds_to_selection"]))
        .sum();
    let value = planned.plan.tiers[0].value * 1000.0;
    let rounding = selection.len() as f64 / 2.0;
    assert!(
        (adds as f64 - value).abs() <= rounding,
        "{adds} and {value}"
    );
}

#[test]
fn ranks_run_within_each_kind_and_ties_share_one() {
    let rows = table(&plan::inspection(), "selection.csv");
    let ranks = |kind: &str| -> Vec<String> {
        let of_kind = rows.iter().filter(|row| row["kind"] == kind);
        of_kind.map(|row| row["rank"].clone()).collect()
    };
    let forces = [
        "1", "2", "2", "4", "4", "6", "7", "8", "9", "10", "11", "12",
    ];
    assert_eq!(ranks("police_force"), forces);
    assert_eq!(ranks("cps_area"), ["1"; 7]);
}

#[test]
fn each_visit_says_why_its_week_and_why_its_people() {
    let rows = table(&plan::inspection(), "visits.csv");
    let of = |site: &str| row(&rows, "site_id", site);
    assert_eq!(
        of("force-04")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); week of 22 February: full (T6)."
    );
    assert_eq!(
        of("force-02")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); weeks of 22 February and 1, \
         8, 15 and 22 March: too close to Rolling inspection (T5); weeks of 29 March and 5 April: Easter holidays (T4)."
    );
    assert_eq!(
        of("area-2")["why_this_week"],
        "The same week as Cheshire Constabulary (T7)."
    );
    assert_eq!(
        of("area-2")["why_these_people"],
        "2 joint pairs of HMCPSI and HMICFRS; the same team as at Cheshire Constabulary, no journey of their own \
         (P12); all also on other visits."
    );
    let first = of("force-12");
    let shown = [
        ("first_day", "2027-02-22"),
        ("last_day", "2027-02-24"),
        ("onsite_days", "3"),
        ("preparation_first_day", "2027-02-18"),
        ("preparation_days", "2"),
        ("visit_lead", "Inspector P01"),
        (
            "pairs",
            "Inspector P01 and Inspector C01; Inspector P02 and Inspector C02",
        ),
        ("letter_window_opens", "2026-12-29"),
        ("letter_by", "2027-01-11"),
        ("slack_working_days", "8"),
        ("notice_days", "42"),
    ];
    for (column, expected) in shown {
        assert_eq!(first[column], expected, "{column}");
    }
}

#[test]
fn a_week_better_avoided_is_named() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.links.clear();
    let half_term = inspection
        .periods
        .iter_mut()
        .find(|p| p.name == "Half-term");
    let half_term = half_term.expect("a half-term");
    half_term.applies_to = "all".to_owned();
    half_term.first_day = plan::day("2027-02-22");
    half_term.last_day = plan::day("2027-02-26");
    let rows = table(&inspection, "visits.csv");
    assert_eq!(
        row(&rows, "site_id", "force-04")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); week of 22 February: \
         Half-term, better avoided."
    );
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
    for column in ["preparation_days", "onsite_days", "km_there_and_back"] {
        let number = |row: &Row| row[column].parse::<u32>().expect("a number");
        let visits: u32 = own[..3].iter().map(|row| number(row)).sum();
        assert_eq!(number(total), visits, "{column}");
    }
    // To the nearest 10 km, so that no home can be worked out.
    assert!(
        rows.iter()
            .all(|row| row["km_there_and_back"].ends_with('0'))
    );
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
    let files = report_files(&inspection, &plan::planned(&inspection)).expect("outputs");
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
