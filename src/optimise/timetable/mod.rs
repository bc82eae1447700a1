//! The timetable of each visit: its sessions placed on its days, in the fewest days, then with even loads, both proved
//! (`docs/timetables.md`).

mod all_visits;
mod capacity;
mod cells;
mod clashes;
mod edits;
mod greedy;
mod hours;
mod left_shift;
mod minimal_change;
mod model;
mod no_timetable;
mod order;
mod pair_assignment;
mod placing;
mod preparing;
mod refused;
mod relaxation;
mod rows;
mod sessions;
mod sizing;
mod start_times;
mod team;
mod wanted;
mod work;

pub use all_visits::{Drawn, draw_up};
pub use minimal_change::{Kept, NotKept, keep_visit};
pub use no_timetable::{NoTimetable, TimetableObstacle, why_no_timetable};
pub use placing::{Placement, Timetable, place_visit};
pub use preparing::prepare_visit;
pub use refused::{RefusedEdit, WhyRefused};
pub use sizing::{Sizing, VisitSize, size_kind};
