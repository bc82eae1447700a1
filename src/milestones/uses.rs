//! Which methods the inspection uses: some have milestones of their own.

use crate::domain::{Inspection, Method, Using};

/// Whether the inspection uses a method: by `activities.csv`, or by `[national]`. Files are taken to be examined unless activities are
/// listed and none of them does.
pub(super) fn uses(inspection: &Inspection, what: Using) -> bool {
    let has = |method: Method| {
        let mut activities = inspection.activities.iter();
        activities.any(|activity| activity.method == method)
    };
    let national = &inspection.national;
    match what {
        Using::FileExamination => inspection.activities.is_empty() || has(Method::FileExamination),
        Using::Survey => national.survey || has(Method::Survey),
        Using::UserVoice => national.user_voice || has(Method::UserVoice),
        Using::CallForEvidence => national.call_for_evidence,
        Using::ReferenceGroup => national.reference_group || has(Method::ExternalReferenceGroup),
    }
}
