//! What was found, in plain English: every reason has its words here. Each function takes a fact and gives the sentence.

mod conditions;
mod consultation;
mod count;
mod edits;
mod late;
mod left_out;
mod never;
mod no_plan;
mod no_timetable;
mod other_choice;
mod parts;
mod remarks;
mod rules;
mod score_parts;
mod site;
mod sizing;
mod team;
mod ties;
mod travel;
mod week;

pub use consultation::{consultation, not_reflected};
pub use count::other_counts;
pub use edits::{Edits, corrected_sessions, one_offs, rows_elsewhere};
pub use late::late_report;
pub use left_out::left_out;
pub use no_plan::no_plan;
pub use no_timetable::no_timetable;
pub use parts::{calendar_parts, points, selection_parts};
pub use remarks::remark;
pub use site::why_site;
pub use sizing::sizing;
pub use team::why_team;
pub use ties::ties;
pub use travel::travel;
pub use week::why_week;
