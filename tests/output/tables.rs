//! The tables, read back as a spreadsheet would.

use std::collections::BTreeMap;

use assize::domain::*;
use assize::optimise::{SiteChange, SiteValue};
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
        ("force-06", "Not selected: no week is possible (T5 gap)."),
        (
            "force-12",
            "Selected: strong evidence (concern raised); represents 1 other site best; no other inspection in the \
             burden window.",
        ),
        (
            "area-4",
            "Not selected: no selected police force brings it (S5); no selection with it that can be visited and staffed \
             scores more (proved).",
        ),
        (
            "area-5",
            "Not selected: no selection with it that can be visited and staffed scores more (proved).",
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

/// The rows of the selection where this is known of force-10, which is selected, and of force-06, which is not.
fn decided_otherwise(proven: bool, value: impl Fn(f64) -> SiteValue) -> [(String, String); 2] {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    let here = 32.92;
    planned.plan.tiers[0].value = here;
    planned.plan.tiers[0].proven = proven;
    planned.sites = [("force-10", true), ("force-06", false)]
        .map(|(site, selected)| SiteChange {
            site: site.into(),
            selected,
            value: value(here),
        })
        .into();
    let files = report_files(&inspection, &planned).expect("outputs");
    let rows = rows(file(&files, "selection.csv"));
    ["force-10", "force-06"].map(|site| {
        let row = row(&rows, "site_id", site);
        (row["reason"].clone(), row["best_otherwise"].clone())
    })
}

#[test]
fn reasons_say_what_the_selection_could_score_with_one_site_decided_otherwise() {
    let tie = "the same as this plan: selections that tie are told apart by dates and teams";
    let refused = "but none that scores more than this plan can be visited and staffed (proved)";
    let open = "but none that can be visited and staffed was found in the time given";
    // How far from the plan, proved or not; what is said with and without the site, and the figure.
    let figures = [
        (
            -0.139,
            true,
            "at most 32.781, 0.139 less".to_owned(),
            "32.781000",
        ),
        (
            -0.139,
            false,
            "at most 32.781, 0.139 less".to_owned(),
            "32.781000",
        ),
        (
            -0.0002,
            true,
            "at most 32.919800, 0.000200 less".to_owned(),
            "32.919800",
        ),
        (5e-7, true, format!("at most 32.920, {tie}"), "32.920001"),
        (
            0.25,
            true,
            format!("could score up to 33.170 on paper, 0.250 more, {refused}"),
            "33.170000",
        ),
        (
            0.25,
            false,
            format!("could score up to 33.170 on paper, 0.250 more, {open}"),
            "33.170000",
        ),
    ];
    for (apart, proven, said, number) in figures {
        let [out, with] = decided_otherwise(proven, |here| SiteValue::AtMost(here + apart));
        let (start_out, start_with) = match said.strip_prefix("could ") {
            None => (
                "without it the best selection scores",
                "with it the selection would score",
            ),
            Some(_) => ("selections without it", "selections with it"),
        };
        assert!(out.0.contains(&format!("{start_out} {said}")), "{}", out.0);
        assert_eq!(with.0, format!("Not selected: {start_with} {said}."));
        assert_eq!((out.1.as_str(), with.1.as_str()), (number, number));
    }
    let [out, with] = decided_otherwise(true, |_| SiteValue::NoSelection);
    assert!(
        out.0
            .contains("; no selection keeps the rules S1 to S5 without it"),
        "{}",
        out.0
    );
    assert_eq!(
        with.0,
        "Not selected: no selection that keeps the rules S1 to S5 has it."
    );
    assert_eq!((out.1, with.1), (String::new(), String::new()));
    let [_, with] = decided_otherwise(false, |_| SiteValue::Unknown);
    assert_eq!(
        with.0,
        "Not selected: no better selection with it was found in the time given."
    );
}

#[test]
fn inclusion_a_tight_quota_and_a_missing_team_are_named() {
    let mut inspection = plan::inspection();
    inspection.kinds[0].include.push("force-12".into());
    let quota = |min| Quota {
        kind: "police_force".into(),
        column: "region".to_owned(),
        scope: QuotaScope::Value("Wales".to_owned()),
        min: Some(min),
        max: None,
    };
    // Two of the forces selected are in Wales: one quota is tight and the other is not.
    inspection.quotas.extend([quota(1), quota(2)]);
    inspection.conflicts = inspection
        .inspectors
        .iter()
        .map(|inspector| Conflict {
            inspector: inspector.id.clone(),
            site: "force-06".into(),
        })
        .collect();
    let rows = table(&inspection, "selection.csv");
    let reason = |site: &str| row(&rows, "site_id", site)["reason"].clone();
    assert_eq!(
        reason("force-12"),
        "Selected: included by the lead inspector (S2); counts towards the quota of at least 2 with region Wales (S3); \
         strong evidence (concern raised); represents 1 other site best; no other inspection in the burden window."
    );
    assert_eq!(
        reason("force-06"),
        "Not selected: no team is possible in any week (P6 no conflict)."
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
    let adds: f64 = selection
        .iter()
        .map(|row| row["adds_to_selection"].parse::<f64>().expect("a number"))
        .sum();
    let value = planned.plan.tiers[0].value;
    let rounding = selection.len() as f64 * 0.5e-6;
    assert!((adds - value).abs() <= rounding, "{adds} and {value}");
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
        of("force-01")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); weeks of 22 February, 1, 8, 15 \
         and 22 March and 12 and 19 April: too close to Custody inspection (T5); weeks of 29 March and 5 April: Easter \
         holidays (T4); week of 26 April: full (T6); week of 3 May: CPS South West would not fit in the same week \
         with the same team (T3, T7, P12)."
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
fn a_period_better_avoided_is_no_reason_where_it_did_not_decide() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.periods.clear();
    let rows = table(&inspection, "visits.csv");
    assert_eq!(
        row(&rows, "site_id", "force-04")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); week of 22 February: possible \
         for the site, but not in the best plan found for all visits and teams."
    );
    // A holiday, but one that does not outweigh the delay.
    inspection.weights.leave = 0.01;
    inspection.periods.push(Period {
        name: "Local holiday".to_owned(),
        applies_to: "all".to_owned(),
        value: None,
        first_day: plan::day("2027-02-22"),
        last_day: plan::day("2027-02-26"),
        severity: Severity::Prefer,
    });
    let rows = table(&inspection, "visits.csv");
    let reason = &row(&rows, "site_id", "force-04")["why_this_week"];
    assert!(!reason.contains("better avoided"), "{reason}");
}

#[test]
fn a_site_brought_along_that_has_no_day_in_a_week_is_named() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.engagements.clear();
    inspection.engagements.push(Engagement {
        site: "area-1".into(),
        inspection: "Area review".to_owned(),
        first_day: plan::day("2027-02-22"),
        last_day: plan::day("2027-04-01"),
        days: None,
        inspectorate: None,
    });
    inspection.burden.gap_weeks = Some(1);
    let rows = table(&inspection, "visits.csv");
    let reason = &row(&rows, "site_id", "force-01")["why_this_week"];
    let area =
        "CPS South West must be visited in the same week (T7), but: too close to Area review (T5)";
    assert!(reason.contains(area), "{reason}");
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
