//! Questions beside the plan: what it would be worth if one thing were decided otherwise.

mod counts;
mod exchange;
mod sites;

pub(super) use counts::count_changes;
pub(super) use sites::site_changes;
