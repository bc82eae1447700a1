//! What a visit's timetable says, apart from how it is drawn: its days, its pairs and who sees whom when.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::entry::{Entry, entry};
use crate::documents::views::{InspectedBodyView, SessionSeen, TeamMember};
use crate::domain::{DayHours, TimeOfDay};
use crate::words::{count, date_range, day_and_month, list, month_name, short_date, weekday};

/// The programme of one visit.
pub(super) struct Programme {
    /// The name of the site.
    pub(super) site: String,
    /// The dates of the visit.
    pub(super) dates: String,
    /// On how many of its days there is a session, where that is not all of them.
    pub(super) spare: Option<String>,
    /// The visit's pairs in order: their members, with inspectorate, and which of them leads the visit.
    pub(super) pairs: Vec<Vec<String>>,
    /// The days with a session, in order.
    pub(super) days: Vec<Day>,
    /// The first and the last half hour that any day shows.
    pub(super) hours: Range<u32>,
}

/// One day with a session.
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) bands: Vec<TeamTime>,
    pub(super) entries: Vec<Entry>,
}

/// A time that the whole team has for something else: lunch, the daily debrief, a late arrival.
pub(super) struct TeamTime {
    pub(super) minutes: Range<u32>,
    pub(super) name: String,
}

impl Programme {
    /// The programme of a visit.
    pub(super) fn new(view: &InspectedBodyView) -> Self {
        let dates: BTreeSet<NaiveDate> = view.sessions.iter().map(|one| one.date).collect();
        let last = dates.last().copied().unwrap_or(view.last_day);
        let closes = |one: &&SessionSeen| {
            one.date == last && one.about.as_ref().is_some_and(|about| about.closes)
        };
        let closing = view.sessions.iter().filter(closes).map(|one| one.start);
        let closing = closing.min();
        let columns = view.pairs.len().max(1);
        let day = |date: &NaiveDate| {
            let sessions = view.sessions.iter();
            let of_day = sessions.filter(|session| session.date == *date);
            Day {
                date: *date,
                bands: bands(
                    &view.hours,
                    *date == view.first_day,
                    *date == last,
                    closing.filter(|_| *date == last),
                ),
                entries: of_day.map(|session| entry(session, columns)).collect(),
            }
        };
        let pairs = view.pairs.iter();
        Self {
            site: view.site.clone(),
            dates: date_range(view.first_day, view.last_day),
            spare: spare(&view.onsite, &dates),
            pairs: pairs
                .map(|pair| pair.iter().map(in_words).collect())
                .collect(),
            days: dates.iter().map(day).collect(),
            hours: hours(&view.hours, &view.sessions),
        }
    }

    /// How many columns a day has.
    pub(super) fn columns(&self) -> usize {
        self.pairs.len().max(1)
    }
}

impl Day {
    /// The day in words: `Monday 8 February`, and, for a narrow column, `Mon 8 Feb`.
    pub(super) fn names(&self) -> [String; 2] {
        let weekday = weekday(self.date.weekday());
        let short = weekday.get(..3).unwrap_or(weekday);
        [
            format!("{weekday} {}", day_and_month(self.date)),
            format!("{short} {}", short_date(self.date)),
        ]
    }
}

/// `Sessions on 6 of 10 days: none from 14 to 17 September.` The body may plan for these days; that the team could have done with
/// fewer is not for it.
fn spare(onsite: &[NaiveDate], used: &BTreeSet<NaiveDate>) -> Option<String> {
    let is_free = |day: &NaiveDate| !used.contains(day);
    let free = onsite.chunk_by(|a, b| is_free(a) == is_free(b));
    let free: Vec<&[NaiveDate]> = free.filter(|run| run.iter().all(is_free)).collect();
    let number: usize = free.iter().map(|run| run.len()).sum();
    let runs: Vec<String> = free.into_iter().filter_map(free_days).collect();
    (!runs.is_empty()).then(|| {
        let all = count(onsite.len(), "day", "days");
        let used = onsite.len() - number;
        format!("Sessions on {used} of {all}: none {}.", list(&runs))
    })
}

/// Days of a visit that follow one another: `on 17 September`, `from 14 to 17 September`.
fn free_days(run: &[NaiveDate]) -> Option<String> {
    let (first, last) = (*run.first()?, *run.last()?);
    let whole = day_and_month(first);
    if first == last {
        return Some(format!("on {whole}"));
    }
    let first = match month_name(first) == month_name(last) {
        true => first.day().to_string(),
        false => whole,
    };
    Some(format!("from {first} to {}", day_and_month(last)))
}

/// From one time to another, as it stands on the page: `09:30–10:00`.
pub(super) fn times(minutes: &Range<u32>) -> String {
    let at = TimeOfDay::from_minutes;
    format!("{}–{}", at(minutes.start), at(minutes.end))
}

/// Whole half hours that hold the day and every session.
fn hours(day: &DayHours, sessions: &[SessionSeen]) -> Range<u32> {
    let starts = sessions.iter().map(|session| session.start);
    let ends = sessions.iter().map(|session| session.end);
    let from = starts.chain([day.start]).min().unwrap_or(day.start);
    let to = ends.chain([day.end]).max().unwrap_or(day.end);
    let from = from.minutes() / 30 * 30;
    from..(to.minutes().div_ceil(30) * 30).max(from + 30)
}

/// Arrival, lunch, the daily debrief and departure, where the day has them. The debrief comes before the first closing debrief of the last
/// day, and is over before lunch if that one begins as lunch ends.
fn bands(
    day: &DayHours,
    is_first: bool,
    is_last: bool,
    closing: Option<TimeOfDay>,
) -> Vec<TeamTime> {
    let arrival = day.arrival.filter(|_| is_first).unwrap_or(day.start);
    let departure = day.departure.filter(|_| is_last).unwrap_or(day.end);
    let (start, end) = (day.start.minutes(), day.end.minutes());
    let from = arrival.minutes().max(start);
    let to = departure.minutes().min(end);
    let [lunch, again] = day.lunch.map(TimeOfDay::minutes);
    let debriefed = match closing.map(TimeOfDay::minutes) {
        Some(closing) if closing == again && lunch < again => lunch,
        Some(closing) => closing,
        None => to,
    };
    let debrief = debriefed.saturating_sub(day.debrief).max(from);
    let rest = if closing.is_some() { to } else { debrief };
    let bands = [
        (start..from, format!("The team arrives at {arrival}")),
        (
            lunch.max(from)..again.min(rest),
            format!("{} Lunch", times(&(lunch..again))),
        ),
        (
            debrief..debriefed,
            format!("{} Team debrief", times(&(debrief..debriefed))),
        ),
        (to..end, format!("The team leaves at {departure}")),
    ];
    let bands = bands.into_iter();
    bands
        .filter(|(minutes, _)| !minutes.is_empty())
        .map(|(minutes, name)| TeamTime { minutes, name })
        .collect()
}

/// One of the team, such as `Inspector P01 (HMICFRS), visit lead`.
fn in_words(member: &TeamMember) -> String {
    let of = member.inspectorate.as_ref();
    let of = of.map(|inspectorate| format!(" ({inspectorate})"));
    let leads = if member.leads {
        ", visit\u{a0}lead"
    } else {
        ""
    };
    format!("{}{}{leads}", member.name, of.unwrap_or_default())
}
