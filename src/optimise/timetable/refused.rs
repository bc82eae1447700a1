//! Edits that cannot stand, and the rule that each would break.

use serde::Serialize;

use super::edits::slot;
use super::rows::DayRow;
use super::team::Team;
use super::work::{Slot, Work};
use crate::domain::{Party, Rule, Session};

/// An edit that cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefusedEdit {
    /// The session as it was edited.
    pub session: Session,
    /// Why it cannot be there.
    pub why: WhyRefused,
}

/// Why an edited session cannot be where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyRefused {
    /// The visit has no such day.
    NoSuchDay,
    /// Wherever all others are, it breaks this rule.
    Breaks(Rule),
    /// It breaks this rule together with another edit, which stands.
    Beside {
        /// The other edit.
        other: Box<Session>,
        /// The rule.
        rule: Rule,
    },
    /// No timetable has it together with the edits that stand, or none was found.
    NoRoom,
}

/// Why an edit cannot stand beside those that do.
pub(super) fn why(
    work: &Work,
    team: &Team,
    onsite: &[chrono::NaiveDate],
    edit: &Session,
    standing: &[Session],
) -> WhyRefused {
    let Some(place) = slot(work, onsite, edit) else {
        return WhyRefused::NoSuchDay;
    };
    if let Some(rule) = broken_alone(work, team, edit, &place) {
        return WhyRefused::Breaks(rule);
    }
    let beside = standing.iter().find_map(|other| {
        let rule = match slot(work, onsite, other)? {
            // Two sessions of one activity in one place.
            same if same == place => Rule::PairInOnePlace,
            there => clash_whatever(work, &place, &there)?,
        };
        let other = Box::new(other.clone());
        Some(WhyRefused::Beside { other, rule })
    });
    beside.unwrap_or(WhyRefused::NoRoom)
}

/// The rule by which two sessions stand in each other's way, whichever day the last with a session is.
fn clash_whatever(work: &Work, one: &Slot, other: &Slot) -> Option<Rule> {
    let of_both = |last: &DayRow| one.day <= *last && other.day <= *last;
    let mut lasts: Vec<DayRow> = work.all_days().filter(of_both).collect();
    let is_set = |last: &DayRow| {
        let mut both = [one, other].into_iter();
        both.all(|slot| work.on_day(slot.task, slot.day, *last))
    };
    if lasts.iter().any(is_set) {
        lasts.retain(is_set);
    }
    let mut rules = lasts
        .into_iter()
        .map(|last| work.clash_by(one, other, last));
    let rule = rules.next()??;
    rules.all(|rule| rule.is_some()).then_some(rule)
}

/// The rule that a session breaks wherever all others are.
fn broken_alone(work: &Work, team: &Team, edit: &Session, place: &Slot) -> Option<Rule> {
    let activity = work.tasks[place.task].activity;
    let end = place.start + activity.minutes;
    let lasts: Vec<DayRow> = work.all_days().filter(|last| place.day <= *last).collect();
    let is_on_day = |last: &DayRow| work.on_day(place.task, place.day, *last);
    let is_within = |last: &DayRow| work.is_within_hours(place.task, place.start, place.day, *last);
    let too_early = (activity.earliest).is_some_and(|time| place.start < time.minutes());
    let too_late = (activity.latest).is_some_and(|time| time.minutes() < end);
    let may_take = work.parties(place.task, place.day).contains(&place.pair);
    if !may_take {
        let pair = place.pair.filter(|_| edit.pair != Party::All);
        let refused = pair.and_then(|pair| team.refused_by(activity, pair, edit.date));
        Some(refused.unwrap_or(Rule::TakenJointly))
    } else if !lasts.iter().any(is_within) {
        Some(Rule::Hours)
    } else if !lasts.iter().any(is_on_day) {
        Some(Rule::OnSetDay)
    } else if too_early || too_late {
        Some(Rule::AtSetTimes)
    } else if !lasts.iter().any(|last| is_within(last) && is_on_day(last)) {
        // On the day that it is set for, it has no room.
        Some(Rule::Hours)
    } else {
        None
    }
}
