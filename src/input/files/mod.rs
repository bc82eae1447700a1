//! From a folder or a workbook to tables of text and the text of the settings, before anybody asks what they mean.

pub(in crate::input) mod csv_file;
mod digest;
mod disk;
pub(in crate::input) mod encoding;
mod folder;
mod found;
mod raw_table;
pub(in crate::input) mod sheets;
mod workbook;

use std::fs;
use std::path::Path;

use super::problems::{Origin, Problems};
use found::SETTINGS_RANK;

pub(in crate::input) use disk::bytes;
pub(in crate::input) use found::{Found, scenario, scenario_name};
pub(in crate::input) use raw_table::{CELL_ERRORS, RawTable, Row};

/// Reads everything at INPUT, noting what is wrong.
pub(in crate::input) fn read(input: &Path, problems: &Problems) -> Found {
    let name = input.file_name().unwrap_or(input.as_os_str());
    let origin = Origin::file(&name.to_string_lossy(), SETTINGS_RANK);
    let found = match fs::metadata(input) {
        Ok(at) if at.is_dir() => folder::read(input, &origin, problems),
        Ok(_) => workbook::read(input, &origin, problems),
        Err(error) => {
            disk::unreadable(&origin, &error, problems);
            None
        }
    };
    let Some(found) = found else {
        return Found::default();
    };
    found.check_complete(&origin, problems);
    found
}
