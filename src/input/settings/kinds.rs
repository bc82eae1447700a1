//! `[kinds.*]`: the kinds of site, and what a visit to each takes.

use chrono::Weekday;

use super::Context;
use super::header::takes_part;
use super::named::included_and_excluded;
use super::pairs::pairs;
use super::profile::profile;
use super::section::Section;
use super::tree::Node;
use crate::domain::{Count, InspectorateId, Kind, KindId, is_printable};
use crate::input::problems::codes;
use crate::input::problems::words::{count, quote};
use crate::schema::forms::LONGEST_NAME;
use crate::schema::settings::kinds::{
    CLEARANCE, DAYS, EVIDENCE, INSPECTORATE, LABEL, PREPARE_DAYS, SECTION, SITES, START_DAYS,
    WRITE_UP_DAYS,
};
use crate::schema::settings::sites::{MAX, MIN};
use crate::schema::tables;

pub(super) fn read(root: &Section, context: Context) -> Vec<Kind> {
    let section = root.section(&SECTION);
    if section.exists() && section.entries().is_empty() {
        let remedy = "Add one, for example: [kinds.police_force]";
        let fact = "There is no kind of site.";
        let place = section.emptied_at().clone();
        context
            .problems
            .add(&codes::MISSING_KEY, place, fact, remedy);
    }
    let entries = section.entries().iter();
    entries
        .filter_map(|(name, node)| kind(name, node, context))
        .collect()
}

fn kind(name: &str, node: &Node, context: Context) -> Option<Kind> {
    let section = Section::of(node, &format!("[kinds.{name}]"), &SECTION, context.problems)?;
    check_name(name, node, context);
    let id = KindId::from(name);
    let inspectorate = section.text(&INSPECTORATE);
    if let Some((text, node)) = inspectorate {
        takes_part(text, node, context);
    }
    let inspectorate = InspectorateId::from(inspectorate.map(|(text, _)| text).unwrap_or_default());
    let label = section.read(&LABEL);
    let sites = counts(&section, &id, context);
    let days = section.read(&DAYS).unwrap_or(1);
    let prepare_days = section.or_default(&PREPARE_DAYS);
    let write_up_days = section.or_default(&WRITE_UP_DAYS);
    let start_days = start_days(&section);
    let pairs = pairs(&section, &inspectorate, context);
    let evidence = section.or_default(&EVIDENCE);
    let profile = profile(&section, &id, context);
    let clearance = section.read(&CLEARANCE);
    let (include, exclude) = included_and_excluded(&section, &id, context);
    section.finish();
    check_occurs(&id, node, context);
    Some(Kind {
        id,
        label,
        inspectorate,
        sites,
        days,
        prepare_days,
        write_up_days,
        start_days,
        pairs,
        evidence,
        profile,
        clearance,
        include,
        exclude,
    })
}

/// A kind is named in tables, as any id is.
fn check_name(name: &str, node: &Node, context: Context) {
    let is_too_long = name.chars().count() > LONGEST_NAME;
    if name.trim() != name || name.is_empty() || !name.chars().all(is_printable) || is_too_long {
        let fact = format!(
            "The kind {} has a name that cannot stand in a table.",
            quote(name)
        );
        let remedy = "Give it a name such as police_force.";
        let place = node.place.clone();
        context.problems.add(&codes::BAD_TEXT, place, fact, remedy);
    }
}

/// Warns of a kind that no site is of.
fn check_occurs(kind: &KindId, node: &Node, context: Context) {
    let Context {
        references,
        problems,
        ..
    } = context;
    if references.sites.is_some() && !references.kind_of.values().any(|one| one == kind) {
        let fact = format!("No site is of the kind {}.", quote(kind.as_str()));
        let home = problems.called(&tables::sites::TABLE);
        let remedy = format!("Add its sites to {home}, or delete the kind.");
        problems.add(&codes::NEVER_OCCURS, node.place.clone(), fact, remedy);
    }
}

/// Without a maximum, all sites of the kind may be selected.
fn counts(section: &Section, kind: &KindId, context: Context) -> Count {
    let sites = section.keys_of(&SITES);
    let min = sites.or_default(&MIN);
    let of_kind = context.references.kind_of.values();
    let all = of_kind.filter(|one| *one == kind).count() as u32;
    let max = sites.read(&MAX).unwrap_or(all);
    sites.finish();
    if min > max && sites.get(&MAX).is_some() {
        let min = count(min as usize, "site");
        let fact = format!("The minimum of {min} is above the maximum of {max}.");
        let remedy = "Correct one of them, or swap them.";
        sites.note_at(&MAX, &codes::REVERSED, fact, remedy);
    }
    Count {
        min,
        max: max.max(min),
    }
}

/// Each once, in the order of the file.
fn start_days(section: &Section) -> Vec<Weekday> {
    let mut days = Vec::new();
    for day in section.read(&START_DAYS).unwrap_or_default() {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days
}
