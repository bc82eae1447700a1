//! V1 to V11 looked up on a timetable, one after another, as `docs/timetables.md` has them. Nothing is searched here.

use assize::domain::{
    Activity, InspectorId, Party, Rule, RuleSet, Session, SetDay, TakenBy, Visit,
};
use chrono::NaiveDate;

use crate::problem::Problem;

/// The rules that a whole timetable breaks.
pub fn broken(problem: &Problem, sessions: &[Session]) -> RuleSet {
    let last = sessions.iter().map(|session| session.date).max();
    let last = last.unwrap_or(problem.visit.first_day);
    let mut rules = broken_so_far(problem, sessions, last);
    if !is_debriefed(problem, sessions, last) {
        rules |= Rule::Hours;
    }
    if !is_placed(problem, sessions) {
        rules |= Rule::Placed;
    }
    rules
}

/// V1: every onsite session, once, and as long as its activity says.
fn is_placed(problem: &Problem, sessions: &[Session]) -> bool {
    let wanted: u32 = problem.onsite().map(|activity| activity.sessions).sum();
    let once = problem.onsite().all(|activity| {
        (1..=activity.sessions).all(|number| {
            let same = |s: &&Session| s.activity == activity.name && s.session == number;
            sessions.iter().filter(same).count() == 1
        })
    });
    let lasts = sessions.iter().all(|session| {
        let activity = of(problem, session);
        session.start.minutes() + activity.minutes == session.end.minutes()
            && session.site == problem.visit.site
    });
    wanted as usize == sessions.len() && once && lasts
}

/// The rules, of V2 to V11, that sessions break whatever is added to them, when `last` is the last day with a session.
pub fn broken_so_far(problem: &Problem, sessions: &[Session], last: NaiveDate) -> RuleSet {
    let mut rules = RuleSet::empty();
    let mut hold = |rule: Rule, kept: bool| {
        if !kept {
            rules |= rule;
        }
    };
    for one in sessions {
        let activity = of(problem, one);
        let attending = attending(problem, one);
        hold(Rule::Hours, is_within_hours(problem, one, sessions, last));
        hold(Rule::TakenJointly, is_taken_by_whom_it_may(problem, one));
        hold(
            Rule::OnSetDay,
            match activity.day {
                SetDay::First => one.date == problem.visit.first_day,
                SetDay::Last => one.date == last,
                SetDay::Any => true,
            },
        );
        let early = activity
            .earliest
            .is_some_and(|earliest| one.start < earliest);
        let late = activity.latest.is_some_and(|latest| latest < one.end);
        hold(Rule::AtSetTimes, !early && !late);
        let someone = |skill: &String| {
            attending
                .iter()
                .any(|id| problem.skills(id).contains(skill))
        };
        hold(Rule::SessionSkills, activity.skills.iter().all(someone));
        let security = activity.security.as_ref();
        let cleared = |id: &&InspectorId| {
            security.is_none_or(|security| problem.holds(id, security, one.date))
        };
        hold(Rule::SessionSecurity, attending.iter().all(cleared));
        for other in sessions.iter().filter(|other| !std::ptr::eq(*other, one)) {
            let (a, b) = (activity, of(problem, other));
            let between = problem.inspection.day.between;
            let apart = is_over(one, other, between) || is_over(other, one, between);
            hold(Rule::PairInOnePlace, !share_a_pair(one, other) || apart);
            let apart = is_over(one, other, 0) || is_over(other, one, 0);
            hold(Rule::SeenInOnePlace, !see_the_same(a, b) || apart);
            let first = b.after.contains(&a.name);
            hold(
                Rule::InOrder,
                !first || is_over(one, other, b.gap.unwrap_or(0)),
            );
            let opens = a.opens() && !b.opens();
            let closes = b.closes() && !a.closes();
            hold(
                Rule::OpenedAndClosed,
                !(opens || closes) || is_over(one, other, 0),
            );
        }
    }
    rules
}

fn of<'a>(problem: &'a Problem, session: &Session) -> &'a Activity {
    problem
        .activity(&session.activity)
        .expect("it is an activity of the visit")
}

/// Whether one session is over, with so many minutes to spare where it is on the same day, when another begins.
fn is_over(one: &Session, other: &Session, between: u32) -> bool {
    one.date < other.date
        || (one.date == other.date && one.end.minutes() + between <= other.start.minutes())
}

/// V2, but for the debrief at the end of a last day that could still get a closing debrief.
fn is_within_hours(problem: &Problem, session: &Session, all: &[Session], last: NaiveDate) -> bool {
    let may_close = problem.onsite().any(Activity::closes);
    let debrief = match session.date == last && may_close {
        true => 0,
        false => problem.inspection.day.debrief,
    };
    is_over_before_debrief(problem, session, last, debrief)
        && (session.date != last || is_clear_of_own_debrief(problem, session, all, last))
}

/// V2: a last day without a closing debrief leaves the time for the team's own at its end.
pub fn is_debriefed(problem: &Problem, sessions: &[Session], last: NaiveDate) -> bool {
    let on_last = || sessions.iter().filter(|one| one.date == last);
    let debrief = problem.inspection.day.debrief;
    on_last().any(|one| of(problem, one).closes())
        || on_last().all(|one| is_over_before_debrief(problem, one, last, debrief))
}

/// V2 for a session on the last day, with the closing debriefs that it has so far.
fn is_clear_of_own_debrief(
    problem: &Problem,
    session: &Session,
    all: &[Session],
    last: NaiveDate,
) -> bool {
    let day = &problem.inspection.day;
    let [lunch, again] = day.lunch.map(|time| i64::from(time.minutes()));
    let debrief = i64::from(day.debrief);
    let before = |closing: &Session| {
        let start = i64::from(closing.start.minutes());
        let over = if lunch < again && start == again {
            lunch
        } else {
            start
        };
        (over - debrief, over)
    };
    let opens = match (last == problem.visit.first_day, day.arrival) {
        (true, Some(arrival)) => day.start.max(arrival),
        _ => day.start,
    };
    let opens = i64::from(opens.minutes());
    let (from, to) = before(session);
    let has_room = opens <= from && !(lunch < again && from < again && lunch < to);
    let closing = all.iter().filter(|one| one.date == last);
    let closing = closing.filter(|one| of(problem, one).closes());
    let first = closing.min_by_key(|one| one.start).map(before);
    let is_in_it = first.is_some_and(|(from, to)| {
        i64::from(session.start.minutes()) < to && from < i64::from(session.end.minutes())
    });
    debrief == 0 || (!is_in_it && (has_room || !of(problem, session).closes()))
}

/// Whether a session is on a day of the visit, within its hours less so many minutes at their end, and clear of lunch.
fn is_over_before_debrief(
    problem: &Problem,
    session: &Session,
    last: NaiveDate,
    debrief: u32,
) -> bool {
    let day = &problem.inspection.day;
    let (mut opens, mut ends) = (day.start, day.end);
    if session.date == problem.visit.first_day {
        opens = opens.max(day.arrival.unwrap_or(opens));
    }
    if session.date == last {
        ends = ends.min(day.departure.unwrap_or(ends));
    }
    let at_lunch = session.start < day.lunch[1] && day.lunch[0] < session.end;
    problem.onsite_days().contains(&session.date)
        && session.date <= last
        && opens <= session.start
        && session.end.minutes() + debrief <= ends.minutes()
        && !at_lunch
}

/// V5.
fn is_taken_by_whom_it_may(problem: &Problem, session: &Session) -> bool {
    let activity = of(problem, session);
    let pair = match session.pair {
        Party::All => return activity.taken_by == TakenBy::All,
        Party::Pair(number) => problem.kind().pairs.get(number as usize - 1),
    };
    let Some(pair) = pair else { return false };
    match &activity.taken_by {
        TakenBy::All => false,
        TakenBy::AnyPair => true,
        TakenBy::Pair(two) => two.iter().all(|inspectorate| pair.contains(inspectorate)),
        TakenBy::One(one) => pair.contains(one) && activity.exception.is_some(),
    }
}

/// Who takes a session: of a pair sent for one inspectorate alone, only the inspector from there.
pub fn attending<'a>(problem: &'a Problem, session: &Session) -> Vec<&'a InspectorId> {
    people(problem, &of(problem, session).taken_by, session.pair)
}

/// The people that a party sends to what is taken so.
pub fn people<'a>(problem: &'a Problem, taken_by: &TakenBy, party: Party) -> Vec<&'a InspectorId> {
    let visit: &Visit = &problem.visit;
    let Party::Pair(number) = party else {
        return visit.team().collect();
    };
    let seats = &visit.pairs[number as usize - 1];
    let alone = |id: &&InspectorId| {
        let person = problem.inspection.inspector(id).expect("they exist");
        *taken_by == TakenBy::One(person.inspectorate.clone())
    };
    let one: Vec<&InspectorId> = seats.iter().filter(alone).collect();
    if one.is_empty() {
        seats.iter().collect()
    } else {
        one
    }
}

fn share_a_pair(one: &Session, other: &Session) -> bool {
    one.pair == other.pair || one.pair == Party::All || other.pair == Party::All
}

fn see_the_same(one: &Activity, other: &Activity) -> bool {
    let lower = |with: &String| with.to_lowercase();
    let mut seen = one.with.iter().map(lower);
    seen.any(|person| other.with.iter().map(lower).any(|with| with == person))
}

/// How far the pairs' loads are apart: the most sessions of a pair less the fewest.
pub fn uneven(problem: &Problem, sessions: &[Session]) -> u32 {
    let load = |number: u32| {
        let takes = |s: &&Session| s.pair == Party::All || s.pair == Party::Pair(number);
        sessions.iter().filter(takes).count() as u32
    };
    let loads = || (1..=problem.visit.pairs.len() as u32).map(load);
    loads().max().unwrap_or(0) - loads().min().unwrap_or(0)
}

/// How many onsite days the sessions take: from the first of the visit to the last with a session.
pub fn days(problem: &Problem, sessions: &[Session]) -> u32 {
    let last = sessions.iter().map(|session| session.date).max();
    let used = |day: &&NaiveDate| last.is_some_and(|last| **day <= last);
    problem.onsite_days().iter().filter(used).count() as u32
}
