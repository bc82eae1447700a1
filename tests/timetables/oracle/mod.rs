//! An exhaustive search written from `docs/timetables.md` alone: the measure of the planner.
//!
//! It tries the sessions in every order, on every day, for every party, and puts each as early as those before it allow.
//! No timetable is lost by that. Take any that keeps the rules, go through its sessions by day and start,
//! and move each to the earliest minute that the ones before it allow: no session then begins later than it did, so
//! none misses its `latest`, its lunch or its debrief for it; days and parties stay. A session that was over in time for
//! another still is. Going through them again until none moves gives a timetable whose sessions, by day and start, each begin as early as those
//! before them allow: one of those that the search tries. A closing debrief on the last day takes the team's own debrief with it, so it
//! waits for those before it that long, and nothing after it begins before it does. `grid` vouches for this by trying every start instead.

mod keep;
mod place;
pub mod preparation;
pub mod sizing;

use std::collections::BTreeSet;

use assize::domain::{
    Activity, DayHours, InspectorateId, Party, Rule, RuleSet, Session, SetDay, TakenBy, TimeOfDay,
};

use crate::problem::Problem;
use crate::rules::people;

pub use keep::fewest_moved;
use place::best;

/// The best that a timetable can be.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The fewest onsite days.
    pub days: u32,
    /// The least difference between the loads of the pairs in so many days; nought and one are one.
    pub uneven: u32,
    /// One such timetable.
    pub sessions: Vec<Session>,
}

/// The best timetable of a visit under a set of rules; `None` where its activities do not fit.
pub fn answer(problem: &Problem, rules: RuleSet) -> Option<Answer> {
    let facts = Facts::of_visit(problem, rules);
    let (days, uneven, placed) = best(&facts, 1)?;
    Some(Answer {
        days,
        uneven,
        sessions: sessions(problem, &facts, &placed),
    })
}

/// The fewest days alone.
pub fn fewest_days(problem: &Problem, rules: RuleSet) -> Option<u32> {
    best(&Facts::of_visit(problem, rules), u32::MAX).map(|(days, _, _)| days)
}

/// What the search knows of a visit: numbers only, days from 0, activities and pairs by their place in the lists.
pub struct Facts {
    hours: DayHours,
    days: usize,
    pairs: usize,
    work: Vec<Work>,
    rules: RuleSet,
}

/// An onsite activity.
struct Work {
    name: String,
    sessions: u32,
    minutes: u32,
    earliest: u32,
    latest: u32,
    day: SetDay,
    seen: BTreeSet<String>,
    /// Which activities must be over when it begins (V6, V9), and how long on the same day.
    first: Vec<(usize, u32)>,
    /// Whether it closes the visit.
    closes: bool,
    /// Who may take it, for each day.
    takers: Vec<Vec<Party>>,
}

/// A session in its place, by day and start; closing debriefs first, since they say where the team's own debrief is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Placed {
    day: usize,
    start: u32,
    is_other: bool,
    activity: usize,
    party: Party,
}

const MIDNIGHT: u32 = 24 * 60;

impl Facts {
    /// The visit with its dates and people.
    fn of_visit(problem: &Problem, rules: RuleSet) -> Self {
        let dates = problem.onsite_days();
        let who = |activity: &Activity, party: Party, day: usize| {
            let people = people(problem, &activity.taken_by, party);
            let skilled = activity
                .skills
                .iter()
                .all(|skill| people.iter().any(|id| problem.skills(id).contains(skill)));
            let cleared = activity.security.as_ref().is_none_or(|security| {
                people
                    .iter()
                    .all(|id| problem.holds(id, security, dates[day]))
            });
            (skilled || !rules.contains(Rule::SessionSkills))
                && (cleared || !rules.contains(Rule::SessionSecurity))
        };
        let activities: Vec<&Activity> = problem.onsite().collect();
        let hours = &problem.inspection.day;
        Self::new(
            &activities,
            hours,
            dates.len(),
            &problem.kind().pairs,
            rules,
            who,
        )
    }

    /// Some activities on so many days with these pairs; `who` says whether a party has what it takes on a day.
    fn new(
        activities: &[&Activity],
        hours: &DayHours,
        days: usize,
        pairs: &[[InspectorateId; 2]],
        rules: RuleSet,
        who: impl Fn(&Activity, Party, usize) -> bool,
    ) -> Self {
        let numbers = 1..=pairs.len() as u32;
        let parties: Vec<Party> = numbers.map(Party::Pair).chain([Party::All]).collect();
        let takers = |activity: &Activity, day: usize| {
            let may = |party: &Party| {
                let named = is_named(activity, *party, pairs);
                (named || !rules.contains(Rule::TakenJointly)) && who(activity, *party, day)
            };
            parties.iter().copied().filter(may).collect()
        };
        let first = |activity: &Activity| {
            let over = |other: &Activity| {
                let after = activity.after.contains(&other.name) && rules.contains(Rule::InOrder);
                let opening = other.opens() && !activity.opens();
                let closing = activity.closes() && !other.closes();
                let around = (opening || closing) && rules.contains(Rule::OpenedAndClosed);
                match (after, around) {
                    (true, _) => Some(activity.gap.unwrap_or(0)),
                    (false, true) => Some(0),
                    (false, false) => None,
                }
            };
            (0..activities.len())
                .filter_map(|at| Some((at, over(activities[at])?)))
                .collect()
        };
        let times = rules.contains(Rule::AtSetTimes);
        let minutes = |time: Option<TimeOfDay>| time.filter(|_| times).map(TimeOfDay::minutes);
        let work = activities.iter().map(|activity| Work {
            name: activity.name.clone(),
            sessions: activity.sessions,
            minutes: activity.minutes,
            earliest: minutes(activity.earliest).unwrap_or(0),
            latest: minutes(activity.latest).unwrap_or(MIDNIGHT),
            day: match rules.contains(Rule::OnSetDay) {
                true => activity.day,
                false => SetDay::Any,
            },
            seen: activity
                .with
                .iter()
                .map(|with| with.to_lowercase())
                .collect(),
            first: first(activity),
            closes: activity.closes(),
            takers: (0..days).map(|day| takers(activity, day)).collect(),
        });
        Self {
            hours: hours.clone(),
            days,
            pairs: pairs.len(),
            work: work.collect(),
            rules,
        }
    }

    /// Whether a session of an activity may be on this day, when that is the last (V7).
    fn may_be_on(&self, activity: usize, day: usize, last: usize) -> bool {
        match self.work[activity].day {
            SetDay::First => day == 0,
            SetDay::Last => day == last,
            SetDay::Any => true,
        }
    }

    /// A session in its place.
    fn at(&self, day: usize, start: u32, activity: usize, party: Party) -> Placed {
        Placed {
            day,
            start,
            is_other: !self.work[activity].closes,
            activity,
            party,
        }
    }

    /// Whether the team's own debrief comes before closing debriefs on a day, when `last` is the last.
    fn is_closed(&self, day: usize, last: usize) -> bool {
        let closes = self.work.iter().any(|work| work.closes);
        day == last && closes && self.rules.contains(Rule::Hours)
    }

    /// Whether a closing debrief on the last day may begin then: the team's own debrief has room before it (V2), and, if it is the first, no
    /// session placed before it is in the way.
    fn is_debriefed(&self, placed: &[Placed], day: usize, start: u32) -> bool {
        if self.hours.debrief == 0 {
            return true;
        }
        let [from, to] = self.hours.lunch.map(TimeOfDay::minutes);
        let over = if from < to && start == to {
            from
        } else {
            start
        };
        let Some(begins) = over.checked_sub(self.hours.debrief) else {
            return false;
        };
        let mut opens = self.hours.start.minutes();
        if let (0, Some(arrival)) = (day, self.hours.arrival) {
            opens = opens.max(arrival.minutes());
        }
        let on_day = || placed.iter().filter(|before| before.day == day);
        let is_first = !on_day().any(|before| self.work[before.activity].closes);
        let end = |before: &Placed| before.start + self.work[before.activity].minutes;
        opens <= begins
            && !(from < to && begins < to && from < over)
            && (!is_first || on_day().all(|before| end(before) <= begins))
    }

    /// The earliest minute at which a session could begin on a day after those placed before it (V2 to V4, V6, V8, V9), when `last` is the
    /// last day.
    fn earliest(
        &self,
        placed: &[Placed],
        activity: usize,
        day: usize,
        party: Party,
        last: usize,
    ) -> u32 {
        let closed = self.is_closed(day, last) && self.hours.debrief > 0;
        let mut earliest = self.earliest_but_for_closing(placed, activity, day, party);
        if closed {
            // What comes after a closing debrief in turn cannot be in the team's own debrief before it, nor earlier.
            let closing = placed.iter().filter(|before| before.day == day);
            let closing = closing.filter(|before| !before.is_other);
            earliest = closing.fold(earliest, |earliest, one| earliest.max(one.start));
        }
        let [from, to] = self.hours.lunch.map(TimeOfDay::minutes);
        let minutes = self.work[activity].minutes;
        while earliest < MIDNIGHT {
            let at_lunch = earliest < to && from < earliest + minutes;
            if at_lunch && self.rules.contains(Rule::Hours) {
                earliest = to;
            } else if closed
                && self.work[activity].closes
                && !self.is_debriefed(placed, day, earliest)
            {
                earliest += 1;
            } else {
                break;
            }
        }
        earliest
    }

    fn earliest_but_for_closing(
        &self,
        placed: &[Placed],
        activity: usize,
        day: usize,
        party: Party,
    ) -> u32 {
        let work = &self.work[activity];
        let mut earliest = work.earliest;
        if self.rules.contains(Rule::Hours) {
            earliest = earliest.max(self.hours.start.minutes());
            if let (0, Some(arrival)) = (day, self.hours.arrival) {
                earliest = earliest.max(arrival.minutes());
            }
        }
        for before in placed.iter().filter(|before| before.day == day) {
            let other = &self.work[before.activity];
            let end = before.start + other.minutes;
            if share_a_pair(before.party, party) && self.rules.contains(Rule::PairInOnePlace) {
                earliest = earliest.max(end + self.hours.between);
            }
            let seen = !work.seen.is_disjoint(&other.seen);
            if seen && self.rules.contains(Rule::SeenInOnePlace) {
                earliest = earliest.max(end);
            }
            let mut first = work.first.iter();
            if let Some((_, gap)) = first.find(|(first, _)| *first == before.activity) {
                earliest = earliest.max(end + gap);
            }
        }
        earliest
    }

    /// Whether a session that begins then is over in time (V2, V8), when `last` is the last day.
    fn is_over_in_time(&self, activity: usize, day: usize, start: u32, last: usize) -> bool {
        let debrief = match self.is_closed(day, last) {
            true => 0,
            false => self.hours.debrief,
        };
        self.is_over_before(activity, day, start, last, debrief)
    }

    /// Whether the last day has closing debriefs, or leaves the time for the team's own debrief at its end.
    fn is_debriefed_at_all(&self, placed: &[Placed], last: usize) -> bool {
        let on_last = || placed.iter().filter(|place| place.day == last);
        let debrief = self.hours.debrief;
        on_last().any(|place| !place.is_other)
            || on_last()
                .all(|place| self.is_over_before(place.activity, last, place.start, last, debrief))
    }

    /// Whether a session is over so many minutes before the hours are (V2), and by its set time (V8).
    fn is_over_before(
        &self,
        activity: usize,
        day: usize,
        start: u32,
        last: usize,
        debrief: u32,
    ) -> bool {
        let work = &self.work[activity];
        let mut ends = self.hours.end.minutes();
        if let (true, Some(departure)) = (day == last, self.hours.departure) {
            ends = ends.min(departure.minutes());
        }
        let end = start + work.minutes;
        let within = end + debrief <= ends || !self.rules.contains(Rule::Hours);
        within && end <= work.latest && end <= MIDNIGHT
    }

    /// Whether all sessions that an activity comes after are placed, when so many of each are left.
    fn may_come_next(&self, activity: usize, left: &[u32]) -> bool {
        left[activity] > 0
            && self.work[activity]
                .first
                .iter()
                .all(|(first, _)| left[*first] == 0)
    }
}

fn share_a_pair(one: Party, other: Party) -> bool {
    one == other || one == Party::All || other == Party::All
}

/// Whether a party is one that the activity names (V5).
fn is_named(activity: &Activity, party: Party, pairs: &[[InspectorateId; 2]]) -> bool {
    let pair = match party {
        Party::All => return activity.taken_by == TakenBy::All,
        Party::Pair(number) => &pairs[number as usize - 1],
    };
    match &activity.taken_by {
        TakenBy::AnyPair => true,
        TakenBy::Pair([one, other]) => {
            *pair == [one.clone(), other.clone()] || *pair == [other.clone(), one.clone()]
        }
        TakenBy::One(one) => pair[0] == *one || pair[1] == *one,
        TakenBy::All => false,
    }
}

/// The timetable as it stands in a plan: sessions of an activity are numbered as they come.
fn sessions(problem: &Problem, facts: &Facts, placed: &[Placed]) -> Vec<Session> {
    let dates = problem.onsite_days();
    let mut numbers = vec![0; facts.work.len()];
    let session = |place: &Placed| {
        let work = &facts.work[place.activity];
        numbers[place.activity] += 1;
        Session {
            site: problem.visit.site.clone(),
            activity: work.name.clone(),
            session: numbers[place.activity],
            date: dates[place.day],
            start: TimeOfDay::from_minutes(place.start),
            end: TimeOfDay::from_minutes(place.start + work.minutes),
            pair: place.party,
        }
    };
    placed.iter().map(session).collect()
}
