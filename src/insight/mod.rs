//! What was found, and why: why a site, why this week, why these people, what is late.

pub(crate) mod beside;
pub(crate) mod consultation;
mod late;
pub(crate) mod otherwise;
pub(crate) mod particulars;
pub(crate) mod why_people;
pub(crate) mod why_site;
pub(crate) mod why_week;

pub use late::late_report;
