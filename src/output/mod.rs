//! What was found, as files and as text. Exporters return bytes; [`write_all`] alone writes.
//!
//! In no output: home coordinates, conflicts, the source of intelligence. Every output carries DRAFT and the
//! handling marking until every inspectorate's authority is recorded.

mod beside;
mod consultation;
mod facts;
mod folder;
mod gantt;
mod inspectors;
mod interrupt;
mod milestones;
mod new_folder;
mod otherwise;
mod plan_fault;
mod plan_json;
mod points;
mod safe_name;
mod scores;
mod selection;
mod status;
mod summary;
mod table;
mod visits;
mod why_people;
mod why_site;
mod why_week;
pub mod words;
mod write;

pub use folder::input_files;
pub use interrupt::{install_interrupt_handler, on_interrupt};
pub use milestones::{late_report, milestone_files, milestone_table};
pub use new_folder::write_new;
pub use plan_json::{plan_json, read_plan, read_planned};
pub use safe_name::safe_name;
pub use scores::{score_table, scores_csv};
pub use status::{draft, outstanding, status};
pub use summary::summary;
pub use write::{FILE_LIST, WriteError, check_writable, write_all};

use crate::calendar::Calendar;
use crate::domain::Inspection;
use crate::milestones::project;
use crate::optimise::Planned;
use crate::score::Scores;
use facts::Facts;

/// Why an output could not be made.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// A table.
    #[error("A table could not be made: {0}.")]
    Csv(#[from] csv::Error),
    /// `plan.json`.
    #[error("plan.json could not be made: {0}.")]
    Json(#[from] serde_json::Error),
    /// The Gantt chart.
    #[error("The Gantt chart could not be drawn: {0}.")]
    Drawing(String),
}

/// The files that [`report_files`] always makes, in this order. A chart of many rows has further pages: `gantt-2.svg` and so on.
pub const REPORT_FILES: [&str; 10] = [
    "plan.json",
    "selection.csv",
    "scores.csv",
    "visits.csv",
    "inspectors.csv",
    "gantt.svg",
    "gantt.png",
    "milestones.csv",
    "project.svg",
    "project.png",
];

/// Every file of a plan, by name: `plan.json`, the tables and the Gantt charts. The same plan gives the same bytes.
///
/// # Errors
/// [`OutputError`].
pub fn report_files(
    inspection: &Inspection,
    planned: &Planned,
) -> Result<Vec<(String, Vec<u8>)>, OutputError> {
    let calendar = Calendar::new(inspection);
    let scores = Scores::new(inspection);
    let facts = Facts::new(inspection, &calendar, &scores, planned);
    let files = [
        ("plan.json", plan_json(inspection, planned)?),
        ("selection.csv", selection::selection_csv(&facts)?),
        ("scores.csv", scores_csv(inspection, &scores)?),
        ("visits.csv", visits::visits_csv(&facts)?),
        ("inspectors.csv", inspectors::inspectors_csv(&facts)?),
    ];
    let mut files: Vec<(String, Vec<u8>)> = files
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect();
    files.extend(gantt::named("gantt", gantt::charts(&facts)?));
    let project = project(inspection, &calendar, Some(&planned.plan));
    files.extend(milestone_files(inspection, &calendar, &project)?);
    // Further pages come last.
    files.sort_by_key(|(name, _)| !REPORT_FILES.contains(&name.as_str()));
    Ok(files)
}
