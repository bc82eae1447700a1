//! Which room may know which: the arrows between the folders of `src`.

use std::collections::BTreeSet;
use std::fs;

use crate::sources::{Place, Sources, root};

/// Every arrow from a room to one that it knows, and why it is there where that is not plain. They are drawn in `docs/design.md`, section 6.
/// `commands` and the program itself may know all.
const ARROWS: &[(&str, &str, &str)] = &[
    ("calendar", "domain", ""),
    ("check", "domain", ""),
    (
        "documents",
        "calendar",
        "the charts draw bank holidays and weeks",
    ),
    ("documents", "domain", ""),
    ("documents", "insight", ""),
    ("documents", "instance", ""),
    ("documents", "milestones", "the project chart and its table"),
    (
        "documents",
        "schema",
        "sessions.csv comes back edited, by the columns that are read",
    ),
    ("documents", "score", "the tables of scores"),
    (
        "documents",
        "store",
        "plan.json is filled in, and files are named after ids",
    ),
    ("documents", "words", ""),
    (
        "example",
        "calendar",
        "its visits are planted on days that they could have",
    ),
    ("example", "domain", ""),
    ("example", "reference", "real bank holidays and milestones"),
    ("init", "reference", "the tables that a frame fills"),
    ("init", "schema", "what every table and column means"),
    (
        "input",
        "calendar",
        "authority, letters and the first possible day are told as warnings",
    ),
    ("input", "domain", ""),
    ("input", "reference", "what a table is laid over"),
    ("input", "schema", ""),
    ("insight", "calendar", "why a week is not possible"),
    ("insight", "domain", ""),
    ("insight", "instance", ""),
    ("insight", "milestones", ""),
    ("insight", "optimise", ""),
    ("insight", "score", "why a site"),
    ("insight", "words", ""),
    (
        "instance",
        "calendar",
        "an inspection with what follows from it, made once",
    ),
    ("instance", "domain", ""),
    ("instance", "score", ""),
    ("milestones", "calendar", ""),
    ("milestones", "domain", ""),
    ("optimise", "calendar", ""),
    ("optimise", "domain", ""),
    ("optimise", "instance", ""),
    ("optimise", "score", ""),
    ("reference", "domain", ""),
    (
        "reference",
        "schema",
        "built-in tables have the columns of those that they stand in for",
    ),
    ("schema", "domain", "words, and what each means"),
    (
        "score",
        "calendar",
        "engagement days are counted in weekdays",
    ),
    ("score", "domain", ""),
    ("store", "domain", ""),
    ("words", "domain", ""),
];

/// The rooms that may know all.
const KNOW_ALL: &[&str] = &["commands", "main"];

#[test]
fn the_arrows_between_rooms_are_those_that_are_listed() {
    let listed: BTreeSet<(String, String)> = ARROWS
        .iter()
        .map(|&(from, to, _)| (from.to_owned(), to.to_owned()))
        .collect();
    let found = arrows(&Sources::read());
    let told = |arrows: BTreeSet<&(String, String)>| -> Vec<String> {
        let told = arrows
            .into_iter()
            .map(|(from, to)| format!("{from} → {to}"));
        told.collect()
    };
    let new = told(found.difference(&listed).collect());
    let gone = told(listed.difference(&found).collect());
    assert!(new.is_empty(), "new arrows, which need a reason: {new:?}");
    assert!(
        gone.is_empty(),
        "arrows that are gone and can be struck out: {gone:?}"
    );
}

#[test]
fn the_drawing_in_the_design_is_the_list() {
    let path = root().join("docs/design.md");
    let text = fs::read_to_string(path).expect("the page is there");
    let drawn = text
        .split_once("\nsrc/\n")
        .expect("the drawing of section 6")
        .1;
    let lines = drawn.lines().take_while(|line| line.starts_with("  "));
    let mut rooms = BTreeSet::new();
    let mut arrows = BTreeSet::new();
    for line in lines {
        let (room, to) = line.split_once(" → ").unwrap_or((line, ""));
        let room = room.split_whitespace().next().expect("a room has a name");
        let room = room.trim_end_matches('/').trim_end_matches(".rs");
        rooms.insert(room.to_owned());
        let to = to.split(", ").filter(|to| !to.is_empty() && *to != "all");
        arrows.extend(to.map(|to| (room.to_owned(), to.to_owned())));
    }
    let listed = ARROWS
        .iter()
        .map(|&(from, to, _)| (from.to_owned(), to.to_owned()));
    assert_eq!(arrows, listed.collect());
    let sources = Sources::read();
    let found = sources.modules.keys().filter_map(|names| names.first());
    let found: BTreeSet<String> = found.filter(|room| *room != "main").cloned().collect();
    assert_eq!(rooms, found);
}

/// Every arrow between two rooms, tests aside.
fn arrows(sources: &Sources) -> BTreeSet<(String, String)> {
    let mut arrows = BTreeSet::new();
    for (names, module) in &sources.modules {
        let Some(from) = names.first() else {
            continue;
        };
        if module.for_tests || KNOW_ALL.contains(&from.as_str()) {
            continue;
        }
        for taken in &module.taken {
            if let Place::Here(place) = sources.place(names, &taken.written) {
                let to = place
                    .first()
                    .cloned()
                    .unwrap_or_else(|| "everything".to_owned());
                if to != *from {
                    arrows.insert((from.clone(), to));
                }
            }
        }
    }
    arrows
}
