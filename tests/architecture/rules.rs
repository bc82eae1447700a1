//! Every match over rules names each of them: a new rule then stops the compiler wherever somebody has to think of it.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::modules::Import;
use crate::sources::Sources;
use crate::tokens::{is_sign, is_word, paths};

/// The rules, and what they can look at.
const OF_RULES: [&str; 4] = ["Rule", "DateRule", "PersonRule", "Subject"];

/// The files where these are `Self` too.
const AT_HOME: [&str; 2] = ["domain/rule.rs", "domain/subject.rs"];

/// A part of some code, such as one pattern.
type Part<'t> = &'t [TokenTree];

#[test]
fn no_match_over_rules_has_a_catch_all() {
    let sources = Sources::read();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for module in sources.modules.values().filter(|module| !module.for_tests) {
        let mut names = OF_RULES.to_vec();
        names.extend(AT_HOME.contains(&module.file.as_str()).then_some("Self"));
        for found in over(&names, &module.tokens) {
            seen += 1;
            if found.has_catch_all {
                wrong.push(format!("{}:{}", module.file, found.line));
            }
        }
    }
    assert!(seen > 10, "hardly any match over rules was found: {seen}");
    assert_eq!(wrong, [""; 0], "name every rule there");
}

/// Else a pattern could name a rule and not look like one.
#[test]
fn no_rule_is_imported_by_itself() {
    let sources = Sources::read();
    let mut wrong = Vec::new();
    for module in sources.modules.values() {
        for taken in &module.taken {
            let names = taken
                .written
                .split_last()
                .map_or(&[][..], |(_, above)| above);
            let below = names.iter().any(|name| OF_RULES.contains(&name.as_str()));
            let all = taken.import == Import::All
                && taken
                    .written
                    .last()
                    .is_some_and(|name| OF_RULES.contains(&name.as_str()));
            if taken.import != Import::No && below || all {
                wrong.push(format!("{}:{}", module.file, taken.line));
            }
        }
    }
    assert_eq!(wrong, [""; 0], "import the enum, not its variants");
}

#[test]
fn a_catch_all_is_seen_in_whatever_form() {
    let says = |code: &str| -> Vec<bool> {
        let tokens: TokenStream = code.parse().expect("code");
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        over(&["Rule"], &tokens)
            .iter()
            .map(|found| found.has_catch_all)
            .collect()
    };
    for code in [
        "match rule { Rule::Gap => 1, _ => 2 }",
        "match rule { Rule::Gap => one::<A, B>(), _ => 2 }",
        "match rule { Rule::Gap => { 1 } other => other.name().len() }",
        "match rule { Rule::Gap | Rule::Avoid => 1, rest @ _ => 2 }",
        "match rule { Rule::Gap => 1, other if other.is_odd() => 2, Rule::Avoid => 3 }",
        "match (site, rule) { (Some(_), Rule::Gap) => 1, (None, _) => 2 }",
        "fn f() { if x { g(match rule { domain::Rule::Gap => 1, _ => 2 }) } }",
        "matches!(rule, Rule::Gap | Rule::Avoid)",
    ] {
        assert_eq!(says(code), [true], "{code}");
    }
    for code in [
        "match rule { Rule::Gap => 1, Rule::Avoid | Rule::Window => 2 }",
        "match (rule, site) { (Rule::Gap, _) => 1, (Rule::Avoid, x) => 2 }",
        "matches!(rule, Rule::Gap)",
        "match rule { Rule::Gap => match other { Some(x) => x, _ => 0 }, Rule::Avoid => 2 }",
    ] {
        assert!(says(code).iter().all(|caught| !caught), "{code}");
        assert!(!says(code).is_empty(), "{code}");
    }
    assert_eq!(
        says("match number { 1 => Rule::Gap, _ => Rule::Avoid }"),
        [false; 0]
    );
}

/// A match with one of some names in its patterns.
struct Found {
    line: usize,
    has_catch_all: bool,
}

/// Every match, `matches!` included, with one of the names in its patterns.
fn over(names: &[&str], tokens: Part<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let Some(within) = within(token, None) {
            found.extend(over(names, &within));
        }
        let rest = &tokens[at + 1..];
        let line = token.span().start().line;
        if is_word(token, "match") {
            let body = rest.iter().find_map(within_braces).unwrap_or_default();
            let arms = patterns(&body);
            let columns = columns(&arms);
            let of_rules = columns.iter().filter(|column| names_one(names, column));
            let caught: Vec<bool> = of_rules
                .map(|column| column.iter().any(|pattern| catches_all(pattern)))
                .collect();
            if !caught.is_empty() {
                let has_catch_all = caught.contains(&true);
                found.push(Found {
                    line,
                    has_catch_all,
                });
            }
        }
        if is_word(token, "matches") && is_sign(rest.first(), '!') {
            let asked = rest
                .get(1)
                .and_then(|token| within(token, None))
                .unwrap_or_default();
            let patterns = split(&asked, ',')
                .get(1)
                .map(|part| split(part, '|'))
                .unwrap_or_default();
            let patterns: Vec<Vec<TokenTree>> = patterns.into_iter().map(<[_]>::to_vec).collect();
            // Of one, it says no more than `==` does. Of several, all that it does not name is the catch-all.
            if names_one(names, &patterns) {
                let has_catch_all = patterns.len() > 1;
                found.push(Found {
                    line,
                    has_catch_all,
                });
            }
        }
    }
    found
}

/// What stands in a pair of brackets.
fn within(token: &TokenTree, kind: Option<Delimiter>) -> Option<Vec<TokenTree>> {
    match token {
        TokenTree::Group(group) if kind.is_none_or(|kind| group.delimiter() == kind) => {
            Some(group.stream().into_iter().collect())
        }
        _ => None,
    }
}

fn within_braces(token: &TokenTree) -> Option<Vec<TokenTree>> {
    within(token, Some(Delimiter::Brace))
}

/// The patterns of the arms of a match, without their guards.
fn patterns(body: Part<'_>) -> Vec<Vec<TokenTree>> {
    let mut patterns = Vec::new();
    let mut rest = body;
    while let Some(arrow) = arrow(rest) {
        // A comma before the pattern ends the arm before, or stands in the `<…>` of it.
        let pattern = split(&rest[..arrow], ',').pop().unwrap_or_default();
        let guard = pattern.iter().position(|token| is_word(token, "if"));
        patterns.push(pattern[..guard.unwrap_or(pattern.len())].to_vec());
        rest = &rest[arrow + 2..];
        if rest
            .first()
            .is_some_and(|token| within_braces(token).is_some())
        {
            rest = &rest[1..];
        }
    }
    patterns
}

/// Where `=>` stands.
fn arrow(tokens: Part<'_>) -> Option<usize> {
    (0..tokens.len()).find(|&at| is_sign(tokens.get(at), '=') && is_sign(tokens.get(at + 1), '>'))
}

/// The patterns place by place where they are tuples, or else as they are.
fn columns(patterns: &[Vec<TokenTree>]) -> Vec<Vec<Vec<TokenTree>>> {
    let alternatives: Vec<Part<'_>> = patterns.iter().flat_map(|one| split(one, '|')).collect();
    let tuples = alternatives.iter().map(|pattern| match pattern {
        [tuple] => within(tuple, Some(Delimiter::Parenthesis)),
        _ => None,
    });
    let tuples: Option<Vec<Vec<TokenTree>>> = tuples.collect();
    let Some(tuples) = tuples.filter(|tuples| !tuples.is_empty()) else {
        return vec![
            alternatives
                .iter()
                .map(|pattern| pattern.to_vec())
                .collect(),
        ];
    };
    let rows: Vec<Vec<Part<'_>>> = tuples.iter().map(|tuple| split(tuple, ',')).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let column = |at: usize| {
        rows.iter()
            .filter_map(|row| row.get(at).map(|part| part.to_vec()))
            .collect()
    };
    (0..width).map(column).collect()
}

/// Parts between a sign, other than in brackets.
fn split(tokens: Part<'_>, sign: char) -> Vec<Part<'_>> {
    let parts = tokens.split(|token| is_sign(Some(token), sign));
    parts.filter(|part| !part.is_empty()).collect()
}

/// Whether some pattern has a path through one of the names.
fn names_one(names: &[&str], patterns: &[Vec<TokenTree>]) -> bool {
    let mut written = patterns.iter().flat_map(|pattern| paths(pattern));
    written.any(|path| {
        let above = path.split_last().map_or(&[][..], |(_, above)| above);
        above.iter().any(|name| names.contains(&name.as_str()))
    })
}

/// Whether a pattern takes whatever comes: `_`, or a name for it.
fn catches_all(pattern: Part<'_>) -> bool {
    match pattern {
        [TokenTree::Ident(name)] => name
            .to_string()
            .starts_with(|c: char| c == '_' || c.is_lowercase()),
        [TokenTree::Ident(_), at, rest @ ..] if is_sign(Some(at), '@') => catches_all(rest),
        tokens => tokens.iter().all(|token| {
            within(token, Some(Delimiter::Parenthesis))
                .is_some_and(|inner| split(&inner, '|').iter().any(|part| catches_all(part)))
        }),
    }
}
