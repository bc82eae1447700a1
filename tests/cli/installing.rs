//! What those who install the program get besides it: manual pages, and completions for their shell.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::assize;
use super::common::names;
use super::help::VERBS;

#[test]
fn a_manual_page_for_the_program_and_for_each_verb() {
    let place = TempDir::new().expect("a folder");
    let ran = assize(place.path(), "man man1");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out, "Written to man1.\n");
    let pages = place.path().join("man1");
    let mut expected: Vec<String> = VERBS.map(|verb| format!("assize-{verb}.1")).into();
    expected.push("assize.1".to_owned());
    expected.sort();
    assert_eq!(names(&pages), expected);

    let read = |name: &str| fs::read_to_string(pages.join(name)).expect("a page");
    let program = read("assize.1");
    for verb in VERBS {
        assert!(program.contains(&format!("assize\\-{verb}(1)")), "{verb}");
        // Its own page says what it does, in the words of the guide.
        let page = read(&format!("assize-{verb}.1"));
        let (_, about) = page
            .split_once(&format!(".SH NAME\nassize\\-{verb} \\- "))
            .expect("a name");
        let about = about.lines().next().expect("a line");
        assert!(program.contains(about), "{verb}");
        assert!(
            page.contains(concat!("\"assize ", env!("CARGO_PKG_VERSION"))),
            "{verb}"
        );
    }
    assert!(program.contains("  4  a plan breaks a rule, or says what the tables do not bear out"));
    assert!(read("assize-plan.1").contains("\\-\\-time\\-limit"));
}

#[test]
fn completions_for_every_shell_know_the_verbs_and_the_options() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = assize(Path::new("."), &format!("completions {shell}"));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell}");
        for word in VERBS.iter().chain(&["time-limit", "scenario"]) {
            assert!(ran.out.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn an_unknown_shell_is_named_with_those_that_are_known() {
    let ran = assize(Path::new("."), "completions cmd");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("'cmd'"), "{}", ran.err);
    assert!(
        ran.err
            .contains("[possible values: bash, elvish, fish, powershell, zsh]")
    );
}
