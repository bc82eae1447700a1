//! The input: every bad folder gives the report that stands beside it, a folder and a workbook mean the same, and no
//! input makes the program panic.

mod activities_fit;
mod bad_inputs;
mod bank_holidays;
mod called;
mod made_workbooks;
mod meaning;
mod mutations;
mod named;
mod one_line;
mod ranges;
mod removal;
mod schema;
mod sessions;
mod settled;
mod unknown_places;
mod warnings;
mod workbooks;
mod zip;

use std::fs;
use std::path::{Path, PathBuf};

use assize::domain::Inspection;
use assize::input::{load, report};
use tempfile::TempDir;

fn bad_inputs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_inputs")
}

/// The good folder, in a temporary place, with the files of a case laid over it.
///
/// Two files of a case are not copied: `expected.txt`, and `without.txt`, which lists files of the good folder to leave out.
fn folder(case: &str) -> TempDir {
    let parent = TempDir::new().expect("a temporary folder");
    let input = parent.path().join("input");
    copy(&bad_inputs().join("base"), &input);
    let case = bad_inputs().join(case);
    copy(&case, &input);
    let without = fs::read_to_string(case.join("without.txt")).unwrap_or_default();
    for name in without.lines() {
        fs::remove_file(input.join(name)).expect("a file of the good folder");
    }
    parent
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if name == "expected.txt" || name == "without.txt" {
            continue;
        }
        let target = to.join(name);
        if path.is_dir() {
            if target.is_file() {
                fs::remove_file(&target).expect("a file less");
            }
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

fn report_of(input: &Path) -> String {
    let scenario = Some(input.join("scenario.toml")).filter(|path| path.exists());
    match load(input, scenario.as_deref()) {
        Ok(loaded) => report(&loaded.warnings),
        Err(problems) => report(&problems),
    }
}

/// What a good input says.
fn inspection(input: &Path, scenario: Option<&Path>) -> Inspection {
    match load(input, scenario) {
        Ok(loaded) => loaded.inspection,
        Err(problems) => panic!("{}", report(&problems)),
    }
}
