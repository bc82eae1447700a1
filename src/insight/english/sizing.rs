//! How many pairs and days the activities of a kind need, in words.

use crate::domain::{InspectorateId, Kind};
use crate::optimise::{Sizing, VisitSize};
use crate::words::{capital, count, kind_name, pairs};

/// The sizing of one kind for a terminal: what is needed, why no less will do, and how that compares with the settings.
pub fn sizing(kind: &Kind, sizing: &Sizing) -> String {
    let name = capital(&kind_name(kind));
    let sessions = count(sizing.sessions as usize, "session", "sessions");
    let set = VisitSize {
        pairs: kind.pairs.clone(),
        days: kind.days,
    };
    let mut lines = Vec::new();
    match (&sizing.fewest, &sizing.otherwise) {
        (Some(fewest), _) if sizing.sessions == 0 && fewest.pairs.is_empty() => {
            lines.push(format!("{name}: no activities onsite."));
        }
        (Some(fewest), otherwise) => {
            lines.push(format!("{name}: {sessions} need {}.", in_words(fewest)));
            let fewer = count(fewest.pairs.len().saturating_sub(1), "pair", "pairs");
            lines.push(match otherwise {
                _ if fewest.pairs.len() == 1 => match fewest.days {
                    1 => "  Nothing less will do.".to_owned(),
                    days => format!("  {} would not hold them.", count(days as usize - 1, "day", "days")),
                },
                Some(size) => format!(
                    "  {fewer} would need {}, and a visit has {}.",
                    days(size.days),
                    days(kind.days)
                ),
                None => format!("  {fewer} could not take them all in any number of days."),
            });
            lines.push(compared(fewest, &set));
        }
        (None, Some(size)) => {
            lines.push(format!(
                "{name}: {sessions} do not fit {}, however many pairs there are: they need {}.",
                days(kind.days),
                days(size.days)
            ));
            lines.push(
                "  A long chain of activities, or of sessions with one person, stands in the way. Shorten it, or add days."
                    .to_owned(),
            );
        }
        (None, None) => lines.push(format!(
            "{name}: {sessions} fit no number of pairs or days: a session is longer than any part of a day, or can be at no time that is allowed."
        )),
    }
    if !sizing.proved {
        lines.push("  Part of this could not be proved: it may take less.".to_owned());
    }
    lines.join("\n")
}

/// How what is needed compares with what is set.
fn compared(fewest: &VisitSize, set: &VisitSize) -> String {
    let set_words = in_words(set);
    let (needed, there) = (fewest.pairs.len(), set.pairs.len());
    if needed == there && sorted(fewest) != sorted(set) {
        format!("  Other pairs are set: {set_words}.")
    } else if needed == there && fewest.days == set.days {
        format!("  That is what is set: {set_words}.")
    } else if needed > there {
        format!("  That is more than is set: {set_words}.")
    } else {
        format!("  That is less than is set: {set_words}.")
    }
}

/// The pairs in an order in which they can be compared: within a pair no inspectorate comes first.
fn sorted(size: &VisitSize) -> Vec<[InspectorateId; 2]> {
    let mut pairs = size.pairs.clone();
    for pair in &mut pairs {
        pair.sort();
    }
    pairs.sort();
    pairs
}

/// Such as `2 joint pairs of HMICFRS and HMCPSI over 3 days`, or, where they are not alike,
/// `2 joint pairs (1 of HMI Probation and HMICFRS, 1 of HMI Probation and HMI Prisons) over 3 days`.
fn in_words(size: &VisitSize) -> String {
    let mut sorts = sorted(size);
    sorts.dedup();
    let pairs = match sorts.len() < 2 {
        true => pairs(&size.pairs),
        false => {
            let of = |sort: &[InspectorateId; 2]| {
                let same = size
                    .pairs
                    .iter()
                    .filter(|pair| sort.iter().all(|one| pair.contains(one)));
                format!("{} of {} and {}", same.count(), sort[0], sort[1])
            };
            let number = count(size.pairs.len(), "joint pair", "joint pairs");
            let sorts: Vec<String> = sorts.iter().map(of).collect();
            format!("{number} ({})", sorts.join(", "))
        }
    };
    format!("{pairs} over {}", days(size.days))
}

fn days(number: u32) -> String {
    count(number as usize, "day", "days")
}
