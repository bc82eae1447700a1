//! Composite, percentile, record and intelligence, each worked out by hand.

use assize::check::check;
use assize::domain::*;

use super::base::*;

/// Sites of one kind with the values of each indicator; `None` is a blank cell.
struct Record<'a> {
    indicators: &'a [(&'a str, Better, f64)],
    values: &'a [(&'a str, &'a [Option<f64>])],
    evidence: Evidence,
    intelligence: Option<&'a [(&'a str, &'a str, u32)]>,
}

impl Record<'_> {
    /// *e* of one site: the value of tier 1 where nothing else is worth anything and only this site is selected.
    fn evidence_of(&self, selected: &str) -> f64 {
        let mut inspection = inspection();
        inspection.links.clear();
        inspection.kinds = vec![Kind {
            evidence: self.evidence,
            ..kind("prison")
        }];
        inspection.weights = Weights {
            burden: 0.0,
            cost: 0.0,
            ..Weights::default()
        };
        inspection.sites = (self.values.iter())
            .map(|(id, _)| site(id, id, "prison", &[]))
            .collect();
        inspection.indicators = (self.indicators.iter())
            .map(|&(id, better, weight)| Indicator {
                id: id.to_owned(),
                better,
                weight,
                name: None,
            })
            .collect();
        inspection.performance = (self.values.iter())
            .flat_map(|(site, values)| {
                (self.indicators.iter().zip(*values)).map(|((indicator, _, _), &value)| {
                    Performance {
                        site: (*site).into(),
                        indicator: indicator.to_string(),
                        value,
                        period: None,
                    }
                })
            })
            .collect();
        inspection.intelligence = self.intelligence.map(|rows| {
            (rows.iter())
                .map(|&(site, r#type, strength)| Intelligence {
                    site: site.into(),
                    r#type: r#type.to_owned(),
                    strength,
                    note: None,
                    source: None,
                })
                .collect()
        });
        let mut plan = plan();
        plan.visits.truncate(1);
        plan.visits[0].site = selected.into();
        check(&inspection, &plan).tiers[0]
    }
}

/// *e* under `good` without intelligence is *q*; ½ where there is no data.
fn percentiles(indicators: &[(&str, Better, f64)], values: &[(&str, &[Option<f64>])]) -> Vec<f64> {
    let record = Record {
        indicators,
        values,
        evidence: Evidence::Good,
        intelligence: None,
    };
    values
        .iter()
        .map(|(id, _)| record.evidence_of(id))
        .collect()
}

fn assert_all_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert_close(*found, *expected);
    }
}

const ONE: &[(&str, Better, f64)] = &[("x", Better::Higher, 1.0)];

#[test]
fn percentiles_run_from_the_lowest_composite() {
    let values: &[(&str, &[Option<f64>])] = &[
        ("a", &[Some(7.0)]),
        ("b", &[Some(1.0)]),
        ("c", &[Some(3.0)]),
        ("d", &[Some(100.0)]),
    ];
    assert_all_close(&percentiles(ONE, values), &[0.625, 0.125, 0.375, 0.875]);
    let lower = &[("x", Better::Lower, 1.0)];
    assert_all_close(&percentiles(lower, values), &[0.375, 0.875, 0.625, 0.125]);
}

#[test]
fn ties_share_the_mean_rank() {
    let values: &[(&str, &[Option<f64>])] = &[
        ("a", &[Some(5.0)]),
        ("b", &[Some(5.0)]),
        ("c", &[Some(1.0)]),
        ("d", &[Some(5.0)]),
        ("e", &[Some(9.0)]),
    ];
    // Ranks 2, 3 and 4 are shared: (3 − ½) / 5.
    assert_all_close(&percentiles(ONE, values), &[0.5, 0.5, 0.1, 0.5, 0.9]);
}

#[test]
fn composites_within_a_billionth_tie() {
    // Two values at 0 and two at 2 make a deviation of 1, so that z-scores differ as the values do.
    let near = |by: f64| {
        let (second, fourth) = ([Some(by)], [Some(2.0 + by)]);
        let values: &[(&str, &[Option<f64>])] = &[
            ("a", &[Some(0.0)]),
            ("b", &second),
            ("c", &[Some(2.0)]),
            ("d", &fourth),
        ];
        percentiles(ONE, values)
    };
    assert_all_close(&near(0.9e-9), &[0.25, 0.25, 0.75, 0.75]);
    assert_all_close(&near(1.1e-9), &[0.125, 0.375, 0.625, 0.875]);
}

#[test]
fn the_composite_is_a_weighted_mean_of_z_scores() {
    // x: mean 2, deviation 1, z −1, 1, −1, 1. y is better lower: mean 20, deviation 10, z 1, 1, −1, −1.
    // Weighted 1 to 3: a (−1 + 3)/4, b (1 + 3)/4, c (−1 − 3)/4, d (1 − 3)/4.
    let indicators = &[("x", Better::Higher, 1.0), ("y", Better::Lower, 3.0)];
    let values: &[(&str, &[Option<f64>])] = &[
        ("a", &[Some(1.0), Some(10.0)]),
        ("b", &[Some(3.0), Some(10.0)]),
        ("c", &[Some(1.0), Some(30.0)]),
        ("d", &[Some(3.0), Some(30.0)]),
    ];
    assert_all_close(
        &percentiles(indicators, values),
        &[0.625, 0.875, 0.125, 0.375],
    );
}

#[test]
fn spread_counts_every_known_value_also_of_sites_without_data() {
    // c knows only x, a quarter of the weight: it has no data, yet its x sets mean and deviation: values 0, 2, 10
    // have mean 4. z of x is below 0 for a and b; with y (weights 1 and 3; −1 and 1 for a and b) b comes last of two.
    let indicators = &[("x", Better::Lower, 1.0), ("y", Better::Higher, 3.0)];
    let values: &[(&str, &[Option<f64>])] = &[
        ("a", &[Some(0.0), Some(1.0)]),
        ("b", &[Some(2.0), Some(3.0)]),
        ("c", &[Some(10.0), None]),
    ];
    assert_all_close(&percentiles(indicators, values), &[0.25, 0.75, 0.5]);
}

#[test]
fn an_indicator_without_spread_counts_nought_but_is_known() {
    // 0.1 + 0.1 + 0.1 is not quite 0.3, which must not make a spread. y orders the sites; c knows only x, half of the weight.
    let indicators = &[("x", Better::Higher, 1.0), ("y", Better::Higher, 1.0)];
    let values: &[(&str, &[Option<f64>])] = &[
        ("a", &[Some(0.1), Some(1.0)]),
        ("b", &[Some(0.1), Some(3.0)]),
        ("c", &[Some(0.1), None]),
    ];
    assert_all_close(
        &percentiles(indicators, values),
        &[1.0 / 6.0, 5.0 / 6.0, 0.5],
    );
}

#[test]
fn half_of_the_weight_is_data_and_just_under_is_not() {
    // Half as people write it, though to a computer 0.1 + 0.2 + 0.3 is a little more than twice 0.3.
    let of = |last: f64| {
        let indicators = &[
            ("x", Better::Higher, 0.1),
            ("y", Better::Higher, 0.2),
            ("z", Better::Higher, last),
        ];
        let values: &[(&str, &[Option<f64>])] = &[
            ("a", &[None, None, Some(1.0)]),
            ("b", &[Some(2.0), Some(2.0), Some(2.0)]),
            ("c", &[Some(3.0), Some(3.0), Some(3.0)]),
        ];
        percentiles(indicators, values)
    };
    assert_all_close(&of(0.3), &[1.0 / 6.0, 0.5, 5.0 / 6.0]);
    assert_all_close(&of(0.299_999), &[0.5, 0.25, 0.75]);
    let other_half = |first: f64| {
        let indicators = &[("x", Better::Higher, first), ("y", Better::Higher, 1.0)];
        let values: &[(&str, &[Option<f64>])] =
            &[("a", &[Some(1.0), None]), ("b", &[Some(2.0), Some(1.0)])];
        percentiles(indicators, values)
    };
    assert_all_close(&other_half(1.0), &[0.25, 0.75]);
    assert_all_close(&other_half(0.999_999), &[0.5, 0.5]);
}

#[test]
fn an_indicator_that_nobody_of_the_kind_has_does_not_count() {
    let indicators = &[("x", Better::Higher, 1.0), ("y", Better::Higher, 9.0)];
    let values: &[(&str, &[Option<f64>])] = &[("a", &[Some(1.0), None]), ("b", &[Some(2.0), None])];
    assert_all_close(&percentiles(indicators, values), &[0.25, 0.75]);
}

#[test]
fn without_weight_there_is_no_data() {
    let indicators = &[("x", Better::Higher, 0.0)];
    let values: &[(&str, &[Option<f64>])] = &[("a", &[Some(1.0)]), ("b", &[Some(2.0)])];
    assert_all_close(&percentiles(indicators, values), &[0.5, 0.5]);
}

const FOUR: &[(&str, &[Option<f64>])] = &[
    ("a", &[Some(1.0)]),
    ("b", &[Some(2.0)]),
    ("c", &[Some(3.0)]),
    ("d", &[Some(4.0)]),
    ("e", &[None]),
];

fn evidence_of_four(evidence: Evidence, intelligence: Option<&[(&str, &str, u32)]>) -> Vec<f64> {
    let record = Record {
        indicators: ONE,
        values: FOUR,
        evidence,
        intelligence,
    };
    FOUR.iter().map(|(id, _)| record.evidence_of(id)).collect()
}

#[test]
fn the_record_is_what_the_evidence_asks_for() {
    // q is 1/8, 3/8, 5/8, 7/8; e is without data.
    let of = |evidence| evidence_of_four(evidence, None);
    assert_all_close(&of(Evidence::Good), &[0.125, 0.375, 0.625, 0.875, 0.5]);
    assert_all_close(&of(Evidence::Poor), &[0.875, 0.625, 0.375, 0.125, 0.5]);
    assert_all_close(&of(Evidence::Extremes), &[0.75, 0.25, 0.25, 0.75, 0.5]);
    assert_all_close(&of(Evidence::None), &[0.0; 5]);
}

#[test]
fn an_empty_table_of_intelligence_is_a_table() {
    let of = |evidence| evidence_of_four(evidence, Some(&[]));
    assert_all_close(&of(Evidence::Good), &[0.0875, 0.2625, 0.4375, 0.6125, 0.35]);
    assert_all_close(&of(Evidence::None), &[0.0; 5]);
}

#[test]
fn intelligence_speaks_to_the_question_or_is_not_scored() {
    let rows = [
        ("a", "concern", 2),
        ("a", "concern", 1),
        ("b", "innovation", 4),
        ("c", "concern", 4),
        ("c", "innovation", 4),
        ("d", "representation", 5),
        ("d", "Concern", 5),
    ];
    let of = |evidence| evidence_of_four(evidence, Some(&rows));
    // 0.7 of the record, and 0.3 × 3/5, 4/5, or a full 1.
    assert_all_close(&of(Evidence::Poor), &[0.7925, 0.4375, 0.5025, 0.0875, 0.35]);
    assert_all_close(&of(Evidence::Good), &[0.0875, 0.5025, 0.6775, 0.6125, 0.35]);
    assert_all_close(&of(Evidence::Extremes), &[0.705, 0.415, 0.475, 0.525, 0.35]);
    assert_all_close(&of(Evidence::None), &[0.0; 5]);
}
