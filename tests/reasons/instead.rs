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

/// The parts are rounded so that those shown add up to the difference shown, whatever each would be rounded to by itself.
#[test]
fn the_parts_shown_add_up_to_the_difference_shown() {
    let inspection = load(&example("case-building"), None);
    let reasons = reasons(&inspection, &planned(&inspection));
    assert_eq!(
        reasons["Gwent"],
        "Not selected: the best selection with it, which can be visited and staffed, has it in place of Dyfed-Powys and scores \
         31.813, 0.114 less: poorer representation (0.080) and weaker evidence (0.034)."
    );
    // A site or two are exchanged around the visits that stay, after the pilot and its review.
    let on_paper = reasons
        .values()
        .filter(|reason| reason.contains("was not shown"));
    assert!(on_paper.count() <= 5);
    let mut added_up = 0;
    for (site, reason) in &reasons {
        let Some((before, parts)) = reason.split_once(" less: ") else {
            continue;
        };
        let parts = parts.split(';').next().unwrap_or_default();
        // Then smaller parts are not shown.
        if parts.starts_with("mostly ") {
            continue;
        }
        let (less, more) = parts.split_once(", in spite of ").unwrap_or((parts, ""));
        let apart = before.rsplit(' ').next().expect("a figure");
        assert_eq!(
            in_thousandths(apart),
            sum(less) - sum(more),
            "{site}: {reason}"
        );
        added_up += 1;
    }
    assert!(
        added_up >= 15,
        "only {added_up} reasons have all their parts"
    );
}

/// The figure that begins each pair of brackets, added up.
fn sum(parts: &str) -> i64 {
    let figures = parts.split('(').skip(1);
    figures
        .map(|part| in_thousandths(part.split([')', ':', ',']).next().expect("a figure")))
        .sum()
}

fn in_thousandths(figure: &str) -> i64 {
    figure.replace('.', "").parse().expect("three decimals")
}
