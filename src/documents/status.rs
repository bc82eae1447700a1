//! Whether an output is still a draft, and how it must be handled.

use crate::domain::{Inspection, InspectorateId};

/// The inspectorates taking part whose authority is not yet in `authority.csv`.
pub fn outstanding(inspection: &Inspection) -> Vec<&InspectorateId> {
    inspection
        .header
        .inspectorates
        .iter()
        .filter(|inspectorate| {
            !inspection
                .authority_given
                .iter()
                .any(|given| given.inspectorate == **inspectorate)
        })
        .collect()
}

/// `DRAFT` and the handling marking until every inspectorate's authority is recorded; `None` from then on.
pub fn draft(inspection: &Inspection) -> Option<String> {
    if outstanding(inspection).is_empty() {
        return None;
    }
    let marked = format!("DRAFT {}", inspection.header.marking.trim());
    Some(marked.trim_end().to_owned())
}

/// What stands in the `status` column of every table.
pub fn status(inspection: &Inspection) -> String {
    draft(inspection).unwrap_or_else(|| "Authorised".to_owned())
}
