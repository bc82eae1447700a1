//! The best timetable: the fewest days, then the most even loads.

use assize::domain::Party;

use super::{Facts, Placed};

/// The fewest days, the least difference of loads in so many days, and a timetable; `None` where nothing fits.
/// Differences up to `enough` are all the same.
pub fn best(facts: &Facts, enough: u32) -> Option<(u32, u32, Vec<Placed>)> {
    (0..facts.days).find_map(|last| {
        let mut search = Search {
            facts,
            last,
            enough,
            best: None,
        };
        let mut left: Vec<u32> = facts.work.iter().map(|work| work.sessions).collect();
        search.next(&mut Vec::new(), &mut left);
        let (uneven, placed) = search.best?;
        Some((last as u32 + 1, uneven.max(enough), placed))
    })
}

struct Search<'a> {
    facts: &'a Facts,
    /// The last day with a session.
    last: usize,
    enough: u32,
    /// The best so far.
    best: Option<(u32, Vec<Placed>)>,
}

impl Search<'_> {
    /// Places the next session, by day and start, in every way.
    fn next(&mut self, placed: &mut Vec<Placed>, left: &mut [u32]) {
        let best = self.best.as_ref().map(|(uneven, _)| *uneven);
        if best.is_some_and(|uneven| uneven <= self.enough) {
            return;
        }
        let newest = placed.last().copied();
        if left.iter().all(|left| *left == 0) {
            let uneven = self.uneven(placed);
            let ends = newest.is_some_and(|newest| newest.day == self.last);
            let ends = ends && self.facts.is_debriefed_at_all(placed, self.last);
            if ends && best.is_none_or(|best| uneven < best) {
                self.best = Some((uneven, placed.clone()));
            }
            return;
        }
        let from = newest.map_or(0, |newest| newest.day);
        for activity in 0..left.len() {
            if !self.facts.may_come_next(activity, left) {
                continue;
            }
            for day in from..=self.last {
                if !self.facts.may_be_on(activity, day, self.last) {
                    continue;
                }
                for party in &self.facts.work[activity].takers[day] {
                    let start = self
                        .facts
                        .earliest(placed, activity, day, *party, self.last);
                    let next = self.facts.at(day, start, activity, *party);
                    // Out of turn: the same sessions are tried in order elsewhere.
                    let in_turn = newest.is_none_or(|newest| newest <= next);
                    let fits = self.facts.is_over_in_time(activity, day, start, self.last);
                    if in_turn && fits {
                        placed.push(next);
                        left[activity] -= 1;
                        self.next(placed, left);
                        left[activity] += 1;
                        placed.pop();
                    }
                }
            }
        }
    }

    /// The most sessions of a pair less the fewest.
    fn uneven(&self, placed: &[Placed]) -> u32 {
        let load = |number: usize| {
            let takes =
                |place: &&Placed| [Party::All, Party::Pair(number as u32)].contains(&place.party);
            placed.iter().filter(takes).count() as u32
        };
        let loads: Vec<u32> = (1..=self.facts.pairs).map(load).collect();
        let most = loads.iter().max().expect("a pair");
        most - loads.iter().min().expect("a pair")
    }
}
