//! `[timing]` and `[authority]`: the dates that the fieldwork must keep to.

use chrono::NaiveDate;

use super::Context;
use super::header::takes_part;
use super::section::Section;
use super::tree::{Node, Value};
use super::values::{FromSettings, wrong_type};
use crate::domain::{Authority, Header, InspectorateId, Timing};
use crate::input::problems::words::count;
use crate::input::problems::{Problems, codes};
use crate::schema::forms::Date;
use crate::schema::settings::timing::{
    FIRST_DAY, LAST_DAY, LETTERS, MAX_VISITS_PER_WEEK, NOTICE_WEEKS, PUBLICATION,
    SELECTION_PROPOSED, SPARE_DAYS,
};
use crate::schema::settings::{AUTHORITY_DAYS, LEAST_NOTICE, authority, timing};
use crate::words::date;

/// The dates; `None` where one is missing or wrong, which has been noted.
pub(super) fn timing(root: &Section) -> Option<Timing> {
    let section = root.section(&timing::SECTION);
    let selection_proposed = section.read(&SELECTION_PROPOSED);
    let first_day = section.read(&FIRST_DAY);
    let last_day = section.read(&LAST_DAY);
    let notice = notice_weeks(&section);
    let spare_days = section.or_default(&SPARE_DAYS);
    let letters = section.or_default(&LETTERS);
    let max_visits_per_week = section.read(&MAX_VISITS_PER_WEEK);
    let publication = section.read(&PUBLICATION);
    section.finish();
    let (first_day, last_day) = (first_day?, last_day?);
    if first_day > last_day {
        let fact = format!(
            "The first day, {}, is after the last day, {}.",
            date(first_day),
            date(last_day)
        );
        let remedy = "Correct one of them, or swap them.";
        section.note_at(&LAST_DAY, &codes::REVERSED, fact, remedy);
        return None;
    }
    Some(Timing {
        selection_proposed: selection_proposed?,
        first_day,
        last_day,
        notice_weeks: notice?,
        spare_days,
        letters,
        max_visits_per_week,
        publication,
    })
}

/// The notice in weeks; `None`, with the problem noted, where it is too short or no number.
fn notice_weeks(section: &Section) -> Option<u32> {
    if section.get(&NOTICE_WEEKS).is_none() {
        return Some(NOTICE_WEEKS.default());
    }
    if let Some(Value::Whole(weeks)) = section.get(&NOTICE_WEEKS).map(|node| &node.value)
        && (0..i64::from(LEAST_NOTICE)).contains(weeks)
    {
        let weeks = count(*weeks as usize, "week");
        let fact = format!(
            "The notice is {weeks}, but letters go out at least six weeks before onsite work."
        );
        let remedy = "Write notice_weeks = 6, or more.";
        section.note_at(&NOTICE_WEEKS, &codes::SHORT_NOTICE, fact, remedy);
        return None;
    }
    section.read(&NOTICE_WEEKS)
}

/// When each inspectorate gives its authority; `None` where one is missing or wrong, which has been noted.
pub(super) fn authority(
    root: &Section,
    header: &Header,
    timing: Option<&Timing>,
    context: Context,
) -> Option<Vec<(InspectorateId, Authority)>> {
    let section = root.section(&authority::SECTION);
    let mut given = Some(Vec::new());
    for (name, node) in section.entries() {
        let when = when(node, context);
        let is_known = takes_part(name, node, context);
        if let (Some(Authority::On(date)), Some(timing)) = (when, timing) {
            note_early(name, node, date, timing, context.problems);
        }
        match (&mut given, when.filter(|_| is_known)) {
            (Some(given), Some(when)) => given.push((InspectorateId::from(name.as_str()), when)),
            _ => given = None,
        }
    }
    if !section.exists() {
        return None;
    }
    for inspectorate in &header.inspectorates {
        let mut names = section.entries().iter().map(|(name, _)| name);
        if !names.any(|name| name == inspectorate.as_str()) {
            let fact = format!("{inspectorate} takes part but has no authority.");
            let remedy = format!(
                "Add the working days that it takes after the proposal, such as {} = 15, or a date.",
                key(inspectorate)
            );
            let removed = section.removed_at(inspectorate.as_str());
            let place = removed.unwrap_or(section.place()).clone();
            let problems = context.problems;
            problems.add(&codes::NO_AUTHORITY, place, fact, remedy);
            given = None;
        }
    }
    given
}

/// Warns of an authority that is dated before there is anything to give it for.
fn note_early(name: &str, node: &Node, on: NaiveDate, timing: &Timing, problems: &Problems) {
    if on < timing.selection_proposed {
        let fact = format!(
            "The authority of {name} is dated {}, before the selection is proposed.",
            date(on)
        );
        let remedy = "Correct the date, or give the working days after the proposal, such as 15.";
        problems.add(&codes::EARLY_AUTHORITY, node.place.clone(), fact, remedy);
    }
}

/// The name as a key of TOML: in quotation marks where it has spaces.
fn key(inspectorate: &InspectorateId) -> String {
    let name = inspectorate.as_str();
    match name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    {
        true => name.to_owned(),
        false => format!("\"{name}\""),
    }
}

fn when(node: &Node, context: Context) -> Option<Authority> {
    let problems = context.problems;
    match &node.value {
        Value::Whole(_) => {
            let days = AUTHORITY_DAYS.form().read_node(node, problems);
            days.map(Authority::WorkingDays)
        }
        Value::Date(_) | Value::Text(_) => Date.read_node(node, problems).map(Authority::On),
        _ => {
            let expected = "a count of working days, such as 15, or a date";
            wrong_type(node, expected, problems);
            None
        }
    }
}
