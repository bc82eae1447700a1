//! From a folder of tables, or one workbook, to an [`Inspection`]: or every problem in them at once.
//!
//! `files` makes of a file or sheet a table of texts that know their places; `tables` and `settings` make of the texts
//! what they mean, following every reference; `cross_checks`, `activities_fit` and
//! `settled` look at what shows only when all of it is there. All of them
//! note problems as they go and carry on, so that one run finds everything.
//!
//! In any table, a row whose first cell begins with `# ` is a comment.

mod activities_fit;
mod assemble;
mod called;
mod cross_checks;
mod files;
mod problems;
mod references;
mod sessions;
mod settings;
mod settled;
mod table_row;
mod tables;
mod unknown_places;
mod wording;
mod writer;

use std::path::Path;

use crate::domain::Inspection;
use problems::Problems;

pub use problems::{Place, Problem, Severity, codes, report};
pub use sessions::read_sessions;
pub use writer::{WriteError, input_files};

/// An inspection that is sound, and what is worth a look all the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// Everything that the input says.
    pub inspection: Inspection,
    /// The warnings, in order of file, line and column.
    pub warnings: Vec<Problem>,
}

/// Reads the folder or workbook at `input`, with the settings of `scenario` laid over its own.
///
/// # Errors
///
/// Every problem in all files, errors and warnings, in order of file, line and column.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use assize::input::{load, report};
///
/// let loaded = load(Path::new("examples/small"), None).map_err(|problems| report(&problems))?;
/// assert_eq!(loaded.inspection.sites.len(), 4);
///
/// // A folder without tables: what is missing, and what to do.
/// let problems = load(Path::new("examples"), None).expect_err("there are no tables here");
/// assert!(report(&problems).contains("inspection.toml"));
/// # Ok::<(), String>(())
/// ```
pub fn load(input: &Path, scenario: Option<&Path>) -> Result<Loaded, Vec<Problem>> {
    let problems = Problems::default();
    let inspection = assemble::read(input, scenario, &problems);
    let problems = problems.into_sorted();
    let has_error = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    match inspection {
        // Problems name rows in the order of the file. From here on, ids decide.
        Some(inspection) if !has_error => Ok(Loaded {
            inspection: inspection.in_order(),
            warnings: problems,
        }),
        _ => Err(problems),
    }
}
