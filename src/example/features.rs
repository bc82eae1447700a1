//! What an inspection need not have: the seed says which of it an example has, each in about one of three.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Parts the draw of the features from that of all else, so that an example without any is as it would be otherwise.
const OF_FEATURES: u64 = 0x6665_6174_7572_6573;

/// Which features an example has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Features {
    /// A visit before all others, where the plan thought of first allows it (T9).
    pub pilot: bool,
    /// Whether the pilot is one of its kind's number of sites.
    pub pilot_counts: bool,
    /// Days to write up (P14).
    pub write_up: bool,
    /// A limit on journeys from one visit to the next (P15).
    pub journeys: bool,
    /// Inspectors who join or leave (P4).
    pub joiners: bool,
    /// Conflicts that links carry to other sites (P6).
    pub linked: bool,
    /// A table of journeys.
    pub travel: bool,
    /// Sites with days, pairs and a full burden of their own.
    pub own: bool,
    /// The days on which boards meet.
    pub boards: bool,
    /// A link by which one kind is visited after another (T7), where there are kinds for it.
    pub after: bool,
}

impl Features {
    /// Those of a seed.
    pub(super) fn of(seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed ^ OF_FEATURES);
        let mut in_ten = |often: u32| rng.random_range(0..10) < often;
        Self {
            // Some plans thought of first do not allow one.
            pilot: in_ten(5),
            pilot_counts: in_ten(5),
            write_up: in_ten(4),
            journeys: in_ten(4),
            joiners: in_ten(4),
            linked: in_ten(4),
            travel: in_ten(4),
            own: in_ten(4),
            boards: in_ten(4),
            after: in_ten(4),
        }
    }
}
