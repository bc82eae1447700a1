//! The input: every bad folder gives the report that stands beside it, and no input makes the program panic.

use std::fs;
use std::path::{Path, PathBuf};

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
            let _ = fs::remove_file(&target);
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

#[test]
fn the_good_folder_has_no_problem() {
    assert_eq!(
        report_of(&bad_inputs().join("base")),
        "0 errors and 0 warnings.\n"
    );
}

/// Run with `UPDATE_EXPECTED=1` to write the reports anew, and read what changed.
#[test]
fn every_bad_folder_gives_its_report() {
    let mut cases: Vec<PathBuf> = fs::read_dir(bad_inputs())
        .expect("the cases")
        .map(|entry| entry.expect("a case").path())
        .filter(|path| !path.ends_with("base"))
        .collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in cases {
        let name = case
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let parent = folder(&name);
        let found = report_of(&parent.path().join("input"));
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &found).expect("written");
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        if found != expected {
            wrong.push(format!(
                "{name}\n--- expected\n{expected}--- found\n{found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
