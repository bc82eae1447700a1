//! What is settled and cannot be is an error, with the reason; `tests/bad_inputs/settled_dates` and `settled_people` have each sort.

use std::fs;
use std::path::Path;

use super::{folder, report_of};

#[test]
fn nonsense_in_the_table_of_settled_things_is_refused_with_the_reason() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/fixed-nonsense-is-sound");
    let expected = "\
Error E409: fixed.csv:3, column not_before
  “Hull and East Riding PDU” cannot be visited from 2 to 6 August 2027: fieldwork is from 12 April to 16 July 2027. The site could never be selected.
  Correct the dates, or delete the row.

Error E409: fixed.csv:4, column not_before
  “Plymouth PDU” cannot be visited from 15 to 16 May 2027: each of those days is at a weekend or a bank holiday of England. The site could never be selected.
  Correct the dates, or delete the row.

Error E409: fixed.csv:5, column inspector
  “Inspector EC” may not visit “West Kent PDU”. The site could never be selected.
  Name somebody else, or clear the cell.

3 errors and 0 warnings.
";
    assert_eq!(report_of(&case), expected);
}

/// Days on which somebody never works are only warned of where nothing else is wrong, and where there may be a plan without the site.
#[test]
fn working_days_excuse_nothing_else() {
    let parent = folder("base");
    let input = parent.path().join("input");
    let people = "id,name,inspectorate,works\np01,Inspector P01,HMICFRS,Mon;Wed\np02,Inspector P02,HMICFRS,\n\
                  c01,Inspector C01,HMCPSI,\nc02,Inspector C02,HMCPSI,\n";
    fs::write(input.join("inspectors.csv"), people).expect("written");
    // A site that must be selected, one with a conflict, and one of which only the working days stand in the way.
    for row in [
        "north,,,p01",
        "south,,,p01",
        "west,2027-03-08,2027-03-12,p01",
    ] {
        let fixed = format!("site,not_before,not_after,inspector\n{row}\n");
        fs::write(input.join("fixed.csv"), fixed).expect("written");
        let report = report_of(&input);
        let is_error = report.contains("Error E409: fixed.csv:2");
        assert_eq!(is_error, !row.starts_with("west"), "{row}: {report}");
        assert_eq!(
            report.contains("W413"),
            row.starts_with("west"),
            "{row}: {report}"
        );
    }
}
