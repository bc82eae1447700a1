//! What one wait means in dates, forward and backward.

use chrono::NaiveDate;

use super::network::{Edge, Network, Pin, Wait};
use super::time;
use crate::calendar::Calendar;

/// The first day on which the later step of an edge can be done, or a stretch begin, where the earlier one is done on `done`.
pub(super) fn first(
    network: &Network<'_>,
    calendar: &Calendar,
    edge: &Edge,
    done: NaiveDate,
) -> NaiveDate {
    let node = &network.nodes[edge.to];
    let worked = match node.is_stretch {
        true => done.succ_opt().unwrap_or(done),
        false => calendar.desk_day_after(done, node.days),
    };
    match edge.wait {
        Wait::Days => worked,
        Wait::AtLeast(least) => worked.max(time::after(done, least)),
        Wait::Exactly(exactly) if node.milestone.note => time::after(done, exactly),
        Wait::Exactly(exactly) => desk_day_from(calendar, time::after(done, exactly)),
    }
}

/// The last day on which the earlier step of an edge can be done, where the later one is done, or begins, by `limit`.
pub(super) fn last(
    network: &Network<'_>,
    calendar: &Calendar,
    edge: &Edge,
    limit: NaiveDate,
) -> NaiveDate {
    let node = &network.nodes[edge.to];
    let worked = match (node.is_stretch, node.days) {
        (true, _) => calendar.last_desk_day(limit.pred_opt().unwrap_or(limit)),
        (false, 0) => limit,
        (false, days) => calendar.desk_day_before(calendar.last_desk_day(limit), days),
    };
    let within = |least| {
        let guess = time::before(limit, least);
        let last = time::last_within(guess, limit, |day| time::after(day, least));
        calendar.last_desk_day(last)
    };
    match edge.wait {
        Wait::Days => worked,
        Wait::AtLeast(least) => worked.min(within(least)),
        Wait::Exactly(exactly) => within(exactly),
    }
}

/// The day of a pinned step, where the step that it comes before is on `day`: the last working day so long before.
pub(super) fn pinned(calendar: &Calendar, pin: &Pin, day: NaiveDate) -> NaiveDate {
    calendar.last_desk_day(time::before(day, pin.time))
}

/// The first working day on which the later step may be, where the pinned one cannot be before `day`.
pub(super) fn first_after_pinned(calendar: &Calendar, pin: &Pin, day: NaiveDate) -> NaiveDate {
    let moved = |later: NaiveDate| {
        calendar
            .is_desk_day(later)
            .then(|| pinned(calendar, pin, later))
    };
    time::first_reaching(day, day, moved)
}

/// The last day on which the later step may be, where the pinned one cannot be after `limit`.
pub(super) fn last_after_pinned(calendar: &Calendar, pin: &Pin, limit: NaiveDate) -> NaiveDate {
    let guess = time::after(limit, pin.time);
    time::last_within(guess, limit, |day| pinned(calendar, pin, day))
}

/// The first working day on or after a day.
pub(super) fn desk_day_from(calendar: &Calendar, day: NaiveDate) -> NaiveDate {
    let mut days = day.iter_days();
    days.find(|day| calendar.is_desk_day(*day)).unwrap_or(day)
}
