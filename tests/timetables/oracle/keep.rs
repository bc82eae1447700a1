//! An edited timetable with the fewest sessions moved.

use assize::domain::{RuleSet, Session};

use super::{Facts, Placed};
use crate::problem::Problem;

/// The fewest sessions that stand elsewhere than in the edited timetable; `None` where no timetable fits.
///
/// Sessions that stay have their places; the others are put as early as those before them allow, as in the search for the
/// best timetable, and no timetable is lost for the same reason.
pub fn fewest_moved(problem: &Problem, edited: &[Session]) -> Option<u32> {
    let facts = Facts::of_visit(problem, RuleSet::all());
    let dates = problem.onsite_days();
    // A session on no day of the visit, or of no activity, cannot stay.
    let standing = edited.iter().filter_map(|session| {
        let activity = facts
            .work
            .iter()
            .position(|work| work.name == session.activity)?;
        (session.session <= facts.work[activity].sessions).then_some(())?;
        let day = dates.iter().position(|date| *date == session.date)?;
        Some(facts.at(day, session.start.minutes(), activity, session.pair))
    });
    let mut standing: Vec<Placed> = standing.collect();
    standing.sort();
    let mut least = None;
    for last in 0..facts.days {
        let mut search = Search {
            facts: &facts,
            last,
            standing: &standing,
            least,
        };
        let mut left: Vec<u32> = facts.work.iter().map(|work| work.sessions).collect();
        search.next(&mut Vec::new(), &mut left, 0, 0);
        least = search.least;
    }
    least
}

struct Search<'a> {
    facts: &'a Facts,
    /// The last day with a session.
    last: usize,
    /// The edited sessions, by day and start.
    standing: &'a [Placed],
    /// The fewest moved so far.
    least: Option<u32>,
}

impl Search<'_> {
    /// Places the next session, by day and start: one that stays, or one that moves, in every way.
    /// Those that stay are taken in order, from `from` on.
    fn next(&mut self, placed: &mut Vec<Placed>, left: &mut [u32], from: usize, moved: u32) {
        if self.least.is_some_and(|least| moved >= least) {
            return;
        }
        let newest = placed.last().copied();
        if left.iter().all(|left| *left == 0) {
            let ends = newest.is_some_and(|newest| newest.day == self.last);
            if ends && self.facts.is_debriefed_at_all(placed, self.last) {
                self.least = Some(moved);
            }
            return;
        }
        for (at, place) in self.standing.iter().enumerate().skip(from) {
            let earliest = |facts: &Facts| {
                facts.earliest(placed, place.activity, place.day, place.party, self.last)
            };
            let facts = self.facts;
            let is_debriefed = !facts.work[place.activity].closes
                || !facts.is_closed(place.day, self.last)
                || facts.is_debriefed(placed, place.day, place.start);
            let may = self.facts.work[place.activity].takers[place.day].contains(&place.party);
            if may && is_debriefed && self.is_clear_from(earliest(self.facts), place) {
                self.place(*place, placed, left, at + 1, moved);
            }
        }
        for activity in 0..left.len() {
            for day in newest.map_or(0, |newest| newest.day)..=self.last {
                for party in &self.facts.work[activity].takers[day] {
                    let start = self
                        .facts
                        .earliest(placed, activity, day, *party, self.last);
                    let next = self.facts.at(day, start, activity, *party);
                    self.place(next, placed, left, from, moved + 1);
                }
            }
        }
    }

    /// Whether a session that stays begins no earlier than it may, and not so that it runs into lunch.
    fn is_clear_from(&self, earliest: u32, place: &Placed) -> bool {
        let [from, to] = self
            .facts
            .hours
            .lunch
            .map(assize::domain::TimeOfDay::minutes);
        let end = place.start + self.facts.work[place.activity].minutes;
        let at_lunch = place.start < to && from < end;
        earliest <= place.start && !at_lunch
    }

    /// Goes on from a session in its place, if it may stand there and in this turn.
    fn place(
        &mut self,
        next: Placed,
        placed: &mut Vec<Placed>,
        left: &mut [u32],
        from: usize,
        moved: u32,
    ) {
        let (activity, day) = (next.activity, next.day);
        let in_turn = placed.last().is_none_or(|newest| *newest <= next);
        if in_turn
            && day <= self.last
            && self.facts.may_come_next(activity, left)
            && self.facts.may_be_on(activity, day, self.last)
            && self
                .facts
                .is_over_in_time(activity, day, next.start, self.last)
        {
            placed.push(next);
            left[activity] -= 1;
            self.next(placed, left, from, moved);
            left[activity] += 1;
            placed.pop();
        }
    }
}
