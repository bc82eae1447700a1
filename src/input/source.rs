//! Finding the tables and the settings: in a folder, or in a workbook.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use super::codes;
use super::columns::{TABLES, TableSpec};
use super::digest::Digest;
use super::encoding::decode;
use super::place::Origin;
use super::problem::Problems;
use super::table::Table;
use super::words::{did_you_mean, nearest, quote};
use super::{book, folder};

/// The name of the settings, as a file without its ending and as a sheet.
pub(super) const SETTINGS: &str = "inspection";
/// The file of the settings.
pub(super) const SETTINGS_FILE: &str = "inspection.toml";

/// Reports show the settings first, then the scenario, the tables in the order of the design, and strays.
const SETTINGS_RANK: usize = 0;
const SCENARIO_RANK: usize = 1;
const FIRST_TABLE_RANK: usize = 2;

/// What was found at INPUT.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The text of the settings.
    pub(super) settings: Option<Settings>,
    /// The tables by name.
    pub(super) tables: BTreeMap<&'static str, Table>,
    /// Everything that is there, whether or not it could be read: by table, or [`SETTINGS`], the file or sheet.
    pub(super) holders: BTreeMap<&'static str, String>,
    /// The fingerprint of all that was read.
    pub(super) digest: Digest,
    /// Whether it is a workbook.
    pub(super) is_workbook: bool,
}

/// The text of the settings, or of a scenario, and where it stands.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) origin: Origin,
    pub(super) text: String,
}

impl Source {
    /// Whether a file or sheet is the first with the name of this table; notes it if not.
    pub(super) fn is_first(
        &mut self,
        name: &'static str,
        origin: &Origin,
        problems: &Problems,
    ) -> bool {
        let Some(first) = self.holders.get(name) else {
            self.holders.insert(name, origin.spoken());
            return true;
        };
        let fact = format!(
            "Both {first} and {} have the name of the same table.",
            origin.spoken()
        );
        let remedy = "Keep one, and rename or delete the other.";
        problems.add(&codes::TWO_FILES, origin.whole(), fact, remedy);
        false
    }

    /// Whether there is such a table but it could not be read: then nothing more is said of it.
    pub(super) fn is_broken(&self, name: &str) -> bool {
        self.holders.contains_key(name) && !self.tables.contains_key(name)
    }

    /// Notes what is needed but not there.
    fn check_complete(&self, input: &Origin, problems: &Problems) {
        let missing = |file: String, sheet: &str, place: &Origin| {
            let (fact, remedy) = match self.is_workbook {
                true => (
                    format!("The workbook has no sheet {}.", quote(sheet)),
                    "Add the sheet, with the header row of the table in the documentation.",
                ),
                false => (
                    format!("The folder has no file {file}."),
                    "Add it. The command “assize init” writes a folder with every file.",
                ),
            };
            problems.add(&codes::MISSING_FILE, place.whole(), fact, remedy);
        };
        for spec in TABLES.iter().filter(|spec| spec.required) {
            if !self.holders.contains_key(spec.name) {
                missing(format!("{}.csv", spec.name), spec.name, input);
            }
        }
        if !self.holders.contains_key(SETTINGS) {
            let fact = match self.is_workbook {
                true => {
                    "The workbook has no sheet “inspection”, and there is no file inspection.toml beside it."
                }
                false => "The folder has no file inspection.toml.",
            };
            let remedy = "Add it. The command “assize init” writes a folder with every file.";
            problems.add(&codes::MISSING_FILE, input.whole(), fact, remedy);
        }
    }
}

/// Reads everything at INPUT, noting what is wrong.
pub(super) fn read(input: &Path, problems: &Problems) -> Source {
    let name = input.file_name().unwrap_or(input.as_os_str());
    let origin = Origin::file(&name.to_string_lossy(), SETTINGS_RANK);
    let source = match fs::metadata(input) {
        Ok(found) if found.is_dir() => folder::read(input, &origin, problems),
        Ok(_) => book::read(input, &origin, problems),
        Err(error) => {
            unreadable(&origin, &error, problems);
            None
        }
    };
    let Some(source) = source else {
        return Source::default();
    };
    source.check_complete(&origin, problems);
    source
}

/// Reads the text of a scenario.
pub(super) fn scenario(path: &Path, digest: &mut Digest, problems: &Problems) -> Option<Settings> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let origin = Origin::file(&name.to_string_lossy(), SCENARIO_RANK);
    let bytes = bytes(path, &origin, problems)?;
    digest.add("scenario", &bytes);
    let text = decode(&bytes, &origin, problems)?;
    Some(Settings { origin, text })
}

/// Reads the settings from a file.
pub(super) fn settings_file(path: &Path, source: &mut Source, problems: &Problems) {
    let name = path.file_name().unwrap_or(OsStr::new(SETTINGS_FILE));
    let origin = Origin::file(&name.to_string_lossy(), SETTINGS_RANK);
    if !source.is_first(SETTINGS, &origin, problems) {
        return;
    }
    if let Some(bytes) = bytes(path, &origin, problems) {
        source.digest.add(SETTINGS_FILE, &bytes);
        let text = decode(&bytes, &origin, problems);
        source.settings = text.map(|text| Settings { origin, text });
    }
}

/// The content of a file; `None`, with the problem noted, where it cannot be read.
pub(super) fn bytes(path: &Path, origin: &Origin, problems: &Problems) -> Option<Vec<u8>> {
    let read = match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        // Reading a pipe or a device may never end.
        Ok(found) if !found.is_file() => {
            let fact = format!("{} is not an ordinary file.", origin.spoken());
            let remedy = "Replace it by a file that is saved on the disk.";
            problems.add(&codes::UNREADABLE, origin.whole(), fact, remedy);
            return None;
        }
        Ok(_) => fs::read(path),
        Err(error) => Err(error),
    };
    read.map_err(|error| unreadable(origin, &error, problems))
        .ok()
}

fn unreadable(origin: &Origin, error: &io::Error, problems: &Problems) {
    let (code, what, remedy) = match error.kind() {
        io::ErrorKind::NotFound => (
            &codes::MISSING_FILE,
            "does not exist".to_owned(),
            "Check the name and where it lies.",
        ),
        io::ErrorKind::PermissionDenied => (
            &codes::UNREADABLE,
            "cannot be opened: you do not have permission to read it".to_owned(),
            "Ask for permission, or copy it to a folder of your own.",
        ),
        io::ErrorKind::IsADirectory => (
            &codes::UNREADABLE,
            "is a folder, not a file".to_owned(),
            "Replace it by the file, or rename the folder.",
        ),
        _ => (
            &codes::UNREADABLE,
            format!("cannot be read: {error}"),
            "Close it in other programs and try again.",
        ),
    };
    problems.add(
        code,
        origin.whole(),
        format!("{} {what}.", origin.spoken()),
        remedy,
    );
}

/// The table that a file without its ending, or a sheet, is named after; case does not matter.
pub(super) fn table_of(stem: &str) -> Option<(&'static TableSpec, usize)> {
    let stem = stem.trim().to_lowercase();
    let index = TABLES.iter().position(|spec| spec.name == stem)?;
    TABLES
        .get(index)
        .map(|spec| (spec, FIRST_TABLE_RANK + index))
}

/// The rank of a file that is none of the tables.
pub(super) fn stray_rank() -> usize {
    FIRST_TABLE_RANK + TABLES.len()
}

/// The rank of the settings.
pub(super) fn settings_rank() -> usize {
    SETTINGS_RANK
}

/// Notes a file or sheet with the name of no table: an error where a table may be meant.
pub(super) fn stray(origin: &Origin, stem: &str, problems: &Problems) {
    let names = || TABLES.iter().map(|spec| spec.name).chain([SETTINGS]);
    let code = match nearest(stem, names()) {
        Some(_) => &codes::FILE_NAME,
        None => &codes::UNKNOWN_FILE,
    };
    let remedy = did_you_mean(stem, names(), || match origin.is_sheet() {
        true => "If it is meant to be read, name the sheet after a table.".to_owned(),
        false => "If it is meant to be read, name it after a table; if not, move it elsewhere."
            .to_owned(),
    });
    let spoken = origin.spoken();
    let fact = format!(
        "No table has the name {}, so {spoken} was not read.",
        quote(stem)
    );
    problems.add(code, origin.whole(), fact, remedy);
}
