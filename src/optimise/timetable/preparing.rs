//! The remote activities of a visit, shared out over its preparation days: as much as fits, then as evenly as can be.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use good_lp::{Expression, ProblemVariables, Variable, variable};
use typed_index_collections::TiVec;

use super::super::budget::Budget;
use super::super::fault::{Fault, SolveStep};
use super::super::solver::{Program, Solved, Values};
use super::hours::of_preparation;
use super::rows::{DayRow, PairRow};
use super::team::Team;
use crate::domain::{Activity, Inspection, InspectorId, Party, Prepared, TakenBy, Visit};
use crate::instance::Instance;

/// Nodes after which a search is given up. Unlike seconds they cut every run short at the same point.
const MOST_NODES: i32 = 20_000;

/// So many sessions of an activity that a party takes on a preparation day.
struct PreparationShare<'a> {
    activity: &'a Activity,
    day: DayRow,
    party: Party,
    /// Everyone whose time it takes.
    people: Vec<&'a InspectorId>,
    count: Variable,
}

struct PreparationModel<'a> {
    /// Minutes of a day.
    room: u32,
    days: TiVec<DayRow, NaiveDate>,
    activities: Vec<&'a Activity>,
    shares: Vec<PreparationShare<'a>>,
    variables: ProblemVariables,
    budget: Budget,
}

/// Shares the remote activities of a visit out over its preparation days (V12): the most minutes that fit, then the least
/// work for the busiest person, then the most for the least busy. Sessions that do not fit come last, with no date and nobody to take them.
///
/// Neither the time of the budget nor a stop counts: this is soon done, and half of it would say what is not so.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn prepare_visit(
    instance: &Instance,
    visit: &Visit,
    budget: &Budget,
) -> Result<Vec<Prepared>, Fault> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let of_kind = |one: &&Activity| one.kind == visit.kind && one.remote;
    let activities: Vec<&Activity> = inspection.activities.iter().filter(of_kind).collect();
    if activities.is_empty() {
        return Ok(Vec::new());
    }
    let sharing = PreparationModel::new(
        inspection,
        visit,
        calendar.preparation_days(visit).into(),
        activities,
        budget.regardless().with_nodes(MOST_NODES),
    );
    sharing.shared_out(visit)
}

impl<'a> PreparationModel<'a> {
    fn new(
        inspection: &'a Inspection,
        visit: &Visit,
        days: TiVec<DayRow, NaiveDate>,
        activities: Vec<&'a Activity>,
        budget: Budget,
    ) -> Self {
        let team = Team::new(inspection, visit);
        let mut variables = ProblemVariables::new();
        let mut shares = Vec::new();
        for activity in &activities {
            for (day, date) in days.iter_enumerated() {
                let able = |pair: &PairRow| team.may_take(activity, *pair, *date);
                let mut able: Vec<PairRow> = team.pairs().filter(able).collect();
                let by_all = activity.taken_by == TakenBy::All;
                if by_all {
                    // The whole team or nobody.
                    able.truncate(usize::from(able.len() == visit.pairs.len()));
                }
                for pair in able {
                    let most = f64::from(activity.sessions);
                    let people = team.attending(activity, pair);
                    shares.push(PreparationShare {
                        activity,
                        day,
                        party: if by_all {
                            Party::All
                        } else {
                            Party::Pair(usize::from(pair) as u32 + 1)
                        },
                        people: people.into_iter().map(|person| &person.id).collect(),
                        count: variables.add(variable().integer().bounds(0.0..=most)),
                    });
                }
            }
        }
        Self {
            room: of_preparation(&inspection.day),
            days,
            activities,
            shares,
            variables,
            budget,
        }
    }

    fn shared_out(mut self, visit: &Visit) -> Result<Vec<Prepared>, Fault> {
        if self.shares.is_empty() {
            return Ok(self.written(visit, None));
        }
        let most = self.solve(|sharing, program| {
            program.maximise = true;
            program.objective = sharing.minutes();
        })?;
        let fits = most.as_ref().map_or(0, |values| self.placed(values));
        // Nobody works for longer than all the days.
        let longest = f64::from(self.room) * self.days.len() as f64;
        let busiest = self.variables.add(variable().bounds(0.0..=longest));
        let least = self.variables.add(variable().bounds(0.0..=longest));
        let at_most = |sharing: &Self, program: &mut Program| {
            program.rows.push(sharing.minutes().geq(f64::from(fits)));
            for work in sharing.work_on(|_| true).into_values() {
                program.rows.push((work.clone() - busiest).leq(0));
                program.rows.push((work - least).geq(0));
            }
        };
        let even = self.solve(|sharing, program| {
            at_most(sharing, program);
            program.objective = Expression::from(busiest);
        })?;
        let fair = match even.as_ref().map(|values| values.of(busiest).round()) {
            Some(limit) => self.solve(|sharing, program| {
                at_most(sharing, program);
                program.rows.push(Expression::from(busiest).leq(limit));
                program.maximise = true;
                program.objective = Expression::from(least);
            })?,
            None => None,
        };
        Ok(self.written(visit, fair.or(even).or(most).as_ref()))
    }

    /// The minutes of all sessions that are placed, in a solution.
    fn placed(&self, values: &Values) -> u32 {
        let minutes =
            |share: &PreparationShare| whole(values, share.count) * share.activity.minutes;
        self.shares.iter().map(minutes).sum()
    }

    /// The best way to share them out that the aim describes; `None` where the nodes do not suffice to find any.
    fn solve(&self, aim: impl FnOnce(&Self, &mut Program)) -> Result<Option<Values>, Fault> {
        let mut program = Program {
            step: SolveStep::Preparation,
            variables: self.variables.clone(),
            objective: Expression::from(0.0),
            maximise: false,
            rows: Vec::new(),
            jump: false,
            any: false,
        };
        for activity in &self.activities {
            let of = |share: &&PreparationShare| share.activity.name == activity.name;
            let placed: Expression = self.shares.iter().filter(of).map(|share| share.count).sum();
            program.rows.push(placed.leq(activity.sessions));
        }
        for day in self.days.keys() {
            for work in self.work_on(|share| share.day == day).into_values() {
                program.rows.push(work.leq(self.room));
            }
        }
        self.in_order(&mut program);
        aim(self, &mut program);
        match program.solve(&self.budget)? {
            Solved::Optimal(values) | Solved::Feasible(values, _) => Ok(Some(values)),
            Solved::Unknown(_) => Ok(None),
            // To share out nothing is a solution, and each aim after the first is met by what the one before found.
            Solved::Infeasible => Err(Fault::Solver {
                step: SolveStep::Preparation,
                said: "it found no solution, though there is one".to_owned(),
            }),
        }
    }

    /// V12 with `after`: no session lies on an earlier day than one of an activity that it comes after.
    fn in_order(&self, program: &mut Program) {
        let of = |name: &str, wanted: &dyn Fn(DayRow) -> bool| -> Expression {
            let shares = self.shares.iter();
            let of_name = shares.filter(|share| share.activity.name == name && wanted(share.day));
            of_name.map(|share| share.count).sum()
        };
        for later in &self.activities {
            let remote = |name: &&String| self.activities.iter().find(|one| one.name == **name);
            for first in later.after.iter().filter_map(|name| remote(&name)) {
                for day in self.days.keys() {
                    let is_over = program.variables.add(variable().binary());
                    let (firsts, laters) = (f64::from(first.sessions), f64::from(later.sessions));
                    let not_over = of(&first.name, &|on| on > day);
                    let begun = of(&later.name, &|on| on <= day);
                    program.rows.push((not_over + firsts * is_over).leq(firsts));
                    program.rows.push((begun - laters * is_over).leq(0));
                }
            }
        }
    }

    /// The minutes of all sessions that are placed, however many take them.
    fn minutes(&self) -> Expression {
        let minutes = |share: &PreparationShare| f64::from(share.activity.minutes) * share.count;
        self.shares.iter().map(minutes).sum()
    }

    /// The minutes of work of each person in some of the shares.
    fn work_on(
        &self,
        wanted: impl Fn(&PreparationShare) -> bool,
    ) -> BTreeMap<&'a InspectorId, Expression> {
        let mut work: BTreeMap<&InspectorId, Expression> = BTreeMap::new();
        for share in self.shares.iter().filter(|share| wanted(share)) {
            for person in &share.people {
                let of = work.entry(person).or_insert_with(|| Expression::from(0.0));
                of.add_mul(f64::from(share.activity.minutes), share.count);
            }
        }
        work
    }

    fn written(&self, visit: &Visit, values: Option<&Values>) -> Vec<Prepared> {
        let row = |activity: &Activity, sessions, date, pair| Prepared {
            site: visit.site.clone(),
            activity: activity.name.clone(),
            sessions,
            date,
            pair,
        };
        let count =
            |share: &PreparationShare| values.map_or(0, |values| whole(values, share.count));
        let mut in_time: Vec<&PreparationShare> = self
            .shares
            .iter()
            .filter(|share| count(share) > 0)
            .collect();
        in_time.sort_by_key(|share| share.day);
        let mut rows: Vec<Prepared> = Vec::new();
        for share in in_time {
            let date = Some(self.days[share.day]);
            rows.push(row(share.activity, count(share), date, Some(share.party)));
        }
        for activity in &self.activities {
            let of = self
                .shares
                .iter()
                .filter(|share| share.activity.name == activity.name);
            let left = activity.sessions.saturating_sub(of.map(count).sum());
            if left > 0 {
                rows.push(row(activity, left, None, None));
            }
        }
        rows
    }
}

fn whole(values: &Values, variable: Variable) -> u32 {
    values.of(variable).round() as u32
}
