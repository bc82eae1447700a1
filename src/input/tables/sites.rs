//! `sites.csv`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::positions::position;
use crate::domain::{Inspector, KindId, Link, Site, SiteId};
use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Problems, codes};
use crate::input::references::{Names, References};
use crate::input::table_row::{Record, records};
use crate::schema::forms::Thing;
use crate::schema::tables::sites::{
    ALSO, DAYS, FULL_DAYS, ID, KIND, LATITUDE, LONGITUDE, NAME, NATION, NEEDS, PAIRS, TABLE, WITHIN,
};
use crate::schema::tables::{bank_holidays, inspectors};

/// The columns whose text is a field of a site.
const FIELDS: [&str; 4] = [ID.name(), NAME.name(), KIND.name(), NATION.name()];

/// The id of every site, and whatever may stand in place of it.
pub(in crate::input) fn site_names(table: &RawTable, problems: &Problems) -> Names {
    // Faults of the ids themselves are noted when the rows are read.
    let quiet = Problems::default();
    let mut names = Names::new(Thing::Site, problems.called(&TABLE));
    for record in records(table, &quiet) {
        let Some(id) = record.text(&ID) else {
            continue;
        };
        if names.add(id, record.text(&NAME), record.place(&ID), problems) {
            for text in record.parts(&ALSO) {
                names.add_also(text, id, record.place(&ALSO), problems);
            }
        }
    }
    names
}

/// The kind of every site, as far as it is given.
pub(in crate::input) fn site_kinds(table: &RawTable) -> HashMap<SiteId, KindId> {
    let quiet = Problems::default();
    let mut kinds = HashMap::new();
    for record in records(table, &quiet) {
        if let (Some(id), Some(kind)) = (record.text(&ID), record.text(&KIND)) {
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
    references: &References,
    nations: Option<&BTreeSet<String>>,
    problems: &Problems,
) -> Vec<Site> {
    records(table, problems)
        .filter_map(|record| site(record, references, nations))
        .collect()
}

fn site(
    record: Record,
    references: &References,
    nations: Option<&BTreeSet<String>>,
) -> Option<Site> {
    let id = record.read(&ID);
    let name = record.read(&NAME);
    let kind = references.id(record, &KIND);
    let position = position(record, &LATITUDE, &LONGITUDE);
    let nation = record.or_default(&NATION);
    if let Some(nations) = nations {
        check_nation(record, &nation, nations);
    }
    check_within(record, references);
    let needs = record.read(&NEEDS).unwrap_or_default();
    let also = record.read(&ALSO).unwrap_or_default();
    let days = record.read(&DAYS);
    let pairs = record.read(&PAIRS);
    let full_days = record.read(&FULL_DAYS);
    // Every cell is read, so that what is wrong in any is noted.
    let cells = record.table.columns().filter_map(|(_, column)| {
        let text = record.text_under(column)?;
        Some((column.to_string(), text.to_owned()))
    });
    let cells = cells.filter(|(column, _)| !FIELDS.contains(&column.as_str()));
    let mut site = Site {
        cells: cells.collect(),
        id: SiteId::from(id?),
        name: name?,
        kind: kind?,
        position,
        nation,
        needs,
        also,
        days,
        pairs,
        full_days,
        named: BTreeMap::new(),
    };
    // What a field says to the letter is not kept twice.
    for column in [
        LATITUDE.name(),
        LONGITUDE.name(),
        NEEDS.name(),
        ALSO.name(),
        DAYS.name(),
        PAIRS.name(),
        FULL_DAYS.name(),
    ] {
        if let Some(written) = site.cells.remove(column)
            && site.cell(column).as_deref() != Some(&written)
        {
            site.cells.insert(column.to_owned(), written);
        }
    }
    Some(site)
}

fn check_nation(record: Record, nation: &str, nations: &BTreeSet<String>) {
    if nations.contains(nation) {
        return;
    }
    let place = record.place(&NATION);
    record
        .problems
        .add_with(&codes::NO_BANK_HOLIDAYS, place, || {
            let fact = format!(
                "There are no bank holidays for the nation {}.",
                quote(nation)
            );
            let home = record.problems.called(&bank_holidays::TABLE);
            let add = || format!("Add its bank holidays to {home}.");
            let all = nations.iter().map(String::as_str);
            (fact, did_you_mean(nation, all, add))
        });
}

/// A site lies in other sites, that exist, and not in itself.
fn check_within(record: Record, references: &References) {
    for part in record.parts(&WITHIN) {
        let place = || record.place(&WITHIN);
        let site = references.find_site(part);
        if site.is_some() && site == record.text(&ID) {
            let fact = format!("The site {} lies within itself.", quote(part));
            let remedy = "Name the site around it, or clear the cell.";
            record
                .problems
                .add(&codes::SELF_REFERENCE, place(), fact, remedy);
        } else {
            references.site(part, place, record.problems);
        }
    }
}

/// Fills in the sites that the cells of links name, where they do so otherwise than by ids.
pub(in crate::input) fn name_linked(sites: &mut [Site], links: &[Link], references: &References) {
    for link in links {
        for site in sites.iter_mut().filter(|site| site.kind == link.each) {
            let written = site.listed(&link.by);
            let mut meant: Vec<SiteId> = Vec::new();
            for text in &written {
                let id = references.find_site(text.as_str()).map(SiteId::from);
                meant.extend(id.filter(|id| !meant.contains(id)));
            }
            if meant != written {
                site.named.insert(link.by.clone(), meant);
            }
        }
    }
}

/// Checks that every site of a linked kind names sites, all of the kind that it brings.
pub(in crate::input) fn broken_links(
    table: &RawTable,
    links: &[Link],
    references: &References,
    problems: &Problems,
) {
    if references.sites.is_none() {
        return;
    }
    // Two links may go by one column: a fault in it is noted once.
    let mut checked = HashSet::new();
    let links = links
        .iter()
        .filter(|link| checked.insert((&link.each, &link.brings, &link.by)));
    for link in links {
        let of_kind = |record: &Record| record.text(&KIND) == Some(link.each.as_str());
        for record in records(table, problems).filter(of_kind) {
            check_link(record, link, references);
        }
    }
}

fn check_link(record: Record, link: &Link, references: &References) {
    let place = || record.place_under(&link.by);
    let mut named = record.parts_under(&link.by).peekable();
    if named.peek().is_none() {
        record
            .problems
            .add_with(&codes::BROKEN_LINK, place(), || {
                let fact = format!(
                    "The site {} names no site in the column {}, but every site of the kind {} brings one of the kind {}.",
                    quote(record.text(&ID).unwrap_or_default()),
                    quote(&link.by),
                    quote(link.each.as_str()),
                    quote(link.brings.as_str())
                );
                let remedy = "Fill in the sites that it brings, with ; between.";
                (fact, remedy.to_owned())
            });
    }
    for part in named {
        // Already noted for this column, for every site.
        let site = match link.by == WITHIN.name() {
            true => references.find_site(part),
            false => references.site(part, place, record.problems),
        };
        let kind = site.and_then(|site| references.kind_of.get(site));
        if let Some(kind) = kind.filter(|kind| **kind != link.brings) {
            let fact = format!(
                "The site {} is of the kind {}, but a link brings sites of the kind {} here.",
                quote(part),
                quote(kind.as_str()),
                quote(link.brings.as_str())
            );
            let remedy = "Name a site of that kind, or let the link go by another column.";
            record
                .problems
                .add(&codes::BROKEN_LINK, place(), fact, remedy);
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
        for need in record.parts(&NEEDS).filter(|need| !skills.contains(need)) {
            problems.add_with(&codes::NOBODY_HOLDS, record.place(&NEEDS), || {
                let home = problems.called(&inspectors::TABLE);
                let otherwise = || format!("Add it to the skills of those who have it, in {home}.");
                let remedy = did_you_mean(need, skills.iter().copied(), otherwise);
                let site = record.text(&NAME).or(record.text(&ID));
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
