//! `assize milestones`, before and after there is a plan, and with a date that cannot be met.

use super::common::names;
use super::{Copied, assert_screen};

#[test]
fn the_milestones_are_shown_and_written() {
    let small = Copied::of("small");
    let ran = small.run("milestones input");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_screen("milestones", &ran.out);
    let files = [
        "assize-files.txt",
        "milestones.csv",
        "project-2.png",
        "project-2.svg",
        "project.png",
        "project.svg",
    ];
    assert_eq!(names(&small.path("input/out")), files);
    let table = small.read("input/out/milestones.csv");
    assert!(
        table
            .lines()
            .all(|line| line.ends_with(",DRAFT,OFFICIAL-SENSITIVE,none,,")
                || line.ends_with(",status,marking,scenario,plan_code,lapsed_authority"))
    );
    // Once there is a plan, its dates are taken, and the evidence has an age.
    assert_eq!(small.run("plan input").code, Some(0));
    let planned = small.read("input/out/milestones.csv");
    let ran = small.run("milestones input input/out/plan.json --out other");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(small.read("other/milestones.csv"), planned);
    assert_screen("milestones-of-a-plan", &ran.out);
    let plan = small.read("input/out/plan.json");
    assert!(plan.contains("\"milestone\": \"emerging-findings\""));
}

#[test]
fn a_date_that_cannot_be_met_is_an_error_but_no_obstacle_to_a_plan() {
    let small = Copied::of("small");
    small.change(
        "input/inspection.toml",
        "max_visits_per_week = 1",
        "max_visits_per_week = 1\npublication = 2027-05-04",
    );
    let ran = small.run("milestones input");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_screen("milestones-that-cannot-be-met", &ran.err);
    assert!(!small.path("input/out").exists());
    let ran = small.run("plan input");
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err
            .starts_with("1 milestone cannot be met.\n\nPublication: "),
        "{}",
        ran.err
    );
    let table = small.read("input/out/milestones.csv");
    let row = table.lines().find(|line| line.contains(",publication,"));
    assert!(
        row.is_some_and(|row| row.contains(",2027-05-04,")),
        "{row:?}"
    );
    assert!(ran.out.contains("\n2 visits\n"));
}

#[test]
fn a_plan_of_other_files_is_noted() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input").code, Some(0));
    small.change(
        "input/inspection.toml",
        "max_visits_per_week = 1",
        "max_visits_per_week = 2",
    );
    let ran = small.run("milestones input input/out/plan.json");
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.err,
        "Note: this is worked out from the tables as they are now. `assize check` finds in the plan’s file:\n  \
         The tables or the scenario are not those that the plan was made with.\n"
    );
}
