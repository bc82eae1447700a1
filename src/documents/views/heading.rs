//! What stands on every document: which inspection it is of, with which scenario, whether it is a draft, and how it must be handled.

use std::fmt;

use crate::domain::{Inspection, InspectorateId};

/// What stands for the scenario where the settings stand as they are.
pub const NO_SCENARIO: &str = "none";

/// The head of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The title of the inspection.
    pub title: String,
    /// What it asks.
    pub question: String,
    /// Whether it is a draft: that ends once every authority is recorded.
    pub status: Status,
    /// How it must be handled: that never ends.
    pub marking: String,
    /// The scenario laid over the settings, if one was.
    pub scenario: Option<String>,
}

/// Whether every inspectorate that takes part has given its authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not every authority is recorded.
    Draft,
    /// Every one is.
    Authorised,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft => "DRAFT",
            Self::Authorised => "Authorised",
        })
    }
}

impl Heading {
    /// The head of every document of an inspection.
    pub fn new(inspection: &Inspection) -> Self {
        Self {
            title: inspection.header.title.clone(),
            question: inspection.header.question.clone(),
            status: match outstanding(inspection).is_empty() {
                true => Status::Authorised,
                false => Status::Draft,
            },
            marking: inspection.header.marking.trim().to_owned(),
            scenario: inspection.scenario.clone(),
        }
    }

    /// The head of what an inspected body may see. The name of a scenario may tell of other sites: it is left out.
    pub fn for_body(inspection: &Inspection) -> Self {
        Self {
            scenario: None,
            ..Self::new(inspection)
        }
    }

    /// What stands above and below every page, and first on the screen: the marking, and before it DRAFT while it is one.
    pub fn banner(&self) -> String {
        match self.status {
            Status::Draft => format!("{} {}", self.status, self.marking),
            Status::Authorised => self.marking.clone(),
        }
    }

    /// The title, and which scenario it is of: two charts of one inspection are not to be mistaken for each other.
    pub fn title_with_scenario(&self) -> String {
        match &self.scenario {
            Some(scenario) => format!("{} (scenario {scenario})", self.title),
            None => self.title.clone(),
        }
    }
}

/// The inspectorates taking part whose authority is not yet in `authority.csv`.
pub(in crate::documents) fn outstanding(inspection: &Inspection) -> Vec<&InspectorateId> {
    let given = |inspectorate: &InspectorateId| {
        let mut rows = inspection.authority_given.iter();
        rows.any(|row| row.inspectorate == *inspectorate)
    };
    let all = inspection.header.inspectorates.iter();
    all.filter(|inspectorate| !given(inspectorate)).collect()
}
