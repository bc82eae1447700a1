//! The timetables of a plan in words, for the lead inspector: what `assize timetable` says.

use super::opening;
use crate::documents::views::{LeftOver, TimetableInShort, TimetablesInShort};
use crate::words::{count, date, hours, list};

/// The timetables in words: for each visit its sessions and days, the load of each pair, and the preparation of each person; then
/// what does not fit.
pub fn timetable_summary(view: &TimetablesInShort) -> String {
    let mut lines = opening(&view.heading);
    lines.push(String::new());
    for visit in &view.visits {
        lines.push(format!("{}, from {}", visit.site, date(visit.first_day)));
        lines.extend(onsite(visit));
        lines.extend(preparation(visit));
    }
    lines.extend(preparation_left_over(view));
    lines.join("\n")
}

/// How many sessions over how many days, and how many each pair has.
fn onsite(visit: &TimetableInShort) -> Option<String> {
    if visit.sessions == 0 {
        return None;
    }
    let pairs = visit.of_pairs.iter().enumerate();
    let shares: Vec<String> = pairs
        .map(|(place, sessions)| format!("pair {} has {sessions}", place + 1))
        .collect();
    let whole = match visit.of_all {
        0 => String::new(),
        together => format!(", and the whole team {together}"),
    };
    // One pair is the whole team.
    let shared = match visit.of_pairs.len() {
        1 => String::new(),
        _ => format!("; {}{whole}", shares.join(", ")),
    };
    let days = match visit.of_days.filter(|all| visit.days < *all) {
        Some(all) => format!("{} of {}", visit.days, count(all, "day", "days")),
        None => count(visit.days, "day", "days"),
    };
    Some(format!(
        "  Onsite: {} over {days}{shared}.",
        count(visit.sessions, "session", "sessions"),
    ))
}

/// The hours of preparation of each person.
fn preparation(visit: &TimetableInShort) -> Option<String> {
    let each = visit.preparation.iter();
    let each: Vec<String> = each
        .map(|(name, minutes)| format!("{name} {}", hours(*minutes)))
        .collect();
    (!each.is_empty()).then(|| format!("  Preparation: {}.", each.join(", ")))
}

/// What does not fit the preparation days of the visits, a line each, with its hours and for whom it is.
pub fn preparation_left_over(view: &TimetablesInShort) -> Vec<String> {
    let line = |left: &LeftOver| {
        format!(
            "The preparation for {} does not hold {} of “{}”, {} altogether, for {}.",
            left.site,
            count(left.sessions as usize, "session", "sessions"),
            left.activity,
            hours(left.minutes),
            list(&left.names)
        )
    };
    view.left_over.iter().map(line).collect()
}
