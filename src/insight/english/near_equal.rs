//! What the selection gives up for better dates, in words.

use super::other_choice::named;
use super::parts::{points, weight};
use super::score_parts::parts_apart;
use crate::domain::{Named, SiteId};
use crate::insight::near_equal::{DateLoss, GivenUp, NearBest};
use crate::insight::site::Beside;
use crate::words::{decimal, in_thousandths, list, six_decimals};

/// What is proved of the best selection: `No selection that has a plan scores more: proved.`
pub fn best_selection(near: &NearBest) -> String {
    match (&near.given_up, near.proved) {
        (None, true) => "No selection that has a plan scores more: proved.".to_owned(),
        (None, false) => "No better selection was found in the time given.".to_owned(),
        (Some(_), true) => format!(
            "The best selection that has a plan scores {}: proved.",
            value(near)
        ),
        (Some(_), false) => format!(
            "The best selection found that has a plan scores {}.",
            value(near)
        ),
    }
}

/// What is given up and what for, in as many lines as that takes; none where nothing is.
pub fn given_up(near: &NearBest) -> Vec<String> {
    let Some(given_up) = &near.given_up else {
        return Vec::new();
    };
    let less = less(given_up);
    let best = match near.proved {
        true => "the best selection",
        false => "the best selection found",
    };
    let mut lines = vec![match given_up_for(near) {
        Some(what) => format!("{less} less than {best}, which would cost {what}."),
        None => format!("{less} less than {best}."),
    }];
    let is_near = given_up.points <= near.tolerance + 1e-6;
    if is_near {
        let tolerance = weight(near.tolerance);
        lines.push(format!(
            "Selections that score up to {tolerance} less than the best, with no fewer sites, count as equally good (tolerance): \
             dates decide among them."
        ));
    }
    lines.extend(given_up.instead.as_ref().map(|instead| {
        format!(
            "The best selection {}{}.",
            changes(instead),
            parts_apart(&instead.parts, given_up.points)
        )
    }));
    lines
}

/// What it is given up for: `30 more points of leave and delay`; `None` where that is not known.
pub fn given_up_for(near: &NearBest) -> Option<String> {
    let given_up = near.given_up.as_ref()?;
    let losses = given_up.by.iter().map(|loss| match loss {
        DateLoss::Leave => "leave",
        DateLoss::Delay => "delay",
    });
    let losses = list(&losses.collect::<Vec<_>>());
    let more = points(given_up.more_lost?);
    Some(match more.split_once(' ') {
        Some((number, points)) => format!("{number} more {points} of {losses}"),
        None => more,
    })
}

fn less(given_up: &GivenUp) -> String {
    match in_thousandths(given_up.points) {
        0 => six_decimals(given_up.points),
        _ => decimal(given_up.points),
    }
}

/// The best value, with as many decimals as it takes to see the difference.
fn value(near: &NearBest) -> String {
    match in_thousandths(near.best - near.plan) {
        0 => six_decimals(near.best),
        _ => decimal(near.best),
    }
}

/// `has A and B in place of C`.
fn changes(instead: &Beside) -> String {
    let of = |sites: &[Named<SiteId>]| named(sites);
    match (of(&instead.comes_in), of(&instead.goes_out)) {
        (into, out) if out.is_empty() => format!("has {into} as well"),
        (into, out) if into.is_empty() => format!("is without {out}"),
        (into, out) => format!("has {into} in place of {out}"),
    }
}
