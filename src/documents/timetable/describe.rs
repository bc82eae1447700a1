//! A page of a timetable in words, for those who cannot see it.

use super::entry::{Entry, Taken};
use super::programme::{Day, Programme, times};

/// Who is in the team, and the days of the page from morning to evening.
pub(super) fn describe(programme: &Programme, days: &[Day]) -> String {
    let mut visit = format!(
        "Timetable of the visit to {}, {}.",
        programme.site, programme.dates
    );
    if let Some(spare) = &programme.spare {
        visit.push_str(&format!(" {spare}"));
    }
    let team = programme
        .pairs
        .iter()
        .enumerate()
        .map(|(place, members)| format!("Pair {}: {}.", place + 1, members.join("; ")));
    let sentences = [visit].into_iter().chain(team).chain(days.iter().map(day));
    let sentences: Vec<String> = sentences.collect();
    sentences.join(" ")
}

fn day(day: &Day) -> String {
    let bands = day
        .bands
        .iter()
        .map(|band| (band.minutes.start, 0, band.name.clone()));
    let entries = day
        .entries
        .iter()
        .map(|entry| (entry.minutes.start, entry.columns.start + 1, session(entry)));
    let mut all: Vec<(u32, usize, String)> = bands.chain(entries).collect();
    all.sort();
    let all: Vec<String> = all.into_iter().map(|(.., words)| words).collect();
    let [full, _] = day.names();
    format!("{full}: {}.", all.join("; "))
}

fn session(entry: &Entry) -> String {
    let mut words = vec![format!("{} {}", times(&entry.minutes), entry.activity)];
    if entry.taken != Taken::Team && entry.columns.len() == 1 {
        words.push(format!("pair {}", entry.columns.start + 1));
    }
    words.extend(entry.details.iter().map(|detail| detail.text.clone()));
    words.join(", ")
}
