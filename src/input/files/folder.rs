//! A folder of CSV files with `inspection.toml`.

use std::fs;
use std::path::Path;

use super::csv_file;
use super::disk::bytes;
use super::encoding::decode;
use super::found::{self, Found, SETTINGS_RANK};
use crate::input::problems::words::nearest;
use crate::input::problems::{Origin, Problems, codes};
use crate::schema::settings::SETTINGS_FILE;

/// Reads every file of the folder that it knows, in order of name.
pub(super) fn read(folder: &Path, origin: &Origin, problems: &Problems) -> Option<Found> {
    let listed = fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let mut files = match listed {
        Ok(entries) => entries,
        Err(error) => {
            let fact = format!("The folder {} cannot be read: {error}.", origin.spoken());
            problems.add(
                &codes::UNREADABLE,
                origin.whole(),
                fact,
                "Check that you have permission to read it.",
            );
            return None;
        }
    };
    files.sort_by_key(|entry| entry.file_name());
    let mut found = Found::default();
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        // Hidden files, and the lock files of Office programs.
        if !name.starts_with(['.', '~']) {
            take(&file.path(), &name, &mut found, problems);
        }
    }
    Some(found)
}

fn take(path: &Path, name: &str, found: &mut Found, problems: &Problems) {
    let lower = name.to_lowercase();
    if lower == SETTINGS_FILE {
        found::settings_file(path, found, problems);
        return;
    }
    let (stem, ending) = lower.rsplit_once('.').unwrap_or((&lower, ""));
    match (found::table_of(stem), ending) {
        (Some((spec, rank)), "csv") => {
            let origin = Origin::file(name, rank);
            if !found.is_first(spec.name, &origin, problems) {
                return;
            }
            let Some(bytes) = bytes(path, &origin, problems) else {
                return;
            };
            found.digest.add(&spec.file(), &bytes);
            let text = decode(&bytes, &origin, problems);
            let read = text.and_then(|text| csv_file::read(&text, origin, spec, problems));
            found.tables.extend(read.map(|read| (spec.name, read)));
        }
        (None, "csv") if !path.is_dir() => {
            found::stray(&Origin::file(name, found::stray_rank()), stem, problems);
        }
        (Some((spec, rank)), "xlsx" | "xlsm" | "xls" | "ods" | "txt" | "tsv") => {
            let origin = Origin::file(name, rank);
            let fact = format!("{name} was not read: a folder holds its tables as CSV files.");
            let remedy = format!("Save it as “CSV UTF-8” with the name {}.", spec.file());
            problems.add(&codes::UNKNOWN_FILE, origin.whole(), fact, remedy);
        }
        // A scenario may have any name but one: `inspection.toml` as misspelt, or as Notepad saves it.
        (_, "toml" | "txt") if nearest(&lower, [SETTINGS_FILE]).is_some() => {
            let origin = Origin::file(name, SETTINGS_RANK);
            let fact = format!("{name} was not read as the settings of the inspection.");
            let remedy = "Did you mean “inspection.toml”? Rename it.";
            problems.add(&codes::FILE_NAME, origin.whole(), fact, remedy);
        }
        _ => {}
    }
}
