//! What would come in the place of a site, and which parts of the score decide.

use crate::common::{example, load, planned};
use crate::reasons;

/// The numbers are those of the tables that `examples/small/README.md` works out by hand.
#[test]
fn the_selection_instead_and_the_parts_that_decide() {
    let inspection = load(&example("small"), None);
    let reasons = reasons(&inspection, &planned(&inspection));
    let parts = "scores 3.267, 0.100 less: weaker evidence (0.600: 0.200 more for intelligence, 0.800 less for the record), in \
                 spite of a lighter burden (0.500).";
    let expected = [
        (
            "Cedar",
            "Not selected: the best selection with it, which can be visited and staffed, has it and Dogwood in place of Alder \
             and Birch and",
        ),
        (
            "Birch",
            "Selected: represents 1 other site best; the best selection without it, which can be visited and staffed, has Cedar \
             and Dogwood in place of it and Alder and",
        ),
    ];
    for (site, begin) in expected {
        assert_eq!(reasons[site], format!("{begin} {parts}"));
    }
}

/// The parts are rounded so that they add up: 0.034 + 0.010 would not be 0.045.
#[test]
fn the_parts_shown_add_up_to_the_difference_shown() {
    let inspection = load(&example("case-building"), None);
    let reasons = reasons(&inspection, &planned(&inspection));
    assert_eq!(
        reasons["Gwent"],
        "Not selected: the best selection with it, which can be visited and staffed, has it in place of Dyfed-Powys and scores \
         32.875, 0.045 less: weaker evidence (0.035) and poorer representation (0.010)."
    );
}
