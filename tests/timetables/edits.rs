//! Timetables that came back edited.

use std::collections::BTreeMap;

use assize::domain::{Party, Session, TimeOfDay};

use crate::problem::Problem;
use crate::problem::draw::Draw;

/// A good timetable with one to three changes, whatever they break. Times move by so many minutes, or a multiple.
pub fn edited(draw: &mut Draw, problem: &Problem, good: &[Session], step: u32) -> Vec<Session> {
    let mut sessions = good.to_vec();
    for _ in 0..draw.pick(&[1, 1, 2, 2, 3]) {
        if sessions.is_empty() {
            break;
        }
        let at = draw.between(0, sessions.len() as u32 - 1) as usize;
        let other = draw.pick(&sessions);
        let one = &mut sessions[at];
        match draw.between(1, 10) {
            1..=3 => begin(one, later_or_earlier(draw, one, step)),
            // To when, or where, another is.
            4 => begin(one, other.start.minutes()),
            5 => begin(one, other.end.minutes()),
            6 => one.date = draw.pick(&problem.onsite_days()),
            7 => one.pair = other.pair,
            8 => one.pair = any_party(draw, problem),
            // A session that is missing stands nowhere; one that only ends at another time stands as it did.
            9 => drop(sessions.remove(at)),
            _ => one.end = TimeOfDay::from_minutes(one.end.minutes() + step),
        }
    }
    sessions
}

/// The same sessions, those of each activity numbered from 1.
pub fn numbered(mut sessions: Vec<Session>) -> Vec<Session> {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    for session in &mut sessions {
        let number = numbers.entry(session.activity.clone()).or_default();
        *number += 1;
        session.session = *number;
    }
    sessions
}

/// The visit with as many sessions of each onsite activity as these are; as it is, if these are none.
pub fn with_numbers_of(problem: &Problem, sessions: &[Session]) -> Problem {
    let mut so_many = problem.clone();
    if sessions.is_empty() {
        return so_many;
    }
    for activity in &mut so_many.inspection.activities {
        let of_it = sessions.iter().filter(|one| one.activity == activity.name);
        if !activity.remote {
            activity.sessions = of_it.count() as u32;
        }
    }
    so_many.inspection.activities.retain(|one| one.sessions > 0);
    so_many
}

/// The sessions that are not where one was agreed.
pub fn wishes(agreed: &[Session], edited: &[Session]) -> Vec<Session> {
    let place = |one: &Session| (one.activity.clone(), one.date, one.start, one.pair);
    let mut left: Vec<_> = agreed.iter().map(place).collect();
    let mut wishes = edited.to_vec();
    wishes.retain(|one| match left.iter().position(|was| *was == place(one)) {
        Some(at) => {
            left.remove(at);
            false
        }
        None => true,
    });
    wishes
}

/// Moves a session to another start, as long as it was.
fn begin(session: &mut Session, start: u32) {
    let minutes = session.end.minutes() - session.start.minutes();
    session.start = TimeOfDay::from_minutes(start);
    session.end = TimeOfDay::from_minutes(start + minutes);
}

fn later_or_earlier(draw: &mut Draw, session: &Session, step: u32) -> u32 {
    let by = step * draw.between(1, 60_u32.div_ceil(step));
    let start = session.start.minutes();
    if draw.percent(50) {
        start + by
    } else {
        start - by
    }
}

/// Any pair, or the whole team.
fn any_party(draw: &mut Draw, problem: &Problem) -> Party {
    match draw.between(0, problem.visit.pairs.len() as u32) {
        0 => Party::All,
        number => Party::Pair(number),
    }
}
