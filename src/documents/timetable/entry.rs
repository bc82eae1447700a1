//! What the timetable says of one session.

use std::ops::Range;

use crate::documents::views::{About, SessionSeen};
use crate::domain::Party;
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

/// What the page says of a session; `all` is how many columns there are.
pub(super) fn entry(session: &SessionSeen, all: usize) -> Entry {
    let about = session.about.as_ref();
    let details = about.and_then(|about| seen(about, session));
    let mut details: Vec<Detail> = details.into_iter().collect();
    let (columns, taken) = match session.party {
        Party::All => {
            details.push(Detail::spare("Whole team".to_owned()));
            (0..all, Taken::Team)
        }
        // An edited plan may name a pair that the visit does not have.
        Party::Pair(number) if number as usize > all => {
            details.push(Detail::needed(format!("Pair {number}")));
            (0..all, Taken::Pair)
        }
        Party::Pair(number) => {
            let column = (number as usize).saturating_sub(1);
            let mut taken = Taken::Pair;
            if let Some(one) = about.and_then(|about| about.alone.as_ref()) {
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
fn seen(about: &About, session: &SessionSeen) -> Option<Detail> {
    let name = session.activity.to_lowercase();
    let method = about.method.name();
    let method = (!name.contains(method)).then(|| capital(method));
    let (number, all) = (session.number, about.sessions);
    let number = (all > 1).then(|| {
        let what = if method.is_none() { "Session " } else { "" };
        format!("{what}{number}\u{a0}of\u{a0}{all}")
    });
    let with = about.with.iter();
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
