//! The help, word for word. After a change on purpose: `UPDATE_EXPECTED=1 cargo test --release --test cli help`.

use std::fs;
use std::path::Path;

use super::assize;

/// The verbs that the help lists.
pub const VERBS: [&str; 9] = [
    "plan",
    "check",
    "validate",
    "score",
    "timetable",
    "size",
    "milestones",
    "init",
    "example",
];

fn compare(words: &str, file: &str) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ran = assize(here, words);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words}");
    let path = here.join("tests/cli/help").join(file);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &ran.out).expect("written");
    }
    let expected = fs::read_to_string(&path).expect("the help as it should be");
    assert_eq!(ran.out, expected, "{words}");
}

#[test]
fn the_guide() {
    compare("--help", "assize.txt");
}

#[test]
fn every_verb() {
    let guide = assize(Path::new("."), "--help").out;
    for verb in VERBS {
        compare(&format!("{verb} --help"), &format!("{verb}.txt"));
        // Each verb has its line, and its example in the guide.
        assert!(guide.contains(&format!("\n  {verb}  ")), "{verb}");
        assert!(guide.contains(&format!("\n  assize {verb} ")), "{verb}");
    }
    let (_, listed) = guide.split_once("Commands:\n").expect("the verbs");
    let (listed, _) = listed.split_once("\n\n").expect("an end");
    assert_eq!(
        listed.lines().count(),
        VERBS.len() + 1,
        "a verb without its help here"
    );
}
