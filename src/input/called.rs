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

    /// The site that a text stands for. One that is not the id of a site to the letter stands for it only if it could stand for no other.
    pub(super) fn meaning(&self, text: &str) -> Meaning<'_> {
        let text = folded(text);
        let own = self.own.get(&text).map(|(_, id)| id.as_str());
        let named = self.names.get(&text);
        let named = named.into_iter().flat_map(|(_, sites)| sites);
        let all: BTreeSet<&str> = own.into_iter().chain(named.map(String::as_str)).collect();
        let all: Vec<&str> = all.into_iter().collect();
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
    fn what_could_be_two_sites_is_neither() {
        let mut called = Called::default();
        called.add("kent", "kent").expect("the first");
        called.add("pdu-kent", "pdu-kent").expect("another");
        called.add_name("Kent", "pdu-kent");
        let both = || Meaning::AnyOf(vec!["kent", "pdu-kent"]);
        assert_eq!(called.meaning("Kent"), both());
        called.add_name("Kent", "kent");
        assert_eq!(called.meaning("Kent"), both());
        assert_eq!(called.meaning("PDU-Kent"), Meaning::One("pdu-kent"));
        assert!(!called.all().any(|text| text == "Kent"));
    }
}
