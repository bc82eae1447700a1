//! What was found, and why: why a site or why not, why this week, why these people, what another number of sites would
//! score, how far all travel together, what was said and is not reflected.
//!
//! Each module finds facts and gives them typed: names, dates and numbers, to be shown in a table or told as JSON. What
//! they are in words is said last, and in one place: [`english`].
//!
//! Some facts are found by those who search for them anyway, and only said here: which rules leave no plan by
//! [`crate::optimise::explain`], what leaves no timetable by [`crate::optimise::why_no_timetable`], which milestones are late
//! by [`crate::milestones::project`].

pub mod authority;
pub mod consultation;
pub mod count;
pub mod english;
pub mod left_out;
pub mod load;
pub mod near_equal;
pub mod particulars;
pub mod parts;
pub mod representation;
pub mod site;
pub mod team;
#[cfg(test)]
mod tests;
pub mod ties;
pub mod travel;
pub mod week;
pub mod weights;
