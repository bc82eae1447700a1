//! Where a verb writes, and what it says of it.

use std::fs;
use std::path::Path;

use super::say::complain;
use super::{Failure, Source};
use crate::documents::{self, NamedFile};
use crate::domain::{Planned, printable};
use crate::instance::Instance;
use crate::schema::settings::SETTINGS_FILE;
use crate::store::{self, Earlier};

/// By these names the tables of an inspection are known; outputs have neither.
const TABLES: [&str; 2] = [SETTINGS_FILE, "sites.csv"];

/// A plan and its reports, as they were written.
pub(super) struct WrittenPlan {
    files: Vec<NamedFile>,
    /// What became of what was written before.
    pub(super) earlier: Earlier,
}

/// Writes a plan and its reports, in place of what was written before.
///
/// # Errors
/// Why no file was changed.
pub(super) fn write_plan(
    instance: &Instance,
    planned: &Planned,
    out: &Path,
) -> Result<WrittenPlan, Failure> {
    let files = documents::report_files(instance, planned)?;
    let earlier = write(out, &files)?;
    Ok(WrittenPlan { files, earlier })
}

impl WrittenPlan {
    /// Writes again what says something of other choices, once that is known.
    ///
    /// # Errors
    /// Why no file was changed.
    pub(super) fn with_figures(
        &mut self,
        instance: &Instance,
        planned: &Planned,
        out: &Path,
    ) -> Result<(), Failure> {
        for (name, bytes) in documents::figure_files(instance, planned)? {
            if let Some(file) = self.files.iter_mut().find(|file| file.0 == name) {
                file.1 = bytes;
            }
        }
        write(out, &self.files).map(|_| ())
    }
}

fn write(out: &Path, files: &[NamedFile]) -> Result<Earlier, Failure> {
    let written = store::write_set(out, files, documents::is_report_file);
    written.map_err(|error| Failure::Trouble(error.to_string()))
}

/// Says what became of the files of an earlier run.
pub(super) fn tell_of_earlier(earlier: &Earlier) {
    let Earlier { removed, left } = earlier;
    // They lay in the folder, and may be called anything.
    let shown = |names: &[String]| -> String {
        let names: Vec<String> = names.iter().map(|name| printable(name)).collect();
        names.join(", ")
    };
    if !removed.is_empty() {
        complain(&format!(
            "Removed, for an earlier run wrote it and this one has no such file: {}.",
            shown(removed)
        ));
    }
    if !left.is_empty() {
        complain(&format!(
            "Left as it is, for Assize did not write it or it was changed since, though this run has no such file: {}. \
             Do not take it for a part of what was written now.",
            shown(left)
        ));
    }
}

/// Refuses to write among the tables of an inspection: reports have names that tables have too, such as `inspectors.csv`.
///
/// # Errors
/// In words for the user.
pub(super) fn refuse_among_tables(source: &Source, out: &Path) -> Result<(), String> {
    let Ok(out_itself) = fs::canonicalize(out) else {
        return Ok(());
    };
    let is_out = |path: &Path| fs::canonicalize(path).is_ok_and(|path| path == out_itself);
    let folder_of = |file: &Path| match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => Path::new(".").to_owned(),
    };
    let what = if is_out(&source.input) {
        Some("the tables that are read".to_owned())
    } else if let Some(scenario) = source
        .scenario
        .as_deref()
        .filter(|file| is_out(&folder_of(file)))
    {
        let name = scenario.file_name().unwrap_or(scenario.as_os_str());
        Some(format!("the scenario {}", name.to_string_lossy()))
    } else {
        table_in(&out_itself).map(|name| format!("{name}, a table of an inspection"))
    };
    what.map_or(Ok(()), |what| {
        Err(format!(
            "{} holds {what}. Nothing was written, for reports have names that tables have too, such as inspectors.csv. \
             Name another folder with --out, such as {}.",
            store::shown_path(out),
            store::shown_path(&out.join("out"))
        ))
    })
}

/// The name of a file by which a folder is known to hold the tables of an inspection.
fn table_in(folder: &Path) -> Option<String> {
    let names = fs::read_dir(folder).ok()?.flatten();
    let mut names: Vec<String> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| TABLES.contains(&name.to_lowercase().as_str()))
        .collect();
    names.sort();
    names.into_iter().next()
}
