//! V5, V10 and V11: who takes a session.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{Activity, Inspector, InspectorId, Party, TakenBy};

use super::super::audit::{Audit, Visited};
use super::super::finding::Finding;
use super::super::words;
use super::{VisitSession, listed, timetables};

/// V5: every session is taken by a joint pair, the pair that its activity names, or the whole team; by one inspectorate
/// alone only where an exception says why.
pub(in super::super) fn taken_jointly(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        let mut alone = BTreeSet::new();
        for session in &timetable.sessions {
            let (activity, party) = (session.activity, session.stated.pair);
            let text = if let Some(why_not) = may_not(timetable.visit, activity, party) {
                format!("{}, at {}, {why_not}.", session.called(), session.begins())
            } else if let TakenBy::One(one) = &activity.taken_by
                && activity.exception.is_none()
                && alone.insert(&activity.name)
            {
                format!(
                    "{} is taken by {one} alone, but no exception says why.",
                    words::quoted(&activity.name)
                )
            } else {
                continue;
            };
            findings.push(timetable.finding(&text, session.stated.date));
        }
    }
    findings
}

/// Why a party may not take the sessions of an activity; `None` where it may.
///
/// That the inspectors of a pair are of its inspectorates is P1, and not told again.
pub(super) fn may_not(visit: &Visited, activity: &Activity, party: Party) -> Option<String> {
    let pairs = visit.stated.pairs.len();
    let due = match &activity.taken_by {
        TakenBy::All => "the whole team".to_owned(),
        TakenBy::AnyPair => "one pair".to_owned(),
        TakenBy::Pair([one, other]) => format!("a pair of {one} and {other}"),
        TakenBy::One(one) => format!("a pair that has {one}"),
    };
    match (party, &activity.taken_by) {
        (Party::All, TakenBy::All) => None,
        (Party::All, _) => Some(format!("is taken by the whole team; it must be {due}")),
        (Party::Pair(number), _) if place(number).is_none_or(|place| place >= pairs) => {
            let pairs = words::count(pairs, "pair");
            Some(format!("is taken by pair {number}; the visit has {pairs}"))
        }
        (Party::Pair(number), TakenBy::All) => {
            Some(format!("is taken by pair {number}; it must be {due}"))
        }
        (Party::Pair(number), taken_by) => {
            let [one, other] = visit.pairs().get(place(number)?)?;
            let allowed = match taken_by {
                TakenBy::AnyPair | TakenBy::All => true,
                TakenBy::Pair([a, b]) => (a == one && b == other) || (a == other && b == one),
                TakenBy::One(alone) => alone == one || alone == other,
            };
            (!allowed).then(|| {
                format!("is taken by pair {number}, of {one} and {other}; it must be {due}")
            })
        }
    }
}

/// Where a pair stands in its visit.
fn place(number: u32) -> Option<usize> {
    number.checked_sub(1).map(|place| place as usize)
}

/// Those who take the sessions of an activity that a party has, as far as the tables know them; nobody where it may not.
pub(super) fn takers<'f>(
    audit: &'f Audit<'_>,
    visit: &'f Visited<'_>,
    activity: &Activity,
    party: Party,
) -> Vec<&'f Inspector> {
    if may_not(visit, activity, party).is_some() {
        return Vec::new();
    }
    let Party::Pair(number) = party else {
        return visit.team.clone();
    };
    let pair = place(number).and_then(|place| visit.stated.pairs.get(place));
    let people = pair.into_iter().flatten();
    people
        .filter_map(|id| audit.people.get(id).copied())
        .filter(|person| match &activity.taken_by {
            TakenBy::One(one) => person.inspectorate == *one,
            _ => true,
        })
        .collect()
}

/// V10: every skill that an activity needs is held by someone who takes the session.
pub(in super::super) fn skills(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        // The same people lack the same skill in all their sessions of an activity.
        let mut lacking: Vec<(&String, Vec<&Inspector>, Vec<&VisitSession>)> = Vec::new();
        for session in &timetable.sessions {
            let activity = session.activity;
            let people = takers(audit, timetable.visit, activity, session.stated.pair);
            for skill in lacks(activity, &people) {
                let known = lacking.iter_mut().find(|(other, those, sessions)| {
                    let of = |one: &&VisitSession| one.activity.name == activity.name;
                    *other == skill && *those == people && sessions.first().is_some_and(of)
                });
                match known {
                    Some((_, _, sessions)) => sessions.push(session),
                    None => lacking.push((skill, people.clone(), vec![session])),
                }
            }
        }
        for (skill, people, sessions) in lacking {
            let need = if sessions.len() == 1 { "needs" } else { "need" };
            let text = format!(
                "{} {need} {skill}, which {}.",
                listed(&sessions),
                have_not(&people)
            );
            let date = sessions.first().map(|session| session.stated.date);
            findings.extend(date.map(|date| timetable.finding(&text, date)));
        }
    }
    findings
}

/// The skills that an activity needs and none of these people has; none where nobody is known.
pub(super) fn lacks<'f>(activity: &'f Activity, people: &[&Inspector]) -> Vec<&'f String> {
    let lacks = |skill: &&String| !people.iter().any(|person| person.skills.contains(*skill));
    match people {
        [] => Vec::new(),
        _ => activity.skills.iter().filter(lacks).collect(),
    }
}

/// `neither Inspector P01 nor Inspector P02 has`.
pub(super) fn have_not(people: &[&Inspector]) -> String {
    match people {
        [one] => format!("{} does not have", one.name),
        [one, other] => format!("neither {} nor {} has", one.name, other.name),
        _ => "nobody on the team has".to_owned(),
    }
}

/// V11: everyone who takes a session holds the security that its activity needs, valid on that day.
pub(in super::super) fn security(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        for activity in &timetable.activities {
            let Some(needed) = &activity.security else {
                continue;
            };
            let mut without: BTreeMap<&InspectorId, (&Inspector, Vec<&VisitSession>)> =
                BTreeMap::new();
            for session in timetable.of(&activity.name) {
                let stated = session.stated;
                for person in takers(audit, timetable.visit, activity, stated.pair) {
                    if !audit.holds(person, needed, stated.date) {
                        let (_, sessions) = without.entry(&person.id).or_insert((person, vec![]));
                        sessions.push(session);
                    }
                }
            }
            for (person, sessions) in without.into_values() {
                let days: BTreeSet<NaiveDate> = sessions.iter().map(|s| s.stated.date).collect();
                let days: Vec<NaiveDate> = days.into_iter().collect();
                let text = format!(
                    "{} takes {}, but does not hold {needed} {}.",
                    person.name,
                    listed(&sessions),
                    words::on_days(&days)
                );
                let finding = days.first().map(|day| timetable.finding(&text, *day));
                findings.extend(finding.map(|finding| finding.by(person)));
            }
        }
    }
    findings
}
