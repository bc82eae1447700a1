//! The timetable of each visit: its sessions placed on its days, in the fewest days, then with even loads, both proved
//! (`docs/timetables.md`).

mod at_once;
mod cells;
mod dealing;
mod drawing;
mod hours;
mod in_turn;
mod keeping;
mod model;
mod no_timetable;
mod placing;
mod preparing;
mod room;
mod rows;
mod sizing;
mod starts;
mod team;
mod tidy;
mod work;
mod written;

pub use drawing::{Drawn, draw_up};
pub use keeping::{Kept, keep_visit};
pub use no_timetable::{NoTimetable, TimetableObstacle, why_no_timetable};
pub use placing::{Placement, Timetable, place_visit};
pub use preparing::prepare_visit;
pub use sizing::{Size, Sizing, size_kind};
