//! Ctrl-C leaves no half-written file, whenever it comes.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use assize::documents::report_files;
use assize::domain::Planned;
use assize::example::Size;
use assize::instance::Instance;
use assize::store::write_all;

use super::Copied;
use super::common::{load, names, planned, write_made_up};

fn start(place: &Copied, input: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_assize"))
        .current_dir(place.place.path())
        .args(["plan", input, "--out", "out"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program")
}

fn interrupt(child: &Child) {
    let id = child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status();
    assert!(sent.expect("kill").success());
}

#[test]
fn while_planning() {
    let place = Copied::of("small");
    // Large enough to be at work for a long time.
    let large = Size {
        sites: 172,
        areas: 52,
        visits: 16,
        inspectors: 104,
        inspectorates: 2,
        weeks: 16,
    };
    write_made_up(large, 1, &place.path("large"));
    // A warning: once it can be read, the input has been read and the planner is at work.
    fs::write(place.path("large/holidays.csv"), "name\n").expect("written");
    let mut child = start(&place, "large");
    let mut lines = BufReader::new(child.stderr.take().expect("its words"));
    let mut first = String::new();
    lines.read_line(&mut first).expect("a line");
    assert_eq!(first, "Warning W102: holidays.csv\n");
    interrupt(&child);
    let mut rest = String::new();
    lines.read_to_string(&mut rest).expect("the rest");
    let ended = child.wait_with_output().expect("an end");
    assert_eq!(ended.status.code(), Some(130), "{rest}");
    assert!(
        rest.ends_with("\nStopped. No file is half-written.\n"),
        "{rest}"
    );
    assert_eq!(ended.stdout, b"");
    assert!(!place.path("out").exists());
    assert_eq!(names(place.place.path()), ["input", "large"]);
}

/// As soon as the folder for the output is there, writing has begun.
#[test]
fn while_writing() {
    let place = Copied::of("small");
    assert_eq!(place.run("plan input --out usual").code, Some(0));
    let usual = place.path("usual");
    // The plan is written first, and again with the figures beside it.
    let first = place.path("first");
    let instance = Instance::new(load(&place.path("input"), None));
    let alone = Planned::alone(planned(&instance.inspection).plan);
    let files = report_files(&instance, &alone).expect("the files");
    write_all(&first, &files).expect("written");
    for round in 0..5 {
        let out = place.path("out");
        let mut child = start(&place, "input");
        let at_work = loop {
            if out.exists() {
                break true;
            }
            if child.try_wait().expect("its state").is_some() {
                break false;
            }
            std::hint::spin_loop();
        };
        if at_work {
            interrupt(&child);
        }
        let ended = child.wait_with_output().expect("an end");
        let code = ended.status.code();
        assert!(
            [Some(130), Some(0)].contains(&code),
            "round {round}: {code:?}"
        );
        assert_whole(&out, [&first, &usual]);
        fs::remove_dir_all(&out).expect("removed");
    }
}

/// Every file that is there is one that an undisturbed run writes, and there are no others.
fn assert_whole(out: &Path, whole: [&Path; 2]) {
    for name in names(out) {
        let found = fs::read(out.join(&name)).expect("a file");
        let is_whole = |whole: &&Path| fs::read(whole.join(&name)).is_ok_and(|file| file == found);
        assert!(whole.iter().any(is_whole), "{name} is not whole");
    }
}
