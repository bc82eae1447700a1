//! Why a document could not be made.

/// Why a document could not be made: a fault of ours, whatever the input.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// A table.
    #[error("A table could not be made: {0}.")]
    Csv(#[from] ::csv::Error),
    /// `plan.json`.
    #[error("plan.json could not be made: {0}.")]
    Json(#[from] serde_json::Error),
    /// The Gantt chart or a timetable.
    #[error("A chart or timetable could not be drawn: {0}.")]
    Drawing(String),
}
