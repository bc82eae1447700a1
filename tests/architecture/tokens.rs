//! Code as tokens: paths, marks and `impl`s in it.

use proc_macro2::{Delimiter, Ident, TokenTree};

use crate::sources::Names;

/// The names of a path from a place on, `::` between; their line, and the place after them.
pub fn names(tokens: &[TokenTree], mut at: usize) -> (Names, usize, usize) {
    let mut names = Vec::new();
    let mut line = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        if names.is_empty() {
            line = name.span().start().line;
        }
        names.push(plain(name));
        at += 1;
        if !is_pair_of_colons(tokens, at)
            || !matches!(tokens.get(at + 2), Some(TokenTree::Ident(_)))
        {
            break;
        }
        at += 2;
    }
    (names, line, at)
}

/// Every path in some code, those of one name included.
pub fn paths(tokens: &[TokenTree]) -> Vec<Names> {
    let mut paths = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (path, _, next) = names(tokens, at);
        if let TokenTree::Group(group) = token {
            paths.extend(self::paths(&group.stream().into_iter().collect::<Vec<_>>()));
        }
        if !path.is_empty() {
            paths.push(path);
        }
        at = next.max(at + 1);
    }
    paths
}

fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

pub fn is_pair_of_colons(tokens: &[TokenTree], at: usize) -> bool {
    is_sign(tokens.get(at), ':') && is_sign(tokens.get(at + 1), ':')
}

/// Whether what stands in a place is the bracket of an attribute: `#[…]` or `#![…]`.
pub fn is_attribute(tokens: &[TokenTree], at: usize) -> bool {
    let before = |steps| at.checked_sub(steps).and_then(|before| tokens.get(before));
    is_sign(before(1), '#') || is_sign(before(1), '!') && is_sign(before(2), '#')
}

pub fn is_word(token: &TokenTree, text: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == text)
}

pub fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// `(crate)`, `(super)` or `(in …)` after `pub`.
pub fn is_visibility(token: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(group)) = token else {
        return false;
    };
    let inside: Vec<String> = group.stream().into_iter().map(|t| t.to_string()).collect();
    match inside.as_slice() {
        [word] => ["crate", "super", "self"].contains(&word.as_str()),
        [word, ..] => word == "in",
        [] => false,
    }
}

/// Every `impl` in some code: what stands between the word and its brace, and what stands in the brace.
pub fn impls(tokens: &[TokenTree]) -> Vec<(Vec<TokenTree>, Vec<TokenTree>)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let Some(within) = in_braces(token) {
            found.extend(impls(&within));
        }
        // Elsewhere the word begins the type of an argument or of what is given back.
        let begins = match at.checked_sub(1).and_then(|before| tokens.get(before)) {
            None | Some(TokenTree::Group(_)) => true,
            Some(TokenTree::Ident(word)) => word == "unsafe",
            semicolon => is_sign(semicolon, ';'),
        };
        if begins && is_word(token, "impl") {
            let rest = &tokens[at + 1..];
            let brace = rest.iter().position(|token| in_braces(token).is_some());
            let brace = brace.expect("an impl has a brace");
            let body = in_braces(&rest[brace]).unwrap_or_default();
            found.push((rest[..brace].to_vec(), body));
        }
    }
    found
}

fn in_braces(token: &TokenTree) -> Option<Vec<TokenTree>> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            Some(group.stream().into_iter().collect())
        }
        _ => None,
    }
}

/// Whether an `impl` is of a trait; where the name of its type begins.
pub fn of_trait(header: &[TokenTree]) -> Option<usize> {
    let is_for = |at: &usize| is_word(&header[*at], "for") && !is_sign(header.get(at + 1), '<');
    (0..header.len()).find(is_for).map(|at| at + 1)
}

/// The trait of an `impl`, with what stands in its brackets; nothing where it is of none.
pub fn of_which(header: &[TokenTree]) -> &[TokenTree] {
    match of_trait(header) {
        Some(at) => after_generics(&header[..at - 1]),
        None => &[],
    }
}

/// The type that an `impl` is for.
pub fn target(header: &[TokenTree]) -> &[TokenTree] {
    match of_trait(header) {
        Some(at) => &header[at..],
        None => after_generics(header),
    }
}

/// What follows the `<…>` after `impl`, if there is one.
fn after_generics(header: &[TokenTree]) -> &[TokenTree] {
    let mut depth = 0;
    for (at, token) in header.iter().enumerate() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '<' => depth += 1,
            TokenTree::Punct(sign) if sign.as_char() == '>' => depth -= 1,
            _ if depth == 0 => return &header[at..],
            _ => {}
        }
    }
    header
}
