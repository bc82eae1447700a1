//! The frame of prisons and probation units: from `assize init` to a plan.

use std::fs;
use std::path::Path;

use chrono::{NaiveDate, Weekday};
use serde_json::Value;
use tempfile::TempDir;

use super::assize;

/// The regions of a small inspection.
const REGIONS: [&str; 3] = [",Wales,", ",North East,", ",East of England,"];

/// Home towns of synthetic inspectors, one of each inspectorate in each.
const TOWNS: [&str; 3] = ["51.48,-3.18", "54.97,-1.61", "52.20,0.12"];

/// Fills in a new folder as a lead would: fewer regions, fewer sites, six inspectors, a figure of their own for each site.
fn fill_in(folder: &Path) {
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a file");
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("written");
    let settings = read("inspection.toml")
        .replace("Title of the inspection", "Leaving custody (synthetic)")
        .replace("{ min = 3, max = 4 }", "{ min = 2, max = 2 }");
    write("inspection.toml", &settings);

    let kept =
        |row: &&str| row.starts_with("id,") || REGIONS.iter().any(|region| row.contains(region));
    let sites = read("sites.csv");
    let sites: Vec<&str> = sites.lines().filter(kept).collect();
    write("sites.csv", &(sites.join("\n") + "\n"));
    let ids: Vec<&str> = sites
        .iter()
        .skip(1)
        .filter_map(|row| row.split(',').next())
        .collect();
    let performance = read("performance.csv");
    let mut values: Vec<String> = performance
        .lines()
        .filter(|row| {
            row.starts_with("site,") || ids.iter().any(|id| row.starts_with(&format!("{id},")))
        })
        .map(str::to_owned)
        .collect();
    let own = ids.iter().enumerate();
    values.extend(own.map(|(row, id)| format!("{id},plans,{},synthetic", 10 + row * 31 % 83)));
    write("performance.csv", &(values.join("\n") + "\n"));
    let indicators = read("indicators.csv") + "plans,higher,1,Plans made in time (synthetic)\n";
    write("indicators.csv", &indicators);

    let mut inspectors = read("inspectors.csv");
    for (letter, inspectorate) in [("R", "HMI Prisons"), ("B", "HMI Probation")] {
        for (place, town) in TOWNS.iter().enumerate() {
            let id = format!("{letter}{:02}", place + 1);
            inspectors += &format!("{id},Inspector {id},{inspectorate},yes,,,{town},,,\n");
        }
    }
    write("inspectors.csv", &inspectors);
}

#[test]
fn a_folder_that_a_lead_filled_in_can_be_planned() {
    let place = TempDir::new().expect("a folder");
    assert_eq!(
        assize(place.path(), "init mine --frame probation-prisons").code,
        Some(0)
    );
    fill_in(&place.path().join("mine"));

    // The probation units have no coordinates, and that is all there is to say.
    let ran = assize(place.path(), "validate mine");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err
            .starts_with("Warning W304: sites.csv:1, column latitude\n"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.ends_with("\n0 errors and 1 warning.\n\n"),
        "{}",
        ran.err
    );

    let ran = assize(place.path(), "plan mine");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.contains("\nLeaving custody (synthetic)\n"),
        "{}",
        ran.out
    );
    assert_eq!(ran.out.matches(": proved.\n").count(), 3, "{}", ran.out);
    let ran = assize(place.path(), "check mine mine/out/plan.json");
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    prisons_come_first(&place.path().join("mine"));
}

/// Every unit comes from 4 to 12 weeks after a prison of its own police area.
fn prisons_come_first(folder: &Path) {
    let plan = fs::read_to_string(folder.join("out/plan.json")).expect("the plan");
    let plan: Value = serde_json::from_str(&plan).expect("JSON");
    let visits = plan["visits"].as_array().expect("the visits");
    let day = |visit: &Value| -> NaiveDate {
        let text = visit["first_day"].as_str().expect("a day");
        text.parse().expect("a date")
    };
    let of_kind = |kind: &'static str| visits.iter().filter(move |visit| visit["kind"] == kind);
    assert_eq!(of_kind("prison").count(), 2);
    assert_eq!(of_kind("probation_unit").count(), 2);
    let sites = fs::read_to_string(folder.join("sites.csv")).expect("the sites");
    for unit in of_kind("probation_unit") {
        let id = unit["site"].as_str().expect("an id");
        let brought = of_kind("prison").any(|prison| {
            let row = sites
                .lines()
                .find(|row| {
                    row.starts_with(&format!("{},", prison["site"].as_str().expect("an id")))
                })
                .expect("its row");
            let named = row.split([',', ';']).any(|cell| cell == id);
            let monday = |visit: &Value| day(visit).week(Weekday::Mon).first_day();
            let days = (monday(unit) - monday(prison)).num_days();
            named && (28..=84).contains(&days)
        });
        assert!(brought, "{id}: {plan:#}");
    }
}
