//! The documents of a plan: what they say, and what they must never say.

mod authority;
#[path = "../common/mod.rs"]
mod common;
mod gantt;
mod headings;
mod homes;
mod legend;
mod legible;
mod near_equal;
mod parts;
mod plan;
mod screen;
mod secrets;
mod tables;
mod timetable;
mod views;
mod weights;
mod words;

/// The bytes of one file among the documents.
fn file<'f>(files: &'f [(String, Vec<u8>)], name: &str) -> &'f [u8] {
    let found = files.iter().find(|(known, _)| known == name);
    &found
        .unwrap_or_else(|| panic!("{name} is among the documents"))
        .1
}
