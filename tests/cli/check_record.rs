//! What a plan's file says of itself: `assize check` finds what is not so, and no other verb goes on from it.

use super::{Copied, HEAD};

const TO_DO: &str = "Plan again, or put these right. Of a plan edited by hand, status, marking, scenario, code, counts, sites, \
                     left_out, ties and milestones may be taken out.";

fn planned() -> Copied {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input --out out").code, Some(0));
    small
}

/// The sentences on what the plan says, after one edit of its file; with exit code 4.
fn said_after(from: &str, to: &str) -> Vec<String> {
    let small = planned();
    let plan = small.read("out/plan.json");
    assert!(plan.contains(from), "{from:?} is not in the plan");
    small.write("out/plan.json", &plan.replacen(from, to, 1));
    let ran = small.run("check input out/plan.json");
    assert_eq!((ran.code, ran.err.as_str()), (Some(4), ""), "{}", ran.out);
    let said = ran.out.strip_prefix(HEAD).expect("the head");
    let lines = said.lines().skip(1);
    let lines = lines.take_while(|line| !line.starts_with("Plan again"));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn every_key_that_can_be_recomputed_is() {
    for (from, to, said) in [
        (
            "\"status\": \"DRAFT\"",
            "\"status\": \"Authorised\"",
            "The plan gives its status as “Authorised”; by the tables it is “DRAFT”.",
        ),
        (
            "\"marking\": \"OFFICIAL-SENSITIVE\"",
            "\"marking\": \"OFFICIAL\"",
            "The plan gives its marking as “OFFICIAL”; by the tables it is “OFFICIAL-SENSITIVE”.",
        ),
        (
            "\"scenario\": null",
            "\"scenario\": \"with-london\"",
            "The plan says that it was made with the scenario “with-london”; it is checked with no scenario. \
             Name the right one with --scenario.",
        ),
        (
            "\"inspection\": \"Small",
            "\"inspection\": \"Large",
            "The plan is for “Large example (synthetic)”; the tables are for “Small example (synthetic)”.",
        ),
        (
            "\"code\": \"C712-5585\"",
            "\"code\": \"C712-5586\"",
            "The plan gives its code as “C712-5586”; by its sites and dates it is C712-5585.",
        ),
        (
            "\"bound\": 2.0,\n      \"proven\": true",
            "\"bound\": 2.0,\n      \"proven\": false",
            "The plan does not call its calendar of 2 proved, but states a bound of 2, which it meets.",
        ),
        (
            "\"selected\": true",
            "\"selected\": false",
            "sites: Alder is said not to be selected; the plan visits it.",
        ),
        (
            "\"done\": \"2027-03-17\"",
            "\"done\": \"2027-03-18\"",
            "milestones: “Fieldwork”, Birch: done recorded as 18 March 2027, but the tables give 17 March 2027.",
        ),
        (
            "\"at_most\": 3.266666666666667",
            "\"at_most\": 3.2",
            "sites: with Alder decided otherwise the selection named is said to score 3.2; by the tables it scores 3.266667.",
        ),
        (
            "\"goes_out\": [\n        \"alder\",",
            "\"goes_out\": [\n        \"cedar\",",
            "sites: what is said to come in or go out instead of Alder is not a change of this plan’s selection.",
        ),
        (
            "\"others\": []",
            "\"others\": [{\"comes_in\": [\"dogwood\"], \"goes_out\": [\"birch\"], \"told_by\": \"ids\"}]",
            "ties: a selection that is said to score the same as this plan scores 3.066667 by the tables, and the plan 3.366667.",
        ),
        (
            "\"milestone\": \"publication\"",
            "\"milestone\": \"printed\"",
            "milestones: “Publication” is left out; the tables give it.",
        ),
    ] {
        let found = said_after(from, to);
        assert!(
            found.iter().any(|line| line == said),
            "{said}\nis not in\n{found:#?}"
        );
    }
}

#[test]
fn what_no_verb_works_out_anew_stops_them_all() {
    let small = planned();
    small.write(
        "input/activities.csv",
        "kind,activity,method,sessions,minutes,pair\npolice_force,Interview,interview,1,60,\n",
    );
    small.change("out/plan.json", "\"value\": 2.0", "\"value\": 1.0");
    for (words, purpose) in [
        (
            "milestones input out/plan.json --out other",
            "its milestones were not worked out",
        ),
        (
            "timetable input out/plan.json --out other",
            "no timetable was drawn up for it",
        ),
    ] {
        let ran = small.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{words}");
        assert_eq!(
            ran.err,
            format!(
                "{HEAD}`assize check` refuses the plan, so {purpose}:\n  \
                 The plan states calendar 1; recomputed, it is 2.\n  \
                 The plan calls its calendar of 1 proved, but states a bound of 2.\n{TO_DO}\n"
            )
        );
        assert!(!small.path("other").exists(), "{words}");
    }
}

#[test]
fn a_broken_rule_stops_them_all() {
    let small = planned();
    small.write(
        "input/activities.csv",
        "kind,activity,method,sessions,minutes,pair\npolice_force,Interview,interview,1,60,\n",
    );
    small.change(
        "out/plan.json",
        "\"first_day\": \"2027-03-15\"",
        "\"first_day\": \"2027-03-16\"",
    );
    let head = HEAD.replace("C712-5585", "C82D-43CD");
    for words in [
        "milestones input out/plan.json --out other",
        "timetable input out/plan.json --out other",
    ] {
        let ran = small.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{words}");
        assert!(
            ran.err
                .starts_with(&format!("{head}`assize check` refuses the plan, so ")),
            "{}",
            ran.err
        );
        assert!(
            ran.err.contains("\n  T3 working days: The visit to Birch "),
            "{}",
            ran.err
        );
        assert!(!small.path("other").exists(), "{words}");
    }
}

/// A table of milestones may change after the plan was made, and an authority be recorded: what is worked out anew is right.
#[test]
fn what_is_worked_out_anew_is_noted_and_goes_no_further() {
    let small = planned();
    let mut authority = "inspectorate,given_by,given_on,code\n".to_owned();
    for inspectorate in ["HMICFRS", "HMCPSI"] {
        authority.push_str(&format!("{inspectorate},Board,2027-01-08,C712-5585\n"));
    }
    small.write("input/authority.csv", &authority);
    let ran = small.run("milestones input out/plan.json --out other");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(
        ran.err,
        "Note: this is worked out from the tables as they are now. `assize check` finds in the plan’s file:\n  \
         The tables or the scenario are not those that the plan was made with.\n"
    );
    // A plan is made before it is authorised: it is none the worse, and `check` says so too.
    let ran = small.run("check input out/plan.json");
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let ran = small.run("milestones input out/plan.json --out other");
    assert!(
        ran.out.starts_with("OFFICIAL-SENSITIVE\n\nSmall example"),
        "{}",
        ran.out
    );
}

#[test]
fn many_milestones_that_differ_are_counted() {
    let small = planned();
    let plan = small.read("out/plan.json");
    small.write(
        "out/plan.json",
        &plan.replace("\"critical\": false", "\"critical\": true"),
    );
    let ran = small.run("check input out/plan.json");
    assert_eq!(ran.code, Some(4));
    let lines = ran
        .out
        .lines()
        .filter(|line| line.starts_with("  milestones: "));
    assert_eq!(lines.clone().count(), 6, "{}", ran.out);
    let last = lines.collect::<Vec<_>>()[5];
    assert!(
        last.starts_with("  milestones: and ")
            && last.ends_with(" more are not as the tables give them."),
        "{last}"
    );
}

/// A plan of one scenario drawn up with the settings of another would be of neither.
#[test]
fn another_scenario_stops_them_all_but_not_another_name_of_it() {
    let small = Copied::of("small");
    small.write("one.toml", "[kinds.police_force]\nexclude = [\"alder\"]\n");
    small.write("two.toml", &small.read("one.toml"));
    assert_eq!(
        small.run("plan input --scenario one.toml --out out").code,
        Some(0)
    );
    let milestones = "milestones input out/plan.json --out other";
    let ran = small.run(milestones);
    assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""));
    assert_eq!(
        ran.err,
        format!(
            "{}`assize check` refuses the plan, so its milestones were not worked out:\n  \
             The plan says that it was made with the scenario “one”; it is checked with no scenario. Name the right one with --scenario.\n\
             {TO_DO}\n",
            HEAD.replace("C712-5585", "B021-338E")
        )
    );
    let ran = small.run(&format!("{milestones} --scenario one.toml"));
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let ran = small.run(&format!("{milestones} --scenario two.toml"));
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err.contains("it is checked with the scenario “two”."),
        "{}",
        ran.err
    );
}

/// An earlier version had the marking in the status, and knew nothing of ties.
#[test]
fn a_plan_of_an_earlier_version_is_none_the_worse() {
    let small = planned();
    let plan = small.read("out/plan.json");
    let keep =
        |line: &&str| !line.starts_with("  \"marking\"") && !line.starts_with("  \"scenario\"");
    let old: String = plan
        .lines()
        .filter(keep)
        .map(|line| format!("{line}\n"))
        .collect();
    let status = "\"status\": \"DRAFT\"";
    assert!(old.contains(status) && old.len() < plan.len(), "{old}");
    small.write(
        "out/plan.json",
        &old.replace(status, "\"status\": \"DRAFT OFFICIAL-SENSITIVE\""),
    );
    let ran = small.run("check input out/plan.json");
    assert_eq!(ran.code, Some(0), "{}", ran.out);
}
