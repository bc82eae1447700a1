//! Every output says how it must be handled, whatever was authorised, and names its scenario.

use std::fs;

use super::Copied;
use super::common::names;

/// The small example with activities and a scenario, planned.
fn planned(authority: &str) -> Copied {
    let small = Copied::of("small");
    small.write(
        "input/activities.csv",
        "kind,activity,method,sessions,minutes,pair\npolice_force,Interview,interview,1,60,\n",
    );
    small.write("input/authority.csv", authority);
    small.write(
        "without-alder.toml",
        "[kinds.police_force]\nexclude = [\"alder\"]\n",
    );
    small
}

const GIVEN: &str = "inspectorate,given_by,given_on,code\nHMICFRS,Board,2027-01-08,C712-5585\nHMCPSI,Board,2027-01-08,c712 -5585\n";

/// Each file of texts in a folder.
fn texts(small: &Copied, folder: &str) -> Vec<(String, String)> {
    let all = names(&small.path(folder)).into_iter();
    let texts = all.filter(|name| !name.ends_with(".png") && name != "assize-files.txt");
    texts
        .map(|name| {
            let text = fs::read_to_string(small.path(folder).join(&name)).expect("text");
            (name, text)
        })
        .collect()
}

#[test]
fn the_marking_stays_when_all_is_authorised() {
    let small = planned(GIVEN);
    for words in [
        "plan input --out out",
        "milestones input out/plan.json --out milestones",
        "timetable input out/plan.json --out timetables",
    ] {
        let ran = small.run(words);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words}");
        assert!(
            ran.out
                .starts_with("OFFICIAL-SENSITIVE\n\nSmall example (synthetic)\n"),
            "{}",
            ran.out
        );
    }
    for folder in ["out", "milestones", "timetables"] {
        for (name, text) in texts(&small, folder) {
            assert!(!text.contains("DRAFT"), "{folder}/{name}");
            if name.ends_with(".csv") {
                let mut rows = text.lines().skip(1);
                assert!(
                    rows.all(|row| row.ends_with(",Authorised,OFFICIAL-SENSITIVE,none,C712-5585,")),
                    "{folder}/{name}"
                );
            } else if name.ends_with(".svg") {
                let of_body = name.starts_with("timetable-");
                let marking = if of_body {
                    "OFFICIAL"
                } else {
                    "OFFICIAL-SENSITIVE"
                };
                assert!(!of_body || !text.contains("SENSITIVE"), "{folder}/{name}");
                // Title, top and foot.
                assert_eq!(text.matches(marking).count(), 3, "{folder}/{name}");
            } else {
                assert!(
                    text.contains(
                        "\n  \"status\": \"Authorised\",\n  \"marking\": \"OFFICIAL-SENSITIVE\","
                    ),
                    "{folder}/{name}"
                );
            }
        }
    }
}

#[test]
fn every_output_names_its_scenario_but_the_page_for_a_body() {
    let small = planned("inspectorate,given_by,given_on\n");
    let with = |words: &str| {
        let ran = small.run(&format!("{words} --scenario without-alder.toml"));
        assert_eq!(ran.code, Some(0), "{words}: {}", ran.err);
        assert!(
            ran.out
                .contains("\nSmall example (synthetic)\nScenario: without-alder\n"),
            "{}",
            ran.out
        );
    };
    with("plan input --out out");
    with("check input out/plan.json");
    with("milestones input out/plan.json --out milestones");
    with("timetable input out/plan.json --out timetables");
    with("score input --out scores");
    for folder in ["out", "milestones", "timetables", "scores"] {
        for (name, text) in texts(&small, folder) {
            if name.ends_with(".csv") {
                let mut rows = text.lines().skip(1);
                assert!(
                    rows.all(|row| row.contains(",DRAFT,OFFICIAL-SENSITIVE,without-alder,")),
                    "{folder}/{name}"
                );
            } else if name.starts_with("timetable-") {
                // The name of a scenario may tell a body of another site.
                assert!(!text.contains("alder"), "{folder}/{name}");
            } else if name.ends_with(".svg") {
                let title = "Small example (synthetic) (scenario without-alder, plan ";
                assert_eq!(text.matches(title).count(), 1, "{folder}/{name}");
                let line = text
                    .lines()
                    .find(|line| line.starts_with("Scenario without-alder. Plan "));
                let line = line.expect("the line below the title");
                assert!(
                    line.ends_with(". Can the answer be worked out by hand?"),
                    "{line}"
                );
            } else {
                assert!(
                    text.contains("\n  \"scenario\": \"without-alder\",\n"),
                    "{folder}/{name}"
                );
            }
        }
    }
}
