//! Writing: whole or not at all, and never over a file of the user's own.

use std::fs;
use std::path::Path;

use assize::store::{FILE_LIST, check_writable, write_all, write_set};
use tempfile::TempDir;

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn files(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, text): &(&str, &str)| (name.to_string(), text.to_string());
    texts.iter().map(owned).collect()
}

fn message(dir: &Path, texts: &[(&str, &str)]) -> String {
    let error = write_all(dir, &files(texts)).expect_err("a refusal");
    error.to_string()
}

pub fn read(dir: &Path, name: &str) -> String {
    fs::read_to_string(dir.join(name)).expect("a file")
}

pub fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn our_own_files_are_replaced() {
    let dir = folder();
    let out = dir.path().join("new/out");
    write_all(&out, &files(&[("plan.json", "old"), ("a.csv", "old")])).expect("written");
    write_all(&out, &files(&[("plan.json", "new")])).expect("replaced");
    write_all(&out, &files(&[("a.csv", "newer")])).expect("replaced, still known");
    assert_eq!(read(&out, "plan.json"), "new");
    assert_eq!(read(&out, "a.csv"), "newer");
    assert_eq!(names(&out), ["a.csv", FILE_LIST, "plan.json"]);
    // SHA-256 of "newer" and of "new".
    assert_eq!(
        read(&out, FILE_LIST),
        "# Files that Assize wrote in this folder, with their SHA-256. Assize replaces a file only while it matches\n\
         # this list: one that you changed, or put here yourself, is kept.\n\
         NEWER  a.csv\n\
         NEW  plan.json\n"
            .replace("NEWER", &sha("newer"))
            .replace("NEW", &sha("new"))
    );
}

fn sha(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn an_edited_file_is_kept_and_nothing_is_written() {
    let dir = folder();
    let out = dir.path();
    write_all(out, &files(&[("a.csv", "old"), ("plan.json", "old")])).expect("written");
    fs::write(out.join("plan.json"), "edited by hand").expect("edited");
    let list = read(out, FILE_LIST);
    let path = out.join("plan.json");
    assert_eq!(
        message(out, &[("a.csv", "new"), ("plan.json", "new")]),
        format!(
            "{} was not written by this program, or was changed since. It is kept, and nothing was written. Name \
             another folder with --out, or move that file away.",
            path.display()
        )
    );
    assert_eq!(read(out, "plan.json"), "edited by hand");
    assert_eq!(read(out, "a.csv"), "old");
    assert_eq!(read(out, FILE_LIST), list);
    assert_eq!(names(out), ["a.csv", FILE_LIST, "plan.json"]);
}

#[test]
fn a_file_of_the_users_own_is_kept_and_nothing_stray_is_left() {
    let dir = folder();
    let out = dir.path();
    fs::write(out.join("visits.csv"), "mine").expect("mine");
    let refused = message(out, &[("a.csv", "new"), ("visits.csv", "new")]);
    assert!(
        refused.contains("visits.csv was not written by this program"),
        "{refused}"
    );
    assert_eq!(read(out, "visits.csv"), "mine");
    assert_eq!(names(out), ["visits.csv"]);
    // The very same bytes are no loss.
    write_all(out, &files(&[("visits.csv", "mine")])).expect("the same again");
}

#[test]
fn whether_files_may_be_written_is_known_before_their_contents_are() {
    let dir = folder();
    let out = dir.path().join("out");
    let names = ["a.csv", "plan.json"];
    check_writable(&out, &names).expect("a folder to come");
    assert!(!out.exists());
    write_all(&out, &files(&[("a.csv", "old"), ("plan.json", "old")])).expect("written");
    check_writable(&out, &names).expect("our own files");
    fs::write(out.join("plan.json"), "edited by hand").expect("edited");
    check_writable(&out, &["a.csv"]).expect("not the edited one");
    let refused = check_writable(&out, &names).expect_err("a refusal");
    assert_eq!(
        refused.to_string(),
        message(&out, &[("plan.json", "new")]),
        "the same words as on writing"
    );
    let refused = check_writable(&out.join("a.csv"), &names).expect_err("a file");
    assert!(refused.to_string().contains("is a file, not a folder"));
}

#[test]
fn a_folder_in_the_place_of_a_file_is_refused() {
    let dir = folder();
    fs::create_dir(dir.path().join("gantt.svg")).expect("a folder");
    let refused = message(dir.path(), &[("a.csv", "new"), ("gantt.svg", "new")]);
    assert!(
        refused.contains("gantt.svg was not written by this program"),
        "{refused}"
    );
    assert_eq!(names(dir.path()), ["gantt.svg"]);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let dir = folder();
    let out = dir.path().join("out");
    fs::write(&out, "a file").expect("a file");
    assert_eq!(
        message(&out, &[("a.csv", "new")]),
        format!(
            "{} is a file, not a folder. Name another folder with --out.",
            out.display()
        )
    );
    assert_eq!(fs::read_to_string(&out).expect("kept"), "a file");
}

#[test]
fn names_that_leave_the_folder_or_clash_are_refused() {
    let dir = folder();
    let bad: [&[(&str, &str)]; 5] = [
        &[("../a.csv", "x")],
        &[("b/a.csv", "x")],
        &[("", "x")],
        &[("a.csv", "x"), ("A.csv", "y")],
        &[(FILE_LIST, "x")],
    ];
    for texts in bad {
        let refused = message(dir.path(), texts);
        assert!(
            refused.starts_with("An output cannot be called "),
            "{refused}"
        );
    }
    assert!(names(dir.path()).is_empty());
}

#[test]
fn a_file_that_is_protected_is_named_and_none_is_changed() {
    let dir = folder();
    let out = dir.path();
    write_all(out, &files(&[("a.csv", "old"), ("visits.csv", "old")])).expect("written");
    let path = out.join("visits.csv");
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("set");
    let said = format!(
        "{} cannot be replaced: it is write-protected. No file was changed. Close it in any other program, such as Excel, see \
         that it is not write-protected, and give the same command again.",
        path.display()
    );
    assert_eq!(
        message(out, &[("a.csv", "new"), ("visits.csv", "new")]),
        said
    );
    let refused = check_writable(out, &["a.csv", "visits.csv"]).expect_err("a refusal");
    assert_eq!(refused.to_string(), said);
    assert_eq!(read(out, "a.csv"), "old");
    assert_eq!(names(out), ["a.csv", FILE_LIST, "visits.csv"]);
    // The same bytes need no place.
    write_all(out, &files(&[("a.csv", "new"), ("visits.csv", "old")])).expect("written");
}

#[test]
fn a_list_of_the_users_own_is_kept() {
    for own in [
        "eggs\nmilk\n",
        "",
        "# Files that Assize wrote in this folder\nand some of mine\n",
    ] {
        let dir = folder();
        fs::write(dir.path().join(FILE_LIST), own).expect("mine");
        let refused = message(dir.path(), &[("a.csv", "new")]);
        let said = format!("{FILE_LIST} was not written by this program, or was changed since.");
        assert!(refused.contains(&said), "{refused}");
        let refused = check_writable(dir.path(), &["a.csv"]).expect_err("a refusal");
        assert!(refused.to_string().contains(&said), "{refused}");
        assert_eq!(read(dir.path(), FILE_LIST), own);
        assert_eq!(names(dir.path()), [FILE_LIST]);
    }
}

#[test]
fn what_an_earlier_run_wrote_of_the_set_goes_unless_it_was_changed() {
    let dir = folder();
    let out = dir.path();
    let earlier = [
        ("page-1.svg", "old"),
        ("page-2.svg", "old"),
        ("page-3.svg", "old"),
        ("scores.csv", "old"),
    ];
    write_all(out, &files(&earlier)).expect("written");
    fs::write(out.join("page-2.svg"), "with a note of mine").expect("changed");
    fs::write(out.join("page-mine.svg"), "mine").expect("mine");
    fs::create_dir(out.join("page-folder.svg")).expect("mine");
    let of_set = |name: &str| name.starts_with("page-");
    let found = write_set(out, &files(&[("page-1.svg", "new")]), of_set).expect("written");
    assert_eq!(found.removed, ["page-3.svg"]);
    assert_eq!(found.left, ["page-2.svg", "page-mine.svg"]);
    let all = [
        FILE_LIST,
        "page-1.svg",
        "page-2.svg",
        "page-folder.svg",
        "page-mine.svg",
        "scores.csv",
    ];
    assert_eq!(names(out), all);
    assert!(!read(out, FILE_LIST).contains("page-3.svg"));
    // Nor is anything removed where the new files cannot be written.
    write_all(out, &files(&[("page-3.svg", "old")])).expect("written");
    let refused = write_set(out, &files(&[("page-mine.svg", "new")]), of_set);
    assert!(refused.is_err());
    assert_eq!(read(out, "page-3.svg"), "old");
}

/// Whoever changed the list or the journal must not lead us to files elsewhere.
#[test]
fn what_is_named_in_our_own_files_lies_in_the_folder_itself() {
    let dir = folder();
    fs::write(dir.path().join("precious.txt"), "mine").expect("written");
    let out = dir.path().join("out");
    let list = out.join(FILE_LIST);
    let journal = out.join(".assize-writing");
    for name in ["../precious.txt", "a/../../precious.txt", "a\\b"] {
        write_all(&out, &files(&[("a.csv", "a")])).expect("written");
        let honest = fs::read_to_string(&list).expect("a list");
        fs::write(&list, format!("{honest}{}  {name}\n", sha("mine"))).expect("written");
        let refused = write_set(&out, &files(&[("a.csv", "b")]), |_| true);
        let refused = refused.expect_err("a refusal").to_string();
        assert!(
            refused.contains("assize-files.txt was not written by this program"),
            "{refused}"
        );
        fs::write(&list, honest).expect("written");

        let head = "# Assize is writing here. Where it was ended half-way, it puts things right when it next writes here.\n";
        fs::write(
            &journal,
            format!("{head}{} new {name}\nchanging\n", sha("mine")),
        )
        .expect("written");
        let refused = message(&out, &[("a.csv", "b")]);
        assert!(
            refused.contains(".assize-writing was not written by this program"),
            "{refused}"
        );
        fs::remove_file(&journal).expect("removed");
    }
    assert_eq!(read(dir.path(), "precious.txt"), "mine");
    assert_eq!(read(&out, "a.csv"), "a");
}

/// A link would lead elsewhere.
#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_journal_is_not_followed() {
    let dir = folder();
    let out = dir.path().join("out");
    fs::create_dir(&out).expect("a folder");
    fs::write(dir.path().join("victim"), "").expect("written");
    std::os::unix::fs::symlink("../victim", out.join(".assize-writing")).expect("a link");
    let refused = message(&out, &[("a.csv", "a")]);
    assert!(
        refused.contains(".assize-writing was not written by this program"),
        "{refused}"
    );
    assert_eq!(read(dir.path(), "victim"), "");
    assert_eq!(names(&out), [".assize-writing"]);
}
