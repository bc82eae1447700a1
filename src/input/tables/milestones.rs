//! `milestones.csv`, laid over the built-in table: a row with a known id changes or removes it, any other adds one.

use std::collections::HashMap;

use super::milestone_cells as cells;
use super::{milestone_order, records};
use crate::domain::{Milestone, MilestoneId, Per, Whose};
use crate::input::columns::table_named;
use crate::input::files::RawTable;
use crate::input::files::csv_file;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Origin, Problems, codes};
use crate::input::record::{Noted, Record};
use crate::input::references::{Names, References};

/// The milestones that come with the program: see `data/README.md`.
const BUILT_IN: &str = include_str!("../../../data/milestones.csv");

/// The most working days that one milestone may take: about two years.
const MOST_DAYS: u32 = 500;

const YES_OR_NO: [(&str, bool); 2] = [("yes", true), ("no", false)];
const PER: [(&str, Per); 3] = [
    ("once", Per::Once),
    ("visit", Per::Visit),
    ("inspectorate", Per::Inspectorate),
];

/// The milestones of every inspection, unless `milestones.csv` changes them: `data/README.md` says where from, and
/// which durations are our own.
pub fn built_in_milestones() -> Vec<Milestone> {
    let quiet = Problems::default();
    let origin = Origin::file("milestones.csv", 0);
    let table =
        table_named("milestones").and_then(|spec| csv_file::read(BUILT_IN, origin, spec, &quiet));
    let Some(table) = table else {
        return Vec::new();
    };
    let known = References::default();
    let read = |record: Record| changed(record, blank(record.text("id")?), &known).ok();
    records(&table, &quiet).filter_map(read).collect()
}

/// Reads the changes and makes them.
pub(in crate::input) fn milestones(
    table: &RawTable,
    known: &References,
    problems: &Problems,
) -> Vec<Milestone> {
    let mut all = built_in_milestones();
    let mut places = HashMap::new();
    for record in records(table, problems) {
        let Some(id) = record.new_id("id") else {
            continue;
        };
        if let Some(line) = places.insert(MilestoneId::from(id), record.row.line) {
            let first = record.table.origin.line(line);
            let fact = format!("The milestone {} is already given at {first}.", quote(id));
            problems.add(
                &codes::DUPLICATE,
                record.place("id"),
                fact,
                "Put both rows together into one.",
            );
            continue;
        }
        match all.iter_mut().find(|one| one.id.as_str() == id) {
            Some(one) => {
                if let Ok(new) = changed(record, one.clone(), known) {
                    *one = new;
                }
            }
            None => all.extend(added(record, id, &all, known)),
        }
    }
    let names = names(&all, table, problems);
    for record in records(table, &Problems::default()) {
        cells::check_references(record, &names, problems);
    }
    milestone_order::check(table, &all, problems);
    all
}

/// Every milestone that a cell may name: those that were removed are gone.
fn names(all: &[Milestone], table: &RawTable, problems: &Problems) -> Names {
    let quiet = Problems::default();
    let mut names = Names::new("milestone", problems.called("milestones"));
    for one in all.iter().filter(|one| !one.removed) {
        let place = table.origin.whole();
        names.add(one.id.as_str(), Some(&one.name), place, &quiet);
    }
    names
}

fn blank(id: &str) -> Milestone {
    Milestone {
        id: id.into(),
        name: String::new(),
        stage: 1,
        paragraph: String::new(),
        owner: String::new(),
        whose: Whose::Everyone,
        per: Per::Once,
        after: Vec::new(),
        before: Vec::new(),
        days: 0,
        on: None,
        note: false,
        removed: false,
    }
}

/// A new milestone: it needs a name, a stage and an owner.
fn added(record: Record, id: &str, all: &[Milestone], known: &References) -> Option<Milestone> {
    const NEEDED: [&str; 3] = ["milestone", "stage", "owner"];
    let missing: Vec<&str> = NEEDED
        .into_iter()
        .filter(|column| !record.has(column))
        .collect();
    let removes = record.choice("remove", &YES_OR_NO) == Some(true);
    if missing.len() == NEEDED.len() || removes {
        let built_in = all.iter().map(|one| one.id.as_str());
        let remedy = did_you_mean(id, built_in, || {
            "To add one, fill in milestone, stage and owner.".to_owned()
        });
        let fact = format!("There is no milestone {}.", quote(id));
        record
            .problems
            .add(&codes::NO_SUCH_THING, record.place("id"), fact, remedy);
        return None;
    }
    if !missing.is_empty() {
        let fact = format!(
            "The milestone {} is new, but has no {}.",
            quote(id),
            missing.join(" and no ")
        );
        record.problems.add(
            &codes::MISSING_VALUE,
            record.place(missing.first().copied().unwrap_or("id")),
            fact,
            "Fill it in. If a built-in milestone is meant, correct the id.",
        );
    }
    // What else is wrong with the row is worth saying as well.
    let new = changed(record, blank(id), known);
    new.ok().filter(|_| missing.is_empty())
}

/// The milestone with the filled cells of a row in place of its own.
fn changed(record: Record, one: Milestone, known: &References) -> Result<Milestone, Noted> {
    let text = |column: &str| record.given(column, |record| record.owned(column));
    let yes = |column: &str| record.given(column, |record| record.choice(column, &YES_OR_NO));
    // Every cell is read before the first fault ends it, so that all are noted.
    let name = text("milestone");
    let stage = record.given("stage", |record| record.whole("stage", 1..=8));
    let paragraph = text("paragraph");
    let owner = text("owner");
    let whose = record.given("inspectorate", |record| cells::whose(record, known));
    let per = record.given("per", |record| record.choice("per", &PER));
    let after = record.given("after", cells::after);
    let before = record.given("before", cells::before);
    let days = record.given("days", |record| record.whole("days", 0..=MOST_DAYS));
    let on = record.given("on", cells::on);
    let (note, remove) = (yes("note"), yes("remove"));
    if remove == Ok(Some(true)) {
        warn_of_idle_cells(record);
    }
    Ok(Milestone {
        id: one.id,
        name: name?.unwrap_or(one.name),
        stage: stage?.unwrap_or(one.stage),
        paragraph: paragraph?.unwrap_or(one.paragraph),
        owner: owner?.unwrap_or(one.owner),
        whose: whose?.unwrap_or(one.whose),
        per: per?.unwrap_or(one.per),
        after: after?.unwrap_or(one.after),
        before: before?.unwrap_or(one.before),
        days: days?.unwrap_or(one.days),
        on: on?.unwrap_or(one.on),
        note: note?.unwrap_or(one.note),
        removed: remove?.unwrap_or(false) || one.removed,
    })
}

/// Notes cells of a row that removes its milestone.
fn warn_of_idle_cells(record: Record) {
    let columns = record.table.columns().map(|(_, name)| name);
    let mut idle = columns.filter(|name| !matches!(name.as_ref(), "id" | "remove"));
    if let Some(name) = idle.find(|name| record.has(name)) {
        let fact = "This row removes the milestone, so its other cells have no effect.";
        record.problems.add(
            &codes::NO_EFFECT,
            record.place(name),
            fact,
            "Clear them, or clear the cell in remove.",
        );
    }
}
