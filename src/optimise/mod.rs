//! The planner: sites, dates and teams as one problem, each tier proved before the next begins.

mod answer;

pub use answer::{Answer, Collision, CountChange, CountValue, Planned, Progress};
