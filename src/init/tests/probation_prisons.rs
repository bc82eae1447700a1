//! What the frame of prisons and probation units holds.

use std::collections::BTreeMap;

use super::*;

/// The rows of a table of the frame of prisons and probation units, as cells by their column.
fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let text = text(PROBATION, name);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let rows = table.deserialize();
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn there_are_118_prisons_for_adults_and_109_probation_units() {
    let sites = rows("sites.csv");
    let of_kind = |kind: &str| {
        let sites = sites.iter().filter(|site| site["kind"] == kind);
        sites.cloned().collect::<Vec<_>>()
    };
    let (prisons, units) = (of_kind("prison"), of_kind("probation_unit"));
    assert_eq!((prisons.len(), units.len()), (118, 109));
    assert_eq!(sites.len(), 118 + 109);
    let women = prisons.iter().filter(|site| site["holds"] == "women");
    assert_eq!(women.count(), 12);
    let wales = |sites: &[BTreeMap<String, String>]| {
        let wales = sites.iter().filter(|site| site["nation"] == "Wales");
        wales.count()
    };
    assert_eq!((wales(&prisons), wales(&units)), (6, 6));
    // Prisons and centres for children, and one called an immigration removal centre.
    let left_out = ["MHI", "STC3", "CKI", "FYI", "PYI", "WNI", "WYI"];
    for site in &sites {
        let codes: Vec<&str> = site["also"].split(';').collect();
        assert!(
            left_out.iter().all(|code| !codes.contains(code)),
            "{codes:?}"
        );
    }
    // A point is known to about a kilometre, and that of a unit is not.
    assert!(units.iter().all(|site| site["latitude"].is_empty()));
    let places =
        |site: &BTreeMap<String, String>| site["latitude"].split('.').next_back().map(str::len);
    assert!(prisons.iter().all(|site| places(site) == Some(2)));
}

#[test]
fn a_prison_names_the_units_of_the_police_area_it_stands_in() {
    let sites = rows("sites.csv");
    let units_of = |area: &str| {
        let units = sites
            .iter()
            .filter(|site| site["kind"] == "probation_unit" && site["police_area"] == area);
        units.map(|site| site["id"].clone()).collect::<Vec<_>>()
    };
    for site in sites.iter().filter(|site| site["kind"] == "prison") {
        let units = units_of(&site["police_area"]);
        assert!(!units.is_empty(), "{}", site["id"]);
        assert_eq!(site["units_in_area"], units.join(";"), "{}", site["id"]);
    }
    let leeds = sites.iter().find(|site| site["id"] == "hmp-leeds");
    assert_eq!(
        leeds.map(|site| site["units_in_area"].as_str()),
        Some("pdu-bradford-and-calderdale;pdu-kirklees;pdu-leeds;pdu-wakefield")
    );
}

#[test]
fn ratings_that_are_far_from_complete_are_never_scored() {
    let indicators = rows("indicators.csv");
    assert_eq!(indicators.len(), 3);
    assert!(indicators.iter().all(|row| row["weight"] == "0"));
    let performance = rows("performance.csv");
    let given = |indicator: &str| {
        let given = performance
            .iter()
            .filter(|row| row["indicator"] == indicator);
        given.count()
    };
    assert_eq!(
        [
            given("hmpps_rating_2024_25"),
            given("hmpps_score_2024_25"),
            given("hmi_probation_rating"),
        ],
        [37, 35, 17]
    );
    assert!(performance.iter().all(|row| !row["period"].is_empty()));
    let guide = text(PROBATION, "README.txt");
    let words: Vec<&str> = guide.split_whitespace().collect();
    assert!(
        words.join(" ").contains(
            "The ratings that were found are filled in: 37 prisons and 17 probation units."
        ),
        "{guide}"
    );
}
