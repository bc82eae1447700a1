//! What holds for any input: examples and made-up inspections of many shapes.

mod any_input;
#[path = "../common/mod.rs"]
mod common;
mod made_up;
mod order;
mod rules_in_play;
mod same_bytes;
mod settled;
mod time_limit;

use assize::domain::Inspection;
use assize::example::{self, Size};

/// A made-up inspection, small enough to plan in a moment; each seed has a size of its own.
fn small(seed: u64) -> Inspection {
    let step = |over: u32| u32::try_from(seed % u64::from(over)).expect("small");
    let size = Size {
        sites: 8 + step(7),
        areas: 3,
        visits: 3,
        inspectors: 10 + step(5),
        inspectorates: 2,
        weeks: 6 + step(3),
    };
    example::inspection(size, seed).expect("an example")
}
