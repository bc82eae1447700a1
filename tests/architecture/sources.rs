//! The sources as they are written: every module, every path that it takes, and where each path leads.
//!
//! They are read as tokens: what stands inside a macro is seen too, and what stands in a comment is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::modules::Module;

/// The names that lead to a module or a thing in it, from the root of the crate.
pub type Names = Vec<String>;

/// Every module of the crate, by the names that lead to it.
pub struct Sources {
    pub modules: BTreeMap<Names, Module>,
    /// The crates that `Cargo.toml` names, and the standard ones.
    pub crates: BTreeSet<String>,
    /// The modules whose files are compiled for tests alone.
    test_files: BTreeSet<Names>,
}

/// Where a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Into this crate, by the names from its root.
    Here(Names),
    /// Into another crate.
    Crate(String),
    /// Nowhere out of the module: a type of its own, say.
    Local,
}

/// The folder of this repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Sources {
    /// Reads all of `src`.
    pub fn read() -> Self {
        let src = root().join("src");
        let text = |path: PathBuf| {
            let below = path.strip_prefix(&src).expect("a file of src");
            let file = below.to_string_lossy().replace('\\', "/");
            (file, fs::read_to_string(&path).expect("a source is text"))
        };
        let texts: Vec<(String, String)> = files(&src).into_iter().map(text).collect();
        assert!(texts.len() > 100, "hardly any source was found");
        Self::of(
            texts
                .iter()
                .map(|(file, text)| (file.as_str(), text.as_str())),
        )
    }

    /// Reads files: their names from `src` on, and their texts.
    pub fn of<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut sources = Self {
            modules: BTreeMap::new(),
            crates: crates(),
            test_files: BTreeSet::new(),
        };
        for (file, text) in texts {
            let tokens: TokenStream = match text.parse() {
                Ok(tokens) => tokens,
                Err(error) => panic!("{file}: {error}"),
            };
            let mut names: Names = file.split('/').map(str::to_owned).collect();
            let last = names.pop().expect("a file has a name");
            match last.trim_end_matches(".rs") {
                "mod" => {}
                "lib" if names.is_empty() => {}
                stem => names.push(stem.to_owned()),
            }
            sources.add(names, file, tokens.into_iter().collect(), false);
        }
        for (names, module) in &mut sources.modules {
            let above = (1..=names.len()).map(|depth| &names[..depth]);
            module.for_tests |= above
                .into_iter()
                .any(|above| sources.test_files.contains(above));
        }
        sources
    }

    fn add(&mut self, names: Names, file: &str, tokens: Vec<TokenTree>, for_tests: bool) {
        let mut module = Module {
            file: file.to_owned(),
            for_tests,
            ..Module::default()
        };
        let mut tokens = tokens.into_iter().peekable();
        let mut is_test = false;
        while let Some(token) = tokens.next() {
            match (&token, tokens.peek()) {
                (TokenTree::Punct(hash), Some(TokenTree::Group(group)))
                    if hash.as_char() == '#' =>
                {
                    is_test |= group.stream().to_string().replace(' ', "") == "cfg(test)";
                }
                (TokenTree::Ident(word), Some(TokenTree::Ident(name))) if word == "mod" => {
                    let mut inside = names.clone();
                    inside.push(name.to_string());
                    tokens.next();
                    if let Some(TokenTree::Group(body)) = tokens.next() {
                        let body = body.stream().into_iter().collect();
                        self.add(inside, file, body, for_tests || is_test);
                    } else if is_test {
                        self.test_files.insert(inside);
                    }
                    is_test = false;
                    continue;
                }
                (TokenTree::Group(_), _) => {}
                _ => is_test = false,
            }
            module.tokens.push(token);
        }
        let tokens = std::mem::take(&mut module.tokens);
        module.walk(&tokens);
        module.tokens = tokens;
        self.modules.insert(names, module);
    }

    /// Where a path leads that stands in a module.
    pub fn place(&self, module: &[String], written: &[String]) -> Place {
        self.place_within(module, written, 8)
    }

    fn place_within(&self, module: &[String], written: &[String], steps: usize) -> Place {
        let Some((first, rest)) = written.split_first() else {
            return Place::Local;
        };
        let mut here = match first.as_str() {
            "crate" | "assize" => Vec::new(),
            "self" => module.to_vec(),
            "super" => above(module),
            name => return self.relative(module, name, rest, steps),
        };
        for name in rest {
            match name.as_str() {
                "super" => here = above(&here),
                "self" => {}
                name => here.push(name.to_owned()),
            }
        }
        Place::Here(here)
    }

    fn relative(&self, module: &[String], name: &str, rest: &[String], steps: usize) -> Place {
        let mut child = module.to_vec();
        child.push(name.to_owned());
        if self.modules.contains_key(&child) {
            child.extend_from_slice(rest);
            return Place::Here(child);
        }
        let imported = self.modules.get(module).and_then(|m| m.imported.get(name));
        match imported {
            Some(written) if steps > 0 => {
                let mut written = written.clone();
                written.extend_from_slice(rest);
                self.place_within(module, &written, steps - 1)
            }
            _ if self.crates.contains(name) => Place::Crate(name.to_owned()),
            _ => Place::Local,
        }
    }
}

fn above(module: &[String]) -> Names {
    module
        .split_last()
        .map(|(_, above)| above.to_vec())
        .unwrap_or_default()
}

/// Every source file under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every crate that a source could name.
fn crates() -> BTreeSet<String> {
    let text =
        fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml stands at the root");
    let manifest: toml::Table = text.parse().expect("Cargo.toml is TOML");
    let standard = ["std", "core", "alloc"].map(str::to_owned);
    let mut crates = BTreeSet::from(standard);
    let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
    for name in dependencies.expect("there are dependencies").keys() {
        crates.insert(name.replace('-', "_"));
    }
    crates
}
