//! A relaxation: whether the sessions could go into the mornings and afternoons of so many days at all, whatever the time of
//! each.
//!
//! It asks less than a timetable does, so a no here is a no for good, and it is found in a moment: where days are too few,
//! it is mostly here that it shows.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Constraint, Expression, ProblemVariables, Variable, variable};
use typed_index_collections::TiVec;

use super::super::fault::{Fault, SolveStep};
use super::super::solver::{Program, Solved};
use super::order::Order;
use super::rows::{DayRow, SeenRow, TaskRow};
use super::work::{StartTimes, Work};
use crate::domain::{TakenBy, row};

/// Nodes after which the question is left open. Unlike seconds they cut every run short at the same point.
const MOST_NODES: i32 = 500;

row!(
    /// A morning or an afternoon among those of the visit.
    PartRow
);

/// A morning or an afternoon.
struct Part {
    day: DayRow,
    from: u32,
    to: u32,
}

/// So many sessions of a task lie in a part of a day.
struct PartShare {
    task: TaskRow,
    part: PartRow,
    count: Variable,
}

/// Whether the sessions may fit if `last` is the last day with one. No is proved; yes is a maybe.
pub(super) fn may_fit(work: &Work, starts: &StartTimes, last: DayRow) -> Result<bool, Fault> {
    let mut relaxation = Relaxation::new(work, starts, last);
    relaxation.place_all();
    for part in relaxation.parts.keys() {
        relaxation.has_room(part);
    }
    relaxation.has_room_for_debrief(last);
    for order in &work.orders {
        relaxation.in_order(order);
    }
    let program = Program {
        step: SolveStep::Timetable,
        variables: relaxation.variables,
        objective: Expression::from(0.0),
        maximise: false,
        rows: relaxation.rows,
        jump: false,
        any: false,
    };
    let budget = work.budget.regardless().with_nodes(MOST_NODES);
    Ok(!matches!(program.solve(&budget)?, Solved::Infeasible))
}

/// The sessions, shared out over the parts of the days.
struct Relaxation<'w, 'a> {
    work: &'w Work<'a>,
    parts: TiVec<PartRow, Part>,
    shares: Vec<PartShare>,
    variables: ProblemVariables,
    rows: Vec<Constraint>,
}

impl<'w, 'a> Relaxation<'w, 'a> {
    fn new(work: &'w Work<'a>, starts: &StartTimes, last: DayRow) -> Self {
        let parts = last.and_before().flat_map(|day| {
            let stretches = work.stretches(day, last).into_iter();
            stretches.map(move |(from, to)| Part { day, from, to })
        });
        let parts: TiVec<PartRow, Part> = parts.collect();
        let mut variables = ProblemVariables::new();
        let mut shares = Vec::new();
        for (task, days) in starts.iter_enumerated() {
            let sessions = f64::from(work.tasks[task].sessions);
            for (row, part) in parts.iter_enumerated() {
                let begins = |start: &u32| (part.from..part.to).contains(start);
                if days[part.day].iter().any(begins) && !work.parties(task, part.day).is_empty() {
                    let count = variables.add(variable().integer().bounds(0.0..=sessions));
                    shares.push(PartShare {
                        task,
                        part: row,
                        count,
                    });
                }
            }
        }
        Self {
            work,
            parts,
            shares,
            variables,
            rows: Vec::new(),
        }
    }

    /// V1.
    fn place_all(&mut self) {
        for (task, one) in self.work.tasks.iter_enumerated() {
            let of = self.shares.iter().filter(|share| share.task == task);
            let placed: Expression = of.map(|share| share.count).sum();
            self.rows.push(placed.eq(one.sessions));
        }
    }

    /// V3 and V4: the pairs, and whoever is seen, have the time.
    fn has_room(&mut self, row: PartRow) {
        // Each pair: the last session of a part needs no pause after it.
        let length = self.parts[row].to - self.parts[row].from;
        self.have_room(&[row], length + self.work.hours.between, length);
    }

    /// The same for a last day with closing debriefs, of which the team's own debrief takes a part, some of it in the place of a pause.
    fn has_room_for_debrief(&mut self, last: DayRow) {
        let hours = self.work.hours;
        let on_last = |(_, part): &(PartRow, &Part)| part.day == last;
        let parts: Vec<(PartRow, &Part)> = self.parts.iter_enumerated().filter(on_last).collect();
        let rows: Vec<PartRow> = parts.iter().map(|(row, _)| *row).collect();
        let length: u32 = parts.iter().map(|(_, part)| part.to - part.from).sum();
        if self.work.closes {
            let pauses = hours.between * rows.len() as u32;
            let longer = hours.debrief.saturating_sub(hours.between);
            self.have_room(
                &rows,
                (length + pauses).saturating_sub(longer),
                length.saturating_sub(hours.debrief),
            );
        }
    }

    /// Each pair has so many minutes in these parts, and whoever is seen so many.
    fn have_room(&mut self, parts: &[PartRow], of_pair: u32, of_person: u32) {
        let work = self.work;
        let pause = work.hours.between;
        let mut taken = Expression::from(0.0);
        let mut seen: BTreeMap<SeenRow, Expression> = BTreeMap::new();
        for share in self
            .shares
            .iter()
            .filter(|share| parts.contains(&share.part))
        {
            let task = &work.tasks[share.task];
            let pairs = match task.activity.taken_by {
                TakenBy::All => work.pairs,
                _ => 1,
            };
            let minutes = task.activity.minutes;
            taken.add_mul(pairs as f64 * f64::from(minutes + pause), share.count);
            for person in &task.seen {
                let minutes_of = seen.entry(*person).or_insert_with(|| Expression::from(0.0));
                minutes_of.add_mul(f64::from(minutes), share.count);
            }
        }
        let room = work.pairs as f64 * f64::from(of_pair);
        self.rows.push(taken.leq(room));
        self.rows
            .extend(seen.into_values().map(|minutes| minutes.leq(of_person)));
    }

    /// V6 and V9: before a later task lies in a part, the first ones lie there or earlier.
    fn in_order(&mut self, order: &Order) {
        let sessions = |tasks: &[TaskRow]| -> f64 {
            let tasks = tasks.iter().map(|task| &self.work.tasks[*task]);
            f64::from(tasks.map(|task| task.sessions).sum::<u32>())
        };
        let (firsts, laters) = (sessions(&order.first), sessions(&order.later));
        let later = self.shares.iter();
        let later = later.filter(|share| order.later.contains(&share.task));
        let parts: BTreeSet<PartRow> = later.map(|share| share.part).collect();
        for part in parts {
            let is_over = self.variables.add(variable().binary());
            let not_over = self.placed(&order.first, |other| other > part);
            let begun = self.placed(&order.later, |other| other <= part);
            self.rows.push((not_over + firsts * is_over).leq(firsts));
            self.rows.push((begun - laters * is_over).leq(0));
        }
    }

    /// The sessions of some tasks in some parts.
    fn placed(&self, tasks: &[TaskRow], parts: impl Fn(PartRow) -> bool) -> Expression {
        let of = self.shares.iter();
        let of = of.filter(|share| tasks.contains(&share.task) && parts(share.part));
        of.map(|share| share.count).sum()
    }
}
