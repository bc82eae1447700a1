//! `[kinds.*]`: the kinds of site, and what a visit to each takes.

use chrono::Weekday;

use super::Context;
use super::header::takes_part;
use super::named::included_and_excluded;
use super::pairs::pairs;
use super::profile::profile;
use crate::domain::{Count, Evidence, InspectorateId, Kind, KindId};
use crate::input::choices::WEEKDAYS;
use crate::input::document::Node;
use crate::input::keys::Section;
use crate::input::problems::codes;
use crate::input::problems::words::quote;
use crate::input::values::as_choice;

/// The longest name of a kind, in characters, as of any id.
const LONGEST_NAME: usize = 100;

/// No visit starts at the weekend.
const WEEKEND: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];

const EVIDENCE: [(&str, Evidence); 4] = [
    ("extremes", Evidence::Extremes),
    ("poor", Evidence::Poor),
    ("good", Evidence::Good),
    ("none", Evidence::None),
];

pub(super) fn read(root: &Section, context: Context) -> Vec<Kind> {
    let section = root.required_section(
        "kinds",
        "[kinds.police_force], with inspectorate, sites, days and pairs below it",
    );
    if section.exists() && section.entries().is_empty() {
        let remedy = "Add one, for example: [kinds.police_force]";
        context.problems.add(
            &codes::MISSING_KEY,
            section.place().clone(),
            "There is no kind of site.",
            remedy,
        );
    }
    let entries = section.entries().iter();
    entries
        .filter_map(|(name, node)| kind(name, node, context))
        .collect()
}

fn kind(name: &str, node: &Node, context: Context) -> Option<Kind> {
    let problems = context.problems;
    let section = Section::of(node, &format!("[kinds.{name}]"), problems)?;
    let is_too_long = name.chars().count() > LONGEST_NAME;
    if name.trim() != name || name.is_empty() || name.contains(char::is_control) || is_too_long {
        let fact = format!(
            "The kind {} has a name that cannot stand in a table.",
            quote(name)
        );
        problems.add(
            &codes::BAD_TEXT,
            node.place.clone(),
            fact,
            "Give it a name such as police_force.",
        );
    }
    let id = KindId::from(name);
    let inspectorate = section.required_text("inspectorate", "inspectorate = \"HMICFRS\"");
    if let Some((text, node)) = inspectorate {
        takes_part(text, node, context);
    }
    let inspectorate = InspectorateId::from(inspectorate.map(|(text, _)| text).unwrap_or_default());
    let sites = counts(&section);
    let days = section
        .required_whole("days", 1..=60, "days = 3")
        .unwrap_or(1);
    let prepare_days = section.whole("prepare_days", 0..=60).unwrap_or(0);
    let start_days = start_days(&section, context);
    let pairs = pairs(&section, &inspectorate, context);
    let evidence = section
        .choice("evidence", &EVIDENCE)
        .unwrap_or(Evidence::None);
    let profile = profile(&section, &id, context);
    let clearance = section.text("clearance").map(|(text, _)| text.to_owned());
    let (include, exclude) = included_and_excluded(&section, &id, context);
    section.finish();
    if context.known.sites.is_some() && !context.known.kind_of.values().any(|kind| *kind == id) {
        let fact = format!("No site is of the kind {}.", quote(name));
        let remedy = format!(
            "Add its sites to {}, or delete the kind.",
            problems.called("sites")
        );
        problems.add(&codes::NEVER_OCCURS, node.place.clone(), fact, remedy);
    }
    Some(Kind {
        id,
        inspectorate,
        sites,
        days,
        prepare_days,
        start_days,
        pairs,
        evidence,
        profile,
        clearance,
        include,
        exclude,
    })
}

fn counts(section: &Section) -> Count {
    let sites = section.required_section("sites", "sites = { min = 6, max = 8 }");
    let min = sites.whole("min", 0..=100_000);
    let max = sites.required_whole("max", 0..=100_000, "max = 8");
    sites.finish();
    let count = Count {
        min: min.unwrap_or(0),
        max: max.unwrap_or(u32::MAX),
    };
    if count.min > count.max {
        let fact = format!(
            "The minimum of {} sites is above the maximum of {}.",
            count.min, count.max
        );
        sites.note(
            &codes::REVERSED,
            "max",
            fact,
            "Correct one of them, or swap them.",
        );
    }
    count
}

fn start_days(section: &Section, context: Context) -> Vec<Weekday> {
    let choices: Vec<(&str, Weekday)> = WEEKDAYS
        .into_iter()
        .filter(|(_, day)| !WEEKEND.contains(day))
        .collect();
    let mut days = Vec::new();
    for (text, node) in section.texts("start_days") {
        if let Some(day) = as_choice(text, node, &choices, context.problems)
            && !days.contains(&day)
        {
            days.push(day);
        }
    }
    days
}
