use std::fs;
use std::path::Path;

use super::*;

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a folder");
    let name = |entry: io::Result<fs::DirEntry>| {
        entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

fn write(disk: &Disk, place: &Path) -> Result<(), WriteError> {
    let files = ["a.csv", "b.csv"].map(|name| (name.to_owned(), "text"));
    write_new_on(disk, &place.join("new"), &files)
}

#[test]
fn where_a_step_fails_nothing_is_left_and_where_the_program_is_ended_the_next_takes_it_away() {
    let place = tempfile::tempdir().expect("a folder");
    let disk = Disk::failing(usize::MAX, false);
    write(&disk, place.path()).expect("written");
    assert_eq!(names(place.path()), ["new"]);
    let steps = disk.trouble.expect("a count").steps.get();
    assert_eq!(steps, 6, "journal, folder, two files, its name, journal");
    for for_good in [false, true] {
        for step in 0..steps {
            let place = tempfile::tempdir().expect("a folder");
            fs::create_dir(place.path().join(".assize-mine.part")).expect("mine");
            let ended = write(&Disk::failing(step, for_good), place.path());
            let there = place.path().join("new").exists();
            assert_eq!(ended.is_ok(), there, "step {step}");
            if !for_good && !there {
                assert_eq!(names(place.path()), [".assize-mine.part"], "step {step}");
            }
            if there {
                fs::remove_dir_all(place.path().join("new")).expect("removed");
            }
            write(&Disk::default(), place.path()).expect("written");
            assert_eq!(
                names(place.path()),
                [".assize-mine.part", "new"],
                "step {step}"
            );
            assert_eq!(names(&place.path().join("new")), ["a.csv", "b.csv"]);
        }
    }
}
