//! A warning is said and takes nothing away: the plan goes by all that the tables hold.

use std::path::Path;

use super::Copied;

#[test]
fn an_authority_dated_too_early_is_kept_and_so_are_the_others() {
    let small = Copied::of("small");
    small.change(
        "input/inspection.toml",
        "HMICFRS = 5",
        "HMICFRS = 2026-11-30",
    );
    let ran = small.run("plan input");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains(
            "Warning W406: inspection.toml:16, key authority.HMICFRS\n  \
             The authority of HMICFRS is dated 30 November 2026, before the selection is proposed.\n"
        ),
        "{}",
        ran.err
    );
    assert!(
        ran.out.contains(
            "\nAuthority: HMICFRS by 30 November 2026 and HMCPSI by 8 January 2027.\n\
             Not yet recorded for this plan: the authority of HMICFRS and HMCPSI.\n\
             Letters: all together, by 18 January 2027."
        ),
        "{}",
        ran.out
    );
    let plan = small.read("input/out/plan.json");
    assert!(
        plan.contains("\"authority_date\": \"2027-01-08\""),
        "{plan}"
    );
    let checked = small.run("check input input/out/plan.json");
    assert_eq!(checked.code, Some(0), "{}{}", checked.out, checked.err);
}

#[test]
fn somebody_without_coordinates_is_named_before_the_plan() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/blank-coordinates");
    let ran = super::assize(&case, "validate .");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(
        ran.err,
        "Warning W304: inspectors.csv:1, column latitude\n  \
         “Inspector LN” has no coordinates. Their journeys count as long as those of everybody with coordinates on average, wherever they start from.\n  \
         Fill in latitude and longitude in inspectors.csv: the nearest town will do.\n\n\
         0 errors and 1 warning.\n\n"
    );
}
