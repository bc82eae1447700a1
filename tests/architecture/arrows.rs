//! Which room may know which: the arrows between the folders of `src`.

use std::collections::BTreeSet;

use crate::sources::{Place, Sources};

/// Every arrow from a room to one that it knows, and why it is there where that is not plain from `docs/design.md`, section 6.
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
    ("documents", "optimise", "what was proved, kept and sized"),
    ("documents", "score", "the tables of scores"),
    ("documents", "words", ""),
    (
        "example",
        "calendar",
        "its visits are planted on days that they could have",
    ),
    ("example", "domain", ""),
    (
        "input",
        "calendar",
        "authority, letters and the first possible day are told as warnings",
    ),
    ("input", "domain", ""),
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
    (
        "score",
        "calendar",
        "engagement days are counted in weekdays",
    ),
    ("score", "domain", ""),
    ("store", "domain", ""),
    ("words", "domain", ""),
];

/// Arrows that are to go.
const TO_GO: &[(&str, &str)] = &[
    ("documents", "store"),
    ("example", "input"),
    ("input", "documents"),
    ("insight", "documents"),
    ("store", "calendar"),
    ("store", "documents"),
    ("store", "milestones"),
    ("store", "optimise"),
];

/// The rooms that may know all.
const KNOW_ALL: &[&str] = &["commands", "main"];

#[test]
fn the_arrows_between_rooms_are_those_that_are_listed() {
    let listed = ARROWS.iter().map(|&(from, to, _)| (from, to));
    let listed: BTreeSet<(String, String)> = (listed.chain(TO_GO.iter().copied()))
        .map(|(from, to)| (from.to_owned(), to.to_owned()))
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
