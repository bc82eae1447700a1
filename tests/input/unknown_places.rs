//! What is said of places that are not known is how their journeys count.

use std::fs;
use std::path::Path;

use super::{folder, report_of};

/// Swaps texts in a file of the folder.
fn swap(input: &Path, file: &str, swaps: &[(&str, &str)]) {
    let path = input.join(file);
    let mut text = fs::read_to_string(&path).expect("a file");
    for (from, to) in swaps {
        assert!(text.contains(from), "{from:?} in {file}");
        text = text.replace(from, to);
    }
    fs::write(path, text).expect("written");
}

/// The report on the good folder with other bases, places and rows of `travel.csv`.
fn told(bases: &[(&str, &str)], places: &[(&str, &str)], travel: &str) -> String {
    let parent = folder("base");
    let input = parent.path().join("input");
    swap(&input, "inspectors.csv", bases);
    swap(&input, "sites.csv", places);
    fs::write(
        input.join("travel.csv"),
        format!("inspector,site,km\n{travel}"),
    )
    .expect("written");
    let report = report_of(&input);
    let of_places = report.split("\n\n").filter(|one| one.contains("W304"));
    of_places.collect::<Vec<_>>().join("\n\n")
}

const C02: [(&str, &str); 1] = [("51.5,-3.2", ",")];
const NOBODY: [(&str, &str); 3] = [("53.4,-2.2", ","), ("51.5,-0.1", ","), ("51.5,-3.2", ",")];
const SOUTH: [(&str, &str); 1] = [("50.9,-1.4", ",")];
const NO_PLACE: [(&str, &str); 5] = [
    ("54.9,-1.6", ","),
    ("50.9,-1.4", ","),
    ("51.5,-0.1", ","),
    ("51.6,-3.9", ","),
    ("51.5,-3.2", ","),
];

#[test]
fn an_unknown_base_counts_as_far_as_the_others_on_average() {
    assert_eq!(
        told(&C02, &[], ""),
        "Warning W304: inspectors.csv:1, column latitude\n  \
         “Inspector C02” has no coordinates. Their journeys count as long as those of everybody with coordinates on average, wherever \
         they start from.\n  \
         Fill in latitude and longitude in inspectors.csv: the nearest town will do."
    );
}

#[test]
fn what_travel_csv_has_is_not_warned_of() {
    // The good folder selects police forces; city is excluded, and CPS Areas are brought by the same team.
    let some = "c02,north,300\n";
    assert_eq!(
        told(&C02, &[], some),
        "Warning W304: inspectors.csv:1, column latitude\n  \
         “Inspector C02” has no coordinates. Their journeys count as long as those of everybody with coordinates on average, wherever \
         they start from, but for those in travel.csv.\n  \
         Fill in latitude and longitude in inspectors.csv: the nearest town will do."
    );
    assert_eq!(
        told(&C02, &[], "c02,north,300\nc02,south,90\nc02,west,0\n"),
        ""
    );
}

#[test]
fn where_no_base_is_known_unknown_ways_count_as_nothing() {
    assert_eq!(told(&NOBODY, &[], ""), "");
    assert_eq!(
        told(&NOBODY, &[], "c02,north,300\n"),
        "Warning W304: inspectors.csv:1, column latitude\n  \
         “Inspector C01” has no coordinates. Their journeys count as 0 km, so they will be preferred.\n  \
         Fill in latitude and longitude in inspectors.csv: the nearest town will do."
    );
}

#[test]
fn to_an_unknown_place_nobody_has_any_way_but_by_travel_csv() {
    assert_eq!(
        told(&[], &SOUTH, ""),
        "Warning W304: sites.csv:1, column latitude\n  \
         “South Force” has no coordinates. Journeys there count as 0 km, so who visits is chosen whatever the distance.\n  \
         Fill in latitude and longitude in sites.csv: the nearest town will do."
    );
    assert_eq!(
        told(&[], &SOUTH, "p01,south,200\n"),
        "Warning W304: sites.csv:1, column latitude\n  \
         “South Force” has no coordinates. Journeys there count as 0 km, but for those in travel.csv, so whoever has no row there will be \
         preferred.\n  \
         Fill in latitude and longitude in sites.csv: the nearest town will do."
    );
    let all = "p01,south,200\np02,south,90\nc01,south,90\nc02,south,90\n";
    assert_eq!(told(&[], &SOUTH, all), "");
    // Where no place is known, all are alike.
    assert_eq!(told(&[], &NO_PLACE, ""), "");
}
