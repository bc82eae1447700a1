//! A site that drops out because of what is fixed for it is named with the person or the dates that did it.

use super::Copied;

/// Plans the small example with these rows of `fixed.csv`, and a change of its settings; what is said under the sites selected.
fn left_out(fixed: &str, [from, to]: [&str; 2]) -> (Copied, String) {
    let small = Copied::of("small");
    small.write("input/fixed.csv", fixed);
    small.change("input/inspection.toml", from, to);
    let ran = small.run("plan input --out out");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let (_, after) = ran.out.split_once("Sites selected\n").expect("the sites");
    let (said, _) = after.split_once("\n\n").expect("an end");
    // Whom they stand for has lines of its own.
    let lines = said.lines().filter(|line| !line.starts_with("    "));
    let said = lines.collect::<Vec<_>>().join("\n");
    (small, said)
}

const AS_IT_IS: [&str; 2] = ["max_days = 6", "max_days = 6"];

/// Nobody has days for two visits, so that Inspector C2 can be on one at most of the two for which they are fixed: neither is worth that.
#[test]
fn because_of_an_inspector() {
    let fixed = "site,inspector\nalder,C2\nbirch,C2\n";
    let (small, said) = left_out(fixed, ["max_days = 6", "max_days = 3"]);
    assert_eq!(
        said,
        "  Police force: 2 of 4\n  \
         Alder would be selected but for Inspector C2, who is fixed for it (P13).\n  \
         Birch would be selected but for Inspector C2, who is fixed for it (P13)."
    );
    let selection = small.read("out/selection.csv");
    let reason =
        "Not selected: would be selected but for Inspector C2, who is fixed for it (P13); ";
    assert!(selection.contains(reason), "{selection}");
    assert_eq!(small.run("check input out/plan.json").code, Some(0));
    let stated = "\"left_out\": [\n    {\n      \"site\": \"alder\"";
    small.change("out/plan.json", stated, &stated.replace("alder", "dogwood"));
    let ran = small.run("check input out/plan.json");
    assert_eq!(ran.code, Some(4), "{}", ran.out);
    let said =
        "left_out: the plan visits Dogwood, or nothing such is fixed for it in the tables.\n";
    assert!(ran.out.contains(said), "{}", ran.out);
}

/// There is one visit a week, and both are fixed to the same: neither is worth giving up the other two for.
#[test]
fn because_of_dates() {
    let week = "2027-03-08,2027-03-12";
    let fixed = format!("site,not_before,not_after\nalder,{week}\nbirch,{week}\n");
    assert_eq!(
        left_out(&fixed, AS_IT_IS).1,
        "  Police force: 2 of 4\n  \
         Alder would be selected but for its fixed dates, within 8 to 12 March 2027 (T8).\n  \
         Birch would be selected but for its fixed dates, within 8 to 12 March 2027 (T8)."
    );
}

/// Inspector C2 is cleared until 16 March, and Birch has the week before: Alder could go sooner with them, or later with somebody else.
#[test]
fn because_of_one_or_the_other() {
    let fixed =
        "site,not_before,not_after,inspector\nalder,2027-03-08,,C2\nbirch,2027-03-08,2027-03-12,\n";
    let include = "clearance = \"NPPV3\"\ninclude = [\"birch\"]";
    assert_eq!(
        left_out(fixed, ["clearance = \"NPPV3\"", include]).1,
        "  Police force: 2 of 4\n  \
         Alder would be selected but for Inspector C2, who is fixed for it (P13).\n  \
         Alder would be selected but for its fixed dates, no earlier than 8 March 2027 (T8)."
    );
}

/// Cedar is passed over for its worth: what is fixed for it has no part in that.
#[test]
fn not_where_it_makes_no_difference() {
    let (small, said) = left_out("site,not_before\ncedar,2027-03-15\n", AS_IT_IS);
    assert_eq!(said, "  Police force: 2 of 4");
    assert!(!small.read("out/plan.json").contains("left_out"));
}

/// The best dates put Birch on a day on which only one of the two may go; an earlier week would do.
#[test]
fn also_where_other_dates_have_to_be_found_first() {
    let fixed = "site,inspector\nbirch,C1\nalder,C1\n";
    assert_eq!(
        left_out(fixed, ["max_days = 6", "max_days = 3"]).1,
        "  Police force: 2 of 4\n  \
         Alder would be selected but for Inspector C1, who is fixed for it (P13).\n  \
         Birch would be selected but for Inspector C1, who is fixed for it (P13)."
    );
}

/// A kind that no link ties to it is chosen by itself, and must not hide the next best selection.
#[test]
fn also_beside_a_kind_that_no_link_ties_to_it() {
    let case = Copied::of_case("left-out-beside-another-kind");
    let ran = case.run("plan input --out out");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let said =
        "\n  Xavier would be selected but for its fixed dates, no earlier than 4 May 2027 (T8).\n";
    assert!(ran.out.contains(said), "{}", ran.out);
}
