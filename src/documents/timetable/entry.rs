//! What the timetable says of one session.

use std::ops::Range;

use crate::domain::{Activity, Inspection, Party, Session, TakenBy, Visit};
use crate::words::capital;

/// One session.
pub(super) struct Entry {
    pub(super) minutes: Range<u32>,
    /// The columns of the pairs that take it.
    pub(super) columns: Range<usize>,
    pub(super) activity: String,
    /// What else there is to say, in order.
    pub(super) details: Vec<Detail>,
    pub(super) taken: Taken,
}

/// Something about a session.
pub(super) struct Detail {
    pub(super) text: String,
    /// Whether a box too small for everything must still say it.
    pub(super) is_needed: bool,
}

impl Detail {
    fn needed(text: String) -> Self {
        Self {
            text,
            is_needed: true,
        }
    }

    fn spare(text: String) -> Self {
        Self {
            text,
            is_needed: false,
        }
    }
}

/// Who takes a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    Pair,
    /// One inspectorate, as an agreed exception.
    Alone,
    Team,
}

/// What the page says of a session.
pub(super) fn entry(inspection: &Inspection, visit: &Visit, session: &Session) -> Entry {
    let of_kind = |one: &&Activity| one.kind == visit.kind && one.name == session.activity;
    let activity = inspection.activities.iter().find(of_kind);
    let details = activity.and_then(|activity| seen(activity, session));
    let mut details: Vec<Detail> = details.into_iter().collect();
    let all = visit.pairs.len().max(1);
    let (columns, taken) = match (session.pair, activity.map(|one| &one.taken_by)) {
        (Party::All, _) => {
            details.push(Detail::spare("Whole team".to_owned()));
            (0..all, Taken::Team)
        }
        // An edited plan may name a pair that the visit does not have.
        (Party::Pair(number), _) if number as usize > all => {
            details.push(Detail::needed(format!("Pair {number}")));
            (0..all, Taken::Pair)
        }
        (Party::Pair(number), taken_by) => {
            let column = (number as usize).saturating_sub(1);
            let mut taken = Taken::Pair;
            if let Some(TakenBy::One(one)) = taken_by {
                details.insert(0, Detail::needed(format!("{one} alone, agreed")));
                taken = Taken::Alone;
            }
            (column..column + 1, taken)
        }
    };
    Entry {
        minutes: session.start.minutes()..session.end.minutes(),
        columns,
        activity: session.activity.clone(),
        details,
        taken,
    }
}

/// The method, which of the activity's sessions it is, and whom they see: `Interview 1 of 2 with Gatekeepers`. What the
/// activity's name says already is left out.
fn seen(activity: &Activity, session: &Session) -> Option<Detail> {
    let name = activity.name.to_lowercase();
    let method = activity.method.name();
    let method = (!name.contains(method)).then(|| capital(method));
    let (number, all) = (session.session, activity.sessions);
    let number = (all > 1).then(|| {
        let what = if method.is_none() { "Session " } else { "" };
        format!("{what}{number}\u{a0}of\u{a0}{all}")
    });
    let with = activity.with.iter();
    let with: Vec<&str> = with
        .filter(|with| with.to_lowercase() != name)
        .map(String::as_str)
        .collect();
    let said: Vec<String> = method.into_iter().chain(number).collect();
    let said = said.join(" ");
    match (said.is_empty(), with.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Detail::spare(said)),
        (true, false) => Some(Detail::needed(format!("With {}", with.join("; ")))),
        (false, false) => Some(Detail::needed(format!("{said} with {}", with.join("; ")))),
    }
}
