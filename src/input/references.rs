//! What the input names, so that every reference can be followed or its nearest namesake offered.

use std::collections::{BTreeSet, HashMap};

use crate::domain::{InspectorId, InspectorateId, KindId, SiteId};
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Place, Problems, codes};
use crate::input::record::Record;

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
    thing: &'static str,
    home: String,
    ids: HashMap<String, Place>,
    by_name: HashMap<String, String>,
}

impl Names {
    /// `thing` is what one of them is called, and `home` where they are given.
    pub(super) fn new(thing: &'static str, home: String) -> Self {
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
                let fact = format!(
                    "The {} {} is already given at {first}.",
                    self.thing,
                    quote(id)
                );
                (fact, "Delete one of the two, or change its id.".to_owned())
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
            (
                format!("There is no {} {}.", self.thing, quote(id)),
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
    /// The site that a cell names.
    pub(super) fn site(&self, record: Record, column: &str) -> Option<SiteId> {
        reference(self.sites.as_ref(), record, column).map(SiteId::from)
    }

    /// The inspector that a cell names.
    pub(super) fn inspector(&self, record: Record, column: &str) -> Option<InspectorId> {
        reference(self.inspectors.as_ref(), record, column).map(InspectorId::from)
    }

    /// The inspectorate that a cell names.
    pub(super) fn inspectorate(&self, record: Record, column: &str) -> Option<InspectorateId> {
        reference(self.inspectorates.as_ref(), record, column).map(InspectorateId::from)
    }

    /// The kind that a cell names.
    pub(super) fn kind(&self, record: Record, column: &str) -> Option<KindId> {
        reference(self.kinds.as_ref(), record, column).map(KindId::from)
    }

    /// The indicator that a cell names.
    pub(super) fn indicator<'a>(&self, record: Record<'a>, column: &str) -> Option<&'a str> {
        reference(self.indicators.as_ref(), record, column)
    }
}

fn reference<'a>(names: Option<&Names>, record: Record<'a>, column: &str) -> Option<&'a str> {
    let id = record.required(column)?;
    let known = names.is_none_or(|names| names.check(id, || record.place(column), record.problems));
    known.then_some(id)
}
