//! An edited timetable, laid beside the one that was agreed: which rows are as they were, which are the wish of whoever edited it, and how
//! many sessions of each activity it has.

use chrono::NaiveDate;

use super::rows::PairRow;
use super::work::{Slot, Work};
use crate::domain::{Inspection, OneOff, Party, Session, Visit};

/// The rows of an edited timetable of one visit that can be sessions of it.
pub(super) struct Edited {
    /// The rows.
    pub rows: Vec<Session>,
    /// Rows of what is no onsite activity of the visit, and copies of others.
    pub left_out: Vec<Session>,
    /// Where the visit has another number of sessions than its kind.
    pub one_offs: Vec<OneOff>,
}

impl Edited {
    /// Reads the rows of a visit; without any, the visit has as many sessions as were settled before.
    ///
    /// A row that says the same as another, beyond the sessions that there were, is a copy.
    pub(super) fn new(
        inspection: &Inspection,
        visit: &Visit,
        rows: &[Session],
        agreed: &[Session],
        settled: &[OneOff],
    ) -> Self {
        let of_visit = |row: &&Session| row.site == visit.site;
        let mut edited = Self {
            rows: rows.iter().filter(of_visit).cloned().collect(),
            left_out: Vec::new(),
            one_offs: Vec::new(),
        };
        if edited.rows.is_empty() {
            let settled = settled.iter().filter(|one| one.site == visit.site);
            edited.one_offs = settled.cloned().collect();
            return edited;
        }
        let of_kind = inspection.activities.iter();
        let onsite: Vec<_> = of_kind
            .filter(|one| one.kind == visit.kind && !one.remote)
            .collect();
        edited.leave_out(|_, row| !onsite.iter().any(|one| one.name == row.activity));
        for activity in onsite {
            let of_it = |row: &&Session| row.activity == activity.name;
            let there_were = agreed.iter().filter(of_visit).filter(of_it).count();
            let there_were = there_were.max(activity.sessions as usize);
            edited.leave_out(|before, row| {
                let more = before.iter().filter(of_it).count() >= there_were;
                more && of_it(&row) && before.iter().any(|other| is_alike(other, row))
            });
            let sessions = edited.rows.iter().filter(of_it).count() as u32;
            if sessions != activity.sessions {
                edited.one_offs.push(OneOff {
                    site: visit.site.clone(),
                    activity: activity.name.clone(),
                    sessions,
                });
            }
        }
        edited
    }

    /// Leaves out rows, given those before each that are left.
    fn leave_out(&mut self, is_out: impl Fn(&[Session], &Session) -> bool) {
        let mut kept = Vec::new();
        for row in std::mem::take(&mut self.rows) {
            if is_out(&kept, &row) {
                self.left_out.push(row);
            } else {
                kept.push(row);
            }
        }
        self.rows = kept;
    }

    /// The rows that are not as they were: a row is as it was if the agreed timetable has a session of its activity on that day, at that
    /// time, with that pair. Where nothing was agreed, there is nothing that they could differ from.
    pub(super) fn wishes(&self, agreed: &[Session]) -> Vec<Session> {
        if agreed.is_empty() {
            return Vec::new();
        }
        let mut left: Vec<&Session> = agreed.iter().collect();
        let wishes = self.rows.iter().filter(|row| {
            let was = left.iter().position(|was| is_alike(was, row));
            was.map(|was| left.remove(was)).is_none()
        });
        wishes.cloned().collect()
    }
}

/// Whether two sessions of a visit are of the same activity, at the same time and with the same pair, whatever their numbers.
pub(super) fn is_alike(one: &Session, other: &Session) -> bool {
    (&one.site, &one.activity) == (&other.site, &other.activity)
        && (one.date, one.start, one.pair) == (other.date, other.start, other.pair)
}

/// The place of a session among the days and tasks of a visit, if it has one.
pub(super) fn slot(work: &Work, onsite: &[NaiveDate], session: &Session) -> Option<Slot> {
    let is_it = |task: &super::work::Task| task.activity.name == session.activity;
    Some(Slot {
        day: onsite.iter().position(|day| *day == session.date)?.into(),
        start: session.start.minutes(),
        pair: match session.pair {
            Party::All => None,
            Party::Pair(number) => Some(PairRow::from(number.checked_sub(1)? as usize)),
        },
        task: work.tasks.iter().position(is_it)?.into(),
    })
}
