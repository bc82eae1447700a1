//! Every table and its columns. The doc comment of a column is what `assize init` and `docs/tables.md` say of it.

mod activities_and_milestones;
mod decisions;
mod evidence;
mod holidays_and_periods;
mod people;
mod site;

pub use activities_and_milestones::{activities, milestones, sessions};
pub use decisions::{authority, boards, consultation, fixed};
pub use evidence::{engagements, indicators, intelligence, performance};
pub use holidays_and_periods::{MOVED, bank_holidays, periods_to_avoid};
pub use people::{absences, apart, clearances, conflicts, inspectors, travel};
pub use site::sites;

use super::TableSpec;

/// Every table of an inspection, in the order in which reports name them.
pub static ALL: &[&TableSpec] = &[
    &sites::TABLE,
    &inspectors::TABLE,
    &absences::TABLE,
    &clearances::TABLE,
    &conflicts::TABLE,
    &travel::TABLE,
    &apart::TABLE,
    &indicators::TABLE,
    &performance::TABLE,
    &intelligence::TABLE,
    &engagements::TABLE,
    &bank_holidays::TABLE,
    &periods_to_avoid::TABLE,
    &fixed::TABLE,
    &consultation::TABLE,
    &authority::TABLE,
    &boards::TABLE,
    &activities::TABLE,
    &milestones::TABLE,
];

/// Columns of sites that the score works out, for quotas and profiles.
pub mod derived {
    /// The performance of a site, a number: for profiles.
    pub const PERFORMANCE: &str = "performance";
    /// Whether it is low, middle or high.
    pub const PERFORMANCE_BAND: &str = "performance_band";
    /// Whether there is intelligence of innovation: yes or no.
    pub const INNOVATIVE: &str = "innovative";
}

/// What a period to avoid applies to, where it is no column of sites.
pub mod applies_to {
    /// Every site.
    pub const ALL: &str = "all";
    /// One site.
    pub const SITE: &str = "site";
}

/// Names that mean something else in quotas, profiles or periods: no column of sites can have them.
pub const RESERVED_SITE_COLUMNS: [&str; 5] = [
    derived::PERFORMANCE,
    derived::PERFORMANCE_BAND,
    derived::INNOVATIVE,
    applies_to::ALL,
    applies_to::SITE,
];
