//! The help, word for word.

use std::path::Path;

use super::{assert_screen, assize};

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

fn compare(words: &str, screen: &str) {
    let ran = assize(Path::new("."), words);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words}");
    assert_screen(screen, &ran.out);
}

#[test]
fn the_guide() {
    compare("--help", "help");
}

#[test]
fn every_verb() {
    let guide = assize(Path::new("."), "--help").out;
    for verb in VERBS {
        compare(&format!("{verb} --help"), &format!("help-{verb}"));
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
