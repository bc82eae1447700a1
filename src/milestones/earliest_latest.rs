//! The two passes: forward for the earliest dates, backward for the latest.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::network::{Network, Pin};
use super::{Dates, PUBLICATION, authorised, waits};
use crate::calendar::Calendar;

/// A step that happens so long before another moves it, which moves the step again. Where that has not settled after
/// so many rounds it never does.
const ROUNDS: usize = 500;

/// What the passes found, step by step.
#[derive(Debug)]
pub(super) struct Passes {
    /// The day after which work begins on what follows nothing.
    pub(super) start: NaiveDate,
    /// When each step is done: its given day, or the earliest.
    pub(super) done: Vec<NaiveDate>,
    /// The earliest day that its order allows, or the first for a stretch to begin; `None` where it follows nothing.
    pub(super) needed: Vec<Option<NaiveDate>>,
    /// The latest day on which everything given is still met; `None` where nothing waits for it.
    pub(super) latest: Vec<Option<NaiveDate>>,
    /// Pinned steps that can never be so long before what they come before.
    pub(super) never: BTreeSet<usize>,
}

impl Passes {
    pub(super) fn run(network: &Network<'_>, calendar: &Calendar, proposed: NaiveDate) -> Self {
        let limits = backward(network, calendar, None, &BTreeSet::new());
        let start = start(network, calendar, &limits).unwrap_or(proposed);
        let mut never = BTreeSet::new();
        // Each time round at least one more pinned step is let go.
        let (done, needed) = loop {
            match forward(network, calendar, start, &never) {
                Ok(found) => break found,
                Err(unsettled) => never.extend(unsettled),
            }
        };
        let end = network
            .first_of(PUBLICATION)
            .map(|place| (place, done[place]));
        let latest = backward(network, calendar, end, &never);
        Self {
            start,
            done,
            needed,
            latest,
            never,
        }
    }

    /// The day of publication.
    pub(super) fn publication(&self, network: &Network<'_>) -> Option<NaiveDate> {
        network.first_of(PUBLICATION).map(|place| self.done[place])
    }

    /// The first day on which a step can be done. Publication has a target; any other given date is simply that date.
    pub(super) fn earliest(&self, network: &Network<'_>, place: usize) -> NaiveDate {
        let is_target = network.first_of(PUBLICATION) == Some(place);
        match self.needed[place] {
            Some(needed) if is_target => needed,
            _ => self.done[place],
        }
    }

    /// Working days from the earliest day to the latest.
    pub(super) fn slack(
        &self,
        network: &Network<'_>,
        calendar: &Calendar,
        place: usize,
    ) -> Option<i64> {
        let latest = self.latest[place]?;
        Some(calendar.desk_days_between(self.earliest(network, place), latest))
    }

    /// Working days by which the given date of a step is too early; 0 where it has none, or it can be met.
    pub(super) fn late_by(&self, network: &Network<'_>, calendar: &Calendar, place: usize) -> i64 {
        let node = &network.nodes[place];
        match (node.given_start(), self.needed[place]) {
            (Some(given), Some(needed)) if needed > given && !node.is_recorded => {
                calendar.desk_days_between(given, waits::desk_day_from(calendar, needed))
            }
            _ => 0,
        }
    }

    /// The dates of a step; `None` for a note without one.
    pub(super) fn dates(
        &self,
        network: &Network<'_>,
        calendar: &Calendar,
        place: usize,
        critical: bool,
    ) -> Option<Dates> {
        let node = &network.nodes[place];
        if node.hidden {
            return None;
        }
        let done = self.done[place];
        let start = match (node.given, node.days) {
            (Some((first, _)), _) => first,
            (None, 0) => done,
            (None, days) => calendar.desk_day_before(done, days - 1),
        };
        Some(Dates {
            start,
            done,
            earliest: self.earliest(network, place),
            latest: self.latest[place],
            slack: self.slack(network, calendar, place),
            critical,
            given: node.given.is_some(),
            longer: None,
            late_by: self.late_by(network, calendar, place),
        })
    }
}

/// The latest day after which work on what follows nothing can begin, so that every given date can be met.
fn start(
    network: &Network<'_>,
    calendar: &Calendar,
    limits: &[Option<NaiveDate>],
) -> Option<NaiveDate> {
    let begins = |place: usize| {
        let node = &network.nodes[place];
        let waits = network.before(place).next().is_some();
        let limit = limits[place].filter(|_| node.given.is_none() && !waits)?;
        Some(match node.days {
            0 => limit,
            days => calendar.desk_day_before(calendar.last_desk_day(limit), days),
        })
    };
    (0..network.nodes.len()).filter_map(begins).min()
}

type Forward = (Vec<NaiveDate>, Vec<Option<NaiveDate>>);

/// When each step is done, and the earliest that its order allows; or the pinned steps that never settle.
fn forward(
    network: &Network<'_>,
    calendar: &Calendar,
    start: NaiveDate,
    never: &BTreeSet<usize>,
) -> Result<Forward, Vec<usize>> {
    let count = network.nodes.len();
    let (mut done, mut needed) = (vec![None; count], vec![None; count]);
    let done_by = authorised::done_by(network);
    let mut moved = Vec::new();
    for _ in 0..ROUNDS {
        moved.clear();
        for place in &network.order {
            let node = &network.nodes[*place];
            let after = network.before(*place);
            let first = after
                .filter_map(|edge| Some(waits::first(network, calendar, edge, done[edge.from]?)));
            let pins = network.pins.iter().filter(|pin| !never.contains(&pin.node));
            let pushed = pins
                .clone()
                .filter(|pin| pin.before.contains(place))
                .filter_map(|pin| {
                    let day = needed[pin.node]?;
                    Some(waits::first_after_pinned(calendar, pin, day))
                });
            let own = pins.clone().find(|pin| pin.node == *place);
            // What an authority on record waited for was done by then.
            let by_then = |day: NaiveDate| done_by[*place].map_or(day, |limit| day.min(limit));
            needed[*place] = first.chain(pushed).max().map(by_then);
            let by_pin = own.and_then(|pin| pinned_day(network, calendar, pin, &done));
            let free = || calendar.desk_day_after(start, node.days);
            let day = match node.given {
                Some((_, last)) => last,
                None => {
                    let day = needed[*place].max(by_pin).unwrap_or_else(free);
                    by_then(node.boards.from(day))
                }
            };
            if done[*place] != Some(day) {
                done[*place] = Some(day);
                moved.push(*place);
            }
        }
        if moved.is_empty() {
            break;
        }
    }
    let unsettled: Vec<usize> = network
        .pins
        .iter()
        .filter(|pin| moved.contains(&pin.node) && !never.contains(&pin.node))
        .filter(|pin| leads_to_its_own(network, pin))
        .map(|pin| pin.node)
        .collect();
    match unsettled.is_empty() {
        true => Ok((
            done.into_iter().map(|day| day.unwrap_or(start)).collect(),
            needed,
        )),
        false => Err(unsettled),
    }
}

/// Whether something that waits for a pinned step comes before what the step is pinned to. Other pinned steps only move
/// with it.
fn leads_to_its_own(network: &Network<'_>, pin: &Pin) -> bool {
    let mut open: Vec<usize> = network.after(pin.node).map(|edge| edge.to).collect();
    let mut seen = BTreeSet::new();
    while let Some(place) = open.pop() {
        if pin.before.contains(&place) {
            return true;
        }
        if seen.insert(place) {
            open.extend(network.after(place).map(|edge| edge.to));
            let own = network.pins.iter().filter(|other| other.node == place);
            open.extend(own.flat_map(|other| other.before.iter().copied()));
        }
    }
    false
}

/// The day of a pinned step, by the first of the steps that it comes before.
fn pinned_day(
    network: &Network<'_>,
    calendar: &Calendar,
    pin: &Pin,
    done: &[Option<NaiveDate>],
) -> Option<NaiveDate> {
    let day = |place: &usize| network.nodes[*place].given_start().or(done[*place]);
    let first = pin.before.iter().filter_map(day).min()?;
    Some(waits::pinned(calendar, pin, first))
}

/// The latest day of each step at which every given date, and the end, can still be met.
fn backward(
    network: &Network<'_>,
    calendar: &Calendar,
    end: Option<(usize, NaiveDate)>,
    never: &BTreeSet<usize>,
) -> Vec<Option<NaiveDate>> {
    let mut latest: Vec<Option<NaiveDate>> = vec![None; network.nodes.len()];
    let pins = || network.pins.iter().filter(|pin| !never.contains(&pin.node));
    for _ in 0..ROUNDS {
        let mut moved = false;
        for place in network.order.iter().rev() {
            let due = |place: usize| network.nodes[place].given_start().or(latest[place]);
            let waiting = |place: usize| {
                network.after(place).filter_map(move |edge| {
                    Some(waits::last(network, calendar, edge, due(edge.to)?))
                })
            };
            let own = pins().filter(|pin| pin.node == *place);
            let by_own = own.flat_map(|pin| {
                let days = pin.before.iter().filter_map(|later| due(*later));
                days.map(move |day| waits::pinned(calendar, pin, day))
            });
            // What waits for a pinned step holds back the one that it is pinned to.
            let by_pinned = pins()
                .filter(|pin| pin.before == [*place])
                .filter_map(|pin| {
                    let limit = waiting(pin.node).min()?;
                    Some(waits::last_after_pinned(calendar, pin, limit))
                });
            let by_end = end.filter(|(last, _)| last == place).map(|(_, day)| day);
            let found = waiting(*place)
                .chain(by_own)
                .chain(by_pinned)
                .chain(by_end)
                .min()
                .map(|day| network.nodes[*place].boards.by(day));
            if latest[*place] != found {
                latest[*place] = found;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    latest
}
