//! What is settled and cannot be is an error, with the reason; `tests/bad_inputs/settled_dates` and `settled_people` have each sort.

use std::path::Path;

use super::report_of;

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
