//! Every folder in `tests/bad_inputs` carries the report that it must give.

use std::fs;
use std::path::PathBuf;

use assize::input::codes;

use super::{bad_inputs, folder, report_of};

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

#[test]
fn every_code_is_shown_by_a_bad_folder() {
    let shown: String = fs::read_dir(bad_inputs())
        .expect("the cases")
        .map(|entry| entry.expect("a case").path().join("expected.txt"))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    // Two copies of the settings take a workbook: see `workbooks`.
    let elsewhere = ["W103"];
    let unseen: Vec<&str> = codes::ALL
        .iter()
        .map(|code| code.number)
        .filter(|number| !shown.contains(&format!(" {number}: ")) && !elsewhere.contains(number))
        .collect();
    assert_eq!(unseen, [""; 0]);
}
