//! Writing that is interrupted or killed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use assize::store::{FILE_LIST, check_writable, install_interrupt_handler, write_all};

use crate::write::{folder, names, read};

/// Not a test of its own: the test below runs it as a program of its own, to be interrupted.
#[test]
fn child_that_writes_until_it_is_stopped() {
    let Some(out) = std::env::var_os("ASSIZE_TEST_WRITE_UNTIL_STOPPED") else {
        return;
    };
    install_interrupt_handler().expect("a handler");
    for round in 0u64.. {
        let text = format!("{}\n", round % 10).repeat(50_000);
        let names = ["a.csv", "b.csv", "c.csv"];
        let files = names.map(|name| (name.to_owned(), text.clone()));
        write_all(Path::new(&out), &files).expect("written");
        println!("\nwritten");
    }
}

/// The program above, stopped by a signal once it has written three times; and what it said.
fn stopped_by(signal: &str, dir: &Path) -> std::process::Output {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args([
            "stopped::child_that_writes_until_it_is_stopped",
            "--exact",
            "--nocapture",
        ])
        .env("ASSIZE_TEST_WRITE_UNTIL_STOPPED", dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a child");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut written = 0;
    for line in lines {
        written += usize::from(line.expect("a line") == "written");
        if written == 3 {
            let id = child.id().to_string();
            let sent = Command::new("kill").args([signal, &id]).status();
            assert!(sent.expect("kill").success());
        }
    }
    child.wait_with_output().expect("an end")
}

#[test]
fn an_interrupt_leaves_only_whole_files() {
    let dir = folder();
    let ended = stopped_by("-INT", dir.path());
    assert_eq!(ended.status.code(), Some(130));
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.contains("Stopped. No file is half-written."), "{said}");
    assert_eq!(names(dir.path()), ["a.csv", FILE_LIST, "b.csv", "c.csv"]);
    let a = read(dir.path(), "a.csv");
    assert_eq!(a.len(), 100_000);
    assert!(a.lines().all(|line| line == &a[..1]), "one round only");
    assert_eq!(read(dir.path(), "b.csv"), a);
    assert_eq!(read(dir.path(), "c.csv"), a);
}

/// A program that is killed can do nothing more: the next run puts things right.
#[test]
fn after_a_kill_the_next_run_leaves_one_set_and_nothing_stray() {
    for _ in 0..5 {
        let dir = folder();
        let ended = stopped_by("-KILL", dir.path());
        assert_eq!(ended.status.code(), None, "it was killed");
        check_writable(dir.path(), &["a.csv", "b.csv", "c.csv"]).expect("put right");
        assert_eq!(names(dir.path()), ["a.csv", FILE_LIST, "b.csv", "c.csv"]);
        let a = read(dir.path(), "a.csv");
        assert_eq!(a.len(), 100_000);
        assert_eq!(read(dir.path(), "b.csv"), a);
        assert_eq!(read(dir.path(), "c.csv"), a);
    }
}
