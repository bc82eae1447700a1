//! `milestones.csv`, laid over the built-in table: a row with a known id changes or removes it, any other adds one.

use std::collections::HashMap;

use super::milestone_order;
use crate::domain::{Given, Milestone, MilestoneId, On, Per, Whose};
use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Problems, codes};
use crate::input::references::{Names, References};
use crate::input::table_row::{Noted, Record, records};
use crate::reference;
use crate::schema::forms::{BeforeWhat, Thing};
use crate::schema::tables::milestones::{
    AFTER, BEFORE, DAYS, DECISION, ID, INSPECTORATE, LONGER, MILESTONE, ON, OWNER, REMOVE, STAGE,
    TABLE,
};
use crate::schema::{AnyField, Row};

/// Reads the changes and makes them.
pub(in crate::input) fn milestones(
    table: &RawTable,
    references: &References,
    problems: &Problems,
) -> Vec<Milestone> {
    let mut all = reference::milestones();
    let built_in = all.len();
    let mut places = HashMap::new();
    for record in records(table, problems) {
        let Some(id) = record.read(&ID) else {
            continue;
        };
        let id = MilestoneId::from(id);
        if let Some(line) = places.insert(id.clone(), record.row.line) {
            let first = record.table.origin.line(line);
            let shown = quote(id.as_str());
            let fact = format!("The milestone {shown} is already given at {first}.");
            let remedy = "Put both rows together into one.";
            problems.add(&codes::DUPLICATE, record.place(&ID), fact, remedy);
            continue;
        }
        match all.iter_mut().find(|one| one.id == id) {
            Some(one) => {
                if let Ok(new) = changed(record, one.clone(), references) {
                    *one = new;
                }
            }
            None => all.extend(added(record, id, &all, references)),
        }
    }
    // The built-in table has an order of its own; what is added to it goes by id.
    if let Some(added) = all.get_mut(built_in..) {
        added.sort_by(|a, b| a.id.cmp(&b.id));
    }
    let names = names(&all, table, problems);
    for record in records(table, &Problems::default()) {
        check_references(record, &names, problems);
    }
    milestone_order::check(table, &all, problems);
    all
}

/// Every milestone that a cell may name: those that were removed are gone.
fn names(all: &[Milestone], table: &RawTable, problems: &Problems) -> Names {
    let quiet = Problems::default();
    let mut names = Names::new(Thing::Milestone, problems.called(&TABLE));
    for one in all.iter().filter(|one| !one.removed) {
        let place = table.origin.whole();
        names.add(one.id.as_str(), Some(&one.name), place, &quiet);
    }
    names
}

/// A new milestone: it needs a name, a stage and an owner.
fn added(
    record: Record,
    id: MilestoneId,
    all: &[Milestone],
    references: &References,
) -> Option<Milestone> {
    let needed: [&dyn AnyField; 3] = [&MILESTONE, &STAGE, &OWNER];
    let missing: Vec<&dyn AnyField> = needed
        .into_iter()
        .filter(|column| !record.has(*column))
        .collect();
    let shown = quote(id.as_str());
    if missing.len() == needed.len() || record.read(&REMOVE) == Some(true) {
        let built_in = all.iter().map(|one| one.id.as_str());
        let remedy = did_you_mean(id.as_str(), built_in, || {
            "To add one, fill in milestone, stage and owner.".to_owned()
        });
        let fact = format!("There is no milestone {shown}.");
        record
            .problems
            .add(&codes::NO_SUCH_THING, record.place(&ID), fact, remedy);
        return None;
    }
    if let Some(first) = missing.first() {
        let missing: Vec<&str> = missing.iter().map(|column| column.name()).collect();
        let fact = format!(
            "The milestone {shown} is new, but has no {}.",
            missing.join(" and no ")
        );
        let remedy = "Fill it in. If a built-in milestone is meant, correct the id.";
        let place = record.place(*first);
        record
            .problems
            .add(&codes::MISSING_VALUE, place, fact, remedy);
    }
    // What else is wrong with the row is worth saying as well.
    let new = changed(record, reference::new_milestone(id), references);
    new.ok().filter(|_| missing.is_empty())
}

/// The milestone with the filled cells of a row in place of its own.
fn changed(record: Record, one: Milestone, references: &References) -> Result<Milestone, Noted> {
    let laid = reference::laid_over(&record, one).map(|one| Milestone {
        days_are_ours: one.days_are_ours && !record.has(&DAYS) && !record.has(&LONGER),
        ..one
    });
    if let Ok(laid) = &laid {
        warn_of_what_has_no_effect(record, laid);
    }
    if record.read(&REMOVE) == Some(true) {
        warn_of_idle_cells(record);
    }
    let whose = record.given(&INSPECTORATE)?;
    match whose.is_none_or(|whose| are_known(record, &whose, references)) {
        true => laid,
        false => Err(Noted),
    }
}

/// Whether the inspectorates of a milestone take part, or are those of the built-in table; notes those that do neither.
fn are_known(record: Record, whose: &Whose, references: &References) -> bool {
    let (Some(names), Whose::Only(these) | Whose::Except(these)) =
        (&references.inspectorates, whose)
    else {
        return true;
    };
    let mut are_known = true;
    for one in these {
        let place = || record.place(&INSPECTORATE);
        if !names.has(one.as_str()) && !reference::inspectorates().contains(one) {
            are_known &= names
                .resolve(one.as_str(), place, record.problems)
                .is_some();
        }
    }
    are_known
}

/// Notes a longer course that is no longer, and a decision that no one board takes or that has a date of its own.
fn warn_of_what_has_no_effect(record: Record, laid: &Milestone) {
    let note = |column: &dyn AnyField, fact: &str, remedy: &str| {
        let place = record.place(column);
        record.problems.add(&codes::NO_EFFECT, place, fact, remedy);
    };
    if record.has(&LONGER) && laid.longer.is_some_and(|longer| longer < laid.days) {
        note(
            &LONGER,
            "The longer course is shorter than days, so it has no effect.",
            "Give more working days in longer than in days, or clear it.",
        );
    }
    if record.read(&DECISION) != Some(true) {
        return;
    }
    let is_of_one = match (laid.per, &laid.whose) {
        (Per::Inspectorate, _) => true,
        (Per::Once, Whose::Only(these)) => these.len() == 1,
        (Per::Once | Per::Visit, _) => false,
    };
    if !is_of_one {
        note(
            &DECISION,
            "This is no decision of one inspectorate, so no date in boards.csv moves it.",
            "Fill in one inspectorate, or write inspectorate in per, or clear decision.",
        );
    } else if !matches!(laid.on, None | Some(On::Given(Given::Authority))) {
        note(
            &DECISION,
            "It has a date of its own in on, so no date in boards.csv moves it.",
            "Write none in on, or clear decision.",
        );
    }
}

/// Notes cells of a row that removes its milestone.
fn warn_of_idle_cells(record: Record) {
    let columns = record.table.columns().map(|(_, name)| name);
    let mut idle = columns.filter(|name| ![ID.name(), REMOVE.name()].contains(&name.as_ref()));
    if let Some(name) = idle.find(|name| record.raw_under(name).is_some()) {
        let fact = "This row removes the milestone, so its other cells have no effect.";
        let remedy = "Clear them, or clear the cell in remove.";
        let place = record.place_under(name);
        record.problems.add(&codes::NO_EFFECT, place, fact, remedy);
    }
}

/// Notes every milestone that a row names and that there is not.
fn check_references(record: Record, names: &Names, problems: &Problems) {
    let check = |id: &MilestoneId, column: &dyn AnyField| {
        names.resolve(id.as_str(), || record.place(column), problems);
    };
    for id in record.read(&AFTER).unwrap_or_default() {
        check(&id, &AFTER);
    }
    // Also beside a part that cannot be read.
    for later in BeforeWhat::each(record.text(&BEFORE).unwrap_or_default()).flatten() {
        check(&later.milestone, &BEFORE);
    }
    if let Some(Some(On::Before(_, id) | On::After(_, id))) = record.read(&ON) {
        check(&id, &ON);
    }
}
