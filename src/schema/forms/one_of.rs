//! One of a few words.

use super::{Form, Readable};
use crate::schema::misfit::{Misfit, Why};

/// One of a few words, in whatever case, and what each means. Two may mean the same: the first of them is written.
#[derive(Debug, Clone, Copy)]
pub struct Words<T: 'static>(
    /// The words.
    pub &'static [(&'static str, T)],
);

impl<T: Copy + PartialEq> Words<T> {
    /// One word for each meaning, in order.
    pub fn meanings(&self) -> Vec<&'static str> {
        let is_first = |place: usize, meaning: &T| {
            let mut before = self.0.iter().take(place);
            !before.any(|(_, other)| other == meaning)
        };
        let words = self.0.iter().enumerate();
        words
            .filter(|(place, (_, meaning))| is_first(*place, meaning))
            .map(|(_, (word, _))| *word)
            .collect()
    }

    /// The word for a meaning; blank where there is none.
    pub fn word(&self, meaning: T) -> &'static str {
        let found = self.0.iter().find(|(_, other)| *other == meaning);
        found.map_or("", |(word, _)| *word)
    }
}

impl<T: Copy + PartialEq + Sync + std::fmt::Debug> Form for Words<T> {
    fn in_words(&self) -> String {
        let words = self.meanings();
        match words.as_slice() {
            [first @ .., last] if !first.is_empty() => {
                format!("{} or {last}", first.join(", "))
            }
            _ => words.concat(),
        }
    }
}

impl<T: Copy + PartialEq + Sync + std::fmt::Debug> Readable for Words<T> {
    type Value = T;

    fn read(&self, text: &str) -> Result<T, Vec<Misfit>> {
        let mut words = self.0.iter();
        let found = words.find(|(word, _)| word.eq_ignore_ascii_case(text));
        found.map(|(_, meaning)| *meaning).ok_or_else(|| {
            let words = self.0.iter().map(|(word, _)| *word).collect();
            let meanings = self.meanings();
            Misfit::one(text, Why::NotAmong { words, meanings })
        })
    }

    fn write(&self, value: &T) -> String {
        self.word(*value).to_owned()
    }
}
