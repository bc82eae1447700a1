//! Folders to start from: what `assize init DIR --frame NAME` writes.
//!
//! A frame holds the tables that are the same for every inspection of its sort, filled with public facts, and
//! every other table with its header row. A guide beside them describes each column, since CSV has no notes.

mod guide;

use crate::reference::{self, FilledTable, Frame};
use crate::schema::settings::SETTINGS_FILE;
use crate::schema::{TableSpec, tables};

/// The settings to start from, to be changed by hand, by the name of the frame.
const SETTINGS: &[(&str, &str)] = &[
    ("police-cps", include_str!("police_cps.toml")),
    ("probation-prisons", include_str!("probation_prisons.toml")),
];

/// The files of a folder to start from, by name, in the order in which a person meets them; `None` if there is no such frame.
pub fn folder(frame: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let frame = reference::frame(frame)?;
    let (_, settings) = SETTINGS.iter().find(|(name, _)| *name == frame.name)?;
    let mut files = vec![
        ("README.txt".to_owned(), guide::text(&frame)),
        (SETTINGS_FILE.to_owned(), (*settings).to_owned()),
    ];
    for (table, filled) in tables_of(&frame) {
        let text = filled.map_or_else(|| header(table), |filled| filled.text.to_owned());
        files.push((table.file(), text));
    }
    let files = files.into_iter();
    Some(
        files
            .map(|(name, text)| (name, text.into_bytes()))
            .collect(),
    )
}

/// Every table, with what a frame fills it with: the one that is needed and filled first, those that may stay as they are last.
fn tables_of(frame: &Frame) -> Vec<(&'static TableSpec, Option<&'static FilledTable>)> {
    let filled = |table: &TableSpec| {
        let mut filled = frame.tables.iter();
        filled.find(|filled| filled.table.name == table.name)
    };
    let mut all: Vec<_> = tables::ALL
        .iter()
        .map(|table| (*table, filled(table)))
        .collect();
    all.sort_by_key(|(table, filled)| filled.is_some() && !table.required);
    all
}

/// The header row of a table.
fn header(table: &TableSpec) -> String {
    let names: Vec<&str> = table.headers().collect();
    names.join(",") + "\n"
}

#[cfg(test)]
mod tests;
