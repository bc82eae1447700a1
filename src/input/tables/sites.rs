//! `sites.csv`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{ids, position, records};
use crate::domain::{Inspector, KindId, Link, Site, SiteId};
use crate::input::files::RawTable;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::record::Record;
use crate::input::references::{Names, References};

/// The nation of a site, unless it is given.
const DEFAULT_NATION: &str = "England";

/// The id of every site.
pub(in crate::input) fn site_names(table: &RawTable, problems: &Problems) -> Names {
    ids(table, "id", "site", problems)
}

/// The kind of every site, as far as it is given.
pub(in crate::input) fn site_kinds(table: &RawTable) -> HashMap<SiteId, KindId> {
    let quiet = Problems::default();
    let mut kinds = HashMap::new();
    for record in records(table, &quiet) {
        if let (Some(id), Some(kind)) = (record.text("id"), record.text("kind")) {
            kinds
                .entry(SiteId::from(id))
                .or_insert_with(|| KindId::from(kind));
        }
    }
    kinds
}

/// Reads every site. `nations` are those whose bank holidays are known; `None` where that cannot be told.
pub(in crate::input) fn sites(
    table: &RawTable,
    known: &References,
    nations: Option<&BTreeSet<String>>,
    problems: &Problems,
) -> Vec<Site> {
    records(table, problems)
        .filter_map(|record| site(record, known, nations))
        .collect()
}

fn site(record: Record, known: &References, nations: Option<&BTreeSet<String>>) -> Option<Site> {
    let id = record.new_id("id");
    let name = record.required("name");
    let kind = known.kind(record, "kind");
    let position = position(record);
    let nation = record.text("nation").unwrap_or(DEFAULT_NATION);
    if let Some(nations) = nations.filter(|nations| !nations.contains(nation)) {
        let place = record.place("nation");
        record
            .problems
            .add_with(&codes::NO_BANK_HOLIDAYS, place, || {
                let fact = format!(
                    "There are no bank holidays for the nation {}.",
                    quote(nation)
                );
                let home = record.problems.called("bank_holidays");
                let add = || format!("Add its bank holidays to {home}.");
                let all = nations.iter().map(String::as_str);
                (fact, super::did_you_mean(nation, all, add))
            });
    }
    check_within(record, known);
    let mut cells: BTreeMap<String, String> = record
        .table
        .columns()
        .filter_map(|(_, column)| Some((column.to_string(), record.text(column)?.to_owned())))
        .collect();
    cells.insert("nation".to_owned(), nation.to_owned());
    Some(Site {
        id: SiteId::from(id?),
        name: name?.to_owned(),
        kind: kind?,
        position,
        nation: nation.to_owned(),
        needs: record.parts("needs").map(str::to_owned).collect(),
        cells,
    })
}

/// A site lies in other sites, that exist, and not in itself.
fn check_within(record: Record, known: &References) {
    for part in record.parts("within") {
        let place = || record.place("within");
        if record.text("id") == Some(part) {
            let fact = format!("The site {} lies within itself.", quote(part));
            record.problems.add(
                &codes::SELF_REFERENCE,
                place(),
                fact,
                "Name the site around it, or clear the cell.",
            );
        } else if let Some(names) = &known.sites {
            names.check(part, place, record.problems);
        }
    }
}

/// Checks that every site of a linked kind names sites, all of the kind that it brings.
pub(in crate::input) fn broken_links(
    table: &RawTable,
    links: &[Link],
    known: &References,
    problems: &Problems,
) {
    let Some(names) = &known.sites else {
        return;
    };
    // Two links may go by one column: a fault in it is noted once.
    let mut checked = HashSet::new();
    let links = links
        .iter()
        .filter(|link| checked.insert((&link.each, &link.brings, &link.by)));
    for link in links {
        let of_kind = |record: &Record| record.text("kind") == Some(link.each.as_str());
        for record in records(table, problems).filter(of_kind) {
            let mut named = record.parts(&link.by).peekable();
            if named.peek().is_none() {
                problems.add_with(&codes::BROKEN_LINK, record.place(&link.by), || {
                    let site = quote(record.text("id").unwrap_or_default());
                    let fact = format!("The site {site} names no site in the column {}, but every site of the kind {} brings one of the kind {}.",
                        quote(&link.by), quote(link.each.as_str()), quote(link.brings.as_str()));
                    (fact, "Fill in the ids of the sites that it brings, with ; between.".to_owned())
                });
            }
            for part in named {
                let place = || record.place(&link.by);
                let is_known = match link.by.as_str() {
                    // Already noted, for every site.
                    "within" => names.has(part),
                    _ => names.check(part, place, problems),
                };
                let kind = known.kind_of.get(part);
                if is_known && kind.is_some_and(|kind| *kind != link.brings) {
                    let kind = quote(kind.map(KindId::as_str).unwrap_or_default());
                    let fact = format!(
                        "The site {} is of the kind {kind}, but a link brings sites of the kind {} here.",
                        quote(part),
                        quote(link.brings.as_str())
                    );
                    problems.add(
                        &codes::BROKEN_LINK,
                        place(),
                        fact,
                        "Name a site of that kind, or let the link go by another column.",
                    );
                }
            }
        }
    }
}

/// Notes skills that a site needs and no inspector has.
pub(in crate::input) fn unmet_needs(
    table: &RawTable,
    inspectors: &[Inspector],
    problems: &Problems,
) {
    if inspectors.is_empty() {
        return;
    }
    let skills: BTreeSet<&str> = inspectors
        .iter()
        .flat_map(|one| one.skills.iter().map(String::as_str))
        .collect();
    // Faults of the cells themselves have been noted.
    let quiet = Problems::default();
    for record in records(table, &quiet) {
        for need in record.parts("needs").filter(|need| !skills.contains(need)) {
            problems.add_with(&codes::NOBODY_HOLDS, record.place("needs"), || {
                let home = problems.called("inspectors");
                let otherwise = || format!("Add it to the skills of those who have it, in {home}.");
                let remedy = super::did_you_mean(need, skills.iter().copied(), otherwise);
                let site = record.text("name").or(record.text("id"));
                let fact = format!(
                    "The site {} needs the skill {}, which no inspector has.",
                    quote(site.unwrap_or_default()),
                    quote(need)
                );
                (fact, remedy)
            });
        }
    }
}
