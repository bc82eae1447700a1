//! A site that drops out because of what is fixed for it is named with the person or the dates that did it.

use super::Copied;

/// Plans the small example with these rows of `fixed.csv`; what is said under the sites selected.
fn left_out(fixed: &str) -> (Copied, String) {
    let small = Copied::of("small");
    small.write("input/fixed.csv", fixed);
    let ran = small.run("plan input --out out");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let (_, after) = ran.out.split_once("Sites selected\n").expect("the sites");
    let (said, _) = after.split_once("\n\n").expect("an end");
    let said = said.to_owned();
    (small, said)
}

/// Inspector P3 is not experienced, and it is HMICFRS that leads the visit.
#[test]
fn because_of_an_inspector() {
    let (small, said) = left_out("site,inspector\nalder,P3\n");
    assert_eq!(
        said,
        "  Police force: 2 of 4\n  \
         Alder would be selected but for Inspector P3, who is fixed for it (P13)."
    );
    let selection = small.read("out/selection.csv");
    let reason =
        "Not selected: would be selected but for Inspector P3, who is fixed for it (P13); ";
    assert!(selection.contains(reason), "{selection}");
}

/// There is one visit a week, and both are fixed to the same.
#[test]
fn because_of_dates() {
    let week = "2027-03-01,2027-03-05";
    let fixed = format!("site,not_before,not_after\nalder,{week}\nbirch,{week}\n");
    assert_eq!(
        left_out(&fixed).1,
        "  Police force: 2 of 4\n  \
         Birch would be selected but for its fixed dates, within 1 to 5 March 2027 (T8)."
    );
}

/// Inspector C2 is cleared until 16 March: either of them could be otherwise.
#[test]
fn because_of_one_or_the_other() {
    let fixed = "site,not_before,not_after,inspector\nalder,2027-03-22,2027-03-25,C2\n";
    assert_eq!(
        left_out(fixed).1,
        "  Police force: 2 of 4\n  \
         Alder would be selected but for Inspector C2, who is fixed for it (P13).\n  \
         Alder would be selected but for its fixed dates, within 22 to 25 March 2027 (T8)."
    );
}

/// Cedar is passed over for its worth: what is fixed for it has no part in that.
#[test]
fn not_where_it_makes_no_difference() {
    let (small, said) = left_out("site,not_before\ncedar,2027-03-15\n");
    assert_eq!(said, "  Police force: 2 of 4");
    assert!(!small.read("out/plan.json").contains("left_out"));
}
