//! What stands on every document: which inspection and plan it is of, with which scenario, whether it is a draft, and how it must be
//! handled.

use std::fmt;

use crate::domain::{Inspection, Plan};
use crate::insight::authority::{Authorities, Lapsed, authorities};

/// What stands for the scenario where the settings stand as they are.
pub const NO_SCENARIO: &str = "none";

/// The head of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The title of the inspection.
    pub title: String,
    /// What it asks.
    pub question: String,
    /// Whether it is a draft: that ends once every authority is recorded, for this plan.
    pub status: Status,
    /// How it must be handled: that never ends.
    pub marking: String,
    /// The scenario laid over the settings, if one was.
    pub scenario: Option<String>,
    /// The code of the plan, for which authority is given; `None` where there is no plan.
    pub code: Option<String>,
    /// Whose authority was given for another plan.
    pub lapsed: Vec<Lapsed>,
}

/// Whether every inspectorate that takes part has given its authority for the plan.
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
    /// The head of every document of a plan.
    pub fn of_plan(inspection: &Inspection, plan: &Plan) -> Self {
        Self::of(inspection, authorities(inspection, Some(plan)))
    }

    /// The head of a document without a plan: nobody can have given authority yet.
    pub fn without_plan(inspection: &Inspection) -> Self {
        Self::of(inspection, authorities(inspection, None))
    }

    /// The head of what an inspected body may see. The name of a scenario may tell of other sites, and codes of other plans: they are
    /// left out.
    pub fn for_body(inspection: &Inspection, plan: &Plan) -> Self {
        Self {
            marking: inspection.header.marking_for_bodies.trim().to_owned(),
            scenario: None,
            code: None,
            lapsed: Vec::new(),
            ..Self::of_plan(inspection, plan)
        }
    }

    fn of(inspection: &Inspection, authorities: Authorities) -> Self {
        Self {
            title: inspection.header.title.clone(),
            question: inspection.header.question.clone(),
            status: match authorities.outstanding.is_empty() {
                true => Status::Authorised,
                false => Status::Draft,
            },
            marking: inspection.header.marking.trim().to_owned(),
            scenario: inspection.scenario.clone(),
            code: authorities.code,
            lapsed: authorities.lapsed,
        }
    }

    /// What stands above and below every page, and first on the screen: the marking, and before it DRAFT while it is one.
    pub fn banner(&self) -> String {
        match self.status {
            Status::Draft => format!("{} {}", self.status, self.marking),
            Status::Authorised => self.marking.clone(),
        }
    }

    /// The title, and which scenario and plan it is of: two charts of one inspection are not to be mistaken for each other.
    pub fn title_with_scenario(&self) -> String {
        let scenario = self.scenario.as_ref();
        let scenario = scenario.map(|scenario| format!("scenario {scenario}"));
        let plan = self.code.as_ref().map(|code| format!("plan {code}"));
        let both: Vec<String> = scenario.into_iter().chain(plan).collect();
        match both.is_empty() {
            true => self.title.clone(),
            false => format!("{} ({})", self.title, both.join(", ")),
        }
    }
}
