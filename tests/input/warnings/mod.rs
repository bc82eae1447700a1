//! A warning takes nothing away. Every input that earns only warnings is read whole: as the same input with the cause of the
//! warning put right, but for the value that was warned of, which stands as it was given.

mod about_rows;
mod about_the_whole;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assize::domain::Inspection;
use assize::input::{Severity, codes, load, report};
use chrono::NaiveDate;
use tempfile::TempDir;

use super::made_workbooks::workbook;
use super::{folder, inspection};

/// An input that earns a warning, and the same without its cause.
struct Case {
    code: &'static str,
    about: &'static str,
    warned: Change,
    mended: Change,
    /// Sets in the mended inspection what was warned of, where that is part of it.
    given: fn(&mut Inspection),
}

/// What is different from the good folder.
enum Change {
    Nothing,
    /// In a file, for each of these texts another. Every place where it stands counts; it must stand somewhere.
    Swap(&'static str, &'static [(&'static str, &'static str)]),
    /// A file with these bytes instead of its own.
    Write(&'static str, &'static [u8]),
    /// Two files with these bytes instead of their own.
    WriteBoth([(&'static str, &'static [u8]); 2]),
    /// Files that are not there, and one with another text.
    Without(&'static [&'static str], &'static str, &'static str),
    /// A workbook that holds the settings, and perhaps a second copy of them beside it.
    Workbook {
        second_settings: bool,
    },
}

use Change::{Nothing, Swap, Without, Workbook, Write, WriteBoth};

fn nothing(_: &mut Inspection) {}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn cases() -> impl Iterator<Item = &'static Case> {
    about_rows::CASES.iter().chain(about_the_whole::CASES)
}

/// The good folder with the change made, and where it is.
fn make(change: &Change) -> (TempDir, PathBuf) {
    let parent = folder("base");
    let input = parent.path().join("input");
    match change {
        Nothing => {}
        Swap(file, texts) => {
            let path = input.join(file);
            let mut content = fs::read_to_string(&path).expect("a file of the good folder");
            for (from, to) in *texts {
                assert!(content.contains(from), "{from:?} in {file}");
                content = content.replace(from, to);
            }
            fs::write(&path, content).expect("written");
        }
        WriteBoth(files) => {
            for (file, bytes) in files {
                fs::write(input.join(file), bytes).expect("written");
            }
        }
        Write(file, bytes) => fs::write(input.join(file), bytes).expect("written"),
        Without(files, file, text) => {
            for file in *files {
                fs::remove_file(input.join(file)).expect("a file of the good folder");
            }
            fs::write(input.join(file), text).expect("written");
        }
        Workbook { second_settings } => {
            let (parent, path) = workbook("book.xlsx", true, |_, _| {});
            if *second_settings {
                fs::write(parent.path().join("inspection.toml"), "").expect("written");
            }
            return (parent, path);
        }
    }
    (parent, input)
}

/// The codes of the warnings, each once.
fn warned_of(input: &Path, about: &str) -> BTreeSet<&'static str> {
    match load(input, None) {
        Ok(loaded) => loaded.warnings.iter().map(|one| one.code).collect(),
        Err(problems) => panic!("{about}: {}", report(&problems)),
    }
}

#[test]
fn what_earns_only_warnings_is_read_whole() {
    for case in cases() {
        let about = format!("{}, {}", case.code, case.about);
        let (_parent, warned) = make(&case.warned);
        let (_parent, mended) = make(&case.mended);
        assert!(warned_of(&warned, &about).contains(case.code), "{about}");
        assert!(!warned_of(&mended, &about).contains(case.code), "{about}");
        let (warned, mut mended) = (inspection(&warned, None), inspection(&mended, None));
        (case.given)(&mut mended);
        mended.inputs_digest.clone_from(&warned.inputs_digest);
        assert_eq!(warned, mended, "{about}");
    }
}

#[test]
fn every_warning_there_is_has_a_case() {
    let shown: BTreeSet<&str> = cases().map(|case| case.code).collect();
    let all: BTreeSet<&str> = codes::ALL
        .iter()
        .filter(|code| code.severity() == Severity::Warning)
        .map(|code| code.number)
        .collect();
    assert_eq!(shown, all);
}
