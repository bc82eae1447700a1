//! `activities.csv`: a few sessions, with every column filled in some.

use std::collections::BTreeSet;

use assize::domain::{Activity, Inspection, Method, SetDay, TakenBy, TimeOfDay};

use super::Size;
use super::draw::Draw;
use super::hours::length;
use super::people::{SECURITY, SKILLS};

/// The person written in two ways is one.
const SEEN: [&str; 3] = ["Chief Constable", "chief constable", "Custody sergeants"];

pub fn activities(
    draw: &mut Draw,
    inspection: &Inspection,
    size: Size,
    grid: u32,
) -> Vec<Activity> {
    let count = draw.between(1.max(size.activities / 2), size.activities);
    let mut left = size.sessions;
    let opens = count > 1 && draw.percent(20);
    let closes = count > 1 && draw.percent(40);
    let mut all: Vec<Activity> = Vec::new();
    for n in 0..count {
        let sessions = draw.between(1, 3).min(left - (count - n - 1)).max(1);
        left -= sessions;
        let mut activity = activity(draw, inspection, size, grid);
        activity.name = format!("Activity {}", n + 1);
        activity.sessions = sessions;
        activity.after = earlier(draw, &all, &activity);
        if !remote_only(&all, &activity) && draw.percent(50) {
            activity.gap = Some(length(draw, grid, 10, 90));
        }
        if opens && n == 0 {
            activity.method = Method::OpeningMeeting;
        }
        if closes && n == count - 1 {
            activity.method = Method::Debrief;
        }
        all.push(activity);
    }
    // The order in the file says nothing of the order on the day.
    let turn = draw.between(0, count - 1) as usize;
    all.rotate_left(turn);
    all
}

fn activity(draw: &mut Draw, inspection: &Inspection, size: Size, grid: u32) -> Activity {
    let remote = draw.percent(size.remote);
    // A day of preparation has no hours to keep to: it takes longer sessions to fill one.
    let longest = draw.pick(if remote {
        &[90, 180, 240]
    } else {
        &[60, 90, 120]
    });
    let minutes = length(draw, grid, longest / 3, longest);
    let hours = &inspection.day;
    let (start, end) = (hours.start.minutes(), hours.end.minutes());
    let at = TimeOfDay::from_minutes;
    let mut activity = Activity {
        gap: None,
        kind: inspection.kinds[0].id.clone(),
        name: String::new(),
        method: draw.pick(&[
            Method::Interview,
            Method::FocusGroup,
            Method::FileExamination,
            Method::CourtObservation,
        ]),
        sessions: 1,
        minutes,
        remote,
        taken_by: taken_by(draw, inspection),
        exception: None,
        with: seen(draw),
        day: draw.pick(&[
            SetDay::Any,
            SetDay::Any,
            SetDay::Any,
            SetDay::First,
            SetDay::Last,
        ]),
        earliest: draw.maybe(20, |draw| at(start + length(draw, grid, 0, 120))),
        latest: draw.maybe(20, |draw| at(end - length(draw, grid, 0, 120))),
        after: Vec::new(),
        skills: BTreeSet::new(),
        security: draw.maybe(20, |draw| draw.pick(&SECURITY).to_owned()),
    };
    if draw.percent(20) {
        let count = draw.pick(&[1, 1, 2]);
        let skills = draw.some(&SKILLS, count);
        activity.skills = skills.into_iter().map(str::to_owned).collect();
    }
    if let TakenBy::One(one) = &activity.taken_by {
        activity.exception = Some(format!("Agreed with {one}"));
    }
    if let (Some(earliest), Some(latest)) = (activity.earliest, activity.latest)
        && earliest.minutes() + minutes > latest.minutes()
    {
        activity.latest = None;
    }
    if remote {
        activity.with.clear();
        activity.day = SetDay::Any;
        (activity.earliest, activity.latest) = (None, None);
    }
    // The first day's debrief with the force closes nothing.
    if activity.day == SetDay::First && draw.percent(20) {
        activity.method = Method::Debrief;
    }
    activity
}

fn taken_by(draw: &mut Draw, inspection: &Inspection) -> TakenBy {
    let [one, other] = draw.pick(&inspection.kinds[0].pairs);
    match draw.between(1, 100) {
        1..=50 => TakenBy::AnyPair,
        51..=60 => TakenBy::Pair([one, other]),
        61..=70 => TakenBy::Pair([other, one]),
        71..=85 => TakenBy::One(other),
        _ => TakenBy::All,
    }
}

fn seen(draw: &mut Draw) -> BTreeSet<String> {
    let count = draw.pick(&[0, 0, 1, 1, 1, 2]);
    let seen = draw.some(&SEEN, count);
    seen.into_iter().map(str::to_owned).collect()
}

/// Whether all that comes before an activity, if anything does, is remote: then a gap says nothing.
fn remote_only(all: &[Activity], activity: &Activity) -> bool {
    let before = all.iter().filter(|one| activity.after.contains(&one.name));
    activity.remote || before.into_iter().all(|one| one.remote)
}

/// Some of the activities so far, to come after; a remote one comes after remote ones only.
fn earlier(draw: &mut Draw, all: &[Activity], activity: &Activity) -> Vec<String> {
    let may = |one: &&Activity| one.remote || !activity.remote;
    let names: Vec<String> = (all.iter().filter(may))
        .map(|one| one.name.clone())
        .collect();
    let count = if activity.remote {
        draw.pick(&[0, 1, 1])
    } else {
        draw.pick(&[0, 0, 0, 1, 1, 2])
    };
    draw.some(&names, count)
}
