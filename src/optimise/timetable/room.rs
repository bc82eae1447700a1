//! Whether the sessions could go into the mornings and afternoons of so many days at all, whatever the time of each.
//!
//! This asks less than a timetable does, so a no here is a no for good, and it is found in a moment: where days are too few,
//! it is mostly here that it shows.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Expression, ProblemVariables, Variable, variable};
use typed_index_collections::TiVec;

use super::super::fault::{Fault, Step};
use super::super::solver::{Found, Program};
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
struct Share {
    task: TaskRow,
    part: PartRow,
    count: Variable,
}

/// Whether the sessions may fit if `last` is the last day with one. No is proved; yes is a maybe.
pub(super) fn may_fit(work: &Work, starts: &StartTimes, last: DayRow) -> Result<bool, Fault> {
    let parts: TiVec<PartRow, Part> = last
        .and_before()
        .flat_map(|day| {
            let stretches = work.stretches(day, last).into_iter();
            stretches.map(move |(from, to)| Part { day, from, to })
        })
        .collect();
    let mut variables = ProblemVariables::new();
    let mut shares = Vec::new();
    for (task, days) in starts.iter_enumerated() {
        let sessions = f64::from(work.tasks[task].activity.sessions);
        for (at, part) in parts.iter_enumerated() {
            let begins = |start: &u32| (part.from..part.to).contains(start);
            if days[part.day].iter().any(begins) && !work.parties(task, part.day).is_empty() {
                let count = variables.add(variable().integer().bounds(0.0..=sessions));
                shares.push(Share {
                    task,
                    part: at,
                    count,
                });
            }
        }
    }
    let mut rows = Vec::new();
    for (task, one) in work.tasks.iter_enumerated() {
        let of = shares.iter().filter(|share| share.task == task);
        let placed: Expression = of.map(|share| share.count).sum();
        rows.push(placed.eq(one.activity.sessions));
    }
    for (at, part) in parts.iter_enumerated() {
        let here: Vec<&Share> = shares.iter().filter(|share| share.part == at).collect();
        let length = part.to - part.from;
        // Each pair: the last session of a part needs no pause after it.
        let pause = work.hours.between;
        let mut taken = Expression::from(0.0);
        let mut seen: BTreeMap<SeenRow, Expression> = BTreeMap::new();
        for share in here {
            let task = &work.tasks[share.task];
            let pairs = match task.activity.taken_by {
                TakenBy::All => work.pairs,
                _ => 1,
            };
            let minutes = task.activity.minutes;
            taken.add_mul(pairs as f64 * f64::from(minutes + pause), share.count);
            for person in &task.seen {
                let of_person = seen.entry(*person).or_insert_with(|| Expression::from(0.0));
                of_person.add_mul(f64::from(minutes), share.count);
            }
        }
        rows.push(taken.leq(work.pairs as f64 * f64::from(length + pause)));
        rows.extend(seen.into_values().map(|minutes| minutes.leq(length)));
    }
    for order in &work.orders {
        let sessions = |tasks: &[TaskRow]| -> f64 {
            let each = tasks.iter().map(|task| work.tasks[*task].activity.sessions);
            f64::from(each.sum::<u32>())
        };
        let (firsts, laters) = (sessions(&order.first), sessions(&order.later));
        let sum = |tasks: &[TaskRow], parts: &dyn Fn(PartRow) -> bool| -> Expression {
            let of = shares.iter();
            let of = of.filter(|share| tasks.contains(&share.task) && parts(share.part));
            of.map(|share| share.count).sum()
        };
        let wanted: BTreeSet<PartRow> = shares
            .iter()
            .filter(|share| order.later.contains(&share.task))
            .map(|share| share.part)
            .collect();
        for part in wanted {
            // Before a later task lies in a part, the first ones lie there or earlier.
            let is_over = variables.add(variable().binary());
            let not_over = sum(&order.first, &|other| other > part);
            let begun = sum(&order.later, &|other| other <= part);
            rows.push((not_over + firsts * is_over).leq(firsts));
            rows.push((begun - laters * is_over).leq(0));
        }
    }
    let program = Program {
        step: Step::Timetable,
        variables,
        objective: Expression::from(0.0),
        maximise: false,
        rows,
        jump: false,
    };
    let budget = work.budget.regardless().with_nodes(MOST_NODES);
    Ok(!matches!(program.solve(&budget)?, Found::Nothing))
}
