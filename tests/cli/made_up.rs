//! `assize example`: a folder to try the program out.

use std::fs;

use tempfile::TempDir;

use super::assize;
use super::common::names;

const FILES: [&str; 18] = [
    "README.md",
    "absences.csv",
    "apart.csv",
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
    "performance.csv",
    "periods_to_avoid.csv",
    "sites.csv",
    "travel.csv",
];

#[test]
fn every_size_is_sound() {
    let place = TempDir::new().expect("a folder");
    let sizes = [
        ("s", 25, 12),
        ("m", 56, 26),
        ("l", 106, 40),
        ("xl", 132, 52),
    ];
    for (size, sites, inspectors) in sizes {
        let ran = assize(
            place.path(),
            &format!("example {size} --size {size} --seed 7"),
        );
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert_eq!(
            ran.out,
            format!(
                "Written to {size}: {sites} sites and {inspectors} inspectors, all synthetic. Try: assize plan {size}\n"
            )
        );
        assert_eq!(names(&place.path().join(size)), FILES);
        let ran = assize(place.path(), &format!("validate {size}"));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert_eq!(
            ran.out,
            format!("The tables are sound: {sites} sites, {inspectors} inspectors.\n")
        );
    }
}

#[test]
fn the_usual_example_is_m_with_seed_1() {
    let place = TempDir::new().expect("a folder");
    assert_eq!(assize(place.path(), "example one").code, Some(0));
    let named = assize(place.path(), "example new/other --size m --seed 1");
    assert_eq!(named.code, Some(0));
    let third = assize(place.path(), "example third --seed 2");
    assert_eq!(third.code, Some(0));
    let read = |folder: &str, name: &str| fs::read(place.path().join(folder).join(name));
    let made = names(&place.path().join("one"));
    assert_eq!(made, names(&place.path().join("new/other")));
    for name in &made {
        let [one, other] = ["one", "new/other"].map(|folder| read(folder, name).expect("a file"));
        assert!(one == other, "{name} differs");
    }
    let [one, third] = ["one", "third"].map(|folder| read(folder, "sites.csv").expect("a file"));
    assert!(one != third, "another seed gives the same sites");
}

#[test]
fn an_example_of_other_numbers_can_be_planned() {
    let place = TempDir::new().expect("a folder");
    let numbers = "--sites 9 --areas 3 --visits 2 --inspectors 10 --inspectorates 2 --weeks 6";
    let ran = assize(
        place.path(),
        &format!("example tiny --size s {numbers} --seed 3"),
    );
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(
        ran.out,
        "Written to tiny: 12 sites and 10 inspectors, all synthetic. Try: assize plan tiny\n"
    );
    let readme = fs::read_to_string(place.path().join("tiny/README.md")).expect("a file");
    assert!(
        readme.starts_with("# Synthetic example of 12 sites, seed 3\n"),
        "{readme}"
    );
    let command = format!("\nassize example FOLDER --size s {numbers} --seed 3\n");
    assert!(readme.contains(&command), "{readme}");
    let ran = assize(place.path(), "plan tiny");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out.matches(": proved.\n").count(), 3, "{}", ran.out);
    let ran = assize(place.path(), "check tiny tiny/out/plan.json");
    assert_eq!(ran.code, Some(0), "{}", ran.out);
}

#[test]
fn what_cannot_be_is_refused() {
    let refused = [
        ("--sites 0", "An example needs at least 1 site."),
        ("--areas 0", "An example needs at least 1 area."),
        ("--visits 0", "An example needs at least 1 visit."),
        ("--inspectors 0", "An example needs at least 1 inspector."),
        (
            "--sites 10001",
            "An example has at most 10000 sites, not 10001.",
        ),
        (
            "--visits 201",
            "An example has at most 200 visits, not 201.",
        ),
        ("--weeks 3", "An example has from 4 to 90 weeks, not 3."),
        ("--weeks 91", "An example has from 4 to 90 weeks, not 91."),
        (
            "--visits 44",
            "There would be 44 visits to police forces, but only 43 police forces to choose from. Ask for fewer visits, or for more sites.",
        ),
        (
            "--size l --sites 12",
            "There would be 6 visits to police forces, but only 5 police forces to choose from. Ask for fewer visits, or for more sites.",
        ),
        (
            "--inspectorates 4 --visits 2",
            "With 4 inspectorates there are at least 3 visits: to a police force, a probation unit and a prison. You asked for 2.",
        ),
        (
            "--size s --areas 21",
            "There would be 21 areas, but only 20 police forces to lie in them. Ask for fewer areas, or for more sites.",
        ),
        (
            "--inspectors 3",
            "8 visits are too many for 3 inspectors in 16 weeks. Ask for fewer visits, or for more inspectors or weeks.",
        ),
        (
            "--size s --visits 20",
            "20 visits are too many for 12 inspectors in 10 weeks. Ask for fewer visits, or for more inspectors or weeks.",
        ),
        (
            "--size xl --weeks 4 --inspectors 30",
            "16 visits are too many for 30 inspectors in 4 weeks. Ask for fewer visits, or for more inspectors or weeks.",
        ),
    ];
    for (words, message) in refused {
        let place = TempDir::new().expect("a folder");
        let ran = assize(place.path(), &format!("example folder {words}"));
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words}");
        assert_eq!(ran.err, format!("{message}\n"), "{words}");
        assert_eq!(names(place.path()), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn only_two_or_four_inspectorates() {
    let place = TempDir::new().expect("a folder");
    let ran = assize(place.path(), "example folder --inspectorates 3");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.starts_with(
            "error: invalid value '3' for '--inspectorates <NUMBER>'\n  [possible values: 2, 4]\n"
        ),
        "{}",
        ran.err
    );
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let place = TempDir::new().expect("a folder");
    fs::create_dir(place.path().join("mine")).expect("a folder");
    fs::write(place.path().join("mine/sites.csv"), "my own").expect("a file");
    let ran = assize(place.path(), "example mine --size s");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "mine is already there and not empty. Choose a new name, so that nothing of yours is lost.\n"
    );
    assert_eq!(names(place.path()), ["mine"]);
    let kept = fs::read_to_string(place.path().join("mine/sites.csv")).expect("a file");
    assert_eq!(kept, "my own");
}
