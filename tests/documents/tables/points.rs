//! `selection.csv` and `scores.csv` as sums: parts, totals and ranks.

use assize::documents::score_files;
use assize::documents::views::Ranking;
use assize::score::Scores;

use super::{rows, table};
use crate::{file, plan};

/// A number as shown, in thousandths.
fn thousandths(cell: &str) -> i64 {
    let (whole, fraction) = cell.split_once('.').expect("a decimal");
    assert_eq!(fraction.len(), 3, "three decimals in {cell}");
    format!("{whole}{fraction}").parse().expect("a number")
}

#[test]
fn parts_shown_add_up_to_the_total_shown_and_the_plan_to_its_value() {
    let mut inspection = plan::inspection();
    inspection.weights.intelligence_share = 1.0 / 3.0;
    inspection.burden.full_days = 7.0;
    let scores = Scores::new(&inspection);
    let planned = plan::planned(&inspection);
    let files = score_files(&Ranking::new(&inspection, &scores)).expect("scores");
    let selection = table(&inspection, "selection.csv");
    let parts = [
        "record_points",
        "intelligence_points",
        "burden_points",
        "cost_points",
    ];
    for row in rows(file(&files, "scores.csv")).iter().chain(&selection) {
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
