//! One section of the settings, and its keys as what they should be.

use super::tree::{Node, Value};
use super::values::{FromSettings, LIST_OF_TEXTS, as_list, as_text, wrong_type};
use crate::input::problems::codes::{self, Code};
use crate::input::problems::words::{did_you_mean, list, quote};
use crate::input::problems::{Place, Problems};
use crate::schema::forms::{Keys, Or};
use crate::schema::{AnyField, Field, SectionSpec, settings};
use crate::words::capital;

/// A section being read. What is wrong with a value is noted where the value is read.
pub(super) struct Section<'a> {
    node: Option<&'a Node>,
    /// What messages call it; blank for the settings as a whole.
    name: String,
    place: Place,
    /// The sections or keys that it may have.
    known: Vec<&'static str>,
    problems: &'a Problems,
}

impl<'a> Section<'a> {
    /// The settings as a whole.
    pub(super) fn root(node: &'a Node, problems: &'a Problems) -> Self {
        Self {
            node: Some(node),
            name: String::new(),
            place: node.place.clone(),
            known: settings::ALL.iter().map(|section| section.name).collect(),
            problems,
        }
    }

    /// A table that is an item of a list, or found under a name of the user's own choice.
    pub(super) fn of(
        node: &'a Node,
        name: &str,
        spec: &SectionSpec,
        problems: &'a Problems,
    ) -> Option<Self> {
        if !matches!(node.value, Value::Table(_)) {
            wrong_type(node, "a section with keys of its own", problems);
            return None;
        }
        Some(Self {
            node: Some(node),
            name: name.to_owned(),
            place: node.place.clone(),
            known: spec.keys.iter().map(|key| key.name()).collect(),
            problems,
        })
    }

    /// Where the section stands.
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// Where problems are noted.
    pub(super) fn problems(&self) -> &'a Problems {
        self.problems
    }

    /// Whether the section is there.
    pub(super) fn exists(&self) -> bool {
        self.node.is_some()
    }

    /// Notes a problem with the section.
    pub(super) fn note(&self, code: &'static Code, fact: impl Into<String>, remedy: &str) {
        self.problems.add(code, self.place.clone(), fact, remedy);
    }

    /// Notes a problem with a key, or with the section where the key is not given.
    pub(super) fn note_at(
        &self,
        key: &dyn AnyField,
        code: &'static Code,
        fact: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let node = self.get(key);
        let place = node.map_or(&self.place, |node| &node.place);
        self.problems.add(code, place.clone(), fact, remedy);
    }

    /// Where the last of the keys that a scenario takes away is named; the section, where it takes none.
    pub(super) fn emptied_at(&self) -> &Place {
        let removed = self.node.and_then(|node| node.removed.last());
        removed.map_or(&self.place, |(_, place)| place)
    }

    /// The keys and values of a section whose keys are the user's own.
    pub(super) fn entries(&self) -> &'a [(String, Node)] {
        self.node.map(Node::entries).unwrap_or_default()
    }

    /// What a key holds, if it is given.
    pub(super) fn get(&self, key: &dyn AnyField) -> Option<&'a Node> {
        self.node?.get(key.name())
    }

    /// What a key holds; notes it if it must be given and is not.
    pub(super) fn node(&self, key: &dyn AnyField) -> Option<&'a Node> {
        let found = self.get(key);
        // A section that is not there at all has been noted already.
        if found.is_none() && self.node.is_some() && key.is_required() {
            let fact = format!("The key {} is missing from {}.", key.name(), self.name);
            self.note_missing(key.name(), fact, key.example());
        }
        found
    }

    /// One of the sections; empty where it is not there, which is noted if there must be one.
    pub(super) fn section(&self, spec: &SectionSpec) -> Section<'a> {
        let node = self.node.and_then(|node| node.get(spec.name));
        if node.is_none() && spec.is_required() {
            let fact = format!("The section [{}] is missing.", spec.name);
            self.note_missing(spec.name, fact, spec.example);
        }
        self.within(node, format!("[{}]", spec.name), spec)
    }

    /// Notes that a key or section is missing: where it should stand, or where a scenario takes it away.
    fn note_missing(&self, key: &str, fact: String, example: &str) {
        let remedy = match self.removed_at(key) {
            Some(_) => format!("Take it out of remove, or give it anew below: {example}"),
            None => format!("Add it, for example: {example}"),
        };
        let place = self.removed_at(key).unwrap_or(&self.place).clone();
        self.problems.add(&codes::MISSING_KEY, place, fact, remedy);
    }

    /// Where a scenario says that one of the keys is taken away, if one does.
    pub(super) fn removed_at(&self, key: &str) -> Option<&'a Place> {
        self.node?.removed_at(key)
    }

    /// The keys within one of the keys; empty where it is not there.
    pub(super) fn keys_of(&self, key: &Field<Keys>) -> Section<'a> {
        let name = format!("{} of {}", key.name(), self.name);
        let Keys(spec) = key.form();
        self.within(self.node(key), name, spec)
    }

    fn within(&self, node: Option<&'a Node>, name: String, spec: &SectionSpec) -> Section<'a> {
        let found = node.and_then(|node| Self::of(node, &name, spec, self.problems));
        found.unwrap_or_else(|| Section {
            node: None,
            name,
            place: self.place.clone(),
            known: Vec::new(),
            problems: self.problems,
        })
    }

    /// A list of sections, such as `[[quotas]]`.
    pub(super) fn sections(&self, spec: &SectionSpec) -> Vec<Section<'a>> {
        let name = format!("[[{}]]", spec.name);
        let node = self.node.and_then(|node| node.get(spec.name));
        let items =
            node.and_then(|node| as_list(node, &format!("written as {name}"), self.problems));
        items
            .unwrap_or_default()
            .iter()
            .filter_map(|item| Section::of(item, &name, spec, self.problems))
            .collect()
    }

    /// What a key says; `None` where it is not given or wrong.
    pub(super) fn read<F: FromSettings>(&self, key: &Field<F>) -> Option<F::Value> {
        key.form().read_node(self.node(key)?, self.problems)
    }

    /// What a key says, or what holds where it is not given or wrong.
    pub(super) fn or_default<F: FromSettings>(&self, key: &Field<Or<F>>) -> F::Value {
        self.read(key).unwrap_or_else(|| key.default())
    }

    /// What a key says, or what holds where it is not given; `None` where it is wrong: then nothing follows from it.
    pub(super) fn unless_wrong<F: FromSettings>(&self, key: &Field<Or<F>>) -> Option<F::Value> {
        match self.get(key) {
            Some(_) => self.read(key),
            None => Some(key.default()),
        }
    }

    /// A text, and where it stands.
    pub(super) fn text(&self, key: &dyn AnyField) -> Option<(&'a str, &'a Node)> {
        let node = self.node(key)?;
        Some((as_text(node, self.problems)?, node))
    }

    /// A list of texts, each with where it stands; empty where the key is not given.
    pub(super) fn texts(&self, key: &dyn AnyField) -> Vec<(&'a str, &'a Node)> {
        let items = self
            .get(key)
            .and_then(|node| as_list(node, LIST_OF_TEXTS, self.problems));
        items
            .unwrap_or_default()
            .iter()
            .filter_map(|item| Some((as_text(item, self.problems)?, item)))
            .collect()
    }

    /// Notes every key that is not known.
    pub(super) fn finish(&self) {
        for (key, node) in self.entries() {
            if !self.known.contains(&key.as_str()) {
                let place = node.place.clone();
                let words = || unknown_key(key, &self.name, &self.known);
                self.problems.add_with(&codes::UNKNOWN_KEY, place, words);
            }
        }
    }
}

/// That a section of this name has no such key, and which may be meant. The settings as a whole have no name.
pub(super) fn unknown_key(key: &str, within: &str, known: &[&str]) -> (String, String) {
    let fact = match within.is_empty() {
        true => format!("There is no section or key {}.", quote(key)),
        false => format!("{} has no key {}.", capital(within), quote(key)),
    };
    let remedy = did_you_mean(key, known.iter().copied(), || match known {
        [] => "Delete it.".to_owned(),
        _ => format!("Delete it. Known here: {}.", list(known, "and")),
    });
    (fact, remedy)
}
