//! What the program says on a terminal, and what it does when nobody can hear it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/small")
}

fn assize(args: &[&Path], out: impl Into<Stdio>) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assize"))
        .args(args)
        .stdout(out)
        .stderr(Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[cfg(unix)]
#[test]
fn a_reader_who_has_heard_enough_ends_it_quietly() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let said = assize(&[Path::new("validate"), &example()], writer);
    assert_eq!(text(&said.stderr), "");
    assert_eq!(said.status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn problems_that_nobody_reads_still_set_the_exit_code() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let ended = Command::new(env!("CARGO_BIN_EXE_assize"))
        .args(["validate", "/no/such/folder"])
        .stderr(writer)
        .status();
    assert_eq!(ended.expect("the program runs").code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_message() {
    let full = File::options()
        .write(true)
        .open("/dev/full")
        .expect("a full disk");
    let said = assize(&[Path::new("validate"), &example()], full);
    assert_eq!(
        text(&said.stderr),
        "What there is to say cannot be written to standard output: No space left on device (os error 28).\n"
    );
    assert_eq!(said.status.code(), Some(1));
}

#[test]
fn sound_tables_are_called_sound_only_without_warnings() {
    let folder = TempDir::new().expect("a temporary folder");
    let copy =
        |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).expect("written");
    for file in fs::read_dir(example()).expect("the example") {
        let file = file.expect("a file");
        if file.path().is_file() {
            copy(
                &file.file_name().to_string_lossy(),
                &fs::read(file.path()).expect("read"),
            );
        }
    }
    let said = || text(&assize(&[Path::new("validate"), folder.path()], Stdio::piped()).stdout);
    assert_eq!(said(), "The tables are sound: 4 sites, 5 inspectors.\n");
    copy("notes.csv", b"a,b\n1,2\n");
    assert_eq!(said(), "No errors. 4 sites, 5 inspectors.\n");
}

#[test]
fn the_tiers_of_an_empty_plan_have_no_minus() {
    let folder = TempDir::new().expect("a temporary folder");
    let plan = folder.path().join("plan.json");
    let empty = "{\"format\": 2, \"inspection\": \"\", \"inputs_digest\": \"\", \"tiers\": [], \
                 \"authority_date\": \"2026-12-29\", \"visits\": []}";
    fs::write(&plan, empty).expect("written");
    let said = assize(&[Path::new("check"), &example(), &plan], Stdio::piped());
    let said = text(&said.stdout);
    let tiers = said
        .split("recomputed from the tables:\n")
        .nth(1)
        .expect("the tiers");
    let later: Vec<&str> = tiers.lines().skip(1).take(2).collect();
    assert_eq!(later, ["  calendar   0.000000", "  staffing   0.000000"]);
}
