//! Inspectors who are named for a visit: whether each of them could go.

use chrono::{Datelike, NaiveDate};

use super::{Settled, SettledRow, Visit};
use crate::calendar::Start;
use crate::domain::Inspector;
use crate::input::problems::codes::{self, Code};
use crate::input::problems::words::{count, quote};
use crate::schema::tables::fixed::INSPECTOR;
use crate::words::{date, date_range, days_list, list, pairs, weekday};

/// What keeps somebody from a visit, with what to do about it.
struct Obstacle {
    code: &'static Code,
    fact: String,
    remedy: &'static str,
}

const SOMEBODY_ELSE: &str = "Name somebody else, or clear the cell.";

impl Settled<'_> {
    /// Notes who is named and cannot go, each alone and then as a team.
    pub(super) fn check_named(&self, visit: &Visit, rows: &[SettledRow], possible: &[Start]) {
        let mut named: Vec<(&SettledRow, &Inspector)> = Vec::new();
        let mut able = Vec::new();
        for row in rows {
            let inspector = row.row.inspector.as_ref();
            let Some(person) = inspector.and_then(|id| self.inspectors.get(id).copied()) else {
                continue;
            };
            // A person who is named twice has one seat.
            if named.iter().any(|(_, known)| known.id == person.id) {
                continue;
            }
            match self.obstacle(visit, person, possible) {
                Some(Obstacle { code, fact, remedy }) => {
                    let place = row.record.place(&INSPECTOR);
                    let fact = format!("{fact} {}", visit.so());
                    self.problems.add(code, place, fact, remedy);
                }
                None => able.push((row, person)),
            }
            named.push((row, person));
        }
        self.check_team(visit, &named, &able, possible);
    }

    fn obstacle(&self, visit: &Visit, person: &Inspector, possible: &[Start]) -> Option<Obstacle> {
        let (who, site) = (quote(&person.name), visit.name());
        let say = |fact: String, remedy| {
            Some(Obstacle {
                code: &codes::CANNOT_BE,
                fact,
                remedy,
            })
        };
        let mut seats = visit.kind.pairs.iter().flatten();
        if !seats.any(|inspectorate| *inspectorate == person.inspectorate) {
            let fact = format!(
                "{who} is of {}, which has no seat on a visit to {site}: it takes {}.",
                person.inspectorate,
                pairs(&visit.kind.pairs)
            );
            return say(fact, SOMEBODY_ELSE);
        }
        // Why is not said, here or anywhere.
        let mut barred = self.inspection.conflicts.iter();
        if barred.any(|row| row.inspector == person.id && row.site == visit.site.id) {
            return say(format!("{who} may not visit {site}."), SOMEBODY_ELSE);
        }
        let limit = person.max_days.or(self.inspection.staffing.max_days);
        if let Some(limit) = limit.filter(|limit| *limit < visit.kind.days) {
            let fact = format!(
                "{who} may be onsite on {} at most, but a visit to {site} takes {}.",
                count(limit as usize, "day"),
                visit.kind.days
            );
            return say(fact, "Name somebody else, or raise max_days.");
        }
        if let Some(fact) = self.uncleared(visit, person, possible) {
            return say(fact, "Name somebody else, or add their clearance.");
        }
        if possible
            .iter()
            .any(|start| self.can_go(visit, person, start))
        {
            return None;
        }
        // How somebody works is no slip of this table, and there may be a plan without the site.
        let never = !visit
            .starts
            .iter()
            .any(|start| works_throughout(person, start));
        if never && !visit.is_required(self.inspection) {
            let worked: Vec<&str> = person.works.iter().map(|day| weekday(*day)).collect();
            return Some(Obstacle {
                code: &codes::NEVER_THEIR_DAYS,
                fact: format!(
                    "{who} works on {} only, and every visit that {site} could have needs its team on another day too, preparation included.",
                    list(&worked)
                ),
                remedy: "Name somebody else, or correct works in inspectors.csv.",
            });
        }
        let is_out = |are: &str| match person.comes_or_goes() {
            true => format!("{are} not in the team, {are} "),
            false => format!("{are} "),
        };
        let fact = match possible {
            [only] => format!(
                "{who} {}away or does not work on a day of the only visit that {site} could have: {}.",
                is_out("is"),
                days(only)
            ),
            _ => format!(
                "{who} cannot be on any visit that {site} could have{}: on a day of each, preparation included, they {}away, do not work{}.",
                between(possible),
                is_out("are"),
                match visit.kind.clearance {
                    Some(_) => " or are not cleared",
                    None => "",
                }
            ),
        };
        say(fact, "Name somebody else, or correct the dates.")
    }

    /// Whether, and how, somebody lacks the clearance for every one of these visits.
    fn uncleared(&self, visit: &Visit, person: &Inspector, possible: &[Start]) -> Option<String> {
        let needed = self.needed_clearance(visit)?;
        let ends = self.clearance(person, needed);
        if possible.iter().any(|start| is_valid(&ends, start)) {
            return None;
        }
        let (who, site, needed) = (quote(&person.name), visit.name(), quote(needed));
        let fact = match ends.into_iter().flatten().max() {
            None => format!(
                "{who} does not hold the clearance {needed}, which a visit to {site} needs."
            ),
            Some(end) => format!(
                "{who} holds the clearance {needed}, which a visit to {site} needs, until {}: none can be over by then.",
                date(end)
            ),
        };
        Some(fact)
    }

    /// The clearance that a visit needs. One that nobody holds is a problem of its own, and no fault of who is named.
    fn needed_clearance<'v>(&self, visit: &'v Visit) -> Option<&'v str> {
        let needed = visit.kind.clearance.as_deref()?;
        let mut held = self.inspection.clearances.iter();
        held.any(|row| row.clearance == needed).then_some(needed)
    }

    /// The last days of a clearance that somebody holds; `None` is without end.
    fn clearance(&self, person: &Inspector, needed: &str) -> Vec<Option<NaiveDate>> {
        let all = self.inspection.clearances.iter();
        let held = all.filter(|row| row.inspector == person.id && row.clearance == needed);
        held.map(|row| row.valid_until).collect()
    }

    /// Whether somebody is there, and cleared, on all days of a visit.
    pub(super) fn can_go(&self, visit: &Visit, person: &Inspector, start: &Start) -> bool {
        let inspection = self.inspection;
        let is_away = |day| {
            let mut absences = inspection.absences.iter();
            absences.any(|row| {
                row.inspector == person.id && row.first_day <= day && day <= row.last_day
            })
        };
        let needed = self.needed_clearance(visit);
        let is_cleared =
            needed.is_none_or(|needed| is_valid(&self.clearance(person, needed), start));
        is_cleared
            && start.needed().all(|day| {
                person.is_in_team(day) && person.works.contains(&day.weekday()) && !is_away(day)
            })
    }
}

/// Whether all days of a visit are days on which somebody works.
fn works_throughout(person: &Inspector, start: &Start) -> bool {
    let mut days = start.needed();
    days.all(|day| person.works.contains(&day.weekday()))
}

/// Whether one of the clearances, each with its last day, is valid on the last day of a visit.
fn is_valid(ends: &[Option<NaiveDate>], start: &Start) -> bool {
    let mut ends = ends.iter();
    ends.any(|end| end.is_none_or(|end| end >= start.last_day()))
}

/// `22 to 24 February 2027, with preparation on 18 and 19 February`.
fn days(start: &Start) -> String {
    let onsite = date_range(start.first_day(), start.last_day());
    match start.preparation.as_slice() {
        [] => onsite,
        days => format!("{onsite}, with preparation on {}", days_list(days)),
    }
}

/// ` from 8 to 26 March 2027`: the first and the last onsite day.
fn between(possible: &[Start]) -> String {
    match (possible.first(), possible.last()) {
        (Some(first), Some(last)) => {
            format!(" from {}", date_range(first.first_day(), last.last_day()))
        }
        _ => String::new(),
    }
}
