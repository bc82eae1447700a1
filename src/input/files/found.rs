//! What was found, table by table, and what is not there or not known.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use super::digest::Digest;
use super::disk::bytes;
use super::encoding::decode;
use super::raw_table::RawTable;
use crate::domain::{LONGEST_TEXT, printable};
use crate::input::problems::words::{did_you_mean, nearest, quote};
use crate::input::problems::{Origin, Problems, codes};
use crate::schema::settings::{SETTINGS, SETTINGS_FILE};
use crate::schema::{TableSpec, tables};

/// Reports show the settings first, then the scenario, the tables in the order of the design, and strays.
pub(super) const SETTINGS_RANK: usize = 0;
const SCENARIO_RANK: usize = 1;
const FIRST_TABLE_RANK: usize = 2;

/// What was found at INPUT.
#[derive(Debug, Default)]
pub(in crate::input) struct Found {
    /// The text of the settings.
    pub(in crate::input) settings: Option<SettingsText>,
    /// The tables by name.
    pub(super) tables: BTreeMap<&'static str, RawTable>,
    /// Everything that is there, whether or not it could be read: by table, or [`SETTINGS`], the file or sheet.
    pub(super) holders: BTreeMap<&'static str, String>,
    /// The fingerprint of all that was read.
    pub(in crate::input) digest: Digest,
    /// Whether it is a workbook.
    pub(super) is_workbook: bool,
}

/// The text of the settings, or of a scenario, and where it stands.
#[derive(Debug)]
pub(in crate::input) struct SettingsText {
    pub(in crate::input) origin: Origin,
    pub(in crate::input) text: String,
}

impl Found {
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

    /// A table, where it is there and could be read.
    pub(in crate::input) fn table(&self, spec: &TableSpec) -> Option<&RawTable> {
        self.tables.get(spec.name)
    }

    /// The rows of a table, or none where it was not found.
    pub(in crate::input) fn rows<T>(
        &self,
        spec: &TableSpec,
        read: impl FnOnce(&RawTable) -> Vec<T>,
    ) -> Vec<T> {
        self.table(spec).map(read).unwrap_or_default()
    }

    /// Whether there is such a table, whether or not it could be read.
    pub(in crate::input) fn has(&self, spec: &TableSpec) -> bool {
        self.holders.contains_key(spec.name)
    }

    /// Whether there is such a table but it could not be read: then nothing more is said of it.
    pub(in crate::input) fn is_broken(&self, spec: &TableSpec) -> bool {
        self.has(spec) && self.table(spec).is_none()
    }

    /// Whether every row of a table could be read; also where there is no such table.
    pub(in crate::input) fn is_whole(&self, spec: &TableSpec, read: usize) -> bool {
        let rows = self.table(spec).map_or(0, |table| table.rows.len());
        rows == read && !self.is_broken(spec)
    }

    /// Notes what is needed but not there.
    pub(super) fn check_complete(&self, input: &Origin, problems: &Problems) {
        let missing = |spec: &TableSpec| {
            let (fact, remedy) = match self.is_workbook {
                true => (
                    format!("The workbook has no sheet {}.", quote(spec.name)),
                    "Add the sheet, with the header row of the table in the documentation.",
                ),
                false => (
                    format!("The folder has no file {}.", spec.file()),
                    "Add it. The command “assize init” writes a folder with every file.",
                ),
            };
            problems.add(&codes::MISSING_FILE, input.whole(), fact, remedy);
        };
        for spec in tables::ALL.iter().filter(|spec| spec.required) {
            if !self.has(spec) {
                missing(spec);
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

/// Reads the text of a scenario.
pub(in crate::input) fn scenario(
    path: &Path,
    digest: &mut Digest,
    problems: &Problems,
) -> Option<SettingsText> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let origin = Origin::file(&name.to_string_lossy(), SCENARIO_RANK);
    let bytes = bytes(path, &origin, problems)?;
    digest.add("scenario", &bytes);
    let text = decode(&bytes, &origin, problems)?;
    Some(SettingsText { origin, text })
}

/// What a scenario is called: its file name without the ending. What cannot be printed is not printed.
pub(in crate::input) fn scenario_name(path: &Path) -> String {
    let name = path.file_stem().unwrap_or(path.as_os_str());
    let name = printable(&name.to_string_lossy());
    name.chars().take(LONGEST_TEXT).collect()
}

/// Reads the settings from a file.
pub(super) fn settings_file(path: &Path, found: &mut Found, problems: &Problems) {
    let name = path.file_name().unwrap_or(OsStr::new(SETTINGS_FILE));
    let origin = Origin::file(&name.to_string_lossy(), SETTINGS_RANK);
    if !found.is_first(SETTINGS, &origin, problems) {
        return;
    }
    if let Some(bytes) = bytes(path, &origin, problems) {
        found.digest.add(SETTINGS_FILE, &bytes);
        let text = decode(&bytes, &origin, problems);
        found.settings = text.map(|text| SettingsText { origin, text });
    }
}

/// The table that a file without its ending, or a sheet, is named after; case does not matter.
pub(super) fn table_of(stem: &str) -> Option<(&'static TableSpec, usize)> {
    let stem = stem.trim().to_lowercase();
    let mut ranked = (FIRST_TABLE_RANK..).zip(tables::ALL);
    let found = ranked.find(|(_, spec)| spec.name == stem);
    found.map(|(rank, spec)| (*spec, rank))
}

/// The rank of a file that is none of the tables.
pub(super) fn stray_rank() -> usize {
    FIRST_TABLE_RANK + tables::ALL.len()
}

/// Notes a file or sheet with the name of no table: an error where a table may be meant.
pub(super) fn stray(origin: &Origin, stem: &str, problems: &Problems) {
    let names = || tables::ALL.iter().map(|spec| spec.name).chain([SETTINGS]);
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
