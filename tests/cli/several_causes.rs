//! Several causes that leave no plan, each by itself: all are found, and told alike in any order of the rows.

use super::Copied;
use super::no_plan::assert_no_plan;

/// The small example in which Alder and Birch are included, and neither can be visited, each for a reason of its own.
fn two_causes() -> Copied {
    let small = Copied::of("small");
    let included = "include = [\"alder\", \"birch\"]\nclearance = \"NPPV3\"";
    small.change("input/inspection.toml", "clearance = \"NPPV3\"", included);
    let periods = small.read("input/periods_to_avoid.csv");
    let move_of_the_court = "Court move,site,alder,2027-01-01,2027-12-31,must\n";
    small.write("input/periods_to_avoid.csv", &(periods + move_of_the_court));
    small.write(
        "input/conflicts.csv",
        "inspector,site\nC1,birch\nC2,birch\n",
    );
    small
}

/// Neither goes away with the other. Who has a conflict is not told, nor offered to be dropped.
#[test]
fn two_causes_are_both_found() {
    assert_no_plan(
        &two_causes(),
        "There are 2 causes, and each by itself is enough to leave no plan.\n\
         \n\
         1. These cannot all be kept, whatever else is dropped:\n\
         \x20 - Alder is included (S2).\n\
         \x20 - The period “Court move” at Alder is kept free of visits, 1 January to 31 December 2027 (T4).\n\
         Alder: no date is left in the window (T4).\n\
         The first possible day, once notice is given (T2), is 1 March 2027 and the last 25 March 2027: that touches 4 weeks.\n\
         \n\
         2. This cannot be kept, whatever else is dropped:\n\
         \x20 - Birch is included (S2).\n\
         Birch: no HMCPSI inspector can go in any week left (P1).\n\
         \n\
         “Whatever else is dropped” goes for the window too, with up to six weeks more at either end.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - Alder is not included and Birch is not included\n\
         \x20 - Birch is not included and the period “Court move” at Alder may have visits\n\
         ",
    );
}

/// The order of the rows decides nothing.
#[test]
fn causes_are_told_alike_whatever_the_order_of_the_rows() {
    let (one, other) = (two_causes(), two_causes());
    for name in [
        "sites.csv",
        "inspectors.csv",
        "conflicts.csv",
        "periods_to_avoid.csv",
    ] {
        let name = format!("input/{name}");
        let text = other.read(&name);
        let (header, rows) = text.split_once('\n').expect("a header");
        let turned: Vec<&str> = rows.lines().rev().collect();
        other.write(&name, &format!("{header}\n{}\n", turned.join("\n")));
    }
    let included = ("\"alder\", \"birch\"", "\"birch\", \"alder\"");
    other.change("input/inspection.toml", included.0, included.1);
    assert_eq!(one.run("plan input").err, other.run("plan input").err);
}

#[test]
fn three_causes_are_all_found_with_what_is_in_the_way_by_name() {
    let small = two_causes();
    let more = "\"alder\", \"birch\", \"dogwood\"";
    small.change("input/inspection.toml", "\"alder\", \"birch\"", more);
    // Alder and Dogwood are both on the eastern side, of which one at most may be selected. With both gone, that is in nobody's way.
    let engagements = small.read("input/engagements.csv");
    let thematic = "dogwood,Synthetic: thematic inspection,2027-03-01,2027-03-12\n";
    small.write("input/engagements.csv", &(engagements + thematic));
    assert_no_plan(
        &small,
        "There are 3 causes, and each by itself is enough to leave no plan.\n\
         \n\
         1. These cannot all be kept, whatever else is dropped:\n\
         \x20 - Alder is included (S2).\n\
         \x20 - The period “Court move” at Alder is kept free of visits, 1 January to 31 December 2027 (T4).\n\
         Alder: no date is left in the window (T4).\n\
         The first possible day, once notice is given (T2), is 1 March 2027 and the last 25 March 2027: that touches 4 weeks.\n\
         \n\
         2. This cannot be kept, whatever else is dropped:\n\
         \x20 - Birch is included (S2).\n\
         Birch: no HMCPSI inspector can go in any week left (P1).\n\
         \n\
         3. These cannot all be kept, whatever else is dropped:\n\
         \x20 - Dogwood is included (S2).\n\
         \x20 - Dogwood has another inspection: “Synthetic: thematic inspection”, 1 to 12 March 2027.\n\
         \x20 - No visit is within 4 weeks of another inspection of the site (T5).\n\
         \x20 - Every visit lies within 22 February to 25 March 2027 (T1).\n\
         Dogwood: no date is left in the window (T5).\n\
         The first possible day, once notice is given (T2), is 1 March 2027 and the last 25 March 2027: that touches 4 weeks.\n\
         \n\
         “Whatever else is dropped” goes for the window too, with up to six weeks more at either end.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - Alder is not included, Birch is not included and Dogwood is not included\n\
         \x20 - Alder is not included, Birch is not included and “Synthetic: thematic inspection” at Dogwood is moved or called off\n\
         \x20 - Alder is not included, Birch is not included and visits may be within 4 weeks of another inspection\n\
         \x20 - Alder is not included, Birch is not included and the window, 22 February to 25 March 2027, is up to six weeks longer at either end\n\
         \x20 - Birch is not included, Dogwood is not included and the period “Court move” at Alder may have visits\n\
         \n\
         Tried: there is still no plan if only\n\
         \x20 - Birch is not included, “Synthetic: thematic inspection” at Dogwood is moved or called off and the period “Court move” at Alder may have visits\n\
         \x20 - Birch is not included, visits may be within 4 weeks of another inspection and the period “Court move” at Alder may have visits\n\
         \x20 - Birch is not included, the window, 22 February to 25 March 2027, is up to six weeks longer at either end and the period “Court move” at Alder may have visits\n\
         ",
    );
}
