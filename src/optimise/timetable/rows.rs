//! What a timetable counts, each as a type of its own.

use crate::domain::row;

row!(
    /// An onsite activity among those of the visit.
    TaskRow
);
row!(
    /// A day of the visit, from 0.
    DayRow
);
row!(
    /// A pair among those of the visit, from 0.
    PairRow
);
row!(
    /// A person or a group who is seen.
    SeenRow
);

impl DayRow {
    /// The first day.
    pub(in crate::optimise) const FIRST: Self = Self(0);

    /// The days from the first to this one.
    pub(super) fn and_before(self) -> impl Iterator<Item = Self> {
        (0..=self.0).map(Self)
    }

    /// Days from the first to this one.
    pub(super) fn count(self) -> usize {
        self.0 + 1
    }
}
