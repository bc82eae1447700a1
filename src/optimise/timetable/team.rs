//! Who is on a visit, and what they may take there.

use chrono::NaiveDate;
use typed_index_collections::TiVec;

use super::rows::PairRow;
use crate::domain::{Activity, Inspection, Inspector, TakenBy, Visit};

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
                let seats = self.pairs[pair].iter().copied();
                seats.filter(|seat| seat.inspectorate == *one).collect()
            }
            TakenBy::AnyPair | TakenBy::Pair(_) => self.pairs[pair].clone(),
        }
    }

    /// Whether a pair may take a session of an activity on a day (V5, V10, V11).
    pub(super) fn may_take(&self, activity: &Activity, pair: PairRow, date: NaiveDate) -> bool {
        let attending = self.attending(activity, pair);
        let [one, other] = self.pairs[pair].as_slice() else {
            return false;
        };
        let of = [one.inspectorate.clone(), other.inspectorate.clone()];
        activity.taken_by.allows(&of)
            && (activity.skills.iter())
                .all(|skill| attending.iter().any(|person| person.skills.contains(skill)))
            && (activity.security.iter()).all(|security| {
                attending
                    .iter()
                    .all(|person| self.holds(person, security, date))
            })
    }

    fn holds(&self, person: &Inspector, security: &str, date: NaiveDate) -> bool {
        self.inspection.clearances.iter().any(|row| {
            row.inspector == person.id
                && row.clearance == security
                && row.valid_until.is_none_or(|until| date <= until)
        })
    }
}
