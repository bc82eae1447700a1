//! What a problem has in it: so that the problems together leave nothing of `docs/design.md` out.

mod people;
mod sites;
mod timing;

use std::collections::BTreeMap;

use assize::domain::Inspection;

/// A third of the problems.
const THIRD: usize = 140;

/// How many problems must have each feature, at the least.
pub const WANTED: &[(&str, usize)] = &[
    ("two inspectorates", 80),
    ("three inspectorates", 40),
    ("one kind", 20),
    ("two kinds", 80),
    ("three kinds", 40),
    ("two pairs", 80),
    ("a pair without the kind's own", 5),
    ("included", 15),
    ("excluded", 30),
    ("fewer sites than the least", 3),
    ("quota on each value", 30),
    ("quota on one value", 30),
    ("quota with a least", 20),
    ("quota with a most", 30),
    ("quota on a derived column", 20),
    ("burden limit", 40),
    ("gap", 40),
    ("gap of no weeks", 10),
    ("link at any time", 30),
    ("link in the same week", 60),
    ("link with the same team", 40),
    ("two links to one kind", 20),
    ("a chain of links", 8),
    ("several ids in one cell", 40),
    ("one visit a week", 30),
    ("two visits a week", 10),
    ("must avoid: all", 8),
    ("must avoid: site", 8),
    ("must avoid: column", 20),
    ("better avoided", 80),
    ("fixed dates", 40),
    ("fixed inspector", 30),
    ("visit of one day", 40),
    ("visit of five days", 10),
    ("visit of two weeks", 15),
    ("start days", 80),
    ("any start day", 60),
    ("one day to prepare", 40),
    ("three days to prepare", 8),
    ("absence", 80),
    ("part-timer", 40),
    ("clearance", 60),
    ("clearance that ends", 60),
    ("clearance renewed", 20),
    ("conflict", 80),
    ("apart", 60),
    ("needs", 30),
    ("limit on days", 40),
    ("own limit on days", 40),
    ("one week in a row", 20),
    ("two weeks in a row", 10),
    ("inexperienced", 80),
    ("bank holiday in the window", 100),
    ("holiday of one nation", 40),
    ("another nation", 40),
    ("year end in the window", 20),
    ("letters together", 80),
    ("letters each", 80),
    ("authority on a date", 60),
    ("notice beyond the first day", 30),
    ("first possible day at the weekend", 20),
    ("evidence: extremes", 60),
    ("evidence: poor", 60),
    ("evidence: good", 60),
    ("evidence: none", 60),
    ("profile of numbers", 40),
    ("profile of words", 40),
    ("profile of performance", 40),
    ("profile of bands", 20),
    ("profile cell missing", 40),
    ("no intelligence table", 30),
    ("empty intelligence table", 30),
    ("intelligence", 80),
    ("engagements", 80),
    ("weight of nothing", 80),
    ("no places", 40),
    ("pilot", THIRD),
    ("pilot that counts", 40),
    ("pilot beyond the count", 40),
    ("link after", THIRD),
    ("link after, with a most", 60),
    ("days to write up", THIRD),
    ("limit on journeys", THIRD),
    ("joiner or leaver", THIRD),
    ("conflict that a link carries", THIRD),
    ("conflict that no link carries", 60),
    ("table of journeys", THIRD),
    ("own days", THIRD),
    ("own pairs", THIRD),
    ("own full days", THIRD),
    ("no tolerance", 100),
    ("usual tolerance", 60),
    ("large tolerance", 100),
    ("load", THIRD),
    ("some bases unknown", THIRD),
    ("no spare days", 60),
    ("nothing need be visited", 40),
];

/// The features of a problem, by the names above.
pub fn features(problem: &Inspection) -> Vec<&'static str> {
    let all = [
        sites::selection(problem),
        sites::score(problem),
        timing::dates(problem),
        people::people(problem),
    ]
    .concat();
    all.into_iter()
        .filter(|(_, has)| *has)
        .map(|(name, _)| name)
        .collect()
}

type Has = Vec<(&'static str, bool)>;

/// How many problems have each feature.
pub fn count<'a>(problems: impl Iterator<Item = &'a Inspection>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for problem in problems {
        for feature in features(problem) {
            *counts.entry(feature).or_default() += 1;
        }
    }
    counts
}
