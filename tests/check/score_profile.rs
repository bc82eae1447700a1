//! Gower's distance and representation, each worked out by hand.

use assize::check::check;
use assize::domain::*;

use super::base::*;

/// The representation term of prisons with these cells, of which some are selected.
fn representation(
    profile: &[&str],
    sites: &[(&str, &[(&str, &str)])],
    selected: &[&str],
    change: impl FnOnce(&mut Inspection),
) -> f64 {
    let mut inspection = inspection();
    inspection.links.clear();
    inspection.kinds = vec![Kind {
        profile: profile
            .iter()
            .map(std::string::ToString::to_string)
            .collect(),
        ..kind("prison")
    }];
    inspection.weights.cost = 0.0;
    inspection.engagements.clear();
    inspection.performance.clear();
    inspection.sites = (sites.iter())
        .map(|(id, cells)| site(id, id, "prison", cells))
        .collect();
    change(&mut inspection);
    let mut plan = plan();
    let visits = plan.visits.clone();
    plan.visits = (selected.iter().zip(visits))
        .map(|(id, visit)| Visit {
            site: (*id).into(),
            ..visit
        })
        .collect();
    check(&inspection, &plan).tiers[0]
}

const MIXED: &[(&str, &[(&str, &str)])] = &[
    ("a", &[("population", "100"), ("region", "North")]),
    ("b", &[("population", "300"), ("region", "North")]),
    ("c", &[("population", "500"), ("region", "South")]),
    ("d", &[("region", "South")]),
    ("e", &[]),
];
const BOTH: &[&str] = &["population", "region"];

#[test]
fn numbers_by_rank_and_words_by_equality_are_averaged() {
    // From a: a 0; b one place of two, (1/2 + 0)/2 = 0.25; c (1 + 1)/2 = 1; d shares only the region: 1; e shares nothing: 1.
    assert_close(representation(BOTH, MIXED, &["a"], |_| {}), 1.0 + 0.75);
    // From c: a 1; b (0.5 + 1)/2 = 0.75; d 0 by its region alone.
    assert_close(
        representation(BOTH, MIXED, &["c"], |_| {}),
        0.25 + 1.0 + 1.0,
    );
}

#[test]
fn the_nearest_selected_site_represents() {
    // a and b are nearest to b or themselves, c and d to d: b is 0.75 from c, d is 0 from c.
    assert_close(
        representation(BOTH, MIXED, &["b", "d"], |_| {}),
        0.75 + 1.0 + 1.0 + 1.0,
    );
}

#[test]
fn nobody_is_represented_by_nobody_and_a_blank_site_by_itself() {
    assert_close(representation(BOTH, MIXED, &[], |_| {}), 0.0);
    assert_close(representation(BOTH, MIXED, &["e"], |_| {}), 1.0);
}

#[test]
fn without_a_profile_there_is_no_term() {
    assert_close(representation(&[], MIXED, &["a"], |_| {}), 0.0);
}

#[test]
fn the_weight_of_representation_counts() {
    let weighted = representation(BOTH, MIXED, &["a"], |i| i.weights.representation = 2.0);
    assert_close(weighted, 3.5);
}

#[test]
fn excluded_sites_are_represented_too_and_have_their_places() {
    let excluded = representation(BOTH, MIXED, &["a"], |inspection| {
        inspection.kinds[0].exclude = vec!["b".into(), "c".into()];
    });
    assert_close(excluded, 1.75);
}

/// The representation of sites with these numbers, where the first of them is selected.
fn of_first(numbers: &[&str]) -> f64 {
    let cells: Vec<[(&str, &str); 1]> = numbers.iter().map(|text| [("beds", *text)]).collect();
    let names = ["a", "b", "c", "d", "e"].into_iter();
    let sites = names.zip(&cells);
    let sites: Vec<(&str, &[(&str, &str)])> = sites
        .map(|(name, cells)| match cells {
            [(_, "")] => (name, [].as_slice()),
            cells => (name, cells.as_slice()),
        })
        .collect();
    representation(&["beds"], &sites, &["a"], |_| {})
}

#[test]
fn one_giant_does_not_make_the_others_alike() {
    // Places 1 to 4, however far apart: 0, 1/3, 2/3 and 1 from a.
    let usual = 1.0 + 2.0 / 3.0 + 1.0 / 3.0;
    assert_close(of_first(&["100", "200", "300", "400"]), usual);
    assert_close(of_first(&["100", "120", "300", "9000000"]), usual);
    assert_close(of_first(&["-0.5", "0", "+300.25", "9000000"]), usual);
}

#[test]
fn equal_numbers_share_the_mean_place() {
    // Places 1½, 1½, 3 and 4: the largest difference is 2½.
    let shared = 1.0 + 1.0 + (1.0 - 1.5 / 2.5);
    assert_close(of_first(&["7", "7.0", "8", "90"]), shared);
    assert_close(of_first(&["7", "7.0000000009", "8", "90"]), shared);
    // Each ties with the one before: places 2, 2, 2 and 4.
    let row = ["1", "1.0000000008", "1.0000000016", "90"];
    assert_close(of_first(&row), 3.0);
    // Just apart, they have places of their own.
    assert_close(
        of_first(&["7", "7.000000002", "8", "90"]),
        1.0 + 2.0 / 3.0 + 1.0 / 3.0,
    );
}

#[test]
fn a_blank_has_no_place() {
    // Places 1, 2 and 3; the blank shares no column with a, and so is 1 from it.
    assert_close(of_first(&["100", "", "200", "300"]), 1.0 + 0.5);
}

#[test]
fn a_range_of_nought_makes_no_difference() {
    let sites: &[(&str, &[(&str, &str)])] = &[("a", &[("beds", "7")]), ("b", &[("beds", "7.0")])];
    assert_close(representation(&["beds"], sites, &["a"], |_| {}), 2.0);
}

/// How far `a` and `b` are apart where the third site has 4: by a half as numbers, by 1 as words.
fn apart(a: &str, b: &str) -> f64 {
    let (a, b) = ([("beds", a)], [("beds", b)]);
    let sites: &[(&str, &[(&str, &str)])] = &[("a", &a), ("b", &b), ("c", &[("beds", "4")])];
    // c is always 1 from a where these are numbers from 0 to 4, or words.
    2.0 - representation(&["beds"], sites, &["a"], |_| {})
}

#[test]
fn a_column_is_a_number_if_every_filled_cell_is_a_plain_decimal() {
    for (a, b) in [("0", "2"), ("+0.0", "+2.0"), ("-0", "02"), ("0", "2.000")] {
        assert_close(apart(a, b), 0.5);
    }
    for b in [
        "2e0", " 2 ", "2.", "+", "", "2,0", "2.0.0", "two", "٢", "0x2", "--2", "inf", "NaN",
    ] {
        assert_close(apart("0", b), 1.0);
    }
    // A point has digits on both sides.
    assert_close(apart("0", ".5"), 1.0);
}

#[test]
fn another_kind_does_not_make_a_column_words() {
    let report = |cell: &str| {
        changed(|inspection, _| {
            inspection.kinds[0].profile = vec!["population".to_owned()];
            for (site, text) in [(0, "100"), (2, "300"), (4, "250"), (1, cell)] {
                let cells = &mut inspection.sites[site].cells;
                cells.insert("population".to_owned(), text.to_owned());
            }
        })
    };
    // North and South are selected; West is one place of two from either. The base has 2 in place of this term.
    assert_close(report("many").tiers[0], 1.833_333_333_333 - 2.0 + 2.5);
    assert_close(report("many").tiers[0], report("7").tiers[0]);
}

#[test]
fn derived_columns_make_a_profile() {
    // q is 1/8, 3/8, 5/8, 7/8: the first to the fourth place. e has no data, and so no performance and no band; it is not innovative.
    let sites: &[(&str, &[(&str, &str)])] =
        &[("a", &[]), ("b", &[]), ("c", &[]), ("d", &[]), ("e", &[])];
    let set_up = |inspection: &mut Inspection| {
        for (site, value) in [("a", 1.0), ("b", 2.0), ("c", 3.0), ("d", 4.0)] {
            inspection.performance.push(Performance {
                site: site.into(),
                indicator: "charged".to_owned(),
                value: Some(value),
                period: None,
            });
        }
        inspection.intelligence = Some(vec![Intelligence {
            site: "b".into(),
            r#type: "innovation".to_owned(),
            strength: 1,
            note: None,
            source: None,
        }]);
    };
    let of = |column: &str| representation(&[column], sites, &["a"], set_up);
    assert_close(of("performance"), 1.0 + 2.0 / 3.0 + 1.0 / 3.0);
    assert_close(of("performance_band"), 1.0);
    assert_close(of("innovative"), 4.0);
}
