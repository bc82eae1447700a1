//! For each rule the smallest changes after which exactly that rule is broken.

mod dates;
mod people;
mod sites;

use std::collections::BTreeSet;
use std::path::Path;

use assize::domain::*;

use super::base::*;

/// A broken plan: the rule, what breaks it, and everything the checker then says.
pub type Case = (Rule, Change, &'static [&'static str]);

/// Broken plans for every rule of plans; those of timetables are in [`super::timetables`].
pub fn cases() -> impl Iterator<Item = &'static Case> {
    let all = [sites::CASES, dates::CASES, people::CASES];
    all.into_iter().flatten()
}

#[test]
fn each_broken_plan_breaks_exactly_its_rule() {
    for (rule, change, expected) in cases() {
        let report = changed(change);
        let shown: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        assert_eq!(shown, *expected, "{}", rule.number());
        assert!(report.findings.iter().all(|f| f.rule == Some(*rule)));
        assert!(!report.is_clean());
    }
}

#[test]
fn every_rule_has_a_broken_plan() {
    let cases = cases().chain(super::timetables::CASES);
    let broken: BTreeSet<Rule> = cases.map(|(rule, _, _)| *rule).collect();
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    assert_eq!(broken, all);
}

#[test]
fn every_rule_has_its_row_in_the_readme() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(path).expect("README.md stands at the root");
    let rows: BTreeSet<&str> = readme.lines().map(str::trim).collect();
    let missing: Vec<String> = (Rule::ALL.iter())
        .map(|rule| {
            format!(
                "| {} | {} | {} |",
                rule.number(),
                rule.name(),
                rule.sentence()
            )
        })
        .filter(|row| !rows.contains(row.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "rows that README.md lacks");
}

#[test]
fn the_rules_of_the_pages_are_the_rules() {
    for (page, rules) in [
        ("docs/design.md", Rule::of_plans()),
        ("docs/timetables.md", Rule::of_timetables()),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let text = std::fs::read_to_string(path).expect("the page is there");
        let numbered = |row: &&str| {
            let number = row.strip_prefix("| ").and_then(|row| row.split(' ').next());
            let number = number.unwrap_or_default();
            number.starts_with(['S', 'T', 'P', 'V'])
                && number.ends_with(|c: char| c.is_ascii_digit())
        };
        let rows: Vec<&str> = text.lines().filter(numbered).collect();
        let due = rules.iter().map(|rule| {
            let (number, name, sentence) = (rule.number(), rule.name(), rule.sentence());
            format!("| {number} {name} | {sentence} |")
        });
        assert_eq!(rows, due.collect::<Vec<String>>(), "{page}");
    }
}
