//! The checker can catch the planner out only while it shares nothing with it but the words: `domain`.

use std::collections::BTreeSet;

use proc_macro2::TokenTree;

use crate::modules::{Import, Module};
use crate::sources::{Names, Place, Sources};
use crate::tokens::{impls, is_attribute, is_sign, of_which, paths, target};

/// The crates that the checker uses, and why no misreading of ours can hide in them.
const CRATES: &[(&str, &str)] = &[
    ("chrono", "the days of the calendar themselves"),
    ("sha2", "a digest that has a standard"),
    ("std", "the language"),
];

/// What the checker may begin with `#`; a comment counts as `doc`. `path` and `cfg_attr` could bring in a file from elsewhere.
const ATTRIBUTES: &[&str] = &["cfg", "derive", "doc", "test"];

/// The macros that the checker uses, all of them of `std`. `include!` could bring in a file from elsewhere, and one of our
/// own code from elsewhere.
const MACROS: &[&str] = &["assert_eq", "format", "matches", "vec", "write"];

/// Who may ask the checker. It is asked about plans, never for its arithmetic.
const ASK_THE_CHECKER: &[&str] = &["check", "commands"];

#[test]
fn the_checker_reaches_the_domain_alone() {
    let sources = Sources::read();
    assert_eq!(reached(&sources, "check", "domain"), Vec::<String>::new());
}

/// Else the domain would be a door to what it knows.
#[test]
fn the_domain_reaches_nothing() {
    let sources = Sources::read();
    assert_eq!(reached(&sources, "domain", "domain"), Vec::<String>::new());
}

#[test]
fn nobody_but_the_verbs_asks_the_checker() {
    let sources = Sources::read();
    let mut others = Vec::new();
    for (names, module) in &sources.modules {
        let room = names.first().map(String::as_str).unwrap_or_default();
        for (taken, place) in inside(&sources, names, module) {
            if place.first().is_none_or(|first| first == "check")
                && !ASK_THE_CHECKER.contains(&room)
            {
                others.push(taken);
            }
        }
    }
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn the_checker_uses_the_crates_attributes_and_macros_that_are_listed() {
    let sources = Sources::read();
    let (mut crates, mut attributes, mut macros) = <(BTreeSet<_>, _, _)>::default();
    for (names, module) in modules_of(&sources, "check") {
        for taken in &module.taken {
            if let Place::Crate(name) = sources.place(names, &taken.written) {
                crates.insert(name);
            }
        }
        marks(&module.tokens, &mut attributes, &mut macros);
    }
    let listed = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let allowed: Vec<&str> = CRATES.iter().map(|&(name, _)| name).collect();
    assert_eq!(crates, listed(&allowed));
    assert_eq!(attributes, listed(ATTRIBUTES));
    assert_eq!(macros, listed(MACROS));
}

/// A method written elsewhere on a type of the domain could be called without naming where it stands.
#[test]
fn the_domain_alone_gives_its_types_methods() {
    assert_eq!(given_from_elsewhere(&Sources::read()), Vec::<String>::new());
}

#[test]
fn no_way_out_of_the_checker_is_overlooked() {
    let ways = [
        "use crate::score::Scores;",
        "use crate::{domain::Site, score::Scores};",
        "use crate::*;",
        "use crate as all;",
        "use super::super::super::score::Scores;",
        "use super::super::{super::score, Audit};",
        "use assize::score::Scores;",
        "pub use crate::score;",
        "fn f() { crate::score::scores(); }",
        "fn f() { super::super::super::score::scores(); }",
        "fn f() -> String { format!(\"{}\", super::super::super::score::scores()) }",
        "mod inside { use super::super::super::super::score::Scores; }",
        "fn f() { mod inside { use super::super::super::super::score::Scores; } }",
        "#[derive(crate::score::Scored)] struct A;",
        "macro_rules! f { () => { $crate::score::scores() }; }",
        "use self::super::super::super::score::Scores;",
        "struct A(pub crate::score::Scores);",
        "struct A(pub (crate::score::Scores));",
        "struct A(#[serde(default = \"crate::score::scores\")] u32);",
    ];
    for way in ways {
        let texts = [
            ("check/deep/file.rs", way),
            ("check/deep/mod.rs", "mod file;"),
        ];
        let found = reached(&Sources::of(texts), "check", "domain");
        assert_eq!(found.len(), 1, "{way}: {found:?}");
    }
    let at_home = "
        //! [`crate::score`] is told of, not used.
        use crate::domain::{Site, Visit as Stated};
        use super::{self, words, super::dates::{self, monday}};
        pub(in super::super) fn f<'a>() -> impl Fn() + use<'a> { dates::g(); Vec::<Site>::new() }
        struct A(pub(crate) u32, pub(super) words::Word, pub(self) u32);
    ";
    let texts = [
        ("check/deep/file.rs", at_home),
        ("check/deep/mod.rs", "mod file;"),
    ];
    assert_eq!(
        reached(&Sources::of(texts), "check", "domain"),
        Vec::<String>::new()
    );
}

#[test]
fn no_method_given_to_the_domain_from_elsewhere_is_overlooked() {
    let given = |text: &str| {
        let sources = Sources::of([
            ("score/mod.rs", text),
            ("domain/mod.rs", "pub struct Site;"),
        ]);
        given_from_elsewhere(&sources).len()
    };
    for text in [
        "use crate::domain::Site; impl Site { fn value(&self) {} }",
        "impl crate::domain::Site {}",
        "use crate::domain::Site as S; impl<'a> Scored for &'a S {}",
        "use crate::domain::Site; fn f() { impl Scored for Site {} }",
        "use crate::domain::Site; impl From<&Site> for String {}",
        "macro_rules! scored { ($name:ident) => { impl $name {} }; }",
    ] {
        assert_eq!(given(text), 1, "{text}");
    }
    for text in [
        "use crate::domain::Site; struct Row<'a>(&'a Site); impl<'a> From<&'a Site> for Row<'a> {}",
        "use crate::domain::Site; fn f(site: impl Fn(&Site)) -> impl Fn(&Site) { site }",
        "trait Scored {} impl<T: Fn(u32)> Scored for Vec<T> {} impl Scored for String {}",
        "use crate::domain::Site; trait Scored {} impl Scored for Site {}",
        "use crate::domain::Site; struct Row; impl From<Row> for Site {}",
    ] {
        assert_eq!(given(text), 0, "{text}");
    }
}

/// Every `impl` outside the domain that is for one of its types.
fn given_from_elsewhere(sources: &Sources) -> Vec<String> {
    let mut given = Vec::new();
    for (names, module) in &sources.modules {
        if names.first().is_some_and(|room| room == "domain") {
            continue;
        }
        for (header, _) in impls(&module.tokens) {
            if is_on_the_domain(sources, names, &header) {
                let header: Vec<String> = header.iter().map(ToString::to_string).collect();
                given.push(format!("src/{}: impl {}", module.file, header.join(" ")));
            }
        }
    }
    given
}

/// What a room reaches beyond itself and one other.
fn reached(sources: &Sources, room: &str, other: &str) -> Vec<String> {
    let mut beyond = Vec::new();
    for (names, module) in modules_of(sources, room) {
        for (taken, place) in inside(sources, names, module) {
            // A path that ends at the root could go on to anywhere.
            let to = place.first().map(String::as_str).unwrap_or_default();
            if to != room && to != other {
                beyond.push(taken);
            }
        }
    }
    beyond
}

/// Every path of a module that stays in this crate: in words, and where it leads.
fn inside<'s>(
    sources: &'s Sources,
    names: &'s Names,
    module: &'s Module,
) -> impl Iterator<Item = (String, Names)> {
    module.taken.iter().filter_map(move |taken| {
        let Place::Here(place) = sources.place(names, &taken.written) else {
            return None;
        };
        let all = if taken.import == Import::All {
            "::*"
        } else {
            ""
        };
        let written = taken.written.join("::");
        let told = format!("src/{}:{}: {written}{all}", module.file, taken.line);
        Some((told, place))
    })
}

fn modules_of<'s>(
    sources: &'s Sources,
    room: &str,
) -> impl Iterator<Item = (&'s Names, &'s Module)> {
    let modules = sources.modules.iter();
    let of_room: Vec<_> = modules
        .filter(|(names, _)| names.first().is_some_and(|first| first == room))
        .collect();
    assert!(!of_room.is_empty(), "there is no src/{room}");
    of_room.into_iter()
}

/// The attributes and macros of some code.
fn marks(tokens: &[TokenTree], attributes: &mut BTreeSet<String>, macros: &mut BTreeSet<String>) {
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let within: Vec<TokenTree> = group.stream().into_iter().collect();
        marks(&within, attributes, macros);
        let before = |steps| at.checked_sub(steps).and_then(|at| tokens.get(at));
        if is_attribute(tokens, at) {
            attributes.extend(within.first().map(ToString::to_string));
        } else if is_sign(before(1), '!')
            && let Some(TokenTree::Ident(name)) = before(2)
            // `if !(…)` is no macro.
            && name != "if"
        {
            macros.insert(name.to_string());
        }
    }
}

/// Whether an `impl` gives a type of the domain something, or something that no room owns for a type of the domain.
fn is_on_the_domain(sources: &Sources, names: &Names, header: &[TokenTree]) -> bool {
    let of = target(header);
    let is_own = |(name, place): &(String, Place)| {
        *place == Place::Local && sources.modules[names].defined.contains(name)
    };
    let is_domain = |place: &Place| matches!(place, Place::Here(names) if names.first().is_some_and(|room| room == "domain"));
    let places = |tokens: &[TokenTree]| -> Vec<(String, Place)> {
        let paths = paths(tokens).into_iter();
        let place = |path: Names| (path.join("::"), sources.place(names, &path));
        paths.map(place).collect()
    };
    // `impl $name`: whose it is stands where the macro is called.
    if is_sign(of.first(), '$') {
        return true;
    }
    match places(of).first() {
        Some(own) if is_own(own) => false,
        Some((_, Place::Here(_))) if !places(of).iter().any(|(_, place)| is_domain(place)) => false,
        // What names a trait or a type of its own room is out of reach for those who do not know that room.
        _ if places(of_which(header)).iter().any(is_own) => false,
        _ => places(header).iter().any(|(_, place)| is_domain(place)),
    }
}
