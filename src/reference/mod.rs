//! Public facts that come with the program: `data/README.md` says where from. It reads nothing from the internet.
//!
//! They are tables of the same columns as those of an inspection, so they are read by the same list of columns ([`crate::schema`]).

mod bank_holidays;
mod built_in;
mod frames;
mod milestones;

pub use bank_holidays::{NATIONS, bank_holidays};
pub use frames::{FilledTable, Frame, FrameColumn, frame, frame_names};
pub use milestones::{inspectorates, laid_over, milestones, new_milestone};
