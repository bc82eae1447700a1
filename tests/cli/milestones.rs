//! `assize milestones`, before and after there is a plan, and with a date that cannot be met.

use super::Copied;
use super::common::names;

#[test]
fn the_milestones_are_shown_and_written() {
    let small = Copied::of("small");
    let ran = small.run("milestones input");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let opening = "DRAFT OFFICIAL-SENSITIVE

Small example (synthetic)
There is no plan yet: fieldwork is taken to last from the first possible day to the end of the window.
Work begins on 18 November 2026 at the latest, or a date that is given is missed.
Publication on 28 June 2027 at the earliest: no date is set.
";
    assert!(ran.out.starts_with(opening), "{}", ran.out);
    for stage in 1..=8 {
        assert!(ran.out.contains(&format!("\nStage {stage}: ")), "{stage}");
    }
    assert!(ran.out.ends_with("\nWritten to input/out.\n"));
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
            .all(|line| { line.ends_with("DRAFT OFFICIAL-SENSITIVE") || line.ends_with("status") })
    );
    // Once there is a plan, its dates are taken, and the evidence has an age.
    assert_eq!(small.run("plan input").code, Some(0));
    let planned = small.read("input/out/milestones.csv");
    let ran = small.run("milestones input input/out/plan.json --out other");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(small.read("other/milestones.csv"), planned);
    let age = "Age of the evidence at publication: ";
    assert!(
        ran.out.contains(age)
            && ran
                .out
                .contains("days at worst (Alder, last onsite day 3 March 2027)."),
        "{}",
        ran.out
    );
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
    let told = "1 milestone cannot be met.

Publication: the date is 4 May 2027, 38 working days too early. It cannot be before 28 June 2027.
  What forces it, each step waiting for the one before:
    Fieldwork: ends on 25 March 2027
    Debriefs closed: done on 25 March 2027
";
    assert!(ran.err.starts_with(told), "{}", ran.err);
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
        "Note: the plan was made from other input files, or with another scenario.\n"
    );
}
