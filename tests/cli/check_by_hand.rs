//! A plan edited by hand: the checker names every rule that it breaks, and what the tiers are now.

use super::{Copied, HEAD, ON_TRUST};

const TO_DO: &str = "Plan again, or put these right. Of a plan edited by hand, status, marking, scenario, code, counts, sites, \
                     left_out, ties and milestones may be taken out.";

fn planned() -> Copied {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input --out out").code, Some(0));
    small
}

#[test]
fn an_inspector_who_is_not_cleared() {
    let small = planned();
    let plan = small.read("out/plan.json");
    let (first, second) = plan.split_once("\"birch\"").expect("the second visit");
    let edited = format!("{first}\"birch\"{}", second.replacen("\"C1\"", "\"C2\"", 1));
    small.write("out/plan.json", &edited);
    let ran = small.run("check input out/plan.json");
    assert_eq!((ran.code, ran.err.as_str()), (Some(4), ""));
    assert_eq!(
        ran.out,
        format!(
            "{HEAD}2 things are wrong with the plan:\n  \
         P5 cleared: Inspector C2 does not hold NPPV3 on 17 March 2027, the last day of the visit to Birch.\n  \
         The plan states staffing 8.223899; recomputed, it is 8.\n\
         {TO_DO}\n\n\
         The tiers, recomputed from the tables:\n  \
         selection  3.366667\n  \
         calendar   2.000000\n  \
         staffing   8.000000\n{ON_TRUST}"
        )
    );
}

#[test]
fn several_rules_at_once() {
    let small = planned();
    // Birch in the week of Alder.
    small.change(
        "out/plan.json",
        "\"first_day\": \"2027-03-15\"",
        "\"first_day\": \"2027-03-02\"",
    );
    small.change(
        "out/plan.json",
        "\"last_day\": \"2027-03-17\"",
        "\"last_day\": \"2027-03-04\"",
    );
    let ran = small.run("check input out/plan.json");
    assert_eq!((ran.code, ran.err.as_str()), (Some(4), ""));
    assert_eq!(
        ran.out,
        format!(
            "{}6 things are wrong with the plan:\n  \
         T3 working days: The visit to Birch starts on Tuesday 2 March 2027; visits of kind police_force start on Monday.\n  \
         T5 gap: The visit to Birch is onsite on 2 March 2027, within 4 weeks of another inspection there: \
         Synthetic: follow-up inspection, from 1 February 2027 to 2 February 2027.\n  \
         T6 week limit: 2 visits are in the week of 1 March 2027, to Alder and Birch; it must be at most 1.\n  \
         P3 one place: Inspector C1 is needed by the visits to Alder and Birch from 1 to 3 March 2027.\n  \
         The plan gives its code as “C712-5585”; by its sites and dates it is 38AF-5C55.\n  \
         The plan states calendar 2; recomputed, it is 0.\n\
         {TO_DO}\n\n\
         The tiers, recomputed from the tables:\n  \
         selection  3.366667\n  \
         calendar   0.000000\n  \
         staffing   8.223899\n{ON_TRUST}",
            HEAD.replace("C712-5585", "38AF-5C55")
        )
    );
}

#[test]
fn what_is_no_plan_is_refused() {
    let small = planned();
    small.change(
        "out/plan.json",
        "\"first_day\": \"2027-03-15\"",
        "\"first_day\": \"15 March 2027\"",
    );
    let ran = small.run("check input out/plan.json");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "out/plan.json: The plan cannot be read: line 49, column 34: \
         visits[1].first_day must be a date in quotation marks, such as \"2027-02-08\". Compare that place with a plan.json that `assize plan` wrote.\n"
    );
}

/// The code follows from the sites and dates: whoever edits these need not know it.
#[test]
fn a_code_that_is_taken_out_is_worked_out() {
    let small = planned();
    small.change("out/plan.json", "  \"code\": \"C712-5585\",\n", "");
    let ran = small.run("check input out/plan.json");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(
        ran.out
            .starts_with(&format!("{HEAD}The plan keeps every rule.\n")),
        "{}",
        ran.out
    );
}

/// Where dates were worth more than what the selection gives up, that is not left to plan.json to tell.
#[test]
fn what_was_given_up_is_told_beside_the_tiers() {
    let contract = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/contract/tolerance");
    let place = tempfile::TempDir::new().expect("a folder");
    let ran = super::assize(place.path(), &format!("plan {contract} --out out"));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = super::assize(place.path(), &format!("check {contract} out/plan.json"));
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let (_, tiers) = ran
        .out
        .split_once("recomputed from the tables:\n")
        .expect("the tiers");
    let (tiers, _) = tiers.split_once("\n\n").expect("an end");
    assert_eq!(
        tiers,
        "  selection  0.000000\n  calendar   1.000000\n  staffing   6.320155\n\
         By the plan’s own word the best selection of any plan scores 0.400000, 0.400000 more: it was given up for better dates."
    );
}
