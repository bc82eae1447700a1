//! Every section of the settings and its keys. The doc comment of a key is what `docs/tables.md` says of it.

mod header;
mod hours;
mod laid_over;
mod limits_and_weights;
mod selection;

pub use header::{AUTHORITY_DAYS, LEAST_NOTICE, authority, inspection, national, pilot, timing};
pub use hours::{day, lunch, timetable};
pub use laid_over::scenario;
pub use limits_and_weights::{burden, staffing, weights};
pub use selection::{MOST_PAIRS, each, kinds, links, quotas, sites, weeks};

use super::SectionSpec;

/// The name of the settings: a sheet of a workbook, or a file without its ending.
pub const SETTINGS: &str = "inspection";
/// The file of the settings.
pub const SETTINGS_FILE: &str = "inspection.toml";

/// Every section, in order.
pub static ALL: &[&SectionSpec] = &[
    &inspection::SECTION,
    &timing::SECTION,
    &pilot::SECTION,
    &national::SECTION,
    &authority::SECTION,
    &kinds::SECTION,
    &quotas::SECTION,
    &links::SECTION,
    &burden::SECTION,
    &staffing::SECTION,
    &weights::SECTION,
    &day::SECTION,
    &timetable::SECTION,
];
