//! `[inspection]`, `[timing]` and `[authority]`.

use chrono::NaiveDate;

use super::Context;
use crate::domain::{Authority, Header, InspectorateId, Letters, Timing};
use crate::input::document::{Node, Value};
use crate::input::keys::Section;
use crate::input::problems::words::{day, quote};
use crate::input::problems::{Problems, codes};
use crate::input::values::{as_date, as_whole, wrong_type};

/// The handling marking of every output, unless the settings give another.
const DEFAULT_MARKING: &str = "OFFICIAL-SENSITIVE";
/// The longest title, in characters: it stands in the plan, which is read back, and at the head of every output.
const LONGEST_TITLE: usize = 200;
/// The least notice, in weeks, that the inspectorates have agreed to give.
const LEAST_NOTICE: u32 = 6;

pub(super) fn inspection(root: &Section, context: Context) -> Header {
    let section = root.required_section(
        "inspection",
        "[inspection], with title, question, lead and inspectorates below it",
    );
    let title = section.required_text(
        "title",
        "title = \"Joint case building by the police and the CPS\"",
    );
    if let Some((text, node)) = title
        && (text.chars().count() > LONGEST_TITLE || text.contains(char::is_control))
    {
        let fact =
            format!("The title is longer than {LONGEST_TITLE} characters, or not on one line.");
        let remedy = "Write a shorter title, on one line. The question may be longer.";
        context
            .problems
            .add(&codes::BAD_TEXT, node.place.clone(), fact, remedy);
    }
    let question = section.required_text(
        "question",
        "question = \"How well do the police and the CPS build strong cases together?\"",
    );
    let lead = section.required_text("lead", "lead = \"HMICFRS\"");
    let example = "inspectorates = [\"HMICFRS\", \"HMCPSI\"]";
    if let Some(node) = section.required("inspectorates", example)
        && matches!(&node.value, Value::List(items) if items.is_empty())
    {
        let remedy = format!("List them, for example: {example}");
        context.problems.add(
            &codes::MISSING_VALUE,
            node.place.clone(),
            "No inspectorate takes part.",
            remedy,
        );
    }
    let inspectorates = section.texts("inspectorates");
    if let Some((lead, node)) = lead {
        takes_part(lead, node, context);
    }
    let marking = section
        .text("marking")
        .map_or(DEFAULT_MARKING, |(text, _)| text);
    section.finish();
    Header {
        title: title.map(|(text, _)| text.to_owned()).unwrap_or_default(),
        question: question
            .map(|(text, _)| text.to_owned())
            .unwrap_or_default(),
        lead: InspectorateId::from(lead.map(|(text, _)| text).unwrap_or_default()),
        inspectorates: inspectorates
            .iter()
            .map(|(text, _)| InspectorateId::from(*text))
            .collect(),
        marking: marking.to_owned(),
    }
}

/// Whether an inspectorate takes part; notes it if not.
pub(super) fn takes_part(name: &str, node: &Node, context: Context) -> bool {
    let Some(names) = &context.known.inspectorates else {
        return true;
    };
    if !names.has(name) {
        context
            .problems
            .add_with(&codes::TAKES_NO_PART, node.place.clone(), || {
                let fact = format!(
                    "The inspectorate {} takes no part in this inspection.",
                    quote(name)
                );
                (fact, names.remedy(name))
            });
    }
    names.has(name)
}

pub(super) fn timing(root: &Section) -> Option<Timing> {
    let section = root.required_section(
        "timing",
        "[timing], with selection_proposed, first_day and last_day below it",
    );
    let selection_proposed =
        section.required_date("selection_proposed", "selection_proposed = 2026-12-04");
    let first_day = section.required_date("first_day", "first_day = 2027-02-01");
    let last_day = section.required_date("last_day", "last_day = 2027-05-28");
    let notice = notice_weeks(&section);
    let spare_days = section.whole("spare_days", 0..=250).unwrap_or(5);
    let letters = [("together", Letters::Together), ("each", Letters::Each)];
    let letters = section
        .choice("letters", &letters)
        .unwrap_or(Letters::Together);
    let max_visits_per_week = section.whole("max_visits_per_week", 1..=1000);
    let publication = section.date("publication");
    section.finish();
    let (first_day, last_day) = (first_day?, last_day?);
    if first_day > last_day {
        let fact = format!(
            "The first day, {}, is after the last day, {}.",
            day(first_day),
            day(last_day)
        );
        section.note(
            &codes::REVERSED,
            "last_day",
            fact,
            "Correct one of them, or swap them.",
        );
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
    if section.get("notice_weeks").is_none() {
        return Some(LEAST_NOTICE);
    }
    let weeks = section.whole("notice_weeks", 0..=52)?;
    if weeks < LEAST_NOTICE {
        let weeks = crate::input::problems::words::count(weeks as usize, "week");
        let fact = format!(
            "The notice is {weeks}, but letters go out at least six weeks before onsite work."
        );
        section.note(
            &codes::SHORT_NOTICE,
            "notice_weeks",
            fact,
            "Write notice_weeks = 6, or more.",
        );
        return None;
    }
    Some(weeks)
}

/// When each inspectorate gives its authority; `None` where one is missing or wrong, which has been noted.
pub(super) fn authority(
    root: &Section,
    header: &Header,
    timing: Option<&Timing>,
    context: Context,
) -> Option<Vec<(InspectorateId, Authority)>> {
    let section = root.required_section(
        "authority",
        "[authority], with a line such as HMICFRS = 15 for every inspectorate",
    );
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
            let place = section.place().clone();
            context
                .problems
                .add(&codes::NO_AUTHORITY, place, fact, remedy);
            given = None;
        }
    }
    given
}

/// Warns of an authority that is dated before there is anything to give it for.
fn note_early(name: &str, node: &Node, date: NaiveDate, timing: &Timing, problems: &Problems) {
    if date < timing.selection_proposed {
        let fact = format!(
            "The authority of {name} is dated {}, before the selection is proposed.",
            day(date)
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
    match &node.value {
        Value::Whole(_) => as_whole(node, 0..=500, context.problems).map(Authority::WorkingDays),
        Value::Date(_) | Value::Text(_) => as_date(node, context.problems).map(Authority::On),
        _ => {
            wrong_type(
                node,
                "a count of working days, such as 15, or a date",
                context.problems,
            );
            None
        }
    }
}
