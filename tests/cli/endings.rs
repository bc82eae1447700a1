//! How commands end: the exit code, and on which stream the words are.

use super::common::names;
use super::{Copied, HEAD, ON_TRUST, Ran, assert_screen};

#[test]
fn a_plan_ends_with_0_and_a_summary() {
    let small = Copied::of("small");
    let ran = small.run("plan input");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_screen("plan", &ran.out);
    let took = ran.took.replace(|sign: char| sign.is_ascii_digit(), "#");
    assert_eq!(
        took,
        "First checked plan after #.# seconds. Best sites proved after #.# seconds. Best dates proved after #.# seconds. \
         Best teams proved after #.# seconds.\n"
    );
    assert_eq!(
        names(&small.path("input/out")),
        [
            "assize-files.txt",
            "gantt.png",
            "gantt.svg",
            "inspectors.csv",
            "milestones.csv",
            "plan.json",
            "project-2.png",
            "project-2.svg",
            "project.png",
            "project.svg",
            "scores.csv",
            "selection.csv",
            "visits.csv",
        ]
    );
    let checked = small.run("check input input/out/plan.json");
    assert_eq!((checked.code, checked.err.as_str()), (Some(0), ""));
    assert_eq!(
        checked.out,
        format!(
            "{HEAD}The plan keeps every rule.\n\n\
         The tiers, recomputed from the tables:\n  \
         selection  3.366667\n  \
         calendar   2.000000\n  \
         staffing   8.223899\n{ON_TRUST}"
        )
    );
}

#[test]
fn validate_and_score_end_with_0() {
    let small = Copied::of("small");
    let ran = small.run("validate input");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out, "The tables are sound: 4 sites, 5 inspectors.\n");
    assert!(!small.path("input/out").exists(), "validate writes nothing");
    let ran = small.run("score input --out scores");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_screen("score", &ran.out);
    let ran = small.run("score input --out scores --explain");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_screen("score-explained", &ran.out);
    assert_eq!(
        names(&small.path("scores")),
        ["assize-files.txt", "scores.csv"]
    );
}

#[test]
fn a_scenario_is_laid_over_the_settings() {
    let small = Copied::of("small");
    small.write("one.toml", "[kinds.police_force]\nexclude = [\"alder\"]\n");
    let ran = small.run("plan input --scenario one.toml --out out");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    // The second best selection of the example's README.
    assert!(
        ran.out.contains("\n  Selection: 3.267 points"),
        "{}",
        ran.out
    );
    let with = small.run("check input out/plan.json --scenario one.toml");
    assert_eq!(with.code, Some(0), "{}", with.out);
    let without = small.run("check input out/plan.json");
    assert_eq!(without.code, Some(4), "{}", without.out);
    assert!(
        without.out.contains(
            "The plan keeps every rule, but one thing that it says is not so:\n  \
             The plan says that it was made with the scenario “one”; it is checked with no scenario. Name the right one with --scenario.\n"
        ),
        "{}",
        without.out
    );
}

/// Every verb that reads the input ends with 1, says why on the error stream, and writes nothing.
#[test]
fn bad_input_ends_with_1() {
    let small = Copied::of("small");
    small.change(
        "input/sites.csv",
        "alder,Alder,police_force",
        "alder,Alder,police_farce",
    );
    small.write("plan.json", "{}");
    let report = "Error E402: sites.csv:2, column kind\n  \
                  There is no kind “police_farce”.\n  \
                  Did you mean “police_force”?\n\n\
                  1 error and 0 warnings.\n\n";
    for words in [
        "plan input",
        "validate input",
        "score input",
        "check input plan.json",
    ] {
        let Ran { code, out, err, .. } = small.run(words);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{words}");
        assert_eq!(err, report, "{words}");
        assert!(!small.path("input/out").exists(), "{words}");
    }
}

#[test]
fn an_input_that_is_not_there_ends_with_1() {
    let small = Copied::of("small");
    let ran = small.run("plan nowhere");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "Error E101: nowhere\n  nowhere does not exist.\n  Check the name and where it lies.\n\n1 error and 0 warnings.\n\n"
    );
    let ran = small.run("check input nowhere.json");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err.starts_with("nowhere.json cannot be read: "),
        "{}",
        ran.err
    );
    assert!(
        ran.err.ends_with(". Give the path of a plan.json.\n"),
        "{}",
        ran.err
    );
}

#[test]
fn wrong_usage_ends_with_2() {
    let small = Copied::of("small");
    for words in [
        "",
        "plan",
        "plam input",
        "plan input --time-limit 0",
        "plan input --time-limit soon",
        "plan input --outt there",
        "check input",
        "init new",
        "init new --frame prisons",
    ] {
        let ran = small.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words}");
        assert!(
            ran.err.contains("Usage: assize") || ran.err.contains("--help"),
            "{}",
            ran.err
        );
    }
    let ran = small.run("plam input");
    assert!(
        ran.err.contains("a similar subcommand exists: 'plan'"),
        "{}",
        ran.err
    );
    assert_eq!(names(small.place.path()), ["input"]);
}
