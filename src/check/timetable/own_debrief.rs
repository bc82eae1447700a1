//! V2: the team's own debrief, which on a last day with closing debriefs comes before the first of them.

use chrono::NaiveDate;

use crate::domain::{DayHours, TimeOfDay};

use super::super::words;
use super::order::closes;
use super::{VisitSession, VisitTimetable};

/// Where the team's own debrief lies in a timetable.
pub(super) struct OwnDebrief {
    /// How long it is.
    minutes: u32,
    /// The last day with a session, and when the first closing debrief of that day begins, if it has one.
    closing: Option<(NaiveDate, TimeOfDay)>,
}

/// Where it lies in this timetable.
pub(super) fn own_debrief(timetable: &VisitTimetable, hours: &DayHours) -> OwnDebrief {
    let last = timetable.last_day();
    let sessions = timetable.sessions.iter();
    let closing = sessions.filter(|one| closes(one) && Some(one.stated.date) == last);
    OwnDebrief {
        minutes: hours.debrief,
        closing: closing.map(|one| (one.stated.date, one.stated.start)).min(),
    }
}

impl OwnDebrief {
    /// The minutes that it takes from the end of a day.
    pub(super) fn at_end_of(&self, date: NaiveDate) -> u32 {
        match self.closing {
            Some((last, _)) if last == date => 0,
            _ => self.minutes,
        }
    }

    /// What is wrong between it and a session, if it comes before the closing debriefs of that day.
    pub(super) fn in_its_way(
        &self,
        opens: TimeOfDay,
        lunch: [TimeOfDay; 2],
        session: &VisitSession,
    ) -> Option<String> {
        let (last, first) = self.closing?;
        if self.minutes == 0 || session.stated.date != last {
            return None;
        }
        let start = session.stated.start;
        if closes(session) {
            return (!self.has_room(opens, lunch, start)).then(|| {
                format!(
                    "{} begins at {}; there is no room before it for the team's own debrief of {}.",
                    session.called(),
                    session.begins(),
                    words::count(self.minutes as usize, "minute")
                )
            });
        }
        let [from, to] = self.before(lunch, first);
        let overlaps = i64::from(start.minutes()) < to
            && from < i64::from(session.stated.end.minutes())
            && self.has_room(opens, lunch, first);
        overlaps.then(|| {
            let time = |minutes: i64| TimeOfDay::from_minutes(u32::try_from(minutes).unwrap_or(0));
            format!(
                "{} is from {start} to {}; the team's own debrief is from {} to {}, before the closing debrief.",
                session.called(),
                session.ends(),
                time(from),
                time(to)
            )
        })
    }

    /// From when to when it is before a closing debrief that begins then: it ends as that begins, or with the morning if that begins as
    /// lunch ends.
    fn before(&self, [lunch, again]: [TimeOfDay; 2], closing: TimeOfDay) -> [i64; 2] {
        let to = if lunch < again && closing == again {
            lunch
        } else {
            closing
        };
        let to = i64::from(to.minutes());
        [to - i64::from(self.minutes), to]
    }

    /// Whether it lies within the hours and clear of lunch there.
    fn has_room(&self, opens: TimeOfDay, lunch: [TimeOfDay; 2], closing: TimeOfDay) -> bool {
        let [from, to] = self.before(lunch, closing);
        let [lunch, again] = lunch.map(|time| i64::from(time.minutes()));
        let at_lunch = lunch < again && from < again && lunch < to;
        i64::from(opens.minutes()) <= from && !at_lunch
    }
}
