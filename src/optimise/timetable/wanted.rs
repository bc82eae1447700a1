//! Where the sessions of an edited timetable are wanted, and what can stay there at most.

use good_lp::{Expression, ProblemVariables, Variable, variable};

use super::super::fault::{Fault, SolveStep};
use super::super::solver::{Program, Solved};
use super::rows::DayRow;
use super::work::{Slot, Work};

/// Where the sessions of a visit are wanted.
pub(super) struct Wanted {
    /// Where the edited timetable has them.
    pub was: Vec<Slot>,
    /// Of these, the edits.
    pub wishes: Vec<Slot>,
    /// How many sessions there are.
    pub most: usize,
}

impl Wanted {
    /// What a session in this place is worth: one edit more than all that is as it was.
    pub(super) fn worth(&self, slot: &Slot) -> usize {
        match (self.wishes.contains(slot), self.was.contains(slot)) {
            (true, _) => self.most + 1,
            (false, true) => 1,
            (false, false) => 0,
        }
    }

    /// What they are worth together.
    pub(super) fn of_all(&self, slots: &[Slot]) -> usize {
        slots.iter().map(|slot| self.worth(slot)).sum()
    }
}

/// The edits and other sessions that could stay together and are worth most, as far as they stand in no rule's way and in none of each
/// other's.
pub(super) fn most_that_agree(
    work: &Work,
    wanted: &Wanted,
    last: DayRow,
) -> Result<Vec<Slot>, Fault> {
    let mut slots: Vec<Slot> = wanted
        .was
        .iter()
        .copied()
        .filter(|slot| may_stay(work, slot, last))
        .collect();
    slots.sort_unstable();
    slots.dedup();
    let mut variables = ProblemVariables::new();
    let stays: Vec<Variable> = slots
        .iter()
        .map(|_| variables.add(variable().binary()))
        .collect();
    let mut rows = Vec::new();
    for (task, of) in work.tasks.iter_enumerated() {
        let same = slots
            .iter()
            .zip(&stays)
            .filter(|(slot, _)| slot.task == task);
        let sum: Expression = same.map(|(_, stay)| *stay).sum();
        rows.push(sum.leq(of.sessions));
    }
    for (one, slot) in slots.iter().enumerate() {
        for other in 0..one {
            if work.clash(slot, &slots[other], last) {
                rows.push((stays[one] + stays[other]).leq(1));
            }
        }
    }
    let program = Program {
        step: SolveStep::Timetable,
        variables,
        objective: (slots.iter().zip(&stays))
            .map(|(slot, stay)| wanted.worth(slot) as f64 * *stay)
            .sum(),
        maximise: true,
        rows,
        jump: false,
        any: false,
    };
    // Without a limit: these are few, and what they show bounds all else.
    let found = program.solve(&work.budget.regardless())?;
    let (Solved::Optimal(values) | Solved::Feasible(values, _)) = found else {
        return Err(Fault::Solver {
            step: SolveStep::Timetable,
            said: "it found no solution, though to let no session stay is one".to_owned(),
        });
    };
    let kept = slots
        .iter()
        .zip(&stays)
        .filter(|(_, stay)| values.is_yes(**stay));
    Ok(kept.map(|(slot, _)| *slot).collect())
}

/// Whether a session may be where it is, whatever the others do.
fn may_stay(work: &Work, slot: &Slot, last: DayRow) -> bool {
    work.on_day(slot.task, slot.day, last)
        && work.fits(slot.task, slot.start, slot.day, last)
        && work.parties(slot.task, slot.day).contains(&slot.pair)
}
