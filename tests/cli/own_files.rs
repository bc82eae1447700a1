//! A file that somebody edited is theirs: it is never overwritten. What is ours and of no use any more goes.

use super::Copied;
use super::common::names;

#[test]
fn a_plan_edited_by_hand_is_kept() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input").code, Some(0));
    small.change(
        "input/out/plan.json",
        "\"visit_lead\": \"P2\"",
        "\"visit_lead\": \"P1\"",
    );
    let edited = small.read("input/out/plan.json");
    let visits = small.read("input/out/visits.csv");
    let files = names(&small.path("input/out"));
    // Even where the new plan is another one, so that the other files would change.
    small.change(
        "input/inspection.toml",
        "start_days = [\"Mon\"]",
        "start_days = [\"Tue\"]",
    );
    let ran = small.run("plan input");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "input/out/plan.json was not written by this program, or was changed since. It is kept, and nothing was written. \
         Name another folder with --out, or move that file away.\n"
    );
    assert_eq!(small.read("input/out/plan.json"), edited);
    assert_eq!(small.read("input/out/visits.csv"), visits);
    assert_eq!(names(&small.path("input/out")), files);
}

#[test]
fn our_own_plan_is_replaced() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input").code, Some(0));
    let before = small.read("input/out/plan.json");
    small.change(
        "input/inspection.toml",
        "start_days = [\"Mon\"]",
        "start_days = [\"Tue\"]",
    );
    let ran = small.run("plan input");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_ne!(small.read("input/out/plan.json"), before);
    assert_eq!(small.run("check input input/out/plan.json").code, Some(0));
}

const ACTIVITIES: &str =
    "kind,activity,method,sessions,minutes,pair\npolice_force,Interview,interview,1,60,\n";

#[test]
fn pages_of_an_earlier_plan_go_unless_somebody_changed_them() {
    let small = Copied::of("small");
    small.write("input/activities.csv", ACTIVITIES);
    assert_eq!(small.run("plan input --out out").code, Some(0));
    let pages = |small: &Copied| {
        let mut names = names(&small.path("out"));
        names.retain(|name| name.starts_with("timetable-"));
        names
    };
    assert_eq!(
        pages(&small),
        ["timetable-alder.svg", "timetable-birch.svg"]
    );
    small.write("one.toml", "[kinds.police_force]\nexclude = [\"alder\"]\n");
    let without_alder = small.run("plan input --scenario one.toml --out out");
    assert_eq!(without_alder.code, Some(0));
    assert_eq!(
        without_alder.err,
        "Removed, for an earlier run wrote it and this one has no such file: timetable-alder.svg, timetable-birch.svg.\n"
    );
    assert_eq!(
        pages(&small),
        ["timetable-cedar.svg", "timetable-dogwood.svg"]
    );
    let cedar = small.read("out/timetable-cedar.svg");
    small.write("out/timetable-cedar.svg", &format!("{cedar}<!-- mine -->"));
    let ran = small.run("plan input --out out");
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.err,
        "Removed, for an earlier run wrote it and this one has no such file: timetable-dogwood.svg.\n\
         Left as it is, for Assize did not write it or it was changed since, though this run has no such file: \
         timetable-cedar.svg. Do not take it for a part of what was written now.\n"
    );
    assert_eq!(
        pages(&small),
        [
            "timetable-alder.svg",
            "timetable-birch.svg",
            "timetable-cedar.svg"
        ]
    );
    // The scores alone are no plan: nothing of one goes.
    assert_eq!(small.run("score input --out out").err, "");
    assert!(small.path("out/plan.json").is_file());
}

#[test]
fn nothing_is_written_among_tables() {
    let small = Copied::of("small");
    small.write(
        "scenarios/one.toml",
        "[kinds.police_force]\nexclude = [\"alder\"]\n",
    );
    small.write("another/inspection.toml", "");
    assert_eq!(small.run("plan input --out out").code, Some(0));
    let before = names(&small.path("input"));
    let refusal = |out: &str, what: &str| {
        format!(
            "{out} holds {what}. Nothing was written, for reports have names that tables have too, such as inspectors.csv. \
             Name another folder with --out, such as {out}/out.\n"
        )
    };
    for verb in [
        "plan input",
        "score input",
        "milestones input",
        "timetable input out/plan.json",
    ] {
        for (options, refused) in [
            ("--out input", refusal("input", "the tables that are read")),
            (
                "--out input/../input",
                refusal("input/../input", "the tables that are read"),
            ),
            (
                "--out another",
                refusal("another", "inspection.toml, a table of an inspection"),
            ),
            (
                "--scenario scenarios/one.toml --out scenarios",
                refusal("scenarios", "the scenario one.toml"),
            ),
        ] {
            let ran = small.run(&format!("{verb} {options}"));
            assert_eq!(
                (ran.code, ran.out.as_str()),
                (Some(1), ""),
                "{verb} {options}"
            );
            assert_eq!(ran.err, refused);
        }
    }
    assert_eq!(names(&small.path("input")), before);
    assert_eq!(names(&small.path("another")), ["inspection.toml"]);
    assert_eq!(names(&small.path("scenarios")), ["one.toml"]);
}

/// The first file is replaced only together with the last.
#[test]
fn where_one_file_cannot_be_replaced_none_is() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input --out out").code, Some(0));
    let read = |small: &Copied| {
        let files = names(&small.path("out")).into_iter();
        let files = files.filter(|name| name != "visits.csv");
        files
            .map(|name| std::fs::read(small.path("out").join(name)).expect("a file"))
            .collect::<Vec<_>>()
    };
    let before = read(&small);
    std::fs::remove_file(small.path("out/visits.csv")).expect("removed");
    std::fs::create_dir(small.path("out/visits.csv")).expect("a folder in its place");
    small.write("one.toml", "[kinds.police_force]\nexclude = [\"alder\"]\n");
    let ran = small.run("plan input --scenario one.toml --out out");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err
            .starts_with("out/visits.csv was not written by this program"),
        "{}",
        ran.err
    );
    assert_eq!(read(&small), before);
}
