//! What became of an edited timetable: the edits that stand and those that cannot, what had to move for them, and what else is not as it
//! was written.

use super::rules::sentence;
use crate::domain::{Activity, KindId, OneOff, Party, Rule, Session, SiteId, one_off};
use crate::optimise::{Kept, RefusedEdit, WhyRefused};
use crate::words::{count, date};

/// What became of the edits of all visits, gathered visit by visit.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    edits: usize,
    refused: Vec<String>,
    moved: Vec<String>,
    is_open: bool,
}

impl Edits {
    /// Adds what became of one visit, given its rows in the edited timetable.
    pub fn add(&mut self, site: &str, kept: &Kept, edited: &[Session]) {
        self.edits += kept.edits;
        self.is_open |= !kept.proved;
        let mut elsewhere: Vec<&Session> = elsewhere(kept, edited);
        for edit in &kept.refused {
            let now = instead(edit, &elsewhere, edited);
            let now = now.map(|place| elsewhere.remove(place));
            self.refused.push(refused(site, edit, now));
        }
        let others = elsewhere.iter();
        self.moved
            .extend(others.map(|session| moved(site, session, edited)));
    }

    /// All of it, line by line.
    pub fn said(&self) -> Vec<String> {
        let stand = self.edits - self.refused.len();
        let edits = |number: usize| count(number, "edit", "edits");
        let mut lines = Vec::new();
        if !self.refused.is_empty() {
            let all = self.edits;
            lines.push(match (all, stand, self.is_open) {
                (1, 0, false) => "The edit cannot stand:".to_owned(),
                (1, 0, true) => {
                    "The edit does not stand; it is not proved that it cannot:".to_owned()
                }
                (_, 0, false) => format!("None of the {} can stand:", edits(all)),
                (_, 0, true) => format!(
                    "None of the {} stands; it is not proved that none can:",
                    edits(all)
                ),
                (_, _, false) => format!(
                    "{} of {} cannot stand, and no timetable keeps more of them:",
                    self.refused.len(),
                    edits(all)
                ),
                (_, _, true) => format!(
                    "{} of {} do not stand; it is not proved that no timetable keeps more of them:",
                    self.refused.len(),
                    edits(all)
                ),
            });
            lines.extend(self.refused.iter().cloned());
        }
        lines.push(match (stand, self.moved.is_empty(), self.is_open) {
            (0, true, _) if self.refused.is_empty() => {
                "Every session stands where it was.".to_owned()
            }
            (0, true, _) => "No other session had to move.".to_owned(),
            (0, false, false) => "These sessions had to move, and no fewer could:".to_owned(),
            (0, false, true) => {
                "These sessions moved; it is not proved that no fewer could:".to_owned()
            }
            (_, true, _) => {
                format!("{}. No other session had to move.", stands(stand, &edits))
            }
            (_, false, false) => format!(
                "{}. These sessions had to move for that, and no fewer could:",
                stands(stand, &edits)
            ),
            (_, false, true) => format!(
                "{}. These sessions moved for that; it is not proved that no fewer could:",
                stands(stand, &edits)
            ),
        });
        lines.extend(self.moved.iter().cloned());
        lines
    }
}

/// `1 edit stands`, `3 edits stand`.
fn stands(number: usize, edits: &dyn Fn(usize) -> String) -> String {
    let stand = if number == 1 { "stands" } else { "stand" };
    format!("{} {stand}", edits(number))
}

/// The sessions that stand elsewhere than in the edited timetable.
fn elsewhere<'k>(kept: &'k Kept, edited: &[Session]) -> Vec<&'k Session> {
    let is_there = |session: &&Session| edited.iter().any(|was| stands_as(was, session));
    let sessions = kept.sessions.iter();
    sessions.filter(|session| !is_there(session)).collect()
}

/// The place, among the sessions that stand elsewhere, of the one that an edit was meant to be: by its number, or else the one that no
/// row has the number of, for people copy rows with their numbers.
fn instead(edit: &RefusedEdit, elsewhere: &[&Session], edited: &[Session]) -> Option<usize> {
    let is_of_it = |one: &&Session| one.activity == edit.session.activity;
    let has_number = |one: &&Session| is_of_it(one) && one.session == edit.session.session;
    let is_new = |one: &&Session| {
        let is_it = |row: &Session| (&row.activity, row.session) == (&one.activity, one.session);
        is_of_it(one) && !edited.iter().any(is_it)
    };
    let by_number = elsewhere.iter().position(has_number);
    by_number.or_else(|| elsewhere.iter().position(is_new))
}

fn stands_as(was: &Session, session: &Session) -> bool {
    (&was.site, &was.activity) == (&session.site, &session.activity)
        && (was.date, was.start, was.pair) == (session.date, session.start, session.pair)
}

fn refused(site: &str, edit: &RefusedEdit, now: Option<&Session>) -> String {
    let why = match &edit.why {
        WhyRefused::NoSuchDay => "that is no day of the visit".to_owned(),
        WhyRefused::Breaks(rule) => broken(*rule),
        WhyRefused::Beside { other, rule } => format!(
            "beside {}, {}, {}",
            called(other),
            place(other),
            broken(*rule)
        ),
        WhyRefused::NoRoom => {
            "no timetable that keeps V1 to V11 has it beside the edits that stand".to_owned()
        }
    };
    let now = now.map_or_else(String::new, |now| format!(" It is now {}.", place(now)));
    format!(
        "  {site}: {}, {}: {why}.{now}",
        called(&edit.session),
        place(&edit.session)
    )
}

/// What a session breaks, in words, with the number of the rule.
fn broken(rule: Rule) -> String {
    let what = match rule {
        Rule::Hours => "it lies outside the hours of the day, in lunch or in the daily debrief",
        Rule::PairInOnePlace => {
            "a pair would be in two sessions at a time, or without the minutes between them"
        }
        Rule::SeenInOnePlace => "a person or group would be seen in two sessions at a time",
        Rule::TakenJointly => "that pair may not take it",
        Rule::InOrder => "an activity would begin before one that it comes after is over",
        Rule::OnSetDay => "its activity is set for another day",
        Rule::AtSetTimes => "its activity has set times that do not allow it",
        Rule::OpenedAndClosed => {
            "a session would come before the opening meeting is over, or after the closing debrief begins"
        }
        Rule::SessionSkills => "nobody who would take it has the skill that it needs",
        Rule::SessionSecurity => "not everyone who would take it holds the security that it needs",
        // No edit of a timetable is refused for these.
        Rule::Placed | Rule::Preparation => sentence(rule),
        Rule::Count | Rule::Included | Rule::Quota | Rule::Burden | Rule::Link => sentence(rule),
        Rule::Window | Rule::Notice | Rule::WorkingDays | Rule::Avoid => sentence(rule),
        Rule::Gap | Rule::WeekLimit | Rule::Together | Rule::FixedDates => sentence(rule),
        Rule::Joint | Rule::Experience | Rule::OnePlace | Rule::Available => sentence(rule),
        Rule::Cleared | Rule::NoConflict | Rule::Apart | Rule::Skills => sentence(rule),
        Rule::Limit | Rule::Rest | Rule::VisitLead | Rule::SameTeam => sentence(rule),
        Rule::Named | Rule::Pilot | Rule::WriteUp | Rule::Journey => sentence(rule),
    };
    format!("{what} ({})", rule.number())
}

fn moved(site: &str, session: &Session, edited: &[Session]) -> String {
    let was = edited
        .iter()
        .find(|was| (&was.activity, was.session) == (&session.activity, session.session));
    match was {
        Some(was) => format!(
            "  {site}: {}, from {}, now {}",
            called(session),
            place(was),
            place(session)
        ),
        None => format!("  {site}: {}, new: {}", called(session), place(session)),
    }
}

/// What else is not as an edited timetable had it, a line each: sessions that last as long as their activity again, and rows that
/// are left out.
pub fn corrected_sessions(site: &str, kept: &Kept, edited: &[Session]) -> Vec<String> {
    let mut lines = Vec::new();
    for was in edited {
        let is = kept.sessions.iter().find(|is| stands_as(was, is));
        if let Some(is) = is.filter(|is| is.end != was.end) {
            lines.push(format!(
                "{site}: {} ends at {} again, not at {}: change its minutes in activities.csv if it takes longer or less.",
                called(was), is.end, was.end
            ));
        }
    }
    lines.extend(kept.left_out.iter().map(|was| {
        format!(
            "{site}: {}, {}, is left out: there is no such session onsite, or it is there twice.",
            called(was),
            place(was)
        )
    }));
    lines
}

/// Where a visit has another number of sessions than its kind, or no longer has, a line each.
pub fn one_offs(
    site: (&SiteId, &str),
    kind: &KindId,
    activities: &[Activity],
    [before, now]: [&[OneOff]; 2],
) -> Vec<String> {
    let (id, name) = site;
    let of_kind = activities.iter().filter(|one| one.kind == *kind);
    let line = |activity: &Activity| {
        let usual = count(activity.sessions as usize, "session", "sessions");
        let called = &activity.name;
        match (one_off(before, id, called), one_off(now, id, called)) {
            (_, Some(0)) => Some(format!(
                "{name}: “{called}” does not take place on this visit, as the timetable was edited. activities.csv has {usual}."
            )),
            (_, Some(settled)) => Some(format!(
                "{name}: “{called}” has {} on this visit, as the timetable was edited. activities.csv has {}.",
                count(settled as usize, "session", "sessions"),
                activity.sessions
            )),
            (Some(_), None) => Some(format!(
                "{name}: “{called}” has {usual} again, as in activities.csv."
            )),
            (None, None) => None,
        }
    };
    of_kind.filter_map(line).collect()
}

/// Rows of an edited timetable at a site that the plan does not visit.
pub fn rows_elsewhere(site: &str, rows: usize) -> String {
    let rows = match rows {
        1 => "its row in the edited timetable is".to_owned(),
        more => format!("its {more} rows in the edited timetable are"),
    };
    format!("{site} is not visited in this plan: {rows} left out.")
}

fn called(session: &Session) -> String {
    format!("“{}” (session {})", session.activity, session.session)
}

fn place(session: &Session) -> String {
    let party = match session.pair {
        Party::All => "the whole team".to_owned(),
        Party::Pair(number) => format!("pair {number}"),
    };
    format!("{} at {} with {party}", date(session.date), session.start)
}
