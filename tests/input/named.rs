//! A site goes by its id, its name, and its other names and codes, wherever it is asked for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assize::domain::{Inspection, SiteId};

use super::{bad_inputs, folder, inspection};

/// Every file that names sites, with what stands in place of each id.
const NAMED: [(&str, &[(&str, &str)]); 8] = [
    ("conflicts.csv", &[("p01,south", "p01,south  FORCE")]),
    ("travel.csv", &[("p01,area-n", "p01,AREA  north")]),
    (
        "consultation.csv",
        &[("\nsouth,", "\nSOUTH ,"), ("\ncity,", "\nCity Force,")],
    ),
    (
        "engagements.csv",
        &[
            ("\nnorth,", "\nnorth force,"),
            ("\nsouth,", "\nSouth Force,"),
        ],
    ),
    ("fixed.csv", &[("\nnorth,", "\nn  01,")]),
    (
        "intelligence.csv",
        &[("\nnorth,", "\nThe North,"), ("\nsouth,", "\nSouth force,")],
    ),
    (
        "performance.csv",
        &[("\nnorth,", "\nNorth,"), ("\nwest,", "\nWest Force,")],
    ),
    (
        "periods_to_avoid.csv",
        &[("site,south", "site,South Force")],
    ),
];

fn swap(input: &Path, file: &str, texts: &[(&str, &str)]) {
    let path = input.join(file);
    let mut content = fs::read_to_string(&path).expect("a file of the good folder");
    for (from, to) in texts {
        assert!(content.contains(from), "{from:?} in {file}");
        content = content.replace(from, to);
    }
    fs::write(path, content).expect("written");
}

/// What is no reference: how the sites of a link are written, and the names that they go by.
fn without_names(mut inspection: Inspection) -> Inspection {
    inspection.inputs_digest.clear();
    for site in &mut inspection.sites {
        site.also.clear();
        site.cells.remove("also");
        let listed = site.listed("within");
        site.cells.remove("within");
        site.named = BTreeMap::from([("within".to_owned(), listed)]);
    }
    inspection
}

#[test]
fn a_name_may_stand_wherever_an_id_is_asked_for() {
    let parent = folder("base");
    let input = parent.path().join("input");
    for (file, texts) in NAMED {
        swap(&input, file, texts);
    }
    let settings = [
        ("[\"north\"]", "[\"NORTH  force\"]"),
        ("[\"city\"]", "[\"City Force\"]"),
        ("[burden]", "[pilot]\nsite = \"the north\"\n\n[burden]"),
    ];
    swap(&input, "inspection.toml", &settings);
    let sites = [
        ("kind,", "kind,also,"),
        ("Force,police_force,", "Force,police_force,,"),
        (
            "North Force,police_force,,",
            "North Force,police_force,N 01; The North,",
        ),
        ("cps_area,,", "cps_area,,,"),
        ("area-n;area-s", "Area North; AREA  south;area-n"),
        ("area-w,51.6", "area west,51.6"),
    ];
    swap(&input, "sites.csv", &sites);
    let by_name = inspection(&input, None);
    let city = by_name.site(&"city".into()).expect("a site");
    assert_eq!(
        city.listed("within"),
        ["area-n", "area-s"].map(SiteId::from)
    );
    // It still says what was written.
    let written = city.cell("within");
    assert_eq!(written.as_deref(), Some("Area North; AREA  south;area-n"));
    assert_eq!(
        by_name.pilot.as_ref().map(|pilot| pilot.site.as_str()),
        Some("north")
    );
    let mut by_id = inspection(&bad_inputs().join("base"), None);
    by_id.pilot.clone_from(&by_name.pilot);
    assert_eq!(without_names(by_name), without_names(by_id));
}

#[test]
fn an_id_stands_for_its_own_site_whatever_others_are_called() {
    let parent = folder("base");
    let input = parent.path().join("input");
    // Another site has the name “South”, and one the name “North Force” beside the site whose code that is.
    let sites = [
        ("kind,", "kind,also,"),
        ("Force,police_force,", "Force,police_force,,"),
        (
            "North Force,police_force,,",
            "North Riding,police_force,North Force,",
        ),
        ("West Force", "South"),
        ("City Force", "North Force"),
        ("cps_area,,", "cps_area,,,"),
    ];
    swap(&input, "sites.csv", &sites);
    swap(
        &input,
        "conflicts.csv",
        &[("p01,south", "p02,South\np02,north force")],
    );
    let read = inspection(&input, None);
    let sites: Vec<&str> = read.conflicts.iter().map(|one| one.site.as_str()).collect();
    assert_eq!(sites, ["north", "south"]);
}
