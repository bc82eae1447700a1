//! `[national]`: work commissioned once, for the whole inspection. Every key has a default.

use super::section::Section;
use crate::domain::National;
use crate::schema::settings::national::{
    CALL_FOR_EVIDENCE, REFERENCE_GROUP, SECTION, SURVEY, USER_VOICE,
};

pub(super) fn national(root: &Section) -> National {
    let section = root.section(&SECTION);
    let national = National {
        survey: section.or_default(&SURVEY),
        user_voice: section.or_default(&USER_VOICE),
        call_for_evidence: section.or_default(&CALL_FOR_EVIDENCE),
        reference_group: section.or_default(&REFERENCE_GROUP),
    };
    section.finish();
    national
}
