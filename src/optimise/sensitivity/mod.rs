//! Questions beside the plan: what it would be worth if one thing were decided otherwise.

mod counts;
mod fixed;
mod sites;

pub(super) use counts::count_changes;
pub(super) use fixed::left_out_by_fixed;
pub(super) use sites::site_changes;
