//! What sites are called: by their ids, by other names and codes, and by their names, upper and lower case and spaces aside.

use std::collections::{BTreeSet, HashMap};

use crate::domain::Site;

/// The sites by what they are called.
#[derive(Debug, Default)]
pub(super) struct Called {
    /// Ids, and what stands in `also`: each for one site.
    own: HashMap<String, (String, String)>,
    /// Names, which two sites may share: as written first, and for whom.
    names: HashMap<String, (String, BTreeSet<String>)>,
}

/// The site that a text stands for, by its id.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning<'a> {
    /// None.
    Nothing,
    /// This one.
    One(&'a str),
    /// Any of these, so none of them.
    AnyOf(Vec<&'a str>),
}

impl Called {
    /// What these sites are called.
    pub(super) fn of(sites: &[Site]) -> Self {
        let mut called = Self::default();
        for site in sites {
            let id = site.id.as_str();
            // Two of them that are called alike have been noted where they were read.
            for own in std::iter::once(id).chain(site.also.iter().map(String::as_str)) {
                let _noted = called.add(own, id);
            }
            called.add_name(&site.name, id);
        }
        called
    }

    /// Has a site go by its id, or by another name or code of its own.
    ///
    /// # Errors
    /// The other site that goes by it already.
    pub(super) fn add(&mut self, text: &str, id: &str) -> Result<(), &str> {
        let entry = self.own.entry(folded(text));
        let (_, goes) = entry.or_insert_with(|| (text.to_owned(), id.to_owned()));
        match goes == id {
            true => Ok(()),
            false => Err(goes),
        }
    }

    /// Has a site go by its name.
    pub(super) fn add_name(&mut self, name: &str, id: &str) {
        let entry = self.names.entry(folded(name));
        let (_, sites) = entry.or_insert_with(|| (name.to_owned(), BTreeSet::new()));
        sites.insert(id.to_owned());
    }

    /// The site that a text stands for: an id or what stands in `also` first, then a name.
    pub(super) fn meaning(&self, text: &str) -> Meaning<'_> {
        let text = folded(text);
        if let Some((_, id)) = self.own.get(&text) {
            return Meaning::One(id);
        }
        let named = self.names.get(&text).into_iter();
        let all: Vec<&str> = named
            .flat_map(|(_, sites)| sites)
            .map(String::as_str)
            .collect();
        match all.as_slice() {
            [] => Meaning::Nothing,
            [only] => Meaning::One(only),
            _ => Meaning::AnyOf(all),
        }
    }

    /// Every name and code that stands for one site, as it is written, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        let names = self.names.values().filter(|(_, sites)| sites.len() == 1);
        let own = self.own.values().map(|(text, _)| text.as_str());
        own.chain(names.map(|(name, _)| name.as_str()))
    }
}

/// A text as far as it counts.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_do_not_count() {
        let mut called = Called::default();
        called.add("kent", "kent").expect("the first");
        called.add("E23 000 032", "kent").expect("its own");
        called.add_name("Kent Police", "kent");
        for text in ["kent", "KENT ", "e23  000 032", " kent  police"] {
            assert_eq!(called.meaning(text), Meaning::One("kent"), "{text}");
        }
        assert_eq!(called.meaning("kentpolice"), Meaning::Nothing);
        assert_eq!(called.add("Kent", "other"), Err("kent"));
    }

    #[test]
    fn a_name_that_two_sites_share_stands_for_neither() {
        let mut called = Called::default();
        for id in ["force", "unit"] {
            called.add(id, id).expect("another");
            called.add_name("Kent", id);
        }
        assert_eq!(
            called.meaning("kent"),
            Meaning::AnyOf(vec!["force", "unit"])
        );
        assert!(!called.all().any(|text| text == "Kent"));
        // An id or a code stands for its own site, whatever others are called.
        called.add("KENT", "force").expect("its own");
        assert_eq!(called.meaning("Kent"), Meaning::One("force"));
    }
}
