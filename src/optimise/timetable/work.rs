//! The sessions of one visit as the planner sees them: activities, pairs and days by number.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use typed_index_collections::TiVec;

use crate::domain::{
    Activity, DayHours, Inspection, InspectorateId, Kind, OneOff, SetDay, TakenBy, Visit, one_off,
};

use super::super::budget::Budget;
use super::hours::{has_debrief_before, stretches};
use super::order::{Order, orders};
use super::rows::{DayRow, PairRow, SeenRow, TaskRow};
use super::team::Team;

/// Everything that has to be placed, and where it may be.
pub(super) struct Work<'a> {
    pub tasks: TiVec<TaskRow, Task<'a>>,
    /// How many pairs there are.
    pub pairs: usize,
    /// How many days the visit has.
    pub days: usize,
    pub hours: &'a DayHours,
    /// How far to look.
    pub budget: &'a Budget,
    /// Groups of tasks that must all be over before any of others begins (V6, V9).
    pub orders: Vec<Order>,
    /// Whether there are closing debriefs: then one is on the last day with a session, by V9.
    pub closes: bool,
}

/// Per task, day and pair, whether the pair may take a session.
pub(super) type Able = TiVec<TaskRow, AbleOn>;

/// Per day and pair, whether the pair may take a session.
type AbleOn = TiVec<DayRow, TiVec<PairRow, bool>>;

/// Per task and day, the minutes after midnight at which a session could begin.
pub(super) type StartTimes = TiVec<TaskRow, TiVec<DayRow, Vec<u32>>>;

/// One onsite activity.
pub(super) struct Task<'a> {
    pub activity: &'a Activity,
    /// How many sessions of it this visit has: never none.
    pub sessions: u32,
    /// The persons and groups seen.
    pub seen: Vec<SeenRow>,
    /// Per day and pair, whether that pair may take a session then (V5, V10, V11).
    able: AbleOn,
}

/// Where one session is placed. Minutes count from midnight; no pair is the whole team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    pub day: DayRow,
    pub start: u32,
    pub pair: Option<PairRow>,
    pub task: TaskRow,
}

impl<'a> Work<'a> {
    /// The work of one visit, by its team, on these onsite days, with as many sessions as were settled for it.
    pub(super) fn of_visit(
        inspection: &'a Inspection,
        visit: &Visit,
        one_offs: &[OneOff],
        onsite: &[NaiveDate],
        budget: &'a Budget,
    ) -> Self {
        let team = Team::new(inspection, visit);
        let of_kind = |one: &&Activity| one.kind == visit.kind && !one.remote;
        let able = |activity: &Activity| {
            let on = |date: &NaiveDate| {
                let pairs = team.pairs();
                pairs
                    .map(|pair| team.may_take(activity, pair, *date))
                    .collect()
            };
            onsite.iter().map(on).collect()
        };
        let sessions = |activity: &'a Activity| {
            let settled = one_off(one_offs, &visit.site, &activity.name);
            (activity, settled.unwrap_or(activity.sessions))
        };
        let activities = inspection.activities.iter().filter(of_kind);
        Self::new(
            activities
                .map(sessions)
                .filter(|(_, sessions)| *sessions > 0),
            (visit.pairs.len(), onsite.len()),
            &inspection.day,
            budget,
            able,
        )
    }

    /// The work of a visit to any site of a kind by pairs of these inspectorates, whoever they are, with so many sessions of each
    /// activity.
    pub(super) fn of_kind(
        inspection: &'a Inspection,
        kind: &Kind,
        pairs: &[[InspectorateId; 2]],
        days: usize,
        sessions: &dyn Fn(&Activity) -> u32,
        budget: &'a Budget,
    ) -> Self {
        let of_kind = |one: &&Activity| one.kind == kind.id && !one.remote;
        let able = |activity: &Activity| {
            let allowed = pairs.iter().map(|pair| activity.taken_by.allows(pair));
            let allowed: TiVec<PairRow, bool> = allowed.collect();
            vec![allowed; days].into()
        };
        let activities = inspection.activities.iter().filter(of_kind);
        Self::new(
            activities
                .map(|activity| (activity, sessions(activity)))
                .filter(|(_, sessions)| *sessions > 0),
            (pairs.len(), days),
            &inspection.day,
            budget,
            able,
        )
    }

    fn new(
        activities: impl Iterator<Item = (&'a Activity, u32)>,
        (pairs, days): (usize, usize),
        hours: &'a DayHours,
        budget: &'a Budget,
        able: impl Fn(&Activity) -> AbleOn,
    ) -> Self {
        let mut people: BTreeMap<String, SeenRow> = BTreeMap::new();
        let mut number = |name: &String| {
            let next = SeenRow::from(people.len());
            *people.entry(name.to_lowercase()).or_insert(next)
        };
        let tasks: TiVec<TaskRow, Task> = activities
            .map(|(activity, sessions)| {
                let seen: BTreeSet<SeenRow> = activity.with.iter().map(&mut number).collect();
                Task {
                    activity,
                    sessions,
                    seen: seen.into_iter().collect(),
                    able: able(activity),
                }
            })
            .collect();
        let by_task: TiVec<TaskRow, &Activity> = tasks.iter().map(|task| task.activity).collect();
        Self {
            orders: orders(&by_task),
            closes: by_task.iter().any(|activity| activity.closes()),
            tasks,
            pairs,
            days,
            hours,
            budget,
        }
    }

    /// Per task, day and pair, whether the pair may take a session: what tells two visits to one kind apart.
    pub(super) fn able(&self) -> Able {
        self.tasks.iter().map(|task| task.able.clone()).collect()
    }

    /// The onsite activities that take place, each with its number of sessions.
    pub(super) fn numbers(&self) -> Vec<(&'a str, u32)> {
        let tasks = self.tasks.iter();
        tasks
            .map(|task| (task.activity.name.as_str(), task.sessions))
            .collect()
    }

    /// How many sessions there are.
    pub(super) fn sessions(&self) -> usize {
        let sessions = self.tasks.iter().map(|task| task.sessions as usize);
        sessions.sum()
    }

    /// The free stretches of a day, if `last` is the last day with a session.
    pub(super) fn stretches(&self, day: DayRow, last: DayRow) -> Vec<(u32, u32)> {
        stretches(self.hours, day, last, self.closes)
    }

    /// The pairs.
    pub(super) fn all_pairs(&self) -> impl Iterator<Item = PairRow> {
        (0..self.pairs).map(PairRow::from)
    }

    /// The days of the visit.
    pub(super) fn all_days(&self) -> impl Iterator<Item = DayRow> {
        (0..self.days).map(DayRow::from)
    }

    /// Who may take a session of a task on a day: pairs, or nothing but the whole team.
    pub(super) fn parties(&self, task: TaskRow, day: DayRow) -> Vec<Option<PairRow>> {
        let able = |pair: &PairRow| self.may(task, *pair, day);
        match self.tasks[task].activity.taken_by {
            TakenBy::All if self.all_pairs().all(|pair| able(&pair)) => vec![None],
            TakenBy::All => Vec::new(),
            _ => self.all_pairs().filter(able).map(Some).collect(),
        }
    }

    /// Whether a pair may take a session of a task on a day.
    pub(super) fn may(&self, task: TaskRow, pair: PairRow, day: DayRow) -> bool {
        let on = self.tasks[task].able.get(day);
        on.and_then(|on| on.get(pair)).copied().unwrap_or(false)
    }

    /// Whether a task may be done on a day at all (V7).
    pub(super) fn on_day(&self, task: TaskRow, day: DayRow, last: DayRow) -> bool {
        match self.tasks[task].activity.day {
            SetDay::First => day == DayRow::FIRST,
            SetDay::Last => day == last,
            SetDay::Any => day <= last,
        }
    }

    /// Whether a session that starts then lies within the hours and the activity's times, whatever the others do (V2, V8).
    pub(super) fn fits(&self, task: TaskRow, start: u32, day: DayRow, last: DayRow) -> bool {
        let activity = self.tasks[task].activity;
        let end = start + activity.minutes;
        activity.earliest.is_none_or(|time| time.minutes() <= start)
            && activity.latest.is_none_or(|time| end <= time.minutes())
            && self.is_within_hours(task, start, day, last)
    }

    /// Whether a session that starts then lies within the hours, and has the team's own debrief before it where it must (V2).
    pub(super) fn is_within_hours(
        &self,
        task: TaskRow,
        start: u32,
        day: DayRow,
        last: DayRow,
    ) -> bool {
        let activity = self.tasks[task].activity;
        let end = start + activity.minutes;
        let mut stretches = self.stretches(day, last).into_iter();
        stretches.any(|(from, to)| from <= start && end <= to)
            && (day != last || !activity.closes() || has_debrief_before(self.hours, last, start))
    }

    /// When the session in a slot ends, in minutes after midnight.
    pub(super) fn end(&self, slot: &Slot) -> u32 {
        slot.start + self.tasks[slot.task].activity.minutes
    }

    /// Sessions of each pair, those of the whole team left out.
    pub(super) fn loads(&self, slots: &[Slot]) -> TiVec<PairRow, u32> {
        let mut loads: TiVec<PairRow, u32> = vec![0; self.pairs].into();
        for pair in slots.iter().filter_map(|slot| slot.pair) {
            loads[pair] += 1;
        }
        loads
    }

    /// The difference between the most and the fewest sessions of a pair.
    pub(super) fn uneven(&self, slots: &[Slot]) -> u32 {
        let loads = self.loads(slots);
        let (most, fewest) = (loads.iter().max(), loads.iter().min());
        most.zip(fewest).map_or(0, |(most, fewest)| most - fewest)
    }
}
