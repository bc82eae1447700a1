//! What the input names, so that every reference can be followed or its nearest namesake offered.

use std::collections::{BTreeSet, HashMap};

use super::problems::words::{did_you_mean, quote};
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
}

impl Names {
    /// `thing` is what they stand for, and `home` where they are given.
    pub(super) fn new(thing: Thing, home: String) -> Self {
        Self {
            thing,
            home,
            ids: HashMap::new(),
            by_name: HashMap::new(),
        }
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// Every id, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(String::as_str)
    }

    /// Adds an id; where it was given before, notes so.
    pub(super) fn add(&mut self, id: &str, name: Option<&str>, place: Place, problems: &Problems) {
        if let Some(first) = self.ids.get(id) {
            problems.add_with(&codes::DUPLICATE, place, || {
                let (thing, id) = (self.thing.name(), quote(id));
                (
                    format!("The {thing} {id} is already given at {first}."),
                    "Delete one of the two, or change its id.".to_owned(),
                )
            });
            return;
        }
        if let Some(name) = name {
            self.by_name.insert(name.to_lowercase(), id.to_owned());
        }
        self.ids.insert(id.to_owned(), place);
    }

    /// Whether there is such an id; if not, notes so with the nearest one.
    pub(super) fn check(
        &self,
        id: &str,
        place: impl FnOnce() -> Place,
        problems: &Problems,
    ) -> bool {
        if self.has(id) {
            return true;
        }
        problems.add_with(&codes::NO_SUCH_THING, place(), || {
            let thing = self.thing.name();
            (
                format!("There is no {thing} {}.", quote(id)),
                self.remedy(id),
            )
        });
        false
    }

    /// What to do about an id that is not known.
    pub(super) fn remedy(&self, id: &str) -> String {
        match self.by_name.get(&id.to_lowercase()) {
            Some(meant) => format!("Use the id, {}, not the name.", quote(meant)),
            None => did_you_mean(id, self.all(), || {
                format!("Correct it here, or add it to {}.", self.home)
            }),
        }
    }
}

impl References {
    /// What a cell leads to: `None` where it is blank, or leads nowhere, which is noted.
    pub(super) fn follow<'a>(&self, record: Record<'a>, column: &Field<Refers>) -> Option<&'a str> {
        let id = record.required(column)?;
        let Refers(thing) = column.form();
        let names = self.names(thing);
        let place = || record.place(column);
        let is_known = names.is_none_or(|names| names.check(id, place, record.problems));
        is_known.then_some(id)
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
