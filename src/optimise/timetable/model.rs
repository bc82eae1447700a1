//! The placing of sessions as a linear program: whether there is a timetable, and the best of them.
//!
//! A variable stands for each activity, each start and each class of pairs that are alike: how many sessions of that activity such pairs
//! begin then. Pairs that are alike need no variables of their own: sessions that at no time
//! outnumber the pairs can be dealt out among them, as intervals always can.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Constraint, Expression, ProblemVariables, variable};
use typed_index_collections::TiVec;

use super::super::fault::{Fault, SolveStep};
use super::super::solver::{Program, Solved};
use super::capacity::{Stay, within_capacity};
use super::cells::{Cell, Class, ClassRow};
use super::order::Order;
use super::pair_assignment::assign_pairs;
use super::rows::{DayRow, PairRow, SeenRow, TaskRow};
use super::work::{Slot, StartTimes, Work};

/// A linear program over the timetables whose last day with a session is given.
pub(super) struct SessionModel<'w, 'a> {
    work: &'w Work<'a>,
    last: DayRow,
    classes: TiVec<ClassRow, Class>,
    cells: Vec<Cell>,
    variables: ProblemVariables,
    rows: Vec<Constraint>,
}

impl<'w, 'a> SessionModel<'w, 'a> {
    /// The model in which pairs that are alike are one class: for whether there is a timetable.
    pub(super) fn by_class(work: &'w Work<'a>, starts: &StartTimes, last: DayRow) -> Self {
        let mut classes: TiVec<ClassRow, Class> = TiVec::new();
        for pair in work.all_pairs() {
            let alike = |class: &&mut Class| {
                class
                    .pairs
                    .first()
                    .is_some_and(|other| are_alike(work, *other, pair))
            };
            match classes.iter_mut().find(alike) {
                Some(class) => class.pairs.push(pair),
                None => classes.push(Class { pairs: vec![pair] }),
            }
        }
        Self::new(work, starts, last, classes)
    }

    /// The model in which every pair stands for itself: for what depends on who takes which session.
    pub(super) fn by_pair(work: &'w Work<'a>, starts: &StartTimes, last: DayRow) -> Self {
        let classes = work.all_pairs().map(|pair| Class { pairs: vec![pair] });
        Self::new(work, starts, last, classes.collect())
    }

    fn new(
        work: &'w Work<'a>,
        starts: &StartTimes,
        last: DayRow,
        classes: TiVec<ClassRow, Class>,
    ) -> Self {
        let mut model = Self {
            work,
            last,
            classes,
            cells: Vec::new(),
            variables: ProblemVariables::new(),
            rows: Vec::new(),
        };
        model.add_cells(starts);
        model.place_all();
        for day in last.and_before() {
            model.pairs_in_one_place(day);
            model.people_in_one_place(day);
        }
        for order in &work.orders {
            model.in_order(order);
        }
        model
    }

    fn add_cells(&mut self, starts: &StartTimes) {
        for (task, starts) in starts.iter_enumerated() {
            for (day, starts) in starts.iter_enumerated() {
                let parties = self.work.parties(task, day);
                for class in self.classes_of(&parties) {
                    let size = class.map_or(1, |class| self.classes[class].pairs.len());
                    let task_of = &self.work.tasks[task];
                    let most = match task_of.seen.is_empty() {
                        true => size.min(task_of.sessions as usize),
                        false => 1,
                    };
                    for start in starts {
                        let count = variable().integer().bounds(0.0..=most as f64);
                        self.cells.push(Cell {
                            task,
                            class,
                            day,
                            start: *start,
                            count: self.variables.add(count),
                        });
                    }
                }
            }
        }
    }

    /// The classes of these parties, each once.
    fn classes_of(&self, parties: &[Option<PairRow>]) -> Vec<Option<ClassRow>> {
        if parties.contains(&None) {
            return vec![None];
        }
        let has = |class: &Class| {
            class
                .pairs
                .iter()
                .any(|pair| parties.contains(&Some(*pair)))
        };
        let classes = self.classes.iter_enumerated();
        classes
            .filter(|(_, class)| has(class))
            .map(|(at, _)| Some(at))
            .collect()
    }

    fn end(&self, cell: &Cell) -> u32 {
        cell.start + self.work.tasks[cell.task].activity.minutes
    }

    /// V1, and that the last day has a session at all.
    fn place_all(&mut self) {
        for (task, work) in self.work.tasks.iter_enumerated() {
            let placed = sum(self.cells.iter().filter(|cell| cell.task == task));
            self.rows.push(placed.eq(work.sessions));
        }
        let on_last = sum(self.cells.iter().filter(|cell| cell.day == self.last));
        self.rows.push(on_last.geq(1));
    }

    /// V3: at no time are more pairs of a class wanted than there are, their pauses included.
    fn pairs_in_one_place(&mut self, day: DayRow) {
        let between = self.work.hours.between;
        for (at, class) in self.classes.iter_enumerated() {
            let size = class.pairs.len() as f64;
            let takes =
                |cell: &&Cell| cell.day == day && (cell.class.is_none() || cell.class == Some(at));
            let stay = |cell: &Cell| Stay {
                from: cell.start,
                until: self.end(cell) + between,
                each: if cell.class.is_none() { size } else { 1.0 },
                count: cell.count,
            };
            let stays: Vec<Stay> = self.cells.iter().filter(takes).map(stay).collect();
            within_capacity(&mut self.variables, &mut self.rows, stays, size);
        }
    }

    /// V4: nobody is seen by two at a time.
    fn people_in_one_place(&mut self, day: DayRow) {
        let work = self.work;
        let seen = work.tasks.iter().flat_map(|task| task.seen.iter());
        for person in seen.copied().collect::<BTreeSet<SeenRow>>() {
            let sees =
                |cell: &&Cell| cell.day == day && work.tasks[cell.task].seen.contains(&person);
            let stay = |cell: &Cell| Stay {
                from: cell.start,
                until: self.end(cell),
                each: 1.0,
                count: cell.count,
            };
            let stays: Vec<Stay> = self.cells.iter().filter(sees).map(stay).collect();
            within_capacity(&mut self.variables, &mut self.rows, stays, 1.0);
        }
    }

    /// V6 and V9, and V2 before closing debriefs: for every moment by which the first ones must be over for a later task to begin, either
    /// they all are, or none of the later ones that need it has its place.
    fn in_order(&mut self, order: &Order) {
        type Moment = (DayRow, u32);
        let of = |tasks: &[TaskRow], when: &dyn Fn(&Cell) -> u32| -> BTreeMap<Moment, Expression> {
            let mut at: BTreeMap<Moment, Expression> = BTreeMap::new();
            for cell in self.cells.iter().filter(|cell| tasks.contains(&cell.task)) {
                *at.entry((cell.day, when(cell))).or_default() += cell.count;
            }
            at
        };
        let mut ends = of(&order.first, &|cell| self.end(cell));
        let over_by = |cell: &Cell| self.work.over_by(order, cell.day, cell.start, self.last);
        let begins = of(&order.later, &over_by);
        let sessions = |tasks: &[TaskRow]| -> f64 {
            let each = tasks.iter().map(|task| self.work.tasks[*task].sessions);
            f64::from(each.sum::<u32>())
        };
        let (firsts, laters) = (sessions(&order.first), sessions(&order.later));
        let mut over = Expression::default();
        let mut begun = Expression::default();
        for (moment, begin) in begins {
            // Running totals in variables of their own: spelt out, they would fill the rows.
            let still = ends.split_off(&(moment.0, moment.1 + 1));
            if still.is_empty() {
                break;
            }
            let ended: Expression = std::mem::replace(&mut ends, still).into_values().sum();
            over = self.total(over + ended, firsts);
            begun = self.total(begun + begin, laters);
            let is_over = self.variables.add(variable().binary());
            self.rows.push((over.clone() - firsts * is_over).geq(0));
            self.rows.push((begun.clone() - laters * is_over).leq(0));
        }
    }

    /// A sum as a variable of its own.
    fn total(&mut self, sum: Expression, most: f64) -> Expression {
        let total = self.variables.add(variable().bounds(0.0..=most));
        self.rows.push((sum - total).eq(0));
        Expression::from(total)
    }

    /// Whether there is such a timetable.
    pub(super) fn any(self) -> Result<Solved<Vec<Slot>>, Fault> {
        self.best(Expression::from(0.0))
    }

    /// The timetable with the most even loads, where a difference of one counts as even.
    pub(super) fn most_even(mut self) -> Result<Solved<Vec<Slot>>, Fault> {
        let sessions = self.work.sessions() as f64;
        let fewest = self
            .variables
            .add(variable().integer().bounds(0.0..=sessions));
        let uneven = self
            .variables
            .add(variable().integer().bounds(1.0..=sessions.max(1.0)));
        for class in self.classes.keys() {
            let load = sum(self.cells.iter().filter(|cell| cell.class == Some(class)));
            self.rows.push((load.clone() - fewest).geq(0));
            self.rows.push((load - fewest - uneven).leq(0));
        }
        self.best(Expression::from(uneven))
    }

    /// The timetable that costs least, each session at a slot costing so much.
    pub(super) fn cheapest(self, cost: impl Fn(&Slot) -> f64) -> Result<Solved<Vec<Slot>>, Fault> {
        let mut total = Expression::from(0.0);
        for cell in &self.cells {
            total.add_mul(cost(&self.slot(cell)), cell.count);
        }
        self.best(total)
    }

    /// The slot of a cell, by the first pair of its class.
    fn slot(&self, cell: &Cell) -> Slot {
        Slot {
            day: cell.day,
            start: cell.start,
            pair: cell.class.map(|class| self.classes[class].pairs[0]),
            task: cell.task,
        }
    }

    fn best(self, objective: Expression) -> Result<Solved<Vec<Slot>>, Fault> {
        let Self {
            work,
            last,
            classes,
            cells,
            variables,
            rows,
        } = self;
        let program = Program {
            step: SolveStep::Timetable,
            variables,
            objective,
            maximise: false,
            rows,
            jump: true,
            any: false,
        };
        let budget = work.budget.with_nodes(most_nodes(cells.len()));
        let found = program.solve(&budget)?;
        Ok(found.map(|values| assign_pairs(work, last, &classes, &cells, &values)))
    }
}

/// Nodes after which a search is given up: the fewer, the larger it is. Unlike seconds they cut every run short at the same
/// point.
fn most_nodes(cells: usize) -> i32 {
    const NODES_TIMES_CELLS: usize = 200_000;
    let nodes = NODES_TIMES_CELLS / cells.max(1);
    nodes.clamp(20, 20_000) as i32
}

fn are_alike(work: &Work, one: PairRow, other: PairRow) -> bool {
    work.tasks.keys().all(|task| {
        work.all_days()
            .all(|day| work.may(task, one, day) == work.may(task, other, day))
    })
}

fn sum<'c>(cells: impl Iterator<Item = &'c Cell>) -> Expression {
    cells.map(|cell| cell.count).sum()
}
