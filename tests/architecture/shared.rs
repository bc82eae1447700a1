//! What the checker shares with the planner: the facts of `domain`, and nothing that says what they mean.
//!
//! Two things are not seen: comparisons that a type of the domain derives, which go by the order of its variants or fields, and
//! what `input` has already made of the tables, which planner and checker alike take as given.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenTree};

use crate::sources::{Place, Sources};
use crate::tokens::{impls, is_pair_of_colons, is_sign, is_word, of_trait, target};

/// Every method, constant and function of the domain that the checker uses, and why it is a mere fact.
/// A misreading in one of them would be made by planner and checker alike, and found by neither.
const SHARED: &[(&str, &str)] = &[
    ("$name::as_str", "the text of an id"),
    (
        "Method::name, Rule::name",
        "what a rule is called in messages",
    ),
    ("PLAN_FORMAT", "the number in `plan.json`"),
    ("printable", "a text as it is shown"),
    (
        "Rule::ALL",
        "the table of rules, row by row; what a row asks is up to the checker",
    ),
    ("Rule::number", "what a rule is called in messages"),
    (
        "Site::cell",
        "looks up the text of a cell as it was written; which cell, and what the text says, is up to the checker",
    ),
    ("TIER_NAMES", "the names in `plan.json`"),
    (
        "TimeOfDay::from_minutes",
        "the time so many minutes from midnight, to say it in messages",
    ),
    (
        "TimeOfDay::minutes",
        "the same time counted from midnight, to compare by",
    ),
];

/// Every trait that the domain writes out for its types: these could be called without a name.
const TRAITS: &[(&str, &str)] = &[
    (
        "<'de>Deserialize<'de> for Rule",
        "a rule is told by its number",
    ),
    ("<Id>AsRef<str> for Named<Id>", "the name, in messages"),
    ("<Id>fmt::Display for Named<Id>", "the name, in messages"),
    ("Borrow<str> for $name", "an id looked up by its text"),
    (
        "Default for DayHours",
        "what holds where a file says nothing: `input` asks for it",
    ),
    (
        "Default for Weights",
        "what holds where a file says nothing: `input` asks for it",
    ),
    ("From<&str> for $name", "an id from its text"),
    (
        "From<DateRule> for Rule",
        "the same rule under its other name",
    ),
    ("From<$name> for usize", "a place in a table as a number"),
    ("From<Party> for String", "as it stands in `plan.json`"),
    (
        "From<PersonRule> for Rule",
        "the same rule under its other name",
    ),
    ("From<String> for $name", "an id from its text"),
    ("From<TimeOfDay> for String", "as it stands in `plan.json`"),
    ("From<usize> for $name", "a place in a table from a number"),
    ("FromStr for Party", "reads `plan.json` and `sessions.csv`"),
    ("FromStr for TimeOfDay", "reads `plan.json` and the tables"),
    ("Serialize for Rule", "a rule is told by its number"),
    ("TryFrom<String> for Party", "reads `plan.json`"),
    ("TryFrom<String> for TimeOfDay", "reads `plan.json`"),
    ("fmt::Display for $name", "the text of an id, in messages"),
    ("fmt::Display for Party", "in messages"),
    (
        "fmt::Display for TakenBy",
        "as it stands in `activities.csv`",
    ),
    ("fmt::Display for TimeOfDay", "in messages"),
];

#[test]
fn the_checker_uses_no_reading_of_the_domain() {
    assert_eq!(used(&Sources::read()), listed(SHARED));
}

#[test]
fn no_use_of_the_domain_is_overlooked() {
    let domain = "
        pub const MOST: u32 = 1;
        pub struct Site;
        impl Site { pub fn listed(&self) {} pub const ALL: u32 = 1; }
        macro_rules! id { ($name:ident) => { impl $name { pub fn as_str(&self) {} } }; }
    ";
    for (text, expected) in [
        ("fn f() { site.listed() }", "Site::listed"),
        (
            "fn f() { sites.map(super::super::domain::Site::listed) }",
            "Site::listed",
        ),
        (
            "use crate::domain::Site as S; fn f() { S::listed(&site) }",
            "Site::listed",
        ),
        (
            "type S = crate::domain::Site; fn f() { S::listed(&site) }",
            "Site::listed",
        ),
        (
            "use crate::domain::Site; fn f() { vec![Site::ALL] }",
            "Site::ALL",
        ),
        ("fn f() { format!(\"{}\", id.as_str()) }", "$name::as_str"),
        ("use crate::domain::{MOST, Site};", "MOST"),
    ] {
        let sources = Sources::of([("domain/mod.rs", domain), ("check/mod.rs", text)]);
        assert_eq!(
            used(&sources),
            BTreeSet::from([expected.to_owned()]),
            "{text}"
        );
    }
    let text =
        "use crate::domain::Site; struct A { listed: Vec<Site> } fn f() { for a in a.listed {} }";
    let sources = Sources::of([("domain/mod.rs", domain), ("check/mod.rs", text)]);
    assert_eq!(used(&sources), BTreeSet::new());
}

/// The methods, constants and functions of the domain that the checker uses.
fn used(sources: &Sources) -> BTreeSet<String> {
    let given = given(sources);
    let mut used = BTreeSet::new();
    for (names, module) in &sources.modules {
        if names.first().is_none_or(|room| room != "check") {
            continue;
        }
        let mut words = BTreeSet::new();
        called(&module.tokens, &mut words);
        used.extend(
            words
                .iter()
                .filter_map(|word| given.methods.get(word))
                .cloned(),
        );
        for taken in &module.taken {
            match (sources.place(names, &taken.written), taken.written.last()) {
                (Place::Here(place), _) if place.first().is_some_and(|room| room == "domain") => {
                    used.extend(item(&place));
                }
                // The type may go by another name here.
                (Place::Local, Some(last)) => used.extend(given.all.get(last).cloned()),
                _ => {}
            }
        }
    }
    used
}

/// The constant, function or method that a path names: with its type, if it has one. `None` where it names a type.
fn item(place: &[String]) -> Option<String> {
    let (last, before) = place.split_last()?;
    match before.last() {
        _ if is_type(last) => None,
        Some(of) if is_type(of) => Some(format!("{of}::{last}")),
        _ => Some(last.clone()),
    }
}

#[test]
fn the_domain_writes_out_no_other_traits() {
    assert_eq!(given(&Sources::read()).traits, listed(TRAITS));
}

fn listed(list: &[(&str, &str)]) -> BTreeSet<String> {
    for (item, why) in list {
        assert!(!why.is_empty(), "why is {item} a mere fact?");
    }
    list.iter().map(|(item, _)| (*item).to_owned()).collect()
}

/// What the domain gives its types.
#[derive(Default)]
struct Given {
    /// Methods, functions and constants, by name: every type that has one of that name.
    all: BTreeMap<String, String>,
    /// Those that are called on a value.
    methods: BTreeMap<String, String>,
    traits: BTreeSet<String>,
}

fn given(sources: &Sources) -> Given {
    let mut given = Given::default();
    for (names, module) in &sources.modules {
        if module.for_tests || names.first().is_none_or(|room| room != "domain") {
            continue;
        }
        for (header, body) in impls(&module.tokens) {
            let text = |tokens: &[TokenTree]| -> String {
                tokens.iter().map(ToString::to_string).collect()
            };
            let of = text(target(&header));
            if let Some(at) = of_trait(&header) {
                given
                    .traits
                    .insert(format!("{} for {of}", text(&header[..at - 1])));
                continue;
            }
            for (at, pair) in body.windows(2).enumerate() {
                let [word, name] = pair else { continue };
                let is_function = is_word(word, "fn");
                if is_function || is_word(word, "const") && !is_word(name, "fn") {
                    note(&mut given.all, name, &of);
                }
                if is_function && takes_self(&body[at..]) {
                    note(&mut given.methods, name, &of);
                }
            }
        }
    }
    given
}

/// Adds one more type that has something of this name.
fn note(named: &mut BTreeMap<String, String>, name: &TokenTree, of: &str) {
    let name = name.to_string();
    let this = format!("{of}::{name}");
    named
        .entry(name)
        .and_modify(|all| *all = format!("{all}, {this}"))
        .or_insert(this);
}

/// Whether a function is called on a value.
fn takes_self(function: &[TokenTree]) -> bool {
    let mut groups = function.iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let arguments = groups.next().unwrap_or_default();
    arguments
        .into_iter()
        .take(4)
        .any(|token| is_word(&token, "self"))
}

/// Every word that is called as a method.
fn called(tokens: &[TokenTree], words: &mut BTreeSet<String>) {
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            called(&group.stream().into_iter().collect::<Vec<_>>(), words);
        }
        let is_called = match tokens.get(at + 1) {
            Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
            _ => is_pair_of_colons(tokens, at + 1),
        };
        if is_called
            && at > 0
            && is_sign(tokens.get(at - 1), '.')
            && let TokenTree::Ident(word) = token
        {
            words.insert(word.to_string());
        }
    }
}

/// `TimeOfDay`, not `TIER_NAMES` or `work_out`.
fn is_type(name: &str) -> bool {
    name.starts_with(|first: char| first.is_uppercase())
        && name.contains(|c: char| c.is_lowercase())
}
