//! The outputs of a plan: what they say, what they must never say, and how they are written.

mod gantt;
mod json;
mod plan;
mod secrets;
mod tables;
mod terminal;
mod text;
mod timetable;
mod write;

/// The bytes of one file among the outputs.
fn file<'f>(files: &'f [(String, Vec<u8>)], name: &str) -> &'f [u8] {
    let found = files.iter().find(|(known, _)| known == name);
    &found
        .unwrap_or_else(|| panic!("{name} is among the outputs"))
        .1
}
