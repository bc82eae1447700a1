//! The variables of the placing of sessions: how many of a task begin when, by pairs of which class.

use good_lp::Variable;

use super::rows::{DayRow, PairRow, TaskRow};
use crate::domain::row;

row!(
    /// A class among those of a model.
    ClassRow
);

/// Pairs that may take the same sessions on the same days.
pub(super) struct Class {
    pub pairs: Vec<PairRow>,
}

/// So many sessions of a task, by pairs of a class, begin on a day at a time; without a class, by the whole team.
pub(super) struct Cell {
    pub task: TaskRow,
    pub class: Option<ClassRow>,
    pub day: DayRow,
    pub start: u32,
    pub count: Variable,
}
