//! `bank_holidays.csv`: what it adds to the built-in bank holidays, and what it takes away.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::{BankHoliday, Site};
use crate::input::files::RawTable;
use crate::input::problems::words::{did_you_mean, list, quote};
use crate::input::problems::{Problems, codes};
use crate::input::table_row::{Record, records};
use crate::reference;
use crate::schema::tables::bank_holidays::{DATE, NAME, NATION};
use crate::schema::tables::{MOVED, sites};
use crate::words::date;

/// A row of the table.
struct Row<'a> {
    record: Record<'a>,
    holiday: BankHoliday,
    /// Whether it takes its day away.
    moves: bool,
}

/// The built-in bank holidays less those that the table takes away, and those that it adds. A day in both goes by the table's name for it.
///
/// The table of sites says how nations are written: upper and lower case do not tell them apart here.
pub(in crate::input) fn bank_holidays(
    table: &RawTable,
    of_sites: Option<&RawTable>,
    problems: &Problems,
) -> Vec<BankHoliday> {
    let nations = nations(of_sites);
    let rows: Vec<Row> = records(table, problems)
        .filter_map(|record| row(record, &nations))
        .collect();
    let built_in = reference::bank_holidays();
    check_moved(&rows, &built_in, problems);
    check_words(&rows, &built_in, problems);
    let named: BTreeSet<(&str, NaiveDate)> = rows.iter().map(|row| day(&row.holiday)).collect();
    let kept = built_in
        .iter()
        .filter(|holiday| !named.contains(&day(holiday)));
    let added = rows.iter().filter(|row| !row.moves);
    kept.chain(added.map(|row| &row.holiday)).cloned().collect()
}

fn day(holiday: &BankHoliday) -> (&str, NaiveDate) {
    (holiday.nation.as_str(), holiday.date)
}

/// How each nation is written that is built in or has a site, by its name in small letters.
fn nations(of_sites: Option<&RawTable>) -> BTreeMap<String, String> {
    let quiet = Problems::default();
    let mut written = BTreeSet::new();
    for record in of_sites
        .into_iter()
        .flat_map(|table| records(table, &quiet))
    {
        written.extend(record.raw(&sites::NATION));
    }
    let built_in = reference::NATIONS.into_iter();
    let mut nations = BTreeMap::new();
    for nation in built_in.chain(written) {
        let name = nations.entry(nation.to_lowercase());
        name.or_insert_with(|| nation.to_owned());
    }
    nations
}

fn row<'a>(record: Record<'a>, nations: &BTreeMap<String, String>) -> Option<Row<'a>> {
    let nation = record.read(&NATION);
    let date = record.read(&DATE);
    let name = record.read(&NAME);
    let (nation, name) = (nation?, name?);
    Some(Row {
        record,
        moves: name.trim().eq_ignore_ascii_case(MOVED),
        holiday: BankHoliday {
            nation: nations
                .get(&nation.to_lowercase())
                .cloned()
                .unwrap_or(nation),
            date: date?,
            name,
        },
    })
}

/// Notes rows that take away what is no bank holiday, or what another row adds.
fn check_moved(rows: &[Row], built_in: &[BankHoliday], problems: &Problems) {
    for row in rows.iter().filter(|row| row.moves) {
        let BankHoliday {
            nation, date: on, ..
        } = &row.holiday;
        let mut others = rows.iter().filter(|one| !one.moves);
        if let Some(added) = others.find(|one| day(&one.holiday) == day(&row.holiday)) {
            let fact = format!(
                "{} is a bank holiday of {nation} at {}, and is moved away here.",
                date(*on),
                added.record.line()
            );
            let place = row.record.place(&NAME);
            problems.add(
                &codes::DUPLICATE,
                place,
                fact,
                "Delete one of the two rows.",
            );
            continue;
        }
        let of_nation: Vec<&BankHoliday> = built_in
            .iter()
            .filter(|one| one.nation == *nation)
            .collect();
        if of_nation.iter().any(|one| one.date == *on) {
            continue;
        }
        let nearest = of_nation.iter().min_by_key(|one| {
            let apart = one.date.signed_duration_since(*on).num_days().abs();
            (apart, one.date)
        });
        let (fact, remedy) = match nearest {
            Some(nearest) => (
                format!(
                    "{} is not one of the bank holidays of {nation} that the program knows, so it cannot be moved.",
                    date(*on)
                ),
                format!(
                    "The nearest is {} ({}): write {} if you mean that.",
                    date(nearest.date),
                    nearest.name,
                    nearest.date
                ),
            ),
            None => (
                format!(
                    "The program knows no bank holidays of {}, so none can be moved.",
                    quote(nation)
                ),
                did_you_mean(nation, reference::NATIONS, || {
                    "Delete the row: only the days that the table adds count there.".to_owned()
                }),
            ),
        };
        let place = row.record.place(&DATE);
        problems.add(&codes::NO_SUCH_THING, place, fact, remedy);
    }
}

/// Warns of names that speak of a move and move nothing.
fn check_words(rows: &[Row], built_in: &[BankHoliday], problems: &Problems) {
    let speaks = |row: &&Row| !row.moves && row.holiday.name.to_lowercase().contains(MOVED);
    for row in rows.iter().filter(speaks) {
        let BankHoliday {
            nation, date: on, ..
        } = &row.holiday;
        let is_built_in = built_in.iter().any(|one| day(one) == day(&row.holiday));
        let in_that_year = |one: &&Row| {
            one.moves && one.holiday.nation == *nation && one.holiday.date.year() == on.year()
        };
        if !is_built_in && rows.iter().any(|one| in_that_year(&one)) {
            continue;
        }
        let (fact, remedy) = match is_built_in {
            true => (
                format!(
                    "{} stays a bank holiday of {nation}: only the name {} by itself takes it away.",
                    date(*on),
                    quote(MOVED)
                ),
                format!("Write {MOVED}, or another name if the day is to stay."),
            ),
            false => (
                format!(
                    "{} is added to the bank holidays of {nation}, and none of that year is taken away.",
                    date(*on)
                ),
                format!(
                    "If one has moved to that day, add a row for the day it was on, with the name {MOVED}."
                ),
            ),
        };
        let place = row.record.place(&NAME);
        problems.add(&codes::SIMILAR_WORD, place, fact, remedy);
    }
}

/// Notes nations of the table that no site keeps to.
pub(in crate::input) fn unused_nations(table: &RawTable, sites: &[Site], problems: &Problems) {
    let nations = sites.iter().map(|site| site.nation.as_str());
    let used: BTreeSet<&str> = nations.chain(reference::NATIONS).collect();
    let is_used = |text: &str| used.iter().any(|one| one.to_lowercase() == text);
    let quiet = Problems::default();
    let mut noted = BTreeSet::new();
    for record in records(table, &quiet) {
        let Some(nation) = record.text(&NATION) else {
            continue;
        };
        let small = nation.to_lowercase();
        if is_used(&small) || !noted.insert(nation) {
            continue;
        }
        let fact = format!(
            "No site is in the nation {}, so its bank holidays count nowhere.",
            quote(nation)
        );
        // A feed has England and Wales as one.
        let meant = reference::NATIONS
            .iter()
            .filter(|one| small.contains(&one.to_lowercase()));
        let meant: Vec<&str> = meant.copied().collect();
        let remedy = match meant.len() {
            0 | 1 => did_you_mean(nation, used.iter().copied(), || {
                "Check the column nation of the table of sites, or delete the row.".to_owned()
            }),
            _ => format!("Write a row for each: {}.", list(&meant, "and")),
        };
        let place = record.place(&NATION);
        problems.add(&codes::NEVER_OCCURS, place, fact, remedy);
    }
}
