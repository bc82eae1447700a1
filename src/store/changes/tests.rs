use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::super::file_list::FILE_LIST;
use super::super::write::write_on;
use super::*;

/// Everything in a folder by name.
fn contents(dir: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(dir).expect("a folder");
    let file = |entry: io::Result<fs::DirEntry>| {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read_to_string(entry.path()).expect("text"))
    };
    entries.map(file).collect()
}

fn files(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, text): &(&str, &str)| (name.to_string(), text.to_string());
    texts.iter().map(owned).collect()
}

const OLD: [(&str, &str); 4] = [
    ("plan.json", "old plan"),
    ("same.csv", "same"),
    ("timetable-kent.svg", "old timetable"),
    ("visits.csv", "old visits"),
];

const NEW: [(&str, &str); 4] = [
    ("plan.json", "new plan"),
    ("same.csv", "same"),
    ("timetable-wales.svg", "new timetable"),
    ("visits.csv", "new visits"),
];

/// Writes the second set over the first on a disk with trouble.
fn write_over(disk: &Disk, dir: &Path) -> Result<super::super::Earlier, WriteError> {
    write_on(disk, dir, &files(&NEW), |name| {
        name.starts_with("timetable-")
    })
}

/// A folder with the first set in it and a file of the user's own; and what is in it.
fn before() -> (tempfile::TempDir, BTreeMap<String, String>) {
    let place = tempfile::tempdir().expect("a folder");
    write_on(&Disk::default(), place.path(), &files(&OLD), |_| false).expect("written");
    fs::write(place.path().join("notes.txt"), "mine").expect("written");
    fs::write(place.path().join(".assize-mine.part"), "mine too").expect("written");
    let contents = contents(place.path());
    (place, contents)
}

/// What is in the folder once all went well.
fn after() -> BTreeMap<String, String> {
    let (place, _) = before();
    let earlier = write_over(&Disk::default(), place.path()).expect("written");
    assert_eq!(earlier.removed, ["timetable-kent.svg"]);
    contents(place.path())
}

/// How many steps it takes.
fn steps() -> usize {
    let (place, _) = before();
    let disk = Disk::failing(usize::MAX, false);
    write_over(&disk, place.path()).expect("written");
    let steps = disk.trouble.expect("a count").steps.get();
    assert!(steps > 15, "{steps}");
    steps
}

#[test]
fn where_any_step_fails_no_file_is_changed_and_none_is_stray() {
    let (mut refused, mut made) = (0, 0);
    let after = after();
    for step in 0..steps() {
        let (place, before) = before();
        match write_over(&Disk::failing(step, false), place.path()) {
            Ok(_) => {
                // All had changed: only what was to be taken away is there until the next run.
                made += 1;
                write_over(&Disk::default(), place.path()).expect("written");
                assert_eq!(contents(place.path()), after, "step {step}");
            }
            Err(error) => {
                refused += 1;
                let said = error.to_string();
                assert!(said.contains("a test wanted it so"), "{said}");
                assert_eq!(contents(place.path()), before, "step {step}: {said}");
            }
        }
    }
    assert!(refused > 10 && made > 0, "{refused} refused, {made} made");
}

#[test]
fn wherever_the_program_is_ended_the_next_run_puts_things_right() {
    let after = after();
    for step in 0..steps() {
        let (place, before) = before();
        let _ended = write_over(&Disk::failing(step, true), place.path());
        // Every file is whole at any time.
        let now = contents(place.path());
        for (name, old) in &before {
            let whole = now
                .get(name)
                .is_none_or(|text| text == old || Some(text) == after.get(name));
            assert!(whole, "step {step}: {name}");
        }
        let disk = Disk::default();
        let folder = HeldFolder::hold(&disk, place.path()).expect("nobody holds it");
        folder.let_go();
        let now = contents(place.path());
        assert!(now == before || now == after, "step {step}: {now:#?}");
        // And so does a whole run.
        let (place, _) = self::before();
        let _ended = write_over(&Disk::failing(step, true), place.path());
        write_over(&Disk::default(), place.path()).expect("written");
        assert_eq!(contents(place.path()), after, "step {step}");
    }
}

/// What somebody has put into a file's place after the program was ended is theirs.
#[test]
fn what_was_edited_in_the_meantime_is_kept() {
    for step in 0..steps() {
        let (place, _) = before();
        let _ended = write_over(&Disk::failing(step, true), place.path());
        for name in ["plan.json", "timetable-kent.svg", "timetable-wales.svg"] {
            // As an editor saves: a new file in the place of the old one.
            let path = place.path().join(name);
            let _gone = fs::remove_file(&path);
            fs::write(path, "edited").expect("written");
        }
        let refused = write_over(&Disk::default(), place.path());
        assert!(
            matches!(refused, Err(WriteError::NotOurs(_))),
            "{refused:?}"
        );
        let now = contents(place.path());
        for name in ["plan.json", "timetable-kent.svg", "timetable-wales.svg"] {
            assert_eq!(now[name], "edited", "step {step}: {name}");
        }
        let stray = now.keys().filter(|name| name.starts_with(".assize-"));
        assert_eq!(
            stray.collect::<Vec<_>>(),
            [".assize-mine.part"],
            "step {step}"
        );
    }
}

#[test]
fn where_not_even_putting_back_succeeds_it_is_said() {
    let words = " Not every file could be put back as it was: a test wanted it so. Assize puts the rest back when it next writes into \
                 that folder.";
    let said = (0..steps()).filter_map(|step| {
        let (place, _) = before();
        let ended = write_over(&Disk::failing(step, true), place.path());
        ended.err().map(|error| error.to_string())
    });
    assert!(said.filter(|said| said.ends_with(words)).count() > 3);
}

#[test]
fn two_at_once_do_not_write_into_one_folder() {
    let (place, before) = before();
    let disk = Disk::default();
    let held = HeldFolder::hold(&disk, place.path()).expect("nobody holds it");
    let refused = write_over(&disk, place.path()).expect_err("it is held");
    assert_eq!(
        refused.to_string(),
        format!(
            "Assize is just writing into {} from another window. Nothing was written. Wait until that is done.",
            place.path().display()
        )
    );
    held.let_go();
    assert_eq!(contents(place.path()), before);
}

#[test]
fn a_journal_that_is_none_of_ours_is_kept() {
    let (place, _) = before();
    fs::write(place.path().join(JOURNAL), "my own").expect("written");
    let before = contents(place.path());
    let refused = write_over(&Disk::default(), place.path());
    assert!(
        matches!(refused, Err(WriteError::NotOurs(_))),
        "{refused:?}"
    );
    assert_eq!(contents(place.path()), before);
}

/// The second of two writes in one run changes what has changed, and touches nothing else.
#[test]
fn what_has_the_same_bytes_is_not_written_again() {
    let (place, before) = before();
    let disk = Disk::failing(usize::MAX, false);
    write_on(&disk, place.path(), &files(&OLD), |_| false).expect("written");
    let steps = disk.trouble.expect("a count").steps.get();
    assert_eq!(steps, 1, "the journal is taken away");
    assert_eq!(contents(place.path()), before);
    assert!(before.contains_key(FILE_LIST));
}
