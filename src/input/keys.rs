//! One section of the settings, and its keys as what they should be. Keys that nobody asked for are not known.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::domain::TimeOfDay;
use crate::input::document::{Node, Value};
use crate::input::problems::codes::{self, Code};
use crate::input::problems::words::{did_you_mean, list, quote};
use crate::input::problems::{Place, Problems};
use crate::input::values::{
    as_choice, as_date, as_list, as_text, as_time, as_whole, in_range, wrong_type,
};

/// A section being read. Every method notes what is wrong with a value and then returns `None`.
pub(super) struct Section<'a> {
    node: Option<&'a Node>,
    name: String,
    place: Place,
    problems: &'a Problems,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Section<'a> {
    /// The settings as a whole.
    pub(super) fn root(node: &'a Node, problems: &'a Problems) -> Self {
        Self::new(Some(node), String::new(), node.place.clone(), problems)
    }

    fn new(node: Option<&'a Node>, name: String, place: Place, problems: &'a Problems) -> Self {
        let asked = RefCell::default();
        Self {
            node,
            name,
            place,
            problems,
            asked,
        }
    }

    /// A table that is an item of a list, or found under a name of the user's own choice.
    pub(super) fn of(node: &'a Node, name: &str, problems: &'a Problems) -> Option<Self> {
        match &node.value {
            Value::Table(_) => Some(Self::new(
                Some(node),
                name.to_owned(),
                node.place.clone(),
                problems,
            )),
            _ => {
                wrong_type(node, "a section with keys of its own", problems);
                None
            }
        }
    }

    /// Where the section stands.
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// Whether the section is there.
    pub(super) fn exists(&self) -> bool {
        self.node.is_some()
    }

    /// Notes a problem with a key, or with the section where the key is not given.
    pub(super) fn note(
        &self,
        code: &'static Code,
        key: &str,
        fact: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let place = self
            .node
            .and_then(|node| node.get(key))
            .map_or(&self.place, |node| &node.place);
        self.problems.add(code, place.clone(), fact, remedy);
    }

    /// The keys and values of a section whose keys are the user's own.
    pub(super) fn entries(&self) -> &'a [(String, Node)] {
        self.node.map(Node::entries).unwrap_or_default()
    }

    /// What a key holds, if it is given.
    pub(super) fn get(&self, key: &'static str) -> Option<&'a Node> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        self.node?.get(key)
    }

    /// What a key holds; notes it if it is not given.
    pub(super) fn required(&self, key: &'static str, example: &str) -> Option<&'a Node> {
        let found = self.get(key);
        // A section that is not there at all has been noted already.
        if found.is_none() && self.node.is_some() {
            let fact = match self.name.is_empty() {
                true => format!("The section [{key}] is missing."),
                false => format!("The key {key} is missing from {}.", self.name),
            };
            let remedy = format!("Add it, for example: {example}");
            self.problems
                .add(&codes::MISSING_KEY, self.place.clone(), fact, remedy);
        }
        found
    }

    /// A section within this one; empty, and noted, where it is not there.
    pub(super) fn required_section(&self, key: &'static str, example: &str) -> Section<'a> {
        let node = self.required(key, example);
        self.section_of(key, node)
    }

    /// A section within this one; empty where it is not there.
    pub(super) fn section(&self, key: &'static str) -> Section<'a> {
        let node = self.get(key);
        self.section_of(key, node)
    }

    fn section_of(&self, key: &str, node: Option<&'a Node>) -> Section<'a> {
        let name = match self.name.is_empty() {
            true => format!("[{key}]"),
            false => format!("{key} of {}", self.name),
        };
        node.and_then(|node| Section::of(node, &name, self.problems))
            .unwrap_or_else(|| Section::new(None, name, self.place.clone(), self.problems))
    }

    /// A text.
    pub(super) fn text(&self, key: &'static str) -> Option<(&'a str, &'a Node)> {
        let node = self.get(key)?;
        Some((as_text(node, self.problems)?, node))
    }

    /// A text that must be given.
    pub(super) fn required_text(
        &self,
        key: &'static str,
        example: &str,
    ) -> Option<(&'a str, &'a Node)> {
        let node = self.required(key, example)?;
        Some((as_text(node, self.problems)?, node))
    }

    /// A list of texts; empty where the key is not given.
    pub(super) fn texts(&self, key: &'static str) -> Vec<(&'a str, &'a Node)> {
        let expected = "a list of texts, such as [\"north\", \"south\"]";
        self.items(key, expected)
            .iter()
            .filter_map(|item| Some((as_text(item, self.problems)?, item)))
            .collect()
    }

    /// A list of sections, such as `[[quotas]]`.
    pub(super) fn sections(&self, key: &'static str) -> Vec<Section<'a>> {
        let name = format!("[[{key}]]");
        let items = self.items(key, &format!("written as {name}"));
        items
            .iter()
            .filter_map(|item| Section::of(item, &name, self.problems))
            .collect()
    }

    fn items(&self, key: &'static str, expected: &str) -> &'a [Node] {
        let node = self.get(key);
        node.and_then(|node| as_list(node, expected, self.problems))
            .unwrap_or_default()
    }

    /// A whole number in a range.
    pub(super) fn whole(&self, key: &'static str, range: RangeInclusive<u32>) -> Option<u32> {
        as_whole(self.get(key)?, range, self.problems)
    }

    /// A whole number that must be given.
    pub(super) fn required_whole(
        &self,
        key: &'static str,
        range: RangeInclusive<u32>,
        example: &str,
    ) -> Option<u32> {
        as_whole(self.required(key, example)?, range, self.problems)
    }

    /// A number in a range.
    pub(super) fn number(&self, key: &'static str, range: RangeInclusive<f64>) -> Option<f64> {
        let (number, node) = self.any_number(key)?;
        in_range(number, &range, node, self.problems).then_some(number)
    }

    /// A number in no particular range: it may even be infinite, or no number at all.
    pub(super) fn any_number(&self, key: &'static str) -> Option<(f64, &'a Node)> {
        let node = self.get(key)?;
        match node.value {
            Value::Whole(whole) => Some((whole as f64, node)),
            Value::Number(number) => Some((number, node)),
            _ => {
                wrong_type(node, "a number", self.problems);
                None
            }
        }
    }

    /// `true` or `false`.
    pub(super) fn truth(&self, key: &'static str) -> Option<bool> {
        let node = self.get(key)?;
        match node.value {
            Value::Truth(truth) => Some(truth),
            _ => {
                wrong_type(
                    node,
                    "true or false, without quotation marks",
                    self.problems,
                );
                None
            }
        }
    }

    /// A date.
    pub(super) fn date(&self, key: &'static str) -> Option<NaiveDate> {
        as_date(self.get(key)?, self.problems)
    }

    /// A date that must be given.
    pub(super) fn required_date(&self, key: &'static str, example: &str) -> Option<NaiveDate> {
        as_date(self.required(key, example)?, self.problems)
    }

    /// A time of day, such as `"09:30"`.
    pub(super) fn time(&self, key: &'static str) -> Option<TimeOfDay> {
        as_time(self.get(key)?, self.problems)
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy + PartialEq>(
        &self,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let (text, node) = self.text(key)?;
        as_choice(text, node, choices, self.problems)
    }

    /// Notes every key that nobody asked for.
    pub(super) fn finish(&self) {
        let asked = self.asked.borrow();
        for (key, node) in self.entries() {
            if !asked.contains(&key.as_str()) {
                self.problems
                    .add_with(&codes::UNKNOWN_KEY, node.place.clone(), || {
                        let remedy = did_you_mean(key, asked.iter().copied(), || {
                            format!("Delete it. Known here: {}.", list(&asked, "and"))
                        });
                        let fact = match self.name.is_empty() {
                            true => format!("There is no section or key {}.", quote(key)),
                            false => format!("{} has no key {}.", capital(&self.name), quote(key)),
                        };
                        (fact, remedy)
                    });
            }
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
