//! V3 and V4: nobody is in two sessions at once.

use std::collections::BTreeSet;

use crate::domain::Party;

use super::super::audit::Audit;
use super::super::finding::Finding;
use super::super::words;
use super::{VisitSession, timetables};

/// V3: a pair is in one session at a time, with `between` minutes from one to the next.
///
/// A session of one inspectorate alone keeps its whole pair; one of the whole team keeps every pair.
pub(in super::super) fn pair_in_one_place(audit: &Audit) -> Vec<Finding> {
    let between = audit.inspection.day.between;
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        let pairs = timetable.visit.stated.pairs.len();
        for (first, then) in timetable.on_one_day() {
            let Some(who) = shared(first, then, pairs) else {
                continue;
            };
            let (one, other) = (first.called(), then.called());
            let (end, start) = (first.stated.end, then.stated.start);
            let text = if overlap(first, then) {
                format!(
                    "{who} has {one} until {} and {other} from {start}: they overlap.",
                    first.ends()
                )
            } else if end.minutes() + between > start.minutes() {
                let pause = words::count(between as usize, "minute");
                format!(
                    "{who} has {one} until {} and {other} from {start}: {pause} {} needed between them.",
                    first.ends(),
                    words::are(between as usize)
                )
            } else {
                continue;
            };
            findings.push(timetable.finding(&text, first.stated.date));
        }
    }
    findings
}

/// Who takes both sessions, as far as there is such a pair.
fn shared(first: &VisitSession, then: &VisitSession, pairs: usize) -> Option<String> {
    let pair = match (first.stated.pair, then.stated.pair) {
        (Party::All, Party::All) => return Some("the whole team".to_owned()),
        (Party::All, Party::Pair(pair)) | (Party::Pair(pair), Party::All) => pair,
        (Party::Pair(one), Party::Pair(other)) if one == other => one,
        _ => return None,
    };
    (pair as usize <= pairs).then(|| format!("pair {pair}"))
}

/// V4: a person or group is seen in one session at a time; how their name is written does not matter.
pub(in super::super) fn seen_in_one_place(audit: &Audit) -> Vec<Finding> {
    let mut findings = Vec::new();
    for timetable in timetables(audit) {
        for (first, then) in timetable.on_one_day() {
            if !overlap(first, then) {
                continue;
            }
            let others: BTreeSet<String> = folded(then).collect();
            let seen = (first.activity.with.iter()).filter(|seen| others.contains(&fold(seen)));
            let seen: Vec<String> = seen.map(|seen| words::quoted(seen)).collect();
            if seen.is_empty() {
                continue;
            }
            let text = format!(
                "{} {} seen in {} until {} and in {} from {}.",
                words::and(seen.iter().map(String::as_str)),
                words::are(seen.len()),
                first.called(),
                first.ends(),
                then.called(),
                then.stated.start
            );
            findings.push(timetable.finding(&text, first.stated.date));
        }
    }
    findings
}

fn folded(session: &VisitSession) -> impl Iterator<Item = String> {
    session.activity.with.iter().map(|seen| fold(seen))
}

fn fold(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Whether each begins before the other ends; both are on one day.
fn overlap(one: &VisitSession, other: &VisitSession) -> bool {
    one.stated.start < other.stated.end && other.stated.start < one.stated.end
}
