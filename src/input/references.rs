//! What the input names, so that every reference can be followed or its nearest namesake offered.

use std::collections::{BTreeSet, HashMap};

use super::called::{Called, Meaning};
use super::problems::words::{did_you_mean, list, nearest, quote};
use super::problems::{Place, Problems, codes};
use super::table_row::Record;
use crate::domain::{KindId, SiteId};
use crate::schema::Field;
use crate::schema::forms::{Refers, Thing};

/// Everything that a reference can lead to. `None` where its table could not be read: then nothing is said of references to it.
#[derive(Debug, Default)]
pub(super) struct References {
    pub(super) kinds: Option<Names>,
    pub(super) inspectorates: Option<Names>,
    pub(super) sites: Option<Names>,
    /// The kind of every site, as far as it is given.
    pub(super) kind_of: HashMap<SiteId, KindId>,
    /// The headers of `sites.csv`.
    pub(super) site_columns: BTreeSet<String>,
    pub(super) inspectors: Option<Names>,
    pub(super) indicators: Option<Names>,
}

/// Ids of one sort, and what people call them.
#[derive(Debug)]
pub(super) struct Names {
    thing: Thing,
    home: String,
    ids: HashMap<String, Place>,
    by_name: HashMap<String, String>,
    /// What may stand in place of an id: for sites only.
    called: Called,
}

impl Names {
    /// `thing` is what they stand for, and `home` where they are given.
    pub(super) fn new(thing: Thing, home: String) -> Self {
        Self {
            thing,
            home,
            ids: HashMap::new(),
            by_name: HashMap::new(),
            called: Called::default(),
        }
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// Every id, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(String::as_str)
    }

    /// Adds an id; where it was given before, or one like it, notes so. Whether it was added.
    pub(super) fn add(
        &mut self,
        id: &str,
        name: Option<&str>,
        place: Place,
        problems: &Problems,
    ) -> bool {
        if let Some(first) = self.ids.get(id) {
            problems.add_with(&codes::DUPLICATE, place, || {
                let (thing, id) = (self.thing.name(), quote(id));
                (
                    format!("The {thing} {id} is already given at {first}."),
                    "Delete one of the two, or change its id.".to_owned(),
                )
            });
            return false;
        }
        if self.thing == Thing::Site {
            self.add_also(id, id, place.clone(), problems);
            name.into_iter()
                .for_each(|name| self.called.add_name(name, id));
        } else if let Some(name) = name {
            self.by_name.insert(name.to_lowercase(), id.to_owned());
        }
        self.ids.insert(id.to_owned(), place);
        true
    }

    /// Has a site go by something else than its id as well; where another goes by it, or by something like it, notes so.
    pub(super) fn add_also(&mut self, text: &str, id: &str, place: Place, problems: &Problems) {
        let Err(other) = self.called.add(text, id) else {
            return;
        };
        let first = self.ids.get(other);
        let at = first.map_or_else(String::new, |first| format!(", at {first}"));
        let (text, own, other) = (quote(text), quote(id), quote(other));
        let fact = match text == own {
            true => format!("{own} is too like {other}{at}, to be the id of another site."),
            false => format!(
                "{text} cannot stand for the site {own}: it already stands for {other}{at}."
            ),
        };
        let remedy = "Change one of the two. Upper and lower case, and spaces at the ends or doubled, do not tell sites apart.";
        problems.add(&codes::DUPLICATE, place, fact, remedy);
    }

    /// The id that a text stands for; `None` where it stands for none, or could stand for several.
    pub(super) fn find(&self, text: &str) -> Option<&str> {
        if let Some((id, _)) = self.ids.get_key_value(text) {
            return Some(id);
        }
        match self.called.meaning(text) {
            Meaning::One(id) => Some(id),
            Meaning::Nothing | Meaning::AnyOf(_) => None,
        }
    }

    /// The id that a text stands for; where there is none, notes so with the nearest one.
    pub(super) fn resolve(
        &self,
        text: &str,
        place: impl FnOnce() -> Place,
        problems: &Problems,
    ) -> Option<&str> {
        let found = self.find(text);
        if found.is_none() {
            match self.called.meaning(text) {
                Meaning::AnyOf(ids) => self.note_ambiguous(text, &ids, place(), problems),
                Meaning::Nothing | Meaning::One(_) => {
                    problems.add_with(&codes::NO_SUCH_THING, place(), || {
                        let thing = self.thing.name();
                        (
                            format!("There is no {thing} {}.", quote(text)),
                            self.remedy(text),
                        )
                    });
                }
            }
        }
        found
    }

    fn note_ambiguous(&self, text: &str, ids: &[&str], place: Place, problems: &Problems) {
        problems.add_with(&codes::AMBIGUOUS, place, || {
            let each = ids.iter().map(|id| match self.ids.get(*id) {
                Some(place) => format!("{} ({place})", quote(id)),
                None => quote(id),
            });
            let each: Vec<String> = each.collect();
            ambiguous(text, &each)
        });
    }

    /// What to do about an id that is not known.
    pub(super) fn remedy(&self, id: &str) -> String {
        match self.by_name.get(&id.to_lowercase()) {
            Some(meant) => format!("Use the id, {}, not the name.", quote(meant)),
            None => did_you_mean(id, self.all(), || match nearest(id, self.called.all()) {
                Some(near) => format!("Did you mean {}?", quote(near)),
                None => format!("Correct it here, or add it to {}.", self.home),
            }),
        }
    }
}

/// That a text could be any of these sites: what is wrong, and what to do about it.
pub(super) fn ambiguous(text: &str, sites: &[String]) -> (String, String) {
    let fact = format!(
        "{} could be any of several sites: {}.",
        quote(text),
        list(sites, "or")
    );
    let remedy = "Write the id of the one that is meant.";
    (fact, remedy.to_owned())
}

impl References {
    /// What a cell leads to, by its id: `None` where it is blank, or leads nowhere, which is noted.
    pub(super) fn follow<'a>(
        &'a self,
        record: Record<'a>,
        column: &Field<Refers>,
    ) -> Option<&'a str> {
        let text = record.required(column)?;
        let Refers(thing) = column.form();
        match self.names(thing) {
            Some(names) => names.resolve(text, || record.place(column), record.problems),
            None => Some(text),
        }
    }

    /// The site that a text stands for, by its id: `None` where it stands for none, which is noted.
    pub(super) fn site<'a>(
        &'a self,
        text: &'a str,
        place: impl FnOnce() -> Place,
        problems: &Problems,
    ) -> Option<&'a str> {
        match &self.sites {
            Some(names) => names.resolve(text, place, problems),
            None => Some(text),
        }
    }

    /// The same, where what is wrong is noted elsewhere.
    pub(super) fn find_site<'a>(&'a self, text: &'a str) -> Option<&'a str> {
        match &self.sites {
            Some(names) => names.find(text),
            None => Some(text),
        }
    }

    /// The same, as an id of its sort.
    pub(super) fn id<Id: for<'a> From<&'a str>>(
        &self,
        record: Record,
        column: &Field<Refers>,
    ) -> Option<Id> {
        self.follow(record, column).map(Id::from)
    }

    fn names(&self, thing: Thing) -> Option<&Names> {
        match thing {
            Thing::Site => self.sites.as_ref(),
            Thing::Inspector => self.inspectors.as_ref(),
            Thing::Inspectorate => self.inspectorates.as_ref(),
            Thing::Kind => self.kinds.as_ref(),
            Thing::Indicator => self.indicators.as_ref(),
            // They depend on more than the name: who reads them follows them.
            Thing::Activity | Thing::Milestone | Thing::SiteColumn => None,
        }
    }
}
