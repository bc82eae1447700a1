//! A lead's first hour: from `assize init` to a plan.

use std::fs;

use tempfile::TempDir;

use super::assize;
use super::common::names;

const FILES: [&str; 21] = [
    "README.txt",
    "absences.csv",
    "activities.csv",
    "apart.csv",
    "authority.csv",
    "bank_holidays.csv",
    "boards.csv",
    "clearances.csv",
    "conflicts.csv",
    "consultation.csv",
    "engagements.csv",
    "fixed.csv",
    "indicators.csv",
    "inspection.toml",
    "inspectors.csv",
    "intelligence.csv",
    "milestones.csv",
    "performance.csv",
    "periods_to_avoid.csv",
    "sites.csv",
    "travel.csv",
];

/// Whatever frame it begins with.
#[test]
fn a_new_folder_lacks_inspectors_and_nothing_else() {
    for (frame, sites) in [("police-cps", 57), ("probation-prisons", 227)] {
        let place = TempDir::new().expect("a folder");
        let ran = assize(place.path(), &format!("init mine --frame {frame}"));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{frame}");
        assert_eq!(
            ran.out,
            "Written to mine. Read README.txt there first; then fill in inspection.toml and inspectors.csv.\n"
        );
        assert_eq!(names(place.path()), ["mine"]);
        assert_eq!(names(&place.path().join("mine")), FILES, "{frame}");
        let ran = assize(place.path(), "validate mine");
        assert_eq!(ran.code, Some(0), "{frame}");
        assert_eq!(
            ran.err,
            "Warning W104: inspectors.csv\n  \
             inspectors.csv has a header but no rows.\n  \
             Fill it in: there is no plan without it.\n\n\
             0 errors and 1 warning.\n\n"
        );
        assert_eq!(
            ran.out,
            format!("No errors. {sites} sites, 0 inspectors.\n")
        );
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let place = TempDir::new().expect("a folder");
    fs::create_dir(place.path().join("mine")).expect("a folder");
    fs::write(place.path().join("mine/sites.csv"), "my own").expect("a file");
    let ran = assize(place.path(), "init mine --frame police-cps");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "mine is already there and not empty. Choose a new name, so that nothing of yours is lost.\n"
    );
    assert_eq!(names(place.path()), ["mine"]);
    assert_eq!(names(&place.path().join("mine")), ["sites.csv"]);
    let kept = fs::read_to_string(place.path().join("mine/sites.csv")).expect("a file");
    assert_eq!(kept, "my own");
}

#[test]
fn an_empty_folder_is_filled() {
    let place = TempDir::new().expect("a folder");
    fs::create_dir_all(place.path().join("work/mine")).expect("a folder");
    let ran = assize(place.path(), "init work/mine --frame police-cps");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(names(&place.path().join("work/mine")), FILES);
    assert_eq!(names(&place.path().join("work")), ["mine"]);
}

/// Home towns of synthetic inspectors, one of each inspectorate in each.
const TOWNS: [&str; 6] = [
    "53.80,-1.55",
    "51.48,-3.18",
    "51.45,-0.97",
    "52.48,-1.90",
    "53.48,-2.24",
    "50.72,-3.53",
];

#[test]
fn a_folder_that_a_lead_filled_in_can_be_planned() {
    let place = TempDir::new().expect("a folder");
    assert_eq!(
        assize(place.path(), "init mine --frame police-cps").code,
        Some(0)
    );
    let path = |name: &str| place.path().join("mine").join(name);
    let add = |name: &str, rows: &[String]| {
        let text = fs::read_to_string(path(name)).expect("a table") + &rows.join("\n") + "\n";
        fs::write(path(name), text).expect("written");
    };
    // A small inspection: three or four forces, and twelve inspectors.
    let settings = fs::read_to_string(path("inspection.toml")).expect("the settings");
    let settings = settings
        .replace(
            "title = \"Title of the inspection\"",
            "title = \"Disclosure (synthetic)\"",
        )
        .replace("{ min = 6, max = 8 }", "{ min = 3, max = 4 }")
        .replace("{ min = 4, max = 8 }", "{ min = 2, max = 4 }");
    fs::write(path("inspection.toml"), settings).expect("written");
    for (letter, inspectorate) in [("P", "HMICFRS"), ("C", "HMCPSI")] {
        for (place, town) in TOWNS.iter().enumerate() {
            let id = format!("{letter}{:02}", place + 1);
            let experienced = if place % 4 == 3 { "no" } else { "yes" };
            let row = format!("{id},Inspector {id},{inspectorate},{experienced},,,{town},,,");
            add("inspectors.csv", &[row]);
            add("clearances.csv", &[format!("{id},NPPV3,")]);
        }
    }
    add(
        "absences.csv",
        &[
            "P02,2027-03-01,2027-03-12".into(),
            "C05,2027-02-22,2027-02-26".into(),
        ],
    );
    add("conflicts.csv", &["P01,west-yorkshire,".into()]);
    add(
        "indicators.csv",
        &["files,higher,1,Files that met the standard (synthetic)".into()],
    );
    let sites = fs::read_to_string(path("sites.csv")).expect("the sites");
    let ids = sites
        .lines()
        .skip(1)
        .filter_map(|row| row.split(',').next());
    let values: Vec<String> = ids
        .enumerate()
        .map(|(row, id)| format!("{id},files,{},synthetic", 40 + row * 17 % 50))
        .collect();
    add("performance.csv", &values);
    add(
        "engagements.csv",
        &["kent,Synthetic inspection,2027-02-08,2027-02-19,,HMICFRS".into()],
    );
    add(
        "intelligence.csv",
        &["cumbria,concern,3,Synthetic,Synthetic".into()],
    );

    let ran = assize(place.path(), "validate mine");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out, "The tables are sound: 57 sites, 12 inspectors.\n");
    assert_eq!(assize(place.path(), "score mine").code, Some(0));
    let ran = assize(place.path(), "plan mine");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(
        ran.out.contains("\nDisclosure (synthetic)\n"),
        "{}",
        ran.out
    );
    assert_eq!(ran.out.matches(": proved.\n").count(), 3, "{}", ran.out);
    let ran = assize(place.path(), "check mine mine/out/plan.json");
    assert_eq!(ran.code, Some(0), "{}", ran.out);
}

/// After `mkdir` and `cd`: the folder that one is in cannot be exchanged for another, but it can be filled.
#[test]
fn the_folder_that_one_is_in_is_filled() {
    let place = tempfile::TempDir::new().expect("a folder");
    let ran = super::assize(place.path(), "init . --frame police-cps");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(place.path().join("inspection.toml").exists());
    let names = super::common::names(place.path());
    assert!(names.iter().all(|name| !name.starts_with('.')), "{names:?}");
}
