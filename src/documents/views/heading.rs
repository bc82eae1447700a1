//! What stands on every document: which inspection it is of, whether it is a draft, and how it must be handled.

use crate::domain::{Inspection, InspectorateId};

/// The head of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The title of the inspection.
    pub title: String,
    /// What it asks.
    pub question: String,
    /// `DRAFT` and the handling marking, until every inspectorate's authority is recorded; `None` from then on.
    pub marking: Option<String>,
}

impl Heading {
    /// The head of every document of an inspection.
    pub fn new(inspection: &Inspection) -> Self {
        Self {
            title: inspection.header.title.clone(),
            question: inspection.header.question.clone(),
            marking: draft(inspection),
        }
    }

    /// What stands in the `status` column of every table.
    pub fn status(&self) -> String {
        let marking = self.marking.clone();
        marking.unwrap_or_else(|| "Authorised".to_owned())
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

fn draft(inspection: &Inspection) -> Option<String> {
    if outstanding(inspection).is_empty() {
        return None;
    }
    let marked = format!("DRAFT {}", inspection.header.marking.trim());
    Some(marked.trim_end().to_owned())
}
