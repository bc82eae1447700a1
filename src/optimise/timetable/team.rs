//! Who is on a visit, and what they may take there.

use chrono::NaiveDate;
use typed_index_collections::TiVec;

use super::rows::PairRow;
use crate::domain::{Activity, Inspection, Inspector, Rule, TakenBy, Visit};

/// Who is on a visit, pair by pair.
pub(super) struct Team<'a> {
    inspection: &'a Inspection,
    /// The seats of each pair whose inspectors the tables know.
    pairs: TiVec<PairRow, Vec<&'a Inspector>>,
}

impl<'a> Team<'a> {
    pub(super) fn new(inspection: &'a Inspection, visit: &Visit) -> Self {
        let known = |pair: &[_; 2]| {
            pair.iter()
                .filter_map(|id| inspection.inspector(id))
                .collect()
        };
        Self {
            inspection,
            pairs: visit.pairs.iter().map(known).collect(),
        }
    }

    /// The pairs.
    pub(super) fn pairs(&self) -> impl Iterator<Item = PairRow> + use<> {
        self.pairs.keys()
    }

    /// The inspectors who attend a session of an activity that a pair takes; all of the team for one by all.
    pub(super) fn attending(&self, activity: &Activity, pair: PairRow) -> Vec<&'a Inspector> {
        match &activity.taken_by {
            TakenBy::All => self.pairs.iter().flatten().copied().collect(),
            TakenBy::One(one) => {
                let seats = self.pairs.get(pair).into_iter().flatten().copied();
                seats.filter(|seat| seat.inspectorate == *one).collect()
            }
            TakenBy::AnyPair | TakenBy::Pair(_) => {
                self.pairs.get(pair).cloned().unwrap_or_default()
            }
        }
    }

    /// Whether a pair may take a session of an activity on a day (V5, V10, V11).
    pub(super) fn may_take(&self, activity: &Activity, pair: PairRow, date: NaiveDate) -> bool {
        self.refused_by(activity, pair, date).is_none()
    }

    /// The rule by which a pair may not take a session of an activity on a day, if it may not: V5, V10 or V11.
    pub(super) fn refused_by(
        &self,
        activity: &Activity,
        pair: PairRow,
        date: NaiveDate,
    ) -> Option<Rule> {
        let attending = self.attending(activity, pair);
        let Some([one, other]) = self.pairs.get(pair).map(Vec::as_slice) else {
            return Some(Rule::TakenJointly);
        };
        let of = [one.inspectorate.clone(), other.inspectorate.clone()];
        let is_skilled = (activity.skills.iter())
            .all(|skill| attending.iter().any(|person| person.skills.contains(skill)));
        let is_secure = (activity.security.iter()).all(|security| {
            let mut attending = attending.iter();
            attending.all(|person| self.holds(person, security, date))
        });
        match (activity.taken_by.allows(&of), is_skilled, is_secure) {
            (false, _, _) => Some(Rule::TakenJointly),
            (true, false, _) => Some(Rule::SessionSkills),
            (true, true, false) => Some(Rule::SessionSecurity),
            (true, true, true) => None,
        }
    }

    fn holds(&self, person: &Inspector, security: &str, date: NaiveDate) -> bool {
        self.inspection.clearances.iter().any(|row| {
            row.inspector == person.id
                && row.clearance == security
                && row.valid_until.is_none_or(|until| date <= until)
        })
    }
}
