//! Whether the pairs, days and preparation days of each kind could hold its activities at all: plain arithmetic, before
//! anything is solved. What passes here may still not fit; `assize size` works that out.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::files::RawTable;
use super::problems::words::{count, first_of, list, quote};
use super::problems::{Problems, codes};
use super::table_row::records;
use crate::domain::{Activity, DayHours, Inspection, Kind, Site, TakenBy};
use crate::schema::tables::activities::KIND;

/// Notes, at the first activity of each kind, what cannot fit.
pub(super) fn check(table: &RawTable, inspection: &Inspection, problems: &Problems) {
    for kind in &inspection.kinds {
        let of_kind = |one: &&Activity| one.kind == kind.id;
        let activities: Vec<&Activity> = inspection.activities.iter().filter(of_kind).collect();
        let first = records(table, problems).find(|row| row.raw(&KIND) == Some(kind.id.as_str()));
        let Some(first) = first else {
            continue;
        };
        let mut seen = HashSet::new();
        for (kind, own) in visits(kind, &inspection.sites) {
            let hours = VisitHours {
                kind: &kind,
                hours: &inspection.day,
                closes: activities.iter().any(|activity| activity.closes()),
            };
            let found = [
                hours.long_sessions(&activities, false),
                hours.long_sessions(&activities, true),
                hours.full_pairs(&activities),
                hours.busy_people(&activities),
                hours.preparation(&activities),
            ];
            for (fact, remedy) in found.into_iter().flatten() {
                if !seen.insert(fact.clone()) {
                    continue;
                }
                let place = first.place(&KIND);
                let fact = format!("{fact}{}", so_at(&own));
                problems.add(&codes::DOES_NOT_FIT, place, fact, remedy);
            }
        }
    }
}

/// How many sites are named before the rest are only counted.
const NAMED: usize = 5;

/// The visits that the sites of a kind could have: the usual one first, then those of other days or pairs, each with its sites.
fn visits<'a>(kind: &Kind, sites: &'a [Site]) -> Vec<(Kind, Vec<&'a Site>)> {
    let size = |kind: &Kind| (kind.days, kind.pairs.len());
    let mut has_usual = false;
    let mut own: BTreeMap<(u32, usize), (Kind, Vec<&Site>)> = BTreeMap::new();
    let of_kind = sites.iter().filter(|site| site.kind == kind.id);
    for site in of_kind.filter(|site| !kind.exclude.contains(&site.id)) {
        let here = kind.at(site);
        if size(&here) == size(kind) {
            has_usual = true;
        } else {
            let alike = own.entry(size(&here)).or_insert((here, Vec::new()));
            alike.1.push(site);
        }
    }
    let usual = (has_usual || own.is_empty()).then(|| (kind.clone(), Vec::new()));
    usual.into_iter().chain(own.into_values()).collect()
}

/// Of which sites something is so, where it is not so of every one of the kind.
fn so_at(own: &[&Site]) -> String {
    let mut names: Vec<String> = own.iter().map(|site| quote(&site.name)).collect();
    names.sort();
    match own {
        [] => String::new(),
        [_] => format!(
            " That is so at {}, which has days or pairs of its own.",
            first_of(&names, NAMED)
        ),
        _ => format!(
            " That is so at {}, which have days or pairs of their own.",
            first_of(&names, NAMED)
        ),
    }
}

type Fault = (String, &'static str);

/// The hours of a visit to a kind of site.
struct VisitHours<'a> {
    kind: &'a Kind,
    hours: &'a DayHours,
    /// Whether it may end with closing debriefs.
    closes: bool,
}

impl VisitHours<'_> {
    /// Minutes before and after lunch on one of the days, the daily debrief left out.
    fn parts(&self, day: u32) -> [u64; 2] {
        self.parts_less(day, self.hours.debrief)
    }

    /// The longest stretches, of one of the days, for a session or a closing debrief. On the last day the team's own debrief comes before
    /// the first closing debrief, which may last until the hours end: where it begins as lunch ends, that is all the afternoon.
    fn stretches(&self, day: u32, closing: bool) -> [u64; 2] {
        let usual = self.parts(day);
        if !closing || day != self.kind.days {
            return usual;
        }
        let [morning, afternoon] = self.parts_less(day, 0);
        let debrief = u64::from(self.hours.debrief);
        // Without room for it before lunch, the team's own debrief is in the afternoon, as it is on any day.
        match self.has_lunch() && debrief <= morning {
            true => [morning - debrief, afternoon],
            false => usual,
        }
    }

    fn has_lunch(&self) -> bool {
        self.hours.lunch[0] != self.hours.lunch[1]
    }

    /// Minutes before and after lunch on one of the days, but for some at its end.
    fn parts_less(&self, day: u32, at_its_end: u32) -> [u64; 2] {
        let hours = self.hours;
        let arrival = hours.arrival.filter(|_| day == 1);
        let departure = hours.departure.filter(|_| day == self.kind.days);
        let from = arrival.map_or(hours.start, |time| time.max(hours.start));
        let to = departure.map_or(hours.end, |time| time.min(hours.end));
        let to = to.minutes().saturating_sub(at_its_end);
        let [lunch, again] = hours.lunch.map(|time| time.minutes());
        let morning = lunch.min(to).saturating_sub(from.minutes());
        let afternoon = to.saturating_sub(again.max(from.minutes()));
        [morning, afternoon].map(u64::from)
    }

    fn days(&self) -> impl Iterator<Item = [u64; 2]> {
        (1..=self.kind.days).map(|day| self.parts(day))
    }

    /// What one pair or person could be seen for in all the days.
    fn minutes(&self) -> u64 {
        self.days().flatten().sum()
    }

    /// Of the closing debriefs, or of all other sessions.
    fn long_sessions(&self, activities: &[&Activity], closing: bool) -> Option<Fault> {
        let days = (1..=self.kind.days).map(|day| self.stretches(day, closing));
        // Without lunch between them, the two parts are one.
        let longest = days.map(|[morning, afternoon]| match self.has_lunch() {
            true => morning.max(afternoon),
            false => morning + afternoon,
        });
        let longest = longest.max().unwrap_or(0);
        let long = activities.iter().filter(|activity| {
            !activity.remote
                && activity.closes() == closing
                && u64::from(activity.minutes) > longest
        });
        let names: Vec<String> = long.map(|activity| quote(&activity.name)).collect();
        (!names.is_empty()).then(|| {
            let fact = format!(
                "No part of any day is long enough for a session of {}: the longest is {longest} minutes.",
                list(&names, "or")
            );
            (fact, "Split the sessions, or change the hours under [day].")
        })
    }

    /// Every session takes its minutes and those between it and the next; the last of a day needs none after it, and
    /// lunch may do for some, and so may the team's debrief where it comes before a closing debrief.
    fn full_pairs(&self, activities: &[&Activity]) -> Option<Fault> {
        let between = u64::from(self.hours.between);
        let [from, to] = self.hours.lunch.map(|time| u64::from(time.minutes()));
        let spare = between + between.min(to.saturating_sub(from));
        let one_pair: u64 = self.days().map(|day| day[0] + day[1] + spare).sum();
        let debrief = u64::from(self.hours.debrief);
        let one_pair = one_pair + if self.closes { between.min(debrief) } else { 0 };
        let takers: BTreeSet<&TakenBy> = activities
            .iter()
            .map(|activity| &activity.taken_by)
            .filter(|taken_by| **taken_by != TakenBy::All)
            .collect();
        let by_all = TakenBy::AnyPair;
        for taker in takers.into_iter().chain([&by_all]) {
            let allowed = |pair: &&[_; 2]| taker.allows(pair);
            let pairs = self.kind.pairs.iter().filter(allowed).count() as u64;
            let needed: u64 = activities
                .iter()
                .filter(|activity| !activity.remote)
                .map(|activity| {
                    let times = match &activity.taken_by {
                        TakenBy::All => pairs,
                        one if is_same(one, taker) || *taker == TakenBy::AnyPair => 1,
                        _ => 0,
                    };
                    times * u64::from(activity.sessions) * (u64::from(activity.minutes) + between)
                })
                .sum();
            if needed > pairs * one_pair {
                let who = match taker {
                    TakenBy::AnyPair => count(pairs as usize, "pair"),
                    named => format!("{} of {named}", count(pairs as usize, "pair")),
                };
                let fact = format!(
                    "The sessions of the kind {} take {needed} minutes, those between two sessions included, but {who} over {} {} {} at most.",
                    quote(self.kind.id.as_str()),
                    count(self.kind.days as usize, "day"),
                    if pairs == 1 { "has" } else { "have" },
                    pairs * one_pair
                );
                let remedy = "Add pairs or days, or shorten the activities. “assize size” works out how many are needed.";
                return Some((fact, remedy));
            }
        }
        None
    }

    fn busy_people(&self, activities: &[&Activity]) -> Option<Fault> {
        // By the name in small letters: the name as it was first written, and the minutes.
        let mut seen: BTreeMap<String, (&str, u64)> = BTreeMap::new();
        for activity in activities.iter().filter(|activity| !activity.remote) {
            for person in &activity.with {
                let (_, minutes) = seen.entry(person.to_lowercase()).or_insert((person, 0));
                *minutes += u64::from(activity.sessions) * u64::from(activity.minutes);
            }
        }
        let most = self.minutes();
        let (person, minutes) = seen.into_values().find(|(_, minutes)| *minutes > most)?;
        let fact = format!(
            "{} is seen for {minutes} minutes, but {} have {most} at most.",
            quote(person),
            count(self.kind.days as usize, "day")
        );
        Some((fact, "Shorten their sessions, or see others instead."))
    }

    fn preparation(&self, activities: &[&Activity]) -> Option<Fault> {
        let remote = || activities.iter().filter(|activity| activity.remote);
        remote().next()?;
        let days = self.kind.prepare_days;
        let [from, to] = self.hours.lunch.map(|time| time.minutes());
        let whole = self
            .hours
            .end
            .minutes()
            .saturating_sub(self.hours.start.minutes());
        let day = u64::from(whole.saturating_sub(to.saturating_sub(from)));
        if let Some(long) = remote().find(|activity| u64::from(activity.minutes) > day) {
            let fact = format!(
                "A session of {} takes {} minutes, but a preparation day has {day}.",
                quote(&long.name),
                long.minutes
            );
            return Some((fact, "Split it into more and shorter sessions."));
        }
        let seats = self.kind.seats() as u64;
        let needed: u64 = remote()
            .map(|activity| {
                let people = match activity.taken_by {
                    TakenBy::All => seats,
                    TakenBy::One(_) => 1,
                    _ => 2,
                };
                people * u64::from(activity.sessions) * u64::from(activity.minutes)
            })
            .sum();
        let most = seats * u64::from(days) * day;
        (needed > most).then(|| {
            let fact = format!(
                "The remote activities of the kind {} take {needed} minutes of work, but {} of preparation by {seats} inspectors have {most}.",
                quote(self.kind.id.as_str()),
                count(days as usize, "day")
            );
            (fact, "Add to prepare_days of the kind, or shorten the activities.")
        })
    }
}

/// Whether two say the same, whichever inspectorate of a pair comes first.
fn is_same(one: &TakenBy, other: &TakenBy) -> bool {
    match (one, other) {
        (TakenBy::Pair(one), TakenBy::Pair(other)) => one.iter().all(|half| other.contains(half)),
        _ => one == other,
    }
}
