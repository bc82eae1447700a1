//! The most that fits into the preparation days: every session with every party on every day, or left out.

use std::collections::BTreeMap;

use assize::domain::{Activity, InspectorId, Party, Prepared, TakenBy};
use chrono::NaiveDate;

use crate::problem::Problem;
use crate::rules::people;

/// How good a share-out is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Minutes of the sessions that fit, each counted once.
    pub minutes: u32,
    /// Minutes of the busiest person, all days together.
    pub busiest: u32,
}

/// The best share-out: the most minutes, then the least of the busiest.
pub fn best(problem: &Problem) -> Share {
    answer(problem).0
}

/// The same, and how it comes about.
pub fn answer(problem: &Problem) -> (Share, Vec<Prepared>) {
    let sessions = problem
        .remote()
        .flat_map(|activity| (0..activity.sessions).map(move |_| activity));
    let mut search = Search {
        problem,
        sessions: sessions.collect(),
        days: problem.preparation_days(),
        best: None,
    };
    search.next(&mut Vec::new());
    let (share, chosen) = search.best.expect("at the worst, nothing is shared out");
    let row = |(activity, place): (&&Activity, &Option<Shared>)| Prepared {
        site: problem.visit.site.clone(),
        activity: activity.name.clone(),
        sessions: 1,
        date: place.map(|(_, date, _)| date),
        pair: place.map(|(_, _, party)| party),
    };
    (
        share,
        search.sessions.iter().zip(&chosen).map(row).collect(),
    )
}

/// One session, shared out to a party on a day.
type Shared<'a> = (&'a Activity, NaiveDate, Party);

struct Search<'a> {
    problem: &'a Problem,
    sessions: Vec<&'a Activity>,
    days: Vec<NaiveDate>,
    /// The best so far, session by session.
    best: Option<(Share, Vec<Option<Shared<'a>>>)>,
}

impl<'a> Search<'a> {
    fn next(&mut self, chosen: &mut Vec<Option<Shared<'a>>>) {
        let shared: Vec<Shared> = chosen.iter().flatten().copied().collect();
        if !keeps_rules(self.problem, &shared) {
            return;
        }
        let Some(activity) = self.sessions.get(chosen.len()).copied() else {
            let share = value(self.problem, &shared);
            let better = self.best.as_ref().is_none_or(|(best, _)| {
                let lighter = share.minutes == best.minutes && share.busiest < best.busiest;
                share.minutes > best.minutes || lighter
            });
            if better {
                self.best = Some((share, chosen.clone()));
            }
            return;
        };
        let pairs = 1..=self.problem.visit.pairs.len() as u32;
        let parties: Vec<Party> = pairs.map(Party::Pair).chain([Party::All]).collect();
        for day in self.days.clone() {
            for party in &parties {
                chosen.push(Some((activity, day, *party)));
                self.next(chosen);
                chosen.pop();
            }
        }
        chosen.push(None);
        self.next(chosen);
        chosen.pop();
    }
}

/// How good these shared sessions are.
fn value(problem: &Problem, shared: &[Shared]) -> Share {
    let mut busy: BTreeMap<&InspectorId, u32> = BTreeMap::new();
    for (activity, _, party) in shared {
        for person in people(problem, &activity.taken_by, *party) {
            *busy.entry(person).or_default() += activity.minutes;
        }
    }
    Share {
        minutes: shared.iter().map(|(activity, _, _)| activity.minutes).sum(),
        busiest: busy.values().copied().max().unwrap_or(0),
    }
}

/// V12 for the sessions that are shared out. What does not fit holds nothing up that comes after it.
fn keeps_rules(problem: &Problem, shared: &[Shared]) -> bool {
    let mut busy: BTreeMap<(&InspectorId, NaiveDate), u32> = BTreeMap::new();
    let hours = &problem.inspection.day;
    let lunch = hours.lunch[1].minutes() - hours.lunch[0].minutes();
    let long = hours.end.minutes() - hours.start.minutes() - lunch;
    shared.iter().all(|(activity, day, party)| {
        let people = people(problem, &activity.taken_by, *party);
        let has_hours = people.iter().all(|person| {
            let minutes = busy.entry((person, *day)).or_default();
            *minutes += activity.minutes;
            *minutes <= long
        });
        let in_order = shared
            .iter()
            .all(|(first, earlier, _)| !activity.after.contains(&first.name) || earlier <= day);
        has_hours && in_order && may_take(problem, activity, *party, *day)
    })
}

/// Whether a party is one that the activity names, with the skills and the security that it needs.
fn may_take(problem: &Problem, activity: &Activity, party: Party, day: NaiveDate) -> bool {
    let pair = match party {
        Party::All => None,
        Party::Pair(number) => problem.kind().pairs.get(number as usize - 1),
    };
    let named = match (&activity.taken_by, pair) {
        (TakenBy::All, pair) => pair.is_none(),
        (TakenBy::AnyPair, Some(_)) => true,
        (TakenBy::Pair(two), Some(pair)) => two.iter().all(|name| pair.contains(name)),
        (TakenBy::One(one), Some(pair)) => pair.contains(one),
        (_, None) => false,
    };
    let people = people(problem, &activity.taken_by, party);
    let skill = |skill: &String| people.iter().any(|id| problem.skills(id).contains(skill));
    let security = activity.security.as_ref();
    let cleared =
        security.is_none_or(|security| people.iter().all(|id| problem.holds(id, security, day)));
    named && cleared && activity.skills.iter().all(skill)
}

/// How good a share-out from elsewhere is; `None` where it breaks V12, or leaves a session without a word.
pub fn check(problem: &Problem, prepared: &[Prepared]) -> Option<Share> {
    let mut shared: Vec<Shared> = Vec::new();
    for activity in problem.remote() {
        let rows = prepared.iter().filter(|row| row.activity == activity.name);
        let told: u32 = rows.clone().map(|row| row.sessions).sum();
        if told != activity.sessions {
            return None;
        }
        for row in rows {
            if let (Some(date), Some(pair)) = (row.date, row.pair) {
                shared.extend((0..row.sessions).map(|_| (activity, date, pair)));
            } else if row.date.is_some() || row.pair.is_some() {
                return None;
            }
        }
    }
    let known = |row: &Prepared| {
        let remote = problem
            .remote()
            .any(|activity| activity.name == row.activity);
        remote && row.sessions > 0 && row.site == problem.visit.site
    };
    let days = problem.preparation_days();
    let on_days = shared.iter().all(|(_, day, _)| days.contains(day));
    let sound = prepared.iter().all(known) && on_days && keeps_rules(problem, &shared);
    sound.then(|| value(problem, &shared))
}
