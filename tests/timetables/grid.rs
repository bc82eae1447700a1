//! A second search, for tiny visits: every session on every day at every start of a grid, for every party, and every rule
//! looked up on what is placed so far. It is clever at nothing, so that it can vouch for the search that is.
//!
//! A grid is enough where every time and length of the visit lies on it: round all starts of a timetable down to
//! the grid, and it keeps every rule that it kept.

use assize::domain::{Party, RuleSet, Session, TimeOfDay};

use crate::problem::Problem;
use crate::rules::{broken_so_far, is_debriefed, uneven};

/// What is asked of a timetable: the least of this, among those that keep the rules.
type Cost<'a> = &'a dyn Fn(&[Session]) -> u32;

/// The fewest days, and then the least difference of loads, where nought and one are one; `None` where nothing fits.
pub fn best(problem: &Problem, rules: RuleSet) -> Option<(u32, u32)> {
    let cost = |sessions: &[Session]| uneven(problem, sessions).max(1);
    let of_days = |last| least(problem, rules, last, 1, &cost);
    (0..problem.onsite_days().len()).find_map(|last| Some((last as u32 + 1, of_days(last)?)))
}

/// The fewest sessions that do not stand as they do in an edited timetable.
pub fn fewest_moved(problem: &Problem, edited: &[Session]) -> Option<u32> {
    let cost = |sessions: &[Session]| {
        let stays = |one: &&Session| edited.iter().any(|edited| stands(edited, one));
        (sessions.len() - sessions.iter().filter(stays).count()) as u32
    };
    let lasts = 0..problem.onsite_days().len();
    lasts
        .filter_map(|last| least(problem, RuleSet::all(), last, 0, &cost))
        .min()
}

/// Whether a session stands where it does in the edited timetable.
pub fn stands(edited: &Session, one: &Session) -> bool {
    let key = |s: &Session| (s.activity.clone(), s.session, s.date, s.start, s.pair);
    key(edited) == key(one)
}

/// The grid: the largest step that every time and length of the visit is a multiple of.
pub fn step(problem: &Problem) -> u32 {
    let day = &problem.inspection.day;
    let mut numbers = vec![day.debrief, day.between];
    let times = [day.start, day.end, day.lunch[0], day.lunch[1]].map(Some);
    let times = times.into_iter().chain([day.arrival, day.departure]);
    numbers.extend(times.flatten().map(TimeOfDay::minutes));
    for activity in problem.onsite() {
        let times = [activity.earliest, activity.latest];
        numbers.extend([activity.minutes, activity.gap.unwrap_or(0)]);
        numbers.extend(times.into_iter().flatten().map(TimeOfDay::minutes));
    }
    numbers.into_iter().fold(0, common)
}

/// The largest number that both are multiples of.
fn common(one: u32, other: u32) -> u32 {
    if other == 0 {
        one
    } else {
        common(other, one % other)
    }
}

/// About how many timetables there are on the grid.
pub fn effort(problem: &Problem) -> f64 {
    let day = &problem.inspection.day;
    let starts = (day.end.minutes() - day.start.minutes()) / step(problem);
    let pairs = problem.visit.pairs.len();
    let places = starts as f64 * problem.onsite_days().len() as f64 * pairs as f64;
    let sessions: u32 = problem.onsite().map(|activity| activity.sessions).sum();
    places.powi(sessions as i32)
}

/// The least cost of a timetable whose last session is on this day; costs up to `enough` are as good as any.
fn least(problem: &Problem, rules: RuleSet, last: usize, enough: u32, cost: Cost) -> Option<u32> {
    let mut search = Search {
        problem,
        rules,
        last,
        enough,
        cost,
        least: None,
        places: places(problem, last),
    };
    let to_place = problem.onsite().flat_map(|activity| {
        (1..=activity.sessions).map(|number| Session {
            site: problem.visit.site.clone(),
            activity: activity.name.clone(),
            session: number,
            date: problem.visit.first_day,
            start: TimeOfDay::from_minutes(0),
            end: TimeOfDay::from_minutes(activity.minutes),
            pair: Party::All,
        })
    });
    search.place(&to_place.collect::<Vec<Session>>(), &mut Vec::new());
    search.least
}

/// Every day up to the last, every start of the grid, and every party.
fn places(problem: &Problem, last: usize) -> Vec<(usize, u32, Party)> {
    let day = &problem.inspection.day;
    let pairs = 1..=problem.visit.pairs.len() as u32;
    let parties: Vec<Party> = pairs.map(Party::Pair).chain([Party::All]).collect();
    let mut places = Vec::new();
    for at in 0..=last {
        for start in (day.start.minutes()..day.end.minutes()).step_by(step(problem) as usize) {
            places.extend(parties.iter().map(|party| (at, start, *party)));
        }
    }
    places
}

struct Search<'a> {
    problem: &'a Problem,
    rules: RuleSet,
    last: usize,
    enough: u32,
    cost: Cost<'a>,
    least: Option<u32>,
    places: Vec<(usize, u32, Party)>,
}

impl Search<'_> {
    fn place(&mut self, to_place: &[Session], placed: &mut Vec<Session>) {
        if self.least.is_some_and(|least| least <= self.enough) {
            return;
        }
        let dates = self.problem.onsite_days();
        let last = dates[self.last];
        let Some((next, rest)) = to_place.split_first() else {
            let debriefed = !self.rules.contains(assize::domain::Rule::Hours)
                || is_debriefed(self.problem, placed, last);
            if debriefed && placed.iter().any(|session| session.date == last) {
                let cost = (self.cost)(placed);
                self.least = Some(self.least.map_or(cost, |least| least.min(cost)));
            }
            return;
        };
        let minutes = next.end.minutes();
        for at in 0..self.places.len() {
            let (day, start, pair) = self.places[at];
            let session = Session {
                date: dates[day],
                start: TimeOfDay::from_minutes(start),
                end: TimeOfDay::from_minutes(start + minutes),
                pair,
                ..next.clone()
            };
            placed.push(session);
            let broken = broken_so_far(self.problem, placed, last);
            if (broken & self.rules).is_empty() {
                self.place(rest, placed);
            }
            placed.pop();
        }
    }
}
