//! What was found, as files and as text. Exporters return bytes; [`write_all`] alone writes.
//!
//! In no output: home coordinates, conflicts, the source of intelligence. Every output carries DRAFT and the
//! handling marking until every inspectorate's authority is recorded.

mod drawing;
mod gantt;
mod inspectors;
mod milestones;
mod plan_file;
mod points;
mod preparation;
mod scores;
mod selection;
mod sessions;
mod sizing;
mod status;
mod summary;
mod table;
mod timetable;
mod visits;

pub use milestones::{milestone_files, milestone_table};
pub use plan_file::plan_json;
pub use preparation::preparation_csv;
pub use scores::{score_table, scores_csv};
pub use sessions::sessions_csv;
pub use sizing::sizing;
pub use status::{draft, outstanding, status};
pub use summary::summary;
pub use timetable::{
    corrected_sessions, moved_sessions, preparation_left_over, timetable_files, timetable_pages,
    timetable_summary,
};

use crate::calendar::Calendar;
use crate::domain::{DrawnUpBy, Inspection, Plan, Planned};
use crate::insight::facts::Facts;
use crate::milestones::project;
use crate::score::Scores;

/// Why an output could not be made.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// A table.
    #[error("A table could not be made: {0}.")]
    Csv(#[from] csv::Error),
    /// `plan.json`.
    #[error("plan.json could not be made: {0}.")]
    Json(#[from] serde_json::Error),
    /// The Gantt chart or a timetable.
    #[error("A chart or timetable could not be drawn: {0}.")]
    Drawing(String),
}

/// The tables that [`report_files`] makes where there are activities.
pub const SESSION_FILES: [&str; 2] = ["sessions.csv", "preparation.csv"];

/// The files that [`report_files`] always makes. A chart of many rows has further pages: `gantt-2.svg` and so on.
/// A visit with sessions has its [`timetable_pages`].
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

/// Every file of a plan, by name: `plan.json`, the tables, the Gantt charts, and the timetables where there are any. The same
/// plan gives the same bytes.
///
/// # Errors
/// [`OutputError`].
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use assize::documents::report_files;
/// # use assize::optimise::{Answer, plan};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// # let inspection = loaded.expect("sound tables").inspection;
/// # let Answer::Plan(planned) = plan(&inspection, None, &mut |_| {}) else {
/// #     panic!("the small example has a plan");
/// # };
/// let files = report_files(&inspection, &planned)?;
/// let (name, visits) = &files[3];
/// assert_eq!(name, "visits.csv");
/// assert!(String::from_utf8_lossy(visits).contains("Alder"));
/// # Ok::<(), assize::documents::OutputError>(())
/// ```
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
    files.extend(session_files(inspection, &planned.plan)?);
    files.extend(gantt::named("gantt", gantt::charts(&facts)?));
    let project = project(inspection, &calendar, Some(&planned.plan));
    files.extend(milestone_files(inspection, &calendar, &project)?);
    files.extend(timetable_pages(inspection, &planned.plan)?);
    // Further pages come last.
    files.sort_by_key(|(name, _)| !REPORT_FILES.contains(&name.as_str()));
    Ok(files)
}

/// The tables of what happens inside the visits, by name: `sessions.csv`, where each inspectorate draws its own timetables
/// up then one for each, such as `sessions-HMICFRS.csv`, and `preparation.csv`. None where the plan has neither.
///
/// # Errors
/// [`OutputError`].
pub fn session_files(
    inspection: &Inspection,
    plan: &Plan,
) -> Result<Vec<(String, Vec<u8>)>, OutputError> {
    let mut files = Vec::new();
    if !plan.sessions.is_empty() {
        files.push(("sessions.csv".to_owned(), sessions_csv(inspection, plan)?));
        if inspection.timetable_by == DrawnUpBy::EachInspectorate {
            for inspectorate in &inspection.header.inspectorates {
                files.extend(sessions::sessions_of(inspection, plan, inspectorate)?);
            }
        }
    }
    if !plan.preparation.is_empty() {
        let preparation = preparation_csv(inspection, plan)?;
        files.push(("preparation.csv".to_owned(), preparation));
    }
    Ok(files)
}
