//! One module as it is written: what it imports, and every path that it takes.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::sources::Names;
use crate::tokens::{is_attribute, is_pair_of_colons, is_sign, is_visibility, is_word, names};

/// What stands before the name of a new type or trait.
const DEFINES: [&str; 4] = ["struct", "enum", "union", "trait"];

/// One module: a file, or a part of one.
#[derive(Default)]
pub struct Module {
    /// Its file, from `src` on.
    pub file: String,
    /// Whether it is compiled for tests alone.
    pub for_tests: bool,
    /// Everything in it that is no module of its own.
    pub tokens: Vec<TokenTree>,
    pub taken: Vec<Taken>,
    /// What it imports, by the name that this has here, as it is written.
    pub imported: BTreeMap<String, Names>,
    /// Every word outside its imports.
    pub words: BTreeSet<String>,
    /// The types and traits that it defines.
    pub defined: BTreeSet<String>,
}

/// A path that a module takes: one of `a::b`, or of each name in a `use`.
pub struct Taken {
    pub written: Names,
    pub line: usize,
    pub import: Import,
}

/// How a path is imported, if it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Import {
    /// It stands elsewhere than in a `use`.
    No,
    /// By this name, for this module and those in it.
    As(String),
    /// By this name, for others as well: a door.
    Door(String),
    /// Everything in it.
    All,
}

impl Module {
    /// Whether a path does no more than let others in: a `pub use` whose name is not used here.
    pub fn is_door(&self, taken: &Taken) -> bool {
        matches!(&taken.import, Import::Door(name) if !self.words.contains(name))
    }

    pub fn walk(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        let mut is_open = false;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(word) if word == "pub" => {
                    is_open = true;
                    at += 1 + usize::from(is_visibility(tokens.get(at + 1)));
                    continue;
                }
                // `use<'a>` is a bound, not an import.
                TokenTree::Ident(word) if word == "use" && !is_sign(tokens.get(at + 1), '<') => {
                    at = self.import(tokens, at + 1, &Vec::new(), is_open) + 1;
                }
                TokenTree::Ident(word) => {
                    self.words.insert(word.to_string());
                    if DEFINES.iter().any(|defines| word == defines) {
                        self.defined
                            .extend(tokens.get(at + 1).map(ToString::to_string));
                    }
                    at = self.path(tokens, at);
                }
                TokenTree::Group(group) => {
                    if is_attribute(tokens, at) {
                        self.quoted(group);
                    }
                    self.walk(&group.stream().into_iter().collect::<Vec<_>>());
                    at += 1;
                }
                _ => at += 1,
            }
            is_open = false;
        }
    }

    /// Takes the paths that an attribute has in quotation marks, as those of serde do.
    fn quoted(&mut self, group: &Group) {
        let is_comment = group.stream().into_iter().next();
        if is_comment.is_some_and(|word| is_word(&word, "doc")) {
            return;
        }
        for token in group.stream() {
            match token {
                TokenTree::Group(group) => self.quoted(&group),
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    let path: Option<TokenStream> = text.trim_matches('"').parse().ok();
                    let path: Vec<TokenTree> = path.into_iter().flatten().collect();
                    self.path(&path, 0);
                }
                _ => {}
            }
        }
    }

    /// Takes a path outside an import; the place after it.
    fn path(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let (written, line, next) = names(tokens, at);
        if written.len() > 1 {
            self.words.extend(written.iter().cloned());
            let import = Import::No;
            self.taken.push(Taken {
                written,
                line,
                import,
            });
        }
        next
    }

    /// Takes one branch of a `use`; the place of the comma or semicolon after it.
    fn import(&mut self, tokens: &[TokenTree], at: usize, before: &Names, is_open: bool) -> usize {
        let at = if is_pair_of_colons(tokens, at) {
            at + 2
        } else {
            at
        };
        let (found, line, mut at) = match tokens.get(at) {
            Some(TokenTree::Ident(_)) => names(tokens, at),
            _ => (Vec::new(), 0, at),
        };
        let mut written = before.clone();
        written.extend(found);
        if is_pair_of_colons(tokens, at) {
            at += 2;
        }
        let import = match tokens.get(at) {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let branches: Vec<TokenTree> = group.stream().into_iter().collect();
                let mut branch = 0;
                while branch < branches.len() {
                    branch = self.import(&branches, branch, &written, is_open) + 1;
                }
                return at + 1;
            }
            star if is_sign(star, '*') => {
                at += 1;
                Import::All
            }
            other => {
                if written.len() > 1 {
                    written.pop_if(|last| last == "self");
                }
                let mut name = written.last().cloned().unwrap_or_default();
                if matches!(other, Some(TokenTree::Ident(word)) if word == "as") {
                    name = tokens
                        .get(at + 1)
                        .map(ToString::to_string)
                        .unwrap_or_default();
                    at += 2;
                }
                self.imported.insert(name.clone(), written.clone());
                if is_open {
                    Import::Door(name)
                } else {
                    Import::As(name)
                }
            }
        };
        self.taken.push(Taken {
            written,
            line,
            import,
        });
        at
    }
}
