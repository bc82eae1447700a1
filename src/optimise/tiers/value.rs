//! How far a tier is.

/// What a tier is worth in the best solution so far, and what none can beat.
#[derive(Debug, Clone, Copy)]
pub(in crate::optimise) struct TierValue {
    pub value: f64,
    pub bound: Option<f64>,
    pub proven: bool,
}

impl TierValue {
    /// A value of which nothing is proved.
    pub(in crate::optimise) fn unknown(value: f64) -> Self {
        Self {
            value,
            bound: None,
            proven: false,
        }
    }

    /// The same value, where the tier before it is not proved: then no bound means anything.
    pub(super) fn unproven(self) -> Self {
        Self::unknown(self.value)
    }
}
