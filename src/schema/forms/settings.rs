//! Forms that only settings have.

use super::{Form, Readable, Words};
use crate::schema::SectionSpec;
use crate::schema::misfit::Misfit;

/// `true` or `false`.
#[derive(Debug, Clone, Copy)]
pub struct Truth;

impl Form for Truth {
    fn in_words(&self) -> String {
        "true or false".to_owned()
    }
}

impl Readable for Truth {
    type Value = bool;

    fn read(&self, text: &str) -> Result<bool, Vec<Misfit>> {
        WORDS.read(text)
    }

    fn write(&self, value: &bool) -> String {
        WORDS.write(value)
    }
}

const WORDS: Words<bool> = Words(&[("true", true), ("false", false)]);

/// A text, or a whole number taken as it is written.
#[derive(Debug, Clone, Copy)]
pub struct TextOrNumber;

impl Form for TextOrNumber {
    fn in_words(&self) -> String {
        "text, or a whole number".to_owned()
    }
}

/// The joint pairs of a visit, each of two inspectorates.
#[derive(Debug, Clone, Copy)]
pub struct PairsOf;

impl Form for PairsOf {
    fn in_words(&self) -> String {
        "a list of pairs of inspectorates".to_owned()
    }
}

/// Keys of its own.
#[derive(Debug, Clone, Copy)]
pub struct Keys(
    /// The keys.
    pub &'static SectionSpec,
);

impl Form for Keys {
    fn in_words(&self) -> String {
        let keys: Vec<&str> = self.0.keys.iter().map(|key| key.name()).collect();
        format!("keys of its own: {}", keys.join(" and "))
    }

    fn section_within(&self) -> Option<&'static SectionSpec> {
        Some(self.0)
    }
}
