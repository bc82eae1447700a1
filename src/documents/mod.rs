//! What was found, as files and as text for a terminal. Nothing here writes: files are bytes by name.
//!
//! A document is made in three steps. A *view* in [`views`] holds what one audience may know, and is, but for `plan.json`, the only place that sees the
//! inspection and the plan. `tables`, `gantt`, `timetable` and `screen` say what a document shows of its view. `encoders` and
//! `drawing` make bytes of that.
//!
//! In no document: home coordinates, conflicts, the source of intelligence. Every one carries the handling marking, and says DRAFT
//! until every inspectorate's authority is recorded. Every one but the page for an inspected body names its scenario.

mod drawing;
mod encoders;
mod error;
mod files;
mod gantt;
mod plan_file;
mod screen;
mod tables;
mod timetable;
pub mod views;

pub use error::OutputError;
pub use files::{
    NamedFile, REPORT_FILES, SESSION_FILES, figure_files, is_milestone_file, is_report_file,
    is_timetable_file, milestone_files, report_files, score_files, timetable_files,
};
pub use plan_file::{milestone_rows, plan_json};
pub use screen::{
    milestone_table, opening, preparation_left_over, score_table, summary, timetable_summary,
    weights_explained,
};
