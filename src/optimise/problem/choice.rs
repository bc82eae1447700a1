//! One way to date a visit, with who could sit on it, and the seats that there are.

use crate::calendar::Start;
use crate::domain::{InspectorRow, InspectorateId, Kind, row};

/// One way to date a visit, and who could sit on it.
pub(in crate::optimise) struct StartChoice {
    pub start: Start,
    /// Those whom no rule keeps away, and whose inspectorate has a seat.
    pub people: Vec<InspectorRow>,
}

row!(
    /// The place of a choice among those of its site.
    ChoiceRow
);

/// Seats of a kind per inspectorate, in order of first mention.
pub(in crate::optimise) fn seats(kind: &Kind) -> Vec<(&InspectorateId, usize)> {
    let mut seats: Vec<(&InspectorateId, usize)> = Vec::new();
    for inspectorate in kind.pairs.iter().flatten() {
        match seats.iter_mut().find(|(known, _)| *known == inspectorate) {
            Some((_, count)) => *count += 1,
            None => seats.push((inspectorate, 1)),
        }
    }
    seats
}
