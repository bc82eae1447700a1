//! From how many sessions begin when to which pair takes which.

use typed_index_collections::TiSlice;

use super::super::solver::Values;
use super::cells::{Cell, Class, ClassRow};
use super::rows::{DayRow, PairRow};
use super::work::{Slot, Work};

/// The sessions of a solution with this last day, dealt out among the pairs of each class: whoever is free and has had the fewest.
pub(super) fn assign_pairs(
    work: &Work,
    last: DayRow,
    classes: &TiSlice<ClassRow, Class>,
    cells: &[Cell],
    values: &Values,
) -> Vec<Slot> {
    let mut in_time: Vec<&Cell> = cells.iter().collect();
    in_time.sort_by_key(|cell| (cell.day, cell.start, cell.task));
    let mut slots: Vec<Slot> = Vec::with_capacity(work.sessions());
    for cell in in_time {
        for _ in 0..values.of(cell.count).round() as u32 {
            let slot = |pair| Slot {
                day: cell.day,
                start: cell.start,
                pair,
                task: cell.task,
            };
            let loads = work.loads(&slots);
            let pair = cell.class.and_then(|class| {
                let free = |pair: &&PairRow| {
                    let wanted = slot(Some(**pair));
                    !slots.iter().any(|other| work.clash(&wanted, other, last))
                };
                let pairs = classes[class].pairs.iter();
                // One is always free. Were it not so, the checker would refuse what follows.
                let free = pairs.clone().filter(free).min_by_key(|pair| loads[**pair]);
                free.or(pairs.clone().next()).copied()
            });
            slots.push(slot(pair));
        }
    }
    slots
}
