//! What can be wrong: its code, its place, and the words for it; and all of it collected, so that one run tells everything.

pub mod codes;
mod place;
mod problem;
pub(in crate::input) mod words;

pub use codes::Severity;
pub use place::Place;
pub use problem::{Problem, report};

pub(in crate::input) use place::Origin;
pub(in crate::input) use problem::Problems;
