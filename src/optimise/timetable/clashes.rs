//! Whether two sessions stand in each other's way, and by which rule.

use super::hours::debrief_begins;
use super::order::Order;
use super::rows::DayRow;
use super::work::{Slot, Work};
use crate::domain::Rule;

impl Work<'_> {
    /// When the first ones of an order must be over for a later one to begin then, on the same day.
    pub(super) fn over_by(&self, order: &Order, day: DayRow, start: u32, last: DayRow) -> u32 {
        match order.closes && day == last {
            true => debrief_begins(self.hours, start),
            false => start.saturating_sub(order.gap),
        }
    }

    /// Whether two sessions stand in each other's way, if `last` is the last day with one.
    pub(super) fn clash(&self, one: &Slot, other: &Slot, last: DayRow) -> bool {
        self.clash_by(one, other, last).is_some()
    }

    /// The rule by which two sessions stand in each other's way, if they do: V3, V4, V6, V9, or V2, where one would take the time of the
    /// team's own debrief before the other.
    pub(super) fn clash_by(&self, one: &Slot, other: &Slot, last: DayRow) -> Option<Rule> {
        let apart = |first: &Slot, then: &Slot, pause: u32| self.end(first) + pause <= then.start;
        let same_pair = one.pair.is_none() || other.pair.is_none() || one.pair == other.pair;
        let seen = &self.tasks[other.task].seen;
        let same_seen = self.tasks[one.task]
            .seen
            .iter()
            .any(|person| seen.contains(person));
        let pause = if same_pair { self.hours.between } else { 0 };
        let overlap = one.day == other.day
            && (same_pair || same_seen)
            && !apart(one, other, pause)
            && !apart(other, one, pause);
        let out_of_order = self.orders.iter().find_map(|order| {
            let broken = |first: &Slot, later: &Slot| {
                let waits = order.first.contains(&first.task) && order.later.contains(&later.task);
                let by = self.over_by(order, later.day, later.start, last);
                if !waits || (first.day, self.end(first)) <= (later.day, by) {
                    None
                } else if order.closes && (first.day, self.end(first)) <= (later.day, later.start) {
                    Some(Rule::Hours)
                } else {
                    Some(order.rule)
                }
            };
            broken(one, other).or_else(|| broken(other, one))
        });
        match (overlap, same_pair) {
            (true, true) => Some(Rule::PairInOnePlace),
            (true, false) => Some(Rule::SeenInOnePlace),
            (false, _) => out_of_order,
        }
    }
}
