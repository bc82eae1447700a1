//! The program as people use it: what they type, what they read, which files they find, and how it ended.

mod check_by_hand;
mod check_record;
#[path = "../common/mod.rs"]
mod common;
mod endings;
mod forged_lines;
mod help;
mod installing;
#[cfg(unix)]
mod interrupt;
mod left_out;
mod made_up;
mod milestones;
mod no_plan;
mod own_files;
mod scenario_and_marking;
mod several_causes;
mod starting;
mod starting_probation;
mod terminal;
mod timetable_by_hand;
mod timetable_edits;
mod timetables;
mod warnings;
mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

use common::{copy_files, example};

/// What stands above all that is said of the small example.
const HEAD: &str =
    "DRAFT OFFICIAL-SENSITIVE\n\nSmall example (synthetic)\nScenario: none\nPlan: C712-5585\n\n";

/// What `assize check` says last of a plan as `assize plan` made it.
const ON_TRUST: &str = "
Taken on trust:
  That no better plan exists was not checked: it rests on the plan’s own word.
  What other choices of sites, or other numbers of them, could score at most, and what tells apart those that score the same, was not checked: it rests on the plan’s own word.
";

/// What a command said, and how it ended.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
    /// The line on standard error that says how long a plan took: never the same twice.
    took: String,
}

/// Runs the program in a folder, so that what it says names no place on this machine.
fn assize(folder: &Path, words: &str) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_assize"))
        .current_dir(folder)
        .args(words.split_whitespace())
        .env_remove("COLUMNS")
        .output()
        .expect("the program");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let err = text(output.stderr);
    let is_time = |line: &&str| line.starts_with("First checked plan after ");
    let (took, err) = err.split_inclusive('\n').partition(is_time);
    Ran {
        code: output.status.code(),
        out: text(output.stdout),
        err,
        took,
    }
}

/// Compares what is said with `screens/NAME.snap`, word for word; CONTRIBUTING.md says how to change it on purpose.
fn assert_screen(name: &str, said: &str) {
    // The files end alike, so this is not seen in them.
    let ended = said.ends_with('\n') && !said.ends_with("\n\n");
    assert!(ended, "{name} does not end with one line end: {said:?}");
    insta::with_settings!({
        snapshot_path => "screens",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(name, said) });
}

/// A folder that holds a copy of an example, called `input`, to be changed at will.
struct Copied {
    place: TempDir,
}

impl Copied {
    fn of(name: &str) -> Self {
        let place = TempDir::new().expect("a folder");
        copy_files(&example(name), &place.path().join("input"));
        Self { place }
    }

    /// A case of a fault that was once there.
    fn of_case(name: &str) -> Self {
        let place = TempDir::new().expect("a folder");
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        copy_files(&case.join(name), &place.path().join("input"));
        Self { place }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file")
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    /// Changes the one place in a file that reads so.
    fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {name}");
        self.write(name, &text.replace(from, to));
    }

    fn run(&self, words: &str) -> Ran {
        assize(self.place.path(), words)
    }
}
