//! The same input gives the same bytes, in every file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use assize::documents::report_files;
use assize::domain::Inspection;
use assize::instance::Instance;

use super::common::{example, load, names, planned, write};
use super::small;

fn reports(inspection: &Inspection) -> Vec<(String, Vec<u8>)> {
    report_files(&Instance::new(inspection.clone()), &planned(inspection)).expect("reports")
}

/// Names the first file that differs: nobody can read two charts side by side.
pub fn assert_same_files(one: &[(String, Vec<u8>)], other: &[(String, Vec<u8>)], whose: &str) {
    let names = |files: &[(String, Vec<u8>)]| -> Vec<String> {
        files.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(one), names(other), "{whose}");
    for ((name, a), (_, b)) in one.iter().zip(other) {
        assert!(a == b, "{whose}: {name} differs");
    }
}

#[test]
fn planning_twice_gives_the_same_files() {
    for name in ["small", "resettlement"] {
        let inspection = load(&example(name), None);
        assert_same_files(&reports(&inspection), &reports(&inspection), name);
    }
    for seed in 30..33 {
        let inspection = small(seed);
        let whose = format!("seed {seed}");
        assert_same_files(&reports(&inspection), &reports(&inspection), &whose);
    }
}

/// Plans in a process of its own; what it says, and the files it wrote.
fn plan(input: &Path, out: &Path, env: [(&str, &str); 3]) -> (String, BTreeMap<String, Vec<u8>>) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_assize"))
        .arg("plan")
        .arg(input)
        .arg("--out")
        .arg(out)
        .envs(env)
        .output()
        .expect("the program");
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    let said = String::from_utf8(stdout).expect("text");
    let (said, _) = said.rsplit_once("\nWritten to ").expect("where it wrote");
    let read = |name: String| {
        let bytes = fs::read(out.join(&name)).expect("a file");
        (name, bytes)
    };
    (said.to_owned(), names(out).into_iter().map(read).collect())
}

#[test]
fn two_processes_in_different_places_give_the_same_files() {
    let parent = TempDir::new().expect("a folder");
    let made_up = parent.path().join("made-up");
    write(&small(36), &made_up);
    let here = [
        ("TZ", "Europe/London"),
        ("LANG", "en_GB.UTF-8"),
        ("LC_ALL", "en_GB.UTF-8"),
    ];
    let there = [
        ("TZ", "Pacific/Auckland"),
        ("LANG", "de_DE.UTF-8"),
        ("LC_ALL", "C"),
    ];
    for input in [example("small"), example("case-building"), made_up] {
        let out = TempDir::new().expect("a folder");
        let (said, files) = plan(&input, &out.path().join("one"), here);
        let (said_there, files_there) = plan(&input, &out.path().join("other"), there);
        assert_eq!(said, said_there);
        assert!(files.contains_key("plan.json"));
        let [one, other] = [files, files_there].map(|files| files.into_iter().collect::<Vec<_>>());
        assert_same_files(&one, &other, &input.display().to_string());
    }
}
