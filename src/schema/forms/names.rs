//! Texts, names and ids, and what refers to them.

use std::collections::BTreeSet;

use super::{BETWEEN, Form, Readable, parts};
use crate::domain::{breaks_line, shows_nothing};
use crate::schema::misfit::{Misfit, NameFault, Why};

/// Any text.
#[derive(Debug, Clone, Copy)]
pub struct Text;

impl Form for Text {
    fn in_words(&self) -> String {
        "text".to_owned()
    }
}

impl Readable for Text {
    type Value = String;

    fn read(&self, text: &str) -> Result<String, Vec<Misfit>> {
        Ok(text.to_owned())
    }

    fn write(&self, value: &String) -> String {
        value.clone()
    }
}

/// Texts with `;` between, in no order.
#[derive(Debug, Clone, Copy)]
pub struct List;

impl Form for List {
    fn in_words(&self) -> String {
        "text; several with ; between".to_owned()
    }
}

impl Readable for List {
    type Value = BTreeSet<String>;

    fn read(&self, text: &str) -> Result<Self::Value, Vec<Misfit>> {
        Ok(parts(text).map(str::to_owned).collect())
    }

    fn write(&self, value: &Self::Value) -> String {
        let parts: Vec<&str> = value.iter().map(String::as_str).collect();
        parts.join(BETWEEN)
    }
}

/// The longest id or name that others refer to, in characters.
pub const LONGEST_NAME: usize = 100;

/// An id that the row gives: short, on one line and without `;`, which stands between ids.
#[derive(Debug, Clone, Copy)]
pub struct NewId;

/// A name that other rows refer to: short, on one line and without `;`, as an id.
#[derive(Debug, Clone, Copy)]
pub struct NewName;

impl Form for NewId {
    fn in_words(&self) -> String {
        "a new id".to_owned()
    }

    fn is_new_name(&self) -> bool {
        true
    }
}

impl Form for NewName {
    fn in_words(&self) -> String {
        "a new name".to_owned()
    }

    fn is_new_name(&self) -> bool {
        true
    }
}

impl Readable for NewId {
    type Value = String;

    fn read(&self, text: &str) -> Result<String, Vec<Misfit>> {
        new_name(text, "id")
    }

    fn write(&self, value: &String) -> String {
        value.clone()
    }
}

impl Readable for NewName {
    type Value = String;

    fn read(&self, text: &str) -> Result<String, Vec<Misfit>> {
        new_name(text, "name")
    }

    fn write(&self, value: &String) -> String {
        value.clone()
    }
}

/// Two names that differ in one of these alone look the same.
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];

fn new_name(text: &str, sort: &'static str) -> Result<String, Vec<Misfit>> {
    let fault = if text.chars().count() > LONGEST_NAME {
        NameFault::TooLong(LONGEST_NAME)
    } else if text.contains(BETWEEN) {
        NameFault::Semicolon
    } else if text.contains(|c: char| c.is_control() || breaks_line(c)) {
        NameFault::NotOneLine
    } else if text.contains(|c| shows_nothing(c) || JOINERS.contains(&c)) {
        NameFault::ShowsNothing
    } else {
        return Ok(text.to_owned());
    };
    Err(Misfit::one(text, Why::NoName { sort, fault }))
}

/// What an id or a name can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A site, by its id, its name, or a name or code in `also`.
    Site,
    /// An inspector, by their id.
    Inspector,
    /// An inspectorate that takes part, by its name.
    Inspectorate,
    /// A kind of site, by its name in the settings.
    Kind,
    /// An indicator, by its id.
    Indicator,
    /// An activity of the same kind, by its name.
    Activity,
    /// A milestone, by its id.
    Milestone,
    /// A column of the sites, by its header.
    SiteColumn,
}

impl Thing {
    /// What one of them is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Inspector => "inspector",
            Self::Inspectorate => "inspectorate",
            Self::Kind => "kind",
            Self::Indicator => "indicator",
            Self::Activity => "activity",
            Self::Milestone => "milestone",
            Self::SiteColumn => "column of sites",
        }
    }
}

/// The id or name of a thing that there must be.
#[derive(Debug, Clone, Copy)]
pub struct Refers(
    /// What it leads to.
    pub Thing,
);

impl Form for Refers {
    fn in_words(&self) -> String {
        match self.0 {
            Thing::Site => "the id or a name of a site",
            Thing::Inspector => "the id of an inspector",
            Thing::Inspectorate => "an inspectorate that takes part",
            Thing::Kind => "a kind of site in inspection.toml",
            Thing::Indicator => "the id of an indicator",
            Thing::Activity => "the name of an activity of the same kind of site",
            Thing::Milestone => "the id of a milestone",
            Thing::SiteColumn => "a column of sites.csv",
        }
        .to_owned()
    }
}

impl Readable for Refers {
    type Value = String;

    fn read(&self, text: &str) -> Result<String, Vec<Misfit>> {
        Ok(text.to_owned())
    }

    fn write(&self, value: &String) -> String {
        value.clone()
    }
}
